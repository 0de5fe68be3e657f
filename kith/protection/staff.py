"""The staff's pages of the time before court, and of an application. Nothing of them is behind the family's door."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.gone import words_kept
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import who
from kith.protection.forms import BEGIN, IN_COURT, STEPS, Step
from kith.protection.queries import applications, open_before_court


@person_page("before court", needs=Permission.PROTECT)
@words_kept
@once
def before_court_step(request: ActingRequest, person: OpenPerson, step: str) -> HttpResponse:
    """One step of the time before court."""
    asked = STEPS.get(step)
    # The first step is of the child, the others of the time before court that goes on.
    matter = open_before_court(person.ids)
    of = person.id if asked is BEGIN else (matter.id if matter else None)
    return _step(request, person, asked, of)


@person_page("before court", needs=Permission.PROTECT)
@words_kept
@once
def in_court_step(
    request: ActingRequest, person: OpenPerson, application_id: UUID, step: str
) -> HttpResponse:
    """One step of an application: the first hearing, and how the proceedings ended."""
    theirs = any(each.id == application_id for each in applications(person.ids))
    return _step(request, person, IN_COURT.get(step), application_id if theirs else None)


def _step(request: ActingRequest, person: OpenPerson, asked: Step | None, of: UUID | None) -> HttpResponse:
    """The form of a step and what it does. What cannot be comes back beside its field, with all that was typed."""
    named = who([person.id]).get(person.id)
    if asked is None or named is None or of is None:
        raise Http404
    form = asked.form(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(form, lambda: asked.record(request.actor, of, form.cleaned_data))
    ):
        return redirect("before_court", person_id=person.id)
    return render(
        request,
        "protection/step.html",
        {"form": form, "heading": asked.title, "step": asked, "person": named},
    )
