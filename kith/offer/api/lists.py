"""Pages of the API's lists. Where each hundredth row begins is worked out once for each state of the directory."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from django.db import connection

from kith.offer.api.asked import Query

STEP = 100
REMEMBERED = 200
_SERVICES = ("offer_published p", "p.service_id", "p.document")
_PLACES = (
    "(SELECT p.service_id, p.document, p.provider_id, p.minimum_age, p.maximum_age, p.modified_at, l.id, l.place"
    "   FROM offer_published p JOIN offer_spot l ON l.service_id = p.service_id WHERE l.place IS NOT NULL) p",
    "p.id",
    "p.document, p.place",
)
SOURCES = {"services": _SERVICES, "places": _PLACES}


@dataclass(frozen=True, slots=True)
class State:
    """How often the public copy has changed, and when last."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Marks:
    """How many rows a list has, and the key of every hundredth from the first."""

    total: int
    keys: tuple[Any, ...]


_marks: OrderedDict[tuple[Any, ...], Marks] = OrderedDict()
_lock = Lock()


def state() -> State:
    """The state of the public copy. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, at FROM offer_revision")
        row = cursor.fetchone()
    return State(*row) if row else State(0, datetime.fromtimestamp(0, tz=UTC))


def page(kind: str, query: Query, now: State) -> tuple[int, list[tuple[Any, ...]]]:
    """How many there are, and the rows of one page, by their keys. One statement, and one more on a new list."""
    marks = _marks_of(kind, query, now)
    skip = (query.page - 1) * query.size
    if skip >= marks.total:
        return marks.total, []
    table, key, chosen = SOURCES[kind]
    begins = marks.keys[skip // STEP]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {chosen} FROM {table} WHERE {query.where} AND {key} >= %s ORDER BY {key} LIMIT %s OFFSET %s",
            [*query.values, begins, query.size, skip % STEP],
        )
        return marks.total, cursor.fetchall()


def _marks_of(kind: str, query: Query, now: State) -> Marks:
    # The database is part of the key: tests and a restored copy begin their counting anew.
    name = (connection.settings_dict["NAME"], now.number, now.at, kind, query.where, query.values)
    with _lock:
        if found := _marks.get(name):
            _marks.move_to_end(name)
            return found
    table, key, _ = SOURCES[kind]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT key, number, total FROM (SELECT {key} AS key, row_number() OVER (ORDER BY {key}) AS number,"
            f" count(*) OVER () AS total FROM {table} WHERE {query.where}) n WHERE number %% {STEP} = 1 ORDER BY number",
            list(query.values),
        )
        rows = cursor.fetchall()
    made = Marks(rows[0][2] if rows else 0, tuple(row[0] for row in rows))
    with _lock:
        _marks[name] = made
        while len(_marks) > REMEMBERED:
            _marks.popitem(last=False)
    return made
