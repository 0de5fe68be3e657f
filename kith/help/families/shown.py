"""To whom of a family something of its help is shown by name: this goes to ..., it contains ..."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.allocating.kin import may_be_told
from kith.access.allocating.subject import OpenFamily
from kith.access.gates import ActingRequest
from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.access.prepared import ShowForm
from kith.core.tried import tried
from kith.help.actions.showing import show_help, take_back_help, words_of_help
from kith.help.families.views import opened


@opened
def family_help_show(request: ActingRequest, family: OpenFamily, item: UUID) -> HttpResponseBase:
    """First to whom and how they were prepared; then, as they will read it, once more; then it is shown."""
    words = words_of_help(item)
    if not words or Permission.RELEASE not in request.user.role_class.may:
        raise Http404
    names = may_be_told(list(family.people))
    held = dict.fromkeys(
        Release.objects.filter(kind=ReleasedKind.HELP, item=item, withdrawn_at=None).values_list(
            "reader_id", flat=True
        )
    )
    back = redirect("family_help_show", family.family.id, item)
    if request.method == "POST" and request.POST.get("take_back"):
        _take_back(request, item, request.POST["take_back"])
        return back
    readers = {each: name for each, name in names.items() if each not in held}
    form = ShowForm(request.POST if request.method == "POST" else None, names=readers)
    goes_to = ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        reader = UUID(given["reader"])
        facts = {
            "reader": reader,
            "prepared": given["prepared"] == "yes",
            "how_prepared": given["how_prepared"],
        }
        if "sure" not in request.POST:
            goes_to = names[reader]
        elif tried(form, lambda: show_help(by=request.actor, item=item, **facts)):
            messages.success(request, "They can read it on their own page now.")
            return back
    context = {
        "family": family.family,
        "item": item,
        "words": words,
        "form": form,
        "goes_to": goes_to,
        "more": bool(readers),
        "readers": [(each, names.get(each, "somebody of the family")) for each in held],
    }
    return render(request, "help/show.html", context)


def _take_back(request: ActingRequest, item: UUID, reader: str) -> None:
    try:
        take_back_help(by=request.actor, item=item, reader=UUID(reader))
    except ValueError:
        raise Http404 from None
    messages.success(request, "Taken back. What they have read stays read.")
