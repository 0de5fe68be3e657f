"""Every read of this room that a screen needs, as typed projections."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kith.design.dates import today
from kith.people.find.results import Found, reasons
from kith.people.find.terms import Terms, read_terms

MOST = 20
_FIND = "SELECT * FROM people_find(%s, %s::date, %s::date[], %s, %s::text[], %s)"
_CHECK_WITH = "SELECT * FROM people_check_with(%s, %s::date, %s::date[], %s::text[])"


@dataclass(frozen=True)
class FindPage:
    """What one search found: at most `MOST` people, and whether there were more."""

    typed: str
    terms: Terms
    people: tuple[Found, ...]
    more: bool


def find(typed: str, *, on: date | None = None, most: int = MOST) -> FindPage:
    """Everybody whom the actor may find and who may be meant by `typed`, the likeliest first.

    One query. Whoever is sealed or relocated is in no index; a restricted person is found by nobody but those
    it names, and as an index line by the front door.
    """
    terms = read_terms(typed, today=on or today())
    if terms.empty:
        return FindPage(typed, terms, (), more=False)
    people = search(terms, most=most + 1)
    return FindPage(typed, terms, tuple(people[:most]), more=len(people) > most)


def search(terms: Terms, *, most: int) -> list[Found]:
    """The same from terms already told apart. One query."""
    asked = [terms.names, terms.born, list(terms.near), terms.postcode, list(terms.codes), most]
    with connection.cursor() as cursor:
        cursor.execute(_FIND, asked)
        rows = cursor.fetchall()
    return [_found(row, terms) for row in rows]


def _found(row: tuple[Any, ...], terms: Terms) -> Found:
    # The dates of birth held (row 7) serve to say why; they are not shown.
    values = [*row[:7], *row[8:10], reasons(row[10], row[7], terms.born), row[11]]
    return Found(*values)


def check_with_before_adding(terms: Terms) -> list[str]:
    """Whom to ask before adding somebody like this: all that is said of a restricted record. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_CHECK_WITH, [terms.names, terms.born, list(terms.near), list(terms.codes)])
        return [team for (team,) in cursor.fetchall()]


@dataclass(frozen=True)
class Pair:
    """Two records that may be one person, as the review shows them."""

    id: UUID
    probability: float
    reasons: tuple[str, ...]
    one: UUID
    one_name: str
    one_born: date | None
    other: UUID
    other_name: str
    other_born: date | None


def waiting_pairs(most: int = 50) -> list[Pair]:
    """Possible duplicates that nobody has decided on, the likeliest first. One query; restricted people
    never."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_waiting_pairs(%s)", [most])
        rows = cursor.fetchall()
    return [Pair(row[0], row[1], tuple(_said(row[2])), *row[3:]) for row in rows]


def _said(reasons_held: object) -> list[str]:
    held = json.loads(reasons_held) if isinstance(reasons_held, str) else reasons_held
    return [str(reason) for reason in held] if isinstance(held, list) else []
