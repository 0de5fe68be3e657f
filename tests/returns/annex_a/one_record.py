"""One small record whose lists are worked out by hand, as at 30 September 2026."""

from __future__ import annotations

from datetime import date, timedelta
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
