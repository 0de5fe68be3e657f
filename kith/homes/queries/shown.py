"""What was shown of a choice and to whom, and to whom it could be: for those who choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.homes.models import Choice, Wish
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


# Who fosters there no more can be shown nothing; what they were shown stays.
SHOWN = """
SELECT coalesce(r.person, s.reader_id), coalesce(r.as_carer, s.as_carer), r.name, s.id, s.words, s."on",
       EXISTS (SELECT FROM access_release x WHERE x.kind = 'home' AND x.item = s.id AND x.withdrawn_at IS NULL),
       r.person IS NOT NULL
  FROM homes_readers(%(choice)s) r
  FULL JOIN (SELECT * FROM homes_shown WHERE choice_id = %(choice)s) s ON s.reader_id = r.person
 ORDER BY s."on" DESC NULLS LAST, s.recorded_at DESC, 2, 1
"""


def readers(choice: UUID) -> list[Reader]:
    """The child and the carers of the home, by name. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT person, as_carer, name FROM homes_readers(%s)", [choice])
        return [
            Reader(person, carer, name or ("a carer" if carer else "the child"))
            for person, carer, name in cursor.fetchall()
        ]


def readers_and_shown(choice: UUID) -> tuple[list[Reader], list[ShownLine]]:
    """Who could be shown it, and what was shown, the newest first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(SHOWN, {"choice": choice})
        rows = cursor.fetchall()
    found: dict[UUID, Reader] = {}
    lines = []
    for person, carer, name, shown, words, on, stands, reads in rows:
        called = name or ("a carer" if carer else "the child")
        if reads:
            found[person] = Reader(person, carer, called)
        if shown is not None:
            lines.append(ShownLine(shown, called, carer, words, on, stands))
    return list(found.values()), lines


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
