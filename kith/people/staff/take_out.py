"""Taking out a disability that was recorded wrongly, or that does not hold any more."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.core.once import once
from kith.core.tried import tried
from kith.people.actions import take_out_disability
from kith.people.disability_words import WORDS
from kith.people.gates import ActingRequest, OpenPerson, person_page
from kith.people.may import EDIT_PERSON
from kith.people.models import Disability
from kith.people.page_queries import who


class TakeOutForm(forms.Form):
    """Nothing is asked: pressing the button says it."""

    title = "Take this out?"
    why = ""


@person_page("about: take a disability out")
@once
def people_take_out(request: ActingRequest, person: OpenPerson, disability: UUID) -> HttpResponse:
    """Ask once more, and take it out."""
    known = who([person.id]).get(person.id)
    row = Disability.objects.filter(id=disability, person_id__in=person.ids).first()
    if known is None or row is None or EDIT_PERSON not in request.user.role_class.may:
        raise Http404
    form = TakeOutForm(request.POST if request.method == "POST" else None)
    said = WORDS.get(row.code, row.code)
    form.why = f"{said}. It leaves what is recorded of them, and the returns. It stays in the history."
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form, lambda: take_out_disability(by=request.actor, person=person.id, disability=disability)
        )
    ):
        return redirect(f"/people/{person.id}/about/?done=out")
    context = {"form": form, "person": known, "other": "", "button": "Take it out"}
    return render(request, "people/record.html", context)
