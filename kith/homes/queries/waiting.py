"""Children for whom a home is looked for, as anybody who looks through homes may know them: no name, no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.homes.models import Home, Profile
from kith.homes.rules import Coming, age_on
from kith.homes.scores import Wanted
from kith.homes.words import GROUPS, TEENAGER


@dataclass(frozen=True, slots=True)
class Waits:
    """One child who waits: how old, since when, of which of the four groups, and strengths first."""

    profile: UUID
    reference: str
    age: int
    sex: str
    together: UUID
    group: int
    of: tuple[str, ...]
    strengths: str
    days: int
    by_when: date | None
    coming: Coming
    wanted: Wanted

    @property
    def groups(self) -> str:
        """The groups in words."""
        return ", ".join(GROUPS[each] for each in self.of)


def who_waits(today: date) -> list[Waits]:
    """Every child for whom a home is looked for, who waited longest first. One statement."""
    rows = list(Profile.objects.filter(found_on__isnull=True).order_by("asked_on", "reference"))
    sizes = Counter(row.together for row in rows)
    return [waits(row, today, sizes[row.together]) for row in rows]


def waits(row: Profile, today: date, group: int, child: UUID | None = None) -> Waits:
    """One profile as it may be shown and reckoned with."""
    age = age_on(row.born_on, today)
    marks = {
        "siblings": group > 1,
        "teenagers": age >= TEENAGER,
        "unaccompanied": row.unaccompanied,
        "trauma": row.trauma,
    }
    return Waits(
        profile=row.id,
        reference=row.reference,
        age=age,
        sex=row.sex,
        together=row.together,
        group=group,
        of=tuple(each for each in GROUPS if marks[each]),
        strengths=row.strengths,
        days=(today - row.asked_on).days,
        by_when=row.by_when,
        coming=Coming(row.born_on, sex=row.sex, id=child, family=row.together),
        wanted=wanted(row, group),
    )


def wanted(row: Profile, group: int) -> Wanted:
    """What would fit, as scores read it. Of the four groups a home that is good at them is asked by itself."""
    asked = set(row.skills)
    asked |= {"unaccompanied"} if row.unaccompanied else set()
    asked |= {"trauma"} if row.trauma else set()
    asked |= {"siblings"} if group > 1 else set()
    loved = row.loved
    return Wanted(
        frozenset(asked),
        frozenset(row.languages),
        frozenset(row.faiths),
        frozenset(row.cultures),
        frozenset(row.likes),
        frozenset(row.avoids),
        frozenset(row.parents_like),
        _spot(row.home_east, row.home_north),
        _spot(row.school_east, row.school_north),
        tuple(zip(loved[::2], loved[1::2], strict=False)),
        group,
    )


@dataclass(frozen=True, slots=True)
class Enough:
    """One of the four groups: who waits, how long at most, homes good at them with room, and places in those."""

    name: str
    waiting: int
    longest: int | None
    homes: int
    places: int

    @property
    def short(self) -> int:
        """Places missing, if every such home took nobody else."""
        return max(0, self.waiting - self.places)


def enough(waiting: Sequence[Waits]) -> list[Enough]:
    """Homes against who waits, for each of the four groups. One statement."""
    rooms = list(Home.objects.filter(closed_on__isnull=True, free__gt=0).values_list("skills", "free"))
    found = []
    for code, name in GROUPS.items():
        of = [each for each in waiting if code in each.of]
        # A home for brothers and sisters has room for two.
        free = [number for skills, number in rooms if code in skills and (code != "siblings" or number > 1)]
        found.append(
            Enough(name, len(of), max((each.days for each in of), default=None), len(free), sum(free))
        )
    return found


def _spot(east: int | None, north: int | None) -> tuple[int, int] | None:
    return None if east is None or north is None else (east, north)
