"""What was shown of a choice and to whom, and to whom it could be: for those who choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.homes.models import Choice, Shown, Wish
from kith.homes.rules import age_on
from kith.homes.words import FAITHS, LANGUAGES, LIVES_HERE, named


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who could be shown it."""

    person: UUID
    as_carer: bool
    name: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    """What somebody was shown. `stands`: not taken back."""

    id: UUID
    name: str
    as_carer: bool
    words: str
    on: date
    stands: bool


@dataclass(frozen=True, slots=True)
class WishLine:
    """What a young person said matters to them."""

    words: str
    on: date


def readers(choice: UUID) -> list[Reader]:
    """The child and the carers of the home, by name. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT person, as_carer, name FROM homes_readers(%s)", [choice])
        return [
            Reader(person, carer, name or ("a carer" if carer else "the child"))
            for person, carer, name in cursor.fetchall()
        ]


def shown_of(choice: UUID, among: Sequence[Reader]) -> list[ShownLine]:
    """What was shown of a choice, the newest first. Two statements."""
    rows = list(Shown.objects.filter(choice_id=choice).order_by("-on", "-recorded_at"))
    stand = (
        set(
            Release.objects.filter(
                kind=ReleasedKind.HOME, item__in=[row.id for row in rows], withdrawn_at=None
            ).values_list("item", flat=True)
        )
        if rows
        else set()
    )
    names = {each.person: each.name for each in among}
    return [
        ShownLine(
            row.id, names.get(row.reader_id, "somebody"), row.as_carer, row.words, row.on, row.id in stand
        )
        for row in rows
    ]


def wishes_of(persons: Sequence[UUID]) -> list[WishLine]:
    """What a child said matters to them where they live, the newest first. One statement."""
    rows = Wish.objects.filter(person_id__in=persons).order_by("-on", "-recorded_at")
    return [WishLine(row.words, row.on) for row in rows[:5]]


def first_words(choice: UUID, today: date, *, as_carer: bool) -> str:
    """What could be said, to begin with: what anybody may know who looks through homes, or children. One statement."""
    row = Choice.objects.select_related("home", "search__profile").get(id=choice)
    if as_carer:
        profile = row.search.profile
        age = age_on(profile.born_on, today)
        who = {"F": "A girl", "M": "A boy"}.get(profile.sex, "A child")
        return f"{who} of {age}. {profile.strengths}"
    home = row.home
    told = [f"A {home.get_kind_display()}."]
    if home.lives_here:
        told.append(f"There: {named(home.lives_here, LIVES_HERE)}.")
    if home.languages:
        told.append(f"They speak {named(home.languages, LANGUAGES)}.")
    if home.faiths and home.faiths != ["none"]:
        told.append(f"Their faith: {named(home.faiths, FAITHS)}.")
    return " ".join(told)
