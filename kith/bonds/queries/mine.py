"""Behind the family's door: my time with the people whom I love, and what I asked. Only what was shown to me by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from kith.access.models import DoorAccess
from kith.access.models.door import Capacity
from kith.bonds.models import AskAnswer, Every, How, Stands, TimeAsk, WhyMissed
from kith.core.reads import ACCOUNT, AS_IT_IS, AT, ID, Called, Read, Reads
from kith.people.page_queries import who


@dataclass(frozen=True, slots=True)
class MyMeet:
    """One time. `why` and `instead` are of one that did not happen."""

    at: datetime
    place: str
    stands: str
    why: str
    instead: datetime | None

    @property
    def says(self) -> str:
        return str(Stands(self.stands).label)

    @property
    def ahead(self) -> bool:
        return self.stands == Stands.PLANNED and self.at >= timezone.now()


@dataclass(frozen=True, slots=True)
class MyTime:
    """One plan. `mine`: of the child whose page it is, who reads with whom; else `child` is whom the reader sees."""

    mine: bool
    child: str
    people: str
    how: str
    times: int
    every: str
    what: str
    travel: str
    meets: tuple[MyMeet, ...]

    @property
    def coming(self) -> list[MyMeet]:
        return sorted((each for each in self.meets if each.ahead), key=lambda each: each.at)

    @property
    def past(self) -> list[MyMeet]:
        return [each for each in self.meets if each.stands != Stands.PLANNED][:4]


@dataclass(frozen=True, slots=True)
class MyAsk:
    """What I asked for, and what came of it."""

    whom: str
    words: str
    asked_on: date
    answer_by: date
    answer: str
    reason: str
    answered_on: date | None
    answered_as: str


@dataclass(frozen=True, slots=True)
class MyTimes:
    """The page."""

    times: tuple[MyTime, ...]
    asks: tuple[MyAsk, ...]


MY_TIMES: dict[str, Read] = {
    "times": lambda: Called(
        "SELECT plan, mine, child, people, how, times, every, what, travel, at, place, stands, why_missed, instead"
        " FROM bonds_my_times()",
        (ID, *[AS_IT_IS] * 8, AT, AS_IT_IS, AS_IT_IS, AS_IT_IS, AT),
    ),
    "asks": lambda: (
        TimeAsk.objects.filter(asker__door__account_id=ACCOUNT, asker__door__capacity=Capacity.SELF)
        .order_by("-asked_on", "-recorded_at")
        .values_list(
            "whom", "words", "asked_on", "answer_by", "answer", "reason", "answered_on", "answered_as"
        )[:20]
    ),
}
_page = Reads(**MY_TIMES)


def my_times(account: UUID, read: Mapping[str, Sequence[Sequence[Any]]] | None = None) -> MyTimes:
    """For the family account that acts, or whose eyes are looked through. One statement, where not read already."""
    read = _page.run(account=account) if read is None else read
    plans: dict[UUID, list[Sequence[Any]]] = {}
    for row in read["times"]:
        plans.setdefault(row[0], []).append(row)
    return MyTimes(
        tuple(_time(rows) for rows in plans.values()),
        tuple(
            MyAsk(
                row[0],
                row[1],
                row[2],
                row[3],
                str(AskAnswer(row[4]).label) if row[4] else "",
                row[5],
                row[6],
                row[7],
            )
            for row in read["asks"]
        ),
    )


def _time(rows: Sequence[Sequence[Any]]) -> MyTime:
    _plan, mine, child, people, how, times, every, what, travel, *_ = rows[0]
    meets = tuple(
        MyMeet(at, place, stands, str(WhyMissed(why).label) if why else "", instead)
        for *_plan, at, place, stands, why, instead in rows
        if at is not None
    )
    return MyTime(
        mine, child or "", people, str(How(how).label), times, str(Every(every).label), what, travel, meets
    )


def my_people(account: UUID) -> tuple[UUID | None, dict[UUID, str]]:
    """Who I am; and for whom I may ask: myself where I am a child, and the children whose parent or carer I am."""
    door = list(
        DoorAccess.objects.filter(account_id=account, during__contains=timezone.now()).values_list(
            "person_id", "capacity"
        )
    )
    me = next((person for person, capacity in door if capacity == Capacity.SELF), None)
    children = [person for person, capacity in door if capacity in {Capacity.PARENT, Capacity.CARER}]
    names = who(children)
    return me, {person: names[person].name for person in children if person in names}
