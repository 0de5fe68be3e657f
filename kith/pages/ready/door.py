"""What a worker needs on the doorstep, in two lines each, and whether a phone may keep it for the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from kith.access.models import Restriction
from kith.core.labels import Label
from kith.core.ranges import during
from kith.design.dates import LONDON
from kith.people.models import Address, ContactPoint
from kith.people.models.address import Safety
from kith.people.page_queries import who
from kith.story.latest import shortened
from kith.story.models import About, Event, EventKind, Passage
from kith.story.queries.timeline import ALONE, NOBODY
from kith.story.queries.whom import open_concern

MET = [EventKind.VISIT, EventKind.CALL, EventKind.MEETING]
LINES = 2
LONGEST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Promise:
    """What was agreed, when, and by whom: nobody where it was me."""

    text: str
    on: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Door:
    """The page. First names alone, no address, no number, nothing that a finder of the phone could use.

    `keep`: whether the device may hold it for the day. It may not where somebody is kept safe from somebody,
    where the record is restricted, or while there is a concern that the family is not told of.
    """

    name: str
    visit: datetime | None
    visit_by: str
    seen: str
    promises: tuple[Promise, ...]
    promised_before: tuple[Promise, ...]
    next_time: str
    not_to_say: tuple[str, ...]
    concern: bool
    keep: bool


def door(ids: Sequence[UUID], person: UUID, me: UUID) -> Door | None:
    """The page for one open record; None where there is nobody by that id. Up to nine queries."""
    named = who([person]).get(person)
    if named is None:
        return None
    today = timezone.localdate()
    about = About.objects.filter(person_id__in=ids).values("event_id")
    plain = Event.objects.filter(id__in=about, covert__isnull=True, label=Label.NORMAL.value)
    # A later correction stands in place of what it put right.
    plain = plain.exclude(id__in=Event.objects.filter(replaces__isnull=False).values("replaces"))
    met = list(plain.filter(kind__in=MET).order_by("-happened_at")[:10])
    visit = next((each for each in met if each.kind == EventKind.VISIT), None)
    mine = [each for each in met if each.recorded_by == me]
    careful = list(
        ContactPoint.objects.filter(
            person_id__in=ids, during__contains=today, safety__in=[Safety.CARE, Safety.UNSAFE]
        )
    )
    promised = _promises(met, me)
    concern = open_concern(ids) is not None
    kept_safe = (
        any(each.protected or each.safety == Safety.UNSAFE for each in careful)
        or Address.objects.filter(person_id__in=ids, protected=True).exists()
        or Restriction.objects.filter(person_id__in=ids, during__overlap=during(today)).exists()
    )
    return Door(
        name=(named.known_as or named.name).split(" ")[0],
        visit=visit.happened_at if visit else None,
        visit_by=visit.written_by_name if visit else "",
        seen=_seen(visit.facts) if visit else "",
        promises=tuple(each for each in promised if not each.by)[:LINES],
        promised_before=tuple(each for each in promised if each.by)[:LINES],
        next_time=next((str(each.facts["next"]) for each in mine if each.facts.get("next")), "")[:200],
        not_to_say=_not_to_say(careful),
        concern=concern,
        keep=not (concern or kept_safe),
    )


def _seen(facts: Mapping[str, object]) -> str:
    said = [NOBODY] if facts.get("nobody") else []
    return ". ".join([*said, *filter(None, [ALONE.get(str(facts.get("alone", "")))])])


def _promises(met: Sequence[Event], me: UUID) -> list[Promise]:
    """What was agreed, newest first, plain passages only: nobody else's affairs stand on a doorstep."""
    when = {each.id: each for each in met}
    found: list[Promise] = []
    passages = Passage.objects.filter(
        event_id__in=when, label=Label.NORMAL.value, person__isnull=True
    ).order_by("position")
    for passage in passages:
        event = when[passage.event_id]
        sections = event.facts.get("sections", [])
        if passage.position < len(sections) and sections[passage.position] == "agreed":
            by = "" if event.recorded_by == me else event.written_by_name or "a colleague"
            found.append(Promise(shortened(passage.text[:140]), event.happened_at, by))
    return sorted(found, key=lambda each: each.on, reverse=True)


def _not_to_say(careful: Sequence[ContactPoint]) -> tuple[str, ...]:
    """How contact is safe, in the words of whoever asked; never the number or address itself."""
    lines = [
        each.how_it_is_safe.strip() or f"Do not use their {each.get_channel_display()}."
        for each in sorted(careful, key=lambda each: each.safety != Safety.UNSAFE)
    ]
    return tuple(dict.fromkeys(lines))[:LINES]


def seconds_of_today() -> int:
    """How long a device may keep the page: until midnight in London, and never past a sign-in's end."""
    now = timezone.now().astimezone(LONDON)
    midnight = datetime.combine(now.date() + timedelta(days=1), time(0), tzinfo=LONDON)
    return int(min(midnight - now, LONGEST).total_seconds())
