"""One small record whose lists are worked out by hand, as at 30 September 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from psycopg.types.range import DateRange

from kith.people.models import Person
from tests.support import make

AS_AT = date(2026, 9, 30)
SIX = date(2026, 3, 30)
"""Six months before: the first day that counts."""
BEFORE = SIX - timedelta(1)


def written(model: Any, **facts: Any) -> Any:
    return model.objects.using(make.OWNER).create(**facts)


def child(local: str, **more: Any) -> Person:
    """A girl born on 1 May 2015, White British, with the council's own id."""
    from kith.people.models import Identifier

    made = make.person(sex="F", ethnicity="WBRI", **more)
    written(Identifier, person=made, scheme="local", value=local)
    return made


def episode(who: Person, start: date, end: date | None = None, **more: Any) -> Any:
    """An episode of care: a placement with a foster carer of the council's own, under section 20."""
    from kith.care.models import Episode

    facts = {
        "reason_new_episode": "S", "legal_status": "V2", "need": "N1", "placement_type": "U4", "provider": "PR1",
        "reason_ceased": "X1" if end else "",
    }  # fmt: skip
    nights = None if end == start else DateRange(start, end, "[)")
    return written(Episode, person=who, started_on=start, ceased_on=end, during=nights, **(facts | more))


def home_of(stay: Any, postcode: str) -> None:
    from kith.care.models import EpisodePlace

    written(EpisodePlace, episode=stay, person=stay.person, placement_postcode=postcode, urn="1234567")


def seen(who: Person, on: date, alone: str = "") -> None:
    """A visit by a worker of the council on which they were seen, at noon."""
    from kith.story.models import Event, Visited

    facts = {"seen": [str(who.id)]} | ({"alone": alone} if alone else {})
    happened = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    event = written(Event, kind="visit", title="Visit", happened_at=happened, facts=facts)
    written(Visited, event=event, person=who, seen_on=on)


def contact(who: Person, asked_at: datetime, how: str, referral: Any = None) -> Any:
    """Somebody asked for help for them."""
    from django.db import transaction

    from kith.help.models import HelpRequest, RequestHolder, RequestPerson

    with transaction.atomic(using=make.OWNER):
        request = written(HelpRequest, reference=f"R{asked_at:%m%d%H%M}", asked_at=asked_at, how=how)
        written(RequestHolder, request=request, given_at=asked_at, accepted_at=asked_at)
    return written(RequestPerson, request=request, person=who, referral=referral)
