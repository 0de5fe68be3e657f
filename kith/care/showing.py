"""Who reads one thing of a child in care on their own page: a worker shows it by name, and may take it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.prepared import ShowForm
from kith.care.actions.showing import show, take_back_shown
from kith.care.queries.showing import readers_of, shown_words
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import who


@person_page("in care", needs=Permission.RELEASE)
@once
def in_care_show(request: ActingRequest, person: OpenPerson, item: UUID) -> HttpResponse:
    """Who reads this, and what do they read of it?"""
    found = shown_words(person.ids, item)
    if found is None:
        raise Http404
    held, could = readers_of(person.ids, item)
    names = {each.id: each.name for each in who([person.id, *held, *could]).values()}
    if request.method == "POST" and request.POST.get("take_back"):
        try:
            take_back_shown(by=request.actor, item=item, reader=UUID(request.POST["take_back"]))
        except ValueError:
            raise Http404 from None
        messages.success(request, "Taken back. What they have read stays read.")
        return redirect("in_care_show", person.id, item)
    choices = {each: names[each] for each in could if each in names and each not in held}
    form = ShowForm(request.POST if request.method == "POST" else None, names=choices)

    def act() -> None:
        given = form.cleaned_data
        show(
            by=request.actor, item=item, reader=UUID(given["reader"]), prepared=given["prepared"] == "yes",
            how_prepared=given["how_prepared"],
        )  # fmt: skip

    goes_to = ""
    if request.method == "POST" and form.is_valid():
        if "sure" not in request.POST:
            goes_to = choices[UUID(form.cleaned_data["reader"])]
        elif tried(form, act):
            messages.success(request, "They can read it on their own page now.")
            return redirect("in_care_show", person.id, item)
    context = {
        "person": person, "name": names.get(person.id, ""), "found": found, "form": form, "goes_to": goes_to,
        "readers": [(each, names[each]) for each in held if each in names], "nobody": not choices,
    }  # fmt: skip
    return render(request, "care/show.html", context)
