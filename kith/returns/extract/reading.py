"""Reading listings: each is one statement, in the asker's own transaction and under the asker's policies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from django.db import connection

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.returns.extract.listing import Column, Listing

Row = tuple[Any, ...]
AsSql = Callable[[Column], str]
BATCH = 2000
BY_ID = "person.local_id, person.who"
# No time spent on compiling a statement, and room to sort in memory. The planner guesses how many rows a common
# table expression has: one guessed too few and joined a row at a time would cost the square of the county.
_SETTINGS = """
SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true),
       set_config('enable_nestloop', 'off', true)
"""
_ONE_MOMENT = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ"
_AS_BEFORE = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED"


@dataclass(frozen=True)
class Extract:
    """The record as it stands at one moment, asked about as at a day.

    `people_by` is the SQL that the rows of people are in order of; `shuffled`: all other rows are in none.
    """

    as_at: date
    people_by: str = BY_ID
    shuffled: bool = False

    def rows(self, listing: Listing, write: AsSql) -> Iterator[tuple[UUID | None, Row]]:
        """Rows of a listing, each with whose it is; `write` gives the SQL of a column that is recorded.

        Of people whose records are restricted, sealed or relocated there is none. Nothing is read of a listing
        of which nothing is recorded.
        """
        if not listing.rows:
            return
        whose, order = ("person.who", [self.people_by]) if listing.of_people else ("NULL::uuid", [])
        columns = ", ".join([whose, *(write(each) if each.recorded else "NULL" for each in listing.columns)])
        order += ["random()"] if self.shuffled and not listing.of_people else [listing.order or "1"]
        shown = f"({listing.where}) AND NOT person.held" if listing.of_people else listing.where
        sql = f"SELECT {columns} {listing.rows} WHERE {shown} ORDER BY {', '.join(order)}"
        with connection.chunked_cursor() as cursor:
            cursor.execute(_record() + sql, {"as_at": self.as_at})
            while batch := cursor.fetchmany(BATCH):
                for row in batch:
                    yield row[0], row[1:]

    def left_out(self, asked: Sequence[Listing]) -> dict[str, int]:
        """Listing's key to how many would be in it, were their records not restricted, sealed or relocated."""
        counts = " UNION ALL ".join(
            f"SELECT '{each.key}', count(DISTINCT person.who) {each.rows} WHERE ({each.where}) AND person.held"
            for each in asked
            if each.rows and each.of_people
        )
        return self._counted(counts)

    def kept_safe(self, asked: Sequence[Listing]) -> int:
        """How many people in the listings have a home that is kept safe: where they are is told nowhere."""
        who = " UNION ".join(
            f"SELECT person.who {each.rows} WHERE ({each.where}) AND NOT person.held AND person.kept_safe"
            for each in asked
            if each.rows and each.of_people
        )
        return self._counted(f"SELECT '', count(*) FROM ({who}) kept_safe_here").get("", 0) if who else 0

    def _counted(self, counts: str) -> dict[str, int]:
        if not counts:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(_record() + counts, {"as_at": self.as_at})
            return {key: number for key, number in cursor.fetchall() if number}


@contextmanager
def as_of(by: Actor, as_at: date, *, people_by: str = BY_ID, shuffled: bool = False) -> Iterator[Extract]:
    """One read-only transaction of the asker's, in which every listing is of the same moment (see `Extract`)."""
    with connection.cursor() as cursor:
        cursor.execute(_ONE_MOMENT)
    try:
        with acting(by, read_only=True):
            with connection.cursor() as cursor:
                cursor.execute(_SETTINGS)
            yield Extract(as_at, people_by, shuffled)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(_AS_BEFORE)


@cache
def _record() -> str:
    parts = sorted(
        (each for each in (files("kith.returns.extract") / "record").iterdir() if each.name.endswith(".sql")),
        key=lambda file: file.name,
    )
    return "WITH " + "\n".join(each.read_text(encoding="utf-8") for each in parts)
