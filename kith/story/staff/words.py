"""Own words from the family's door: a worker says that they read them; duty takes what nobody read in time."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith.access.actions.reasons import give_reason
from kith.access.door import OpenPerson, ReasonNeededError, open_person
from kith.access.gates import ActingRequest, person_page, staff
from kith.access.models.grant import ReasonKind
from kith.core.once import once
from kith.story import actions
from kith.story.queries import event_page
from kith.story.queries.words import passed_to_duty

WHY = "They wrote to us, and nobody had read it within one working day."


@person_page("story")
@once
def read(request: ActingRequest, person: OpenPerson, event_id: UUID) -> HttpResponse:
    """I have read this."""
    if request.method != "POST" or event_page(event_id, person.ids) is None:
        raise Http404
    actions.read_words(by=request.actor, event=event_id)
    return redirect(reverse("story_event", args=[person.id, event_id]))


@staff
@once
def take(request: ActingRequest, event_id: UUID) -> HttpResponse:
    """Duty opens what has passed to it, in one press: that nobody read it is the reason, and is kept as one."""
    passed = next((each for each in passed_to_duty() if each.event == event_id), None)
    if request.method != "POST" or passed is None or passed.person is None:
        raise Http404
    try:
        opened = open_person(by=request.actor, person=passed.person, page="story").id
    except ReasonNeededError as needed:
        opened = needed.person
        give_reason(by=request.actor, person=opened, kind=ReasonKind.CONTACT, text=WHY)
    return redirect(reverse("story_event", args=[opened, event_id]))
