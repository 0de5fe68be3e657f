"""From facts in columns to obligations in columns, slice by slice of people, with memory that does not grow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa

from kith.law import clock
from kith.law.columnar.register_tables import RegisterTables, as_days
from kith.law.columnar.taking_in import Read, take_in
from kith.law.columnar.wording import InWords
from kith.law.coverage import Coverage
from kith.law.pause import More, Pause, extended, moves
from kith.law.register.book import Register

Obligations: TypeAlias = pa.RecordBatch
"""Columns person, duty, name, starts, due, met, state, force, source, excuse, closed."""
STEPS = Path(__file__).with_name("steps.sql")
SLICE = 1_500_000
"""About so many facts are judged at once."""
MEMORY = "384MB"
# After which steps, and of which links, due days move because the clock stood still.
_STAND_STILL = {"dated": "k.l >= 0", "resumed": "k.l < 0"}
_PAUSED = """
SELECT k.l, k.due, k.starts, k.met, k.deadline, k.duty, list({'on': p.day, 'end': p.ends, 'n': p.n})
  FROM dated k JOIN duty d USING (duty) JOIN pause p ON p.person = k.person AND p.duty = k.duty
 WHERE NOT k.before AND (NOT d.same_ref OR p.ref IS NOT DISTINCT FROM k.ref) AND """
# After which step the clock is asked for the days that the next one needs.
_ASKS = {
    "triggers": "SELECT DISTINCT opening, day FROM trigger WHERE opening IS NOT NULL",
    "links": "SELECT DISTINCT deadline, starts FROM link",
    "suspended": "SELECT DISTINCT deadline, ends FROM suspended WHERE resumes",
}


def derive_all(
    read: Read,
    register: Register,
    *,
    as_at: date,
    coverage: Coverage,
    spill: Path | None = None,
) -> Iterator[Obligations]:
    """Every obligation as at a day, in order of person, duty and start, as Arrow batches.

    `read` is asked at once for the rooms. What does not fit into memory goes into the folder `spill`, and is deleted.
    Raises ValueError for an unknown kind of fact in the register.
    """
    config = {"memory_limit": MEMORY, "preserve_insertion_order": "false"}
    if spill is not None:
        config["temp_directory"] = str(spill)
    connection = duckdb.connect(":memory:", config=config)
    tables = RegisterTables(connection, register, coverage)
    counts = take_in(connection, tables, read)
    connection.execute("SET VARIABLE as_at = CAST(? AS DATE)", [as_at])
    return _each_slice(connection, tables, counts)


def _each_slice(
    connection: duckdb.DuckDBPyConnection, tables: RegisterTables, counts: list[int]
) -> Iterator[Obligations]:
    with connection:
        for first, last in slices(counts):
            yield from _derive(connection, tables, first, last)


def slices(counts: list[int], most: int = SLICE) -> list[tuple[int, int]]:
    """Runs of buckets that hold about `most` facts each, from first to last."""
    found: list[tuple[int, int]] = []
    first, held = 0, 0
    for bucket, count in enumerate(counts):
        if held and held + count > most:
            found.append((first, bucket - 1))
            first, held = bucket, 0
        held += count
    return [*found, (first, len(counts) - 1)]


def _derive(
    connection: duckdb.DuckDBPyConnection, tables: RegisterTables, first: int, last: int
) -> Iterator[Obligations]:
    connection.execute(f"SET VARIABLE first_bucket = {first}; SET VARIABLE last_bucket = {last}")
    for name, sql in steps():
        if name == "obligations":
            words = InWords(connection)
            yield from map(words.put, connection.sql(sql).to_arrow_reader(100_000))
            return
        connection.execute(sql)
        if name in _ASKS:
            _ask_the_clock(connection, tables, _ASKS[name])
        if name in _STAND_STILL:
            _stand_still(connection, tables, _STAND_STILL[name])


def _ask_the_clock(connection: duckdb.DuckDBPyConnection, tables: RegisterTables, wanted: str) -> None:
    """Fill `due_on` with what it lacks: the clock's own answer for each length of time and day that occurs."""
    asked = connection.sql(f"{wanted} EXCEPT SELECT deadline, start FROM due_on").fetchall()
    rows: list[tuple[int, Any, Any]] = [
        (number, start, clock.last_day(start, tables.deadlines[number])) for number, start in asked
    ]
    connection.register("answers", as_days(rows))
    connection.execute("INSERT INTO due_on FROM answers")
    connection.unregister("answers")


def _stand_still(connection: duckdb.DuckDBPyConnection, tables: RegisterTables, which: str) -> None:
    """Move due days as `kith.law.pause` does."""
    moved: list[tuple[Any, int]] = []
    for link, due, starts, met, deadline, duty, told in connection.execute(
        f"{_PAUSED}{which} GROUP BY ALL"
    ).fetchall():
        pauses = [Pause(each["on"], each["end"]) for each in told if each["n"] is None]
        given = [
            More(each["on"], each["end"], *tables.most[duty, each["n"]])
            for each in told
            if each["n"] is not None
        ]
        stood = [day for _, day in moves(due, starts, met, pauses, tables.deadlines[deadline])]
        later = [day for _, day in extended([due, *stood][-1], met, given)]
        moved += [(day, link) for day in [*stood, *later][-1:]]
    if moved:
        connection.executemany("UPDATE dated SET due = ? WHERE l = ?", moved)


def steps() -> list[tuple[str, str]]:
    """The steps of steps.sql, by name and in order."""
    parts = re.split(r"^-- name: (\w+)\n", STEPS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))
