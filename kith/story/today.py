"""What Today asks of the story: who was last in touch when, what families sent, drafts that were left."""

from __future__ import annotations

from typing import Any

from django.db.models import DateTimeField, OuterRef, QuerySet, Subquery

from kith.core.reads import ACCOUNT, IDS, Given
from kith.people.models import Person
from kith.story.models import About, Draft
from kith.story.models.event import EventKind

IN_TOUCH = [EventKind.VISIT.value, EventKind.CALL.value, EventKind.MEETING.value]
MOST = 20
MOST_DRAFTS = 10
SINCE = Given("since", DateTimeField())


def with_last_in_touch(persons: QuerySet[Person, Any]) -> QuerySet[Person, Any]:
    """Rows of persons, each with one value more: when they were last visited, called or met (or None).

    As far as the reader may see. Newest first for each, so that only the top of a long story is read. A visit
    where nobody was seen is not being in touch.
    """
    newest = About.objects.filter(person_id=OuterRef("pk"), event__kind__in=IN_TOUCH)
    newest = newest.exclude(event__facts__contains={"nobody": True}).order_by("-happened_at")
    return persons.annotate(last_in_touch=Subquery(newest.values("happened_at")[:1]))


def from_families_read() -> QuerySet[About, Any]:
    """(event, person, title, moment) of what families sent since a moment and nobody has read, oldest first."""
    found = About.objects.filter(
        person_id__among=IDS,
        happened_at__gt=SINCE,
        event__source="family",
        event__words_sent__isnull=False,
        event__words_sent__first_read_at__isnull=True,
    )
    return found.order_by("happened_at").values_list(
        "event_id", "person_id", "event__title", "event__happened_at"
    )[:MOST]


def drafts_left_read() -> QuerySet[Draft, Any]:
    """(id, person, form, moment) of the drafts that an account left, the newest first."""
    found = Draft.objects.filter(account_id=ACCOUNT).order_by("-saved_at")
    return found.values_list("id", "person_id", "form", "saved_at")[:MOST_DRAFTS]
