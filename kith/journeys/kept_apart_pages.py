"""Looking again: through all that somebody kept apart was given, at one file by hand, at the ruling itself."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.journeys.kept_apart import look_again, read_by_hand
from kith.people.actions import look_again_at_ruling
from kith.people.models import MayKnow
from kith.people.page_queries import who


class LookAgainForm(forms.Form):
    """It was thought about again, and goes on."""

    said = forms.CharField(
        max_length=300,
        label="Whom did you ask, and why does it go on?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ask the person who is kept safe, alone. Workers of the record read this.",
    )
    review_on = PlainDateField(
        noun="The day to look again", label="When should it be looked at next?", help_text="Within a year."
    )


@person_page("kept apart: look through again", needs=Permission.RELEASE)
@once
def kept_apart_search(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """One press: all that they can read is looked through once more."""
    try:
        other = UUID(request.POST.get("other", "")) if request.method == "POST" else None
        if other is None:
            raise Http404
        found = look_again(by=request.actor, person=person.id, other=other)
    except (ValueError, NotPermittedError):
        raise Http404 from None
    said = f"Looked through. Files read: {found.looked}. Held back: {found.stays + found.waits}."
    more = f" {found.waits} still wait: press again." if found.waits else ""
    messages.success(request, said + more)
    return redirect("kept_apart", person.id)


@person_page("kept apart: read by hand", needs=Permission.RELEASE)
@once
def kept_apart_read(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """One press: I opened this file and read it, and it tells nothing."""
    if request.method != "POST":
        raise Http404
    try:
        other, held = UUID(request.POST.get("other", "")), UUID(request.POST.get("held", ""))
        read_by_hand(by=request.actor, person=person.id, other=other, held=held)
    except (ValueError, NotPermittedError):
        raise Http404 from None
    messages.success(request, "They can read it again.")
    return redirect("kept_apart", person.id)


@person_page("kept apart: look again", needs=Permission.EDIT_PERSON)
@once
def kept_apart_again(request: ActingRequest, person: OpenPerson, ruling: UUID) -> HttpResponse:
    """Is it still so? It goes on until somebody decides otherwise."""
    row = MayKnow.objects.filter(
        id=ruling, person_id__in=person.ids, may=False, during__contains=today()
    ).first()
    named = who([person.id, row.other_id]) if row is not None else {}
    if row is None or person.id not in named or row.other_id not in named:
        raise Http404
    form = LookAgainForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data | {"person": row.person_id, "ruling": row.id}
        if tried(form, lambda: look_again_at_ruling(by=request.actor, **facts)):
            messages.success(request, "It goes on, and will be looked at again.")
            return redirect("kept_apart", person.id)
    context = {"form": form, "person": named[person.id], "other": named[row.other_id], "ruling": row}
    return render(request, "journeys/kept_apart_again.html", context)
