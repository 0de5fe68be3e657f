"""Going home as a child's workers read it: what reviews said, the way, the nights, who says what, the year after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kith.bonds.actions.home import a_year_after
from kith.bonds.models import (
    Goes,
    GoingHome,
    HomeEnd,
    HomeLookedAt,
    HomeMust,
    HomeNight,
    HomeRoute,
    HomeSay,
    HomeSays,
    Risk,
)
from kith.care.models import Episode, ReviewPlanned
from kith.care.models.reviewing import HomeAnswer
from kith.care.short_breaks import SHORT_BREAKS
from kith.core.reads import IDS, Reads
from kith.design.dates import today
from kith.people.page_queries import who

WAY = (
    "id", "to_whom", "assessed_on", "risk", "changed", "worries", "agreed_on", "agreed_by", "route", "approved_by",
    "home_on", "skipped", "ended_on", "came_of_it", "end_words",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Must:
    """What has to be in place."""

    way: UUID
    id: UUID
    what: str
    who: str
    help: str
    by_when: date
    done_on: date | None

    @property
    def late(self) -> bool:
        return self.done_on is None and self.by_when < today()


@dataclass(frozen=True, slots=True)
class Say:
    """What one person says. `shown_on`: since when they read the way on their own page."""

    way: UUID
    person: UUID
    name: str
    says: str
    words: str
    said_on: date | None
    shown_on: date | None


@dataclass(frozen=True, slots=True)
class Nights:
    """Nights at home; `went` is blank while they are to come, or nobody has written how they went."""

    way: UUID
    id: UUID
    from_on: date
    until: date
    went: str
    child_said: str

    @property
    def to_say(self) -> bool:
        return not self.went and self.from_on <= today()


@dataclass(frozen=True, slots=True)
class Looked:
    """One look at living at home again."""

    way: UUID
    on: date
    goes: str
    child_said: str
    family_said: str
    extra_help: str

    @property
    def says(self) -> str:
        return str(Goes(self.goes).label)


@dataclass(frozen=True, slots=True)
class Way:
    """One way home, with all that belongs to it. `again_on`: they came into care again since."""

    id: UUID
    to_whom: str
    assessed_on: date
    risk: str
    changed: str
    worries: str
    agreed_on: date | None
    agreed_by: str
    route: str
    approved_by: str
    home_on: date | None
    skipped: str
    ended_on: date | None
    came_of_it: str
    end_words: str
    musts: tuple[Must, ...]
    says: tuple[Say, ...]
    nights: tuple[Nights, ...]
    looked: tuple[Looked, ...]
    again_on: date | None

    @property
    def stage(self) -> str:
        """Where it stands, in words."""
        if self.ended_on:
            return str(HomeEnd(self.came_of_it).label)
        if self.home_on:
            return "at home again"
        return "agreed, and being prepared" if self.agreed_on else "being looked into"

    @property
    def route_says(self) -> str:
        return str(HomeRoute(self.route).label) if self.route else ""

    @property
    def risk_says(self) -> str:
        return str(Risk(self.risk).label)

    @property
    def year_over_on(self) -> date | None:
        return a_year_after(self.home_on) if self.home_on else None

    @property
    def waits(self) -> int:
        return sum(each.done_on is None for each in self.musts)


@dataclass(frozen=True, slots=True)
class HomePage:
    """The staff's page. `reviews`: (day, answer, words), the latest first."""

    reviews: tuple[tuple[date, str, str], ...]
    ways: tuple[Way, ...]

    @property
    def now(self) -> Way | None:
        return next((each for each in self.ways if each.ended_on is None), None)


_page = Reads(
    reviews=lambda: (
        ReviewPlanned.objects.filter(person_id__among=IDS, held_on__isnull=False)
        .exclude(home_answer="")
        .order_by("-held_on")
        .values_list("held_on", "home_answer", "home_words")[:6]
    ),
    ways=lambda: (
        GoingHome.objects.filter(child_id__among=IDS)
        .order_by("-assessed_on", "-recorded_at")
        .values_list(*WAY)
    ),
    musts=lambda: (
        HomeMust.objects.filter(child_id__among=IDS)
        .order_by("by_when", "id")
        .values_list("way_id", "id", "what", "who", "help", "by_when", "done_on")
    ),
    says=lambda: (
        HomeSay.objects.filter(child_id__among=IDS)
        .order_by("recorded_at", "id")
        .values_list("way_id", "person_id", "says", "words", "said_on", "shown_on")
    ),
    nights=lambda: (
        HomeNight.objects.filter(child_id__among=IDS)
        .order_by("from_on", "id")
        .values_list("way_id", "id", "from_on", "until", "went", "child_said")
    ),
    looked=lambda: (
        HomeLookedAt.objects.filter(child_id__among=IDS)
        .order_by("-on", "id")
        .values_list("way_id", "on", "goes", "child_said", "family_said", "extra_help")
    ),
    again=lambda: (
        Episode.objects.filter(person_id__among=IDS, reason_new_episode="S")
        .exclude(legal_status__in=SHORT_BREAKS)
        .order_by("started_on")
        .values_list("started_on")
    ),
)


def home_page(persons: Sequence[UUID]) -> HomePage:
    """Two statements, of which one asks for names."""
    read = _page.run(ids=list(persons))
    names = who([row[1] for row in read["says"]])
    says = [
        Say(row[0], row[1], names[row[1]].name if row[1] in names else "", *_said(row[2:]))
        for row in read["says"]
    ]
    return HomePage(
        tuple((on, str(HomeAnswer(answer).label), words) for on, answer, words in read["reviews"]),
        tuple(_way(row, read, says) for row in read["ways"]),
    )


def _said(row: Sequence[Any]) -> tuple[str, str, date | None, date | None]:
    says, words, said_on, shown_on = row
    return (str(HomeSays(says).label) if says else "", words, said_on, shown_on)


def _way(row: Sequence[Any], read: Mapping[str, Sequence[Sequence[Any]]], says: Sequence[Say]) -> Way:
    way, home_on, ended_on = row[0], row[10], row[12]
    again = [
        on for (on,) in read["again"] if home_on and on > home_on and (ended_on is None or on <= ended_on)
    ]
    parts = [
        tuple(kind(*each) for each in read[name] if each[0] == way)
        for name, kind in (("musts", Must), ("nights", Nights), ("looked", Looked))
    ]
    mine = tuple(each for each in says if each.way == way)
    return Way(*row, parts[0], mine, parts[1], parts[2], again[0] if again else None)  # type: ignore[call-arg]
