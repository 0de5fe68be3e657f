"""What `story` gives to the rooms below it: one event for each action."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils import timezone

from kith.core import tell
from kith.core.action import doing
from kith.core.actor import Actor
from kith.story.models import About, Event
from kith.story.models.event import EventKind


def tell_story(*, by: Actor, about: Iterable[UUID], title: str, facts: dict[str, Any] | None = None) -> UUID:
    """Write one staff-only event about these people, as part of the action under way. Returns its id."""
    current = doing()
    now = timezone.now()
    event = Event(
        kind=EventKind.RECORD, action=current.name, happened_at=now, title=title, facts=facts or {}, recorded_by=by.id
    )
    event.save(force_insert=True)
    persons = sorted(set(about), key=str)
    About.objects.bulk_create(
        About(event=event, person_id=person, happened_at=now, recorded_by=by.id) for person in persons
    )
    current.told = True
    current.persons.update(persons)
    return event.id


def fill() -> None:
    """Fill the ports of `core` (at start-up)."""
    tell.tell.fill(tell_story)
