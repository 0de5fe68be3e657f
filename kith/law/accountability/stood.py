"""Everybody's duties of four quarters, each with how it stands and where it counts: in columns, in DuckDB."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb
import pyarrow as pa

from kith.law.accountability import periods
from kith.law.accountability.suppress import Count
from kith.law.columnar import Obligations

BREAKDOWNS = ("month", "team", "kind", "group")
# Never two of which one holds the other whole: a sum of kinds beside the kinds would give a hidden one back.
NO_TEAM = "none"
STEPS = Path(__file__).with_name("stood.sql")
_MEMORY = "256MB"
_TABLES = """
CREATE TABLE lead (person UUID, team VARCHAR, since DATE, until DATE, place INTEGER);
CREATE TABLE grouped (person UUID, name VARCHAR);
CREATE TABLE obligation (person UUID, duty VARCHAR, name VARCHAR, starts DATE, due DATE, met DATE, state VARCHAR,
                         closed DATE);
"""
_TAKE = (
    "INSERT INTO obligation SELECT person, duty, name, starts, due, met, state, closed FROM incoming WHERE "
)
_WINDOW = "due BETWEEN getvariable('first_day') AND getvariable('last_day')"
_UNTIMELY = "CASE WHEN state IN ('late', 'met_late', 'missed') THEN 'untimely' END"
_TEAMS = "SELECT DISTINCT team FROM stood WHERE team <> 'none' ORDER BY 1"

Lead = tuple[UUID, str, date | None, date | None, int]
"""A person, the team that led for them, from a day and up to one (or without end), and the place of this kind of lead."""
Cell = tuple[date, str, str, str, Count]
"""A quarter, a breakdown ('total' for none), its line, a state ('untimely' and 'all' put several together), how many."""


@dataclass(frozen=True, slots=True)
class Around:
    """What decides where a duty counts, beside the duty itself."""

    leads: Sequence[Lead]
    groups: Sequence[tuple[UUID, str]]
    as_at: date


class Stood:
    """The table of what stood how. Ask it for counts or, of what the asker may open, for rows."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def teams(self) -> list[str]:
        """Ids of the teams that led for somebody."""
        return [team for (team,) in self._connection.execute(_TEAMS).fetchall()]

    def cells(self, team: str | None = None) -> Iterator[Cell]:
        """Counts of the council, or of one team, in each quarter: by each breakdown alone, and in total."""
        where, given = ("WHERE team = ?", [team]) if team else ("", [])
        for by in ("total", *BREAKDOWNS):
            if by == "team" and team:
                continue
            line = "''" if by == "total" else f'"{by}"'
            for states in ("state", _UNTIMELY, "'all'"):
                columns = f"quarter, {line}, {states}, count(*), count(DISTINCT person)"
                sql = f"SELECT {columns} FROM stood {where} GROUP BY 1, 2, 3"
                for quarter, key, state, duties, people in self._connection.execute(sql, given).fetchall():
                    if state is not None:
                        yield quarter, by, key, state, Count(duties, people)

    def rows(self, quarter: date, by: str, key: str, state: str, team: str | None) -> list[tuple[Any, ...]]:
        """(person, duty, name, starts, due, met) of one figure, the longest late first."""
        line = "''" if by == "total" else f'"{by}"'
        found: list[tuple[Any, ...]] = self._connection.execute(
            f"SELECT person, duty, name, starts, due, met FROM stood WHERE quarter = ? AND {line} = ?"
            " AND (state = ? OR ? = 'untimely' AND state IN ('late', 'met_late', 'missed'))"
            " AND (?::VARCHAR IS NULL OR team = ?) ORDER BY due, person, duty, starts",
            [quarter, key, state, state, team, team],
        ).fetchall()
        return found


@contextmanager
def stood(batches: Iterable[Obligations], around: Around) -> Iterator[Stood]:
    """Take the obligations in and lay them out. The engine's own batches are read one at a time."""
    with duckdb.connect(":memory:", config={"memory_limit": _MEMORY, "threads": "2"}) as connection:
        connection.execute(_TABLES)
        days = periods.quarters(around.as_at)
        for name, day in (
            ("as_at", around.as_at), ("first_day", days[-1]), ("last_day", periods.last_day(days[0])),
        ):  # fmt: skip
            connection.execute(f"SET VARIABLE {name} = CAST(? AS DATE)", [day])
        _fill(
            connection, "lead", around.leads, (pa.uuid(), pa.string(), pa.date32(), pa.date32(), pa.int32())
        )
        _fill(connection, "grouped", around.groups, (pa.uuid(), pa.string()))
        for batch in batches:
            connection.register("incoming", pa.Table.from_batches([batch]))
            connection.execute(_TAKE + _WINDOW)
            connection.unregister("incoming")
        parts = re.split(r"^-- name: \w+\n", STEPS.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for sql in parts[1:]:
            connection.execute(sql)
        yield Stood(connection)


def _fill(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]], kinds: Sequence[Any]
) -> None:
    if not rows:
        return
    columns = zip(*rows, strict=True)
    made = [
        pa.array([each.bytes if isinstance(each, UUID) else each for each in column], kind)
        for column, kind in zip(columns, kinds, strict=True)
    ]
    connection.register("given", pa.table(made, names=[f"c{n}" for n in range(len(kinds))]))
    connection.execute(f"INSERT INTO {table} SELECT * FROM given")
    connection.unregister("given")
