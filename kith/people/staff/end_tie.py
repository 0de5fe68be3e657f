"""Ending a tie: the day it ended, and nothing more."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.people.actions import CannotBeError, end_relationship
from kith.people.gates import ActingRequest, OpenPerson, person_page
from kith.people.models import Relationship
from kith.people.page_queries import who


class EndForm(forms.Form):
    """When the tie ended."""

    title = "When did it end?"
    why = "The tie stays in the history, on both people's pages."
    on = PlainDateField(noun="The day it ended", label="It ended on", initial=today)


@person_page("about: end a tie")
@once
def people_end_tie(request: ActingRequest, person: OpenPerson, tie: UUID) -> HttpResponse:
    """Close a tie of this person from a day on."""
    known = who([person.id]).get(person.id)
    if known is None or not Relationship.objects.filter(id=tie, person_id__in=person.ids).exists():
        raise Http404
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_relationship(by=request.actor, relationship=tie, on=form.cleaned_data["on"])
        except (CannotBeError, NotPermittedError) as error:
            form.add_error(None, str(error))
        else:
            return redirect(f"/people/{person.id}/about/?done=ended")
    context = {"form": form, "person": known, "other": "", "signed_in_as": request.user.display_name}
    return render(request, "people/record.html", context)
