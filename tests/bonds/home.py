"""Brothers and sisters in care, and their workers, for the tests of this room."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.care.models import Episode, EpisodePlace
from kith.core.acting import acting
from kith.people.models import Person
from tests.plan.street import Street
from tests.support import make


def today() -> date:
    return timezone.localdate()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def ahead(days: int) -> date:
    return today() + timedelta(days=days)


def sleeps(
    person: Person,
    since: date,
    until: date | None = None,
    postcode: str = "ZZ1 1ZZ",
    urn: str = "",
    **more: Any,
) -> Episode:
    """An episode of care, and where its home is."""
    facts = {"legal_status": "C2", "placement_type": "U6", "provider": "PR1"} | more
    made = Episode.objects.using(make.OWNER).create(
        person=person, started_on=since, ceased_on=until, during=DateRange(since, until, "[)"), **facts
    )
    EpisodePlace.objects.using(make.OWNER).create(
        episode=made, person=person, placement_postcode=postcode, urn=urn
    )
    return made


class Home(Street):
    """Ada and Ben, brother and sister, in care; their mother and father; their worker."""

    def __init__(self) -> None:
        super().__init__()
        self.tied = make.tied(self.child, self.brother, "sibling")

    def does(self, what: Any, /, by: Account | None = None, **facts: Any) -> Any:
        actor = make.actor(by or self.lead)
        with acting(actor):
            return what(by=actor, **facts)

    def page(self, rest: str = "") -> str:
        return f"/people/{self.child.id}/time-with-family/{rest}"

    @property
    def ids(self) -> list[UUID]:
        return [self.child.id]
