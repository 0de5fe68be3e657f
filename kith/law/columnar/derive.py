"""From facts in columns to obligations in columns, slice by slice of people, with memory that does not grow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

import duckdb
import pyarrow as pa

from kith.law import clock, fact_kinds
from kith.law.columnar.register_tables import RegisterTables, as_days
from kith.law.coverage import Coverage
from kith.law.pause import Pause, moves
from kith.law.register.book import Register

Obligations: TypeAlias = pa.RecordBatch
"""Columns person, duty, name, starts, due, met, state, force, source, excuse, closed."""
STEPS = Path(__file__).with_name("steps.sql")
BUCKETS = 256
"""People are told apart into so many by the first byte of their ids."""
SLICE = 1_500_000
"""About so many facts are judged at once."""
AT_A_TIME = 500_000
MEMORY = "384MB"
_FACT = """
CREATE TABLE fact (bucket UTINYINT, what INTEGER, person UUID, day DATE, until DATE, ref UUID)
"""
NO_END, NO_MATTER = date(9999, 1, 1), UUID(int=0)
"""What stands for a span that lasts and for a fact of no matter, where null is dear to send."""
_INSERT = f"""
INSERT INTO fact
SELECT bucket, what, person, day, nullif(until, DATE '{NO_END}'), nullif(ref, UUID '{NO_MATTER}') FROM incoming
"""
# After which steps, and of which links, due days move because the clock stood still.
_STAND_STILL = {"dated": "k.l > 0", "resumed": "k.l < 0"}
_PAUSED = """
SELECT k.l, k.due, k.starts, k.met, k.deadline, list({'on': p.day, 'end': p.ends})
  FROM dated k JOIN duty d USING (duty) JOIN pause p ON p.person = k.person AND p.duty = k.duty
 WHERE NOT k.before AND (NOT d.same_ref OR p.ref IS NOT DISTINCT FROM k.ref) AND """
BIRTH = "birth"
_AGED = "SELECT DISTINCT person FROM fact JOIN kind_of USING (what) WHERE list_contains(?, kind)"
# After which step the clock is asked for the days that the next one needs.
_ASKS = {
    "triggers": "SELECT DISTINCT opening, day FROM trigger WHERE opening IS NOT NULL",
    "links": "SELECT DISTINCT deadline, starts FROM link",
    "suspended": "SELECT DISTINCT deadline, ends FROM suspended WHERE resumes",
}


@dataclass(frozen=True, slots=True)
class FactBatch:
    """Facts of one kind.

    `columns` has bucket (the first byte of the person's id), person and ref (uuid), day and until (date32); ref and
    until may be null, or NO_MATTER and NO_END.
    `details` are those of each fact, as JSON text, or empty where nobody asks for them.
    """

    kind: str
    columns: pa.Table
    details: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which facts are wanted: kinds; those of them with their details, their end, and their matter; of whom only."""

    kinds: list[str]
    detailed: list[str] = field(default_factory=list)
    spans: list[str] = field(default_factory=list)
    of_a_matter: list[str] = field(default_factory=list)
    only: list[UUID] | None = None


Read = Callable[[Asked], Iterable[FactBatch]]


def derive_all(
    read: Read,
    register: Register,
    *,
    as_at: date,
    coverage: Coverage,
    spill: Path | None = None,
) -> Iterator[Obligations]:
    """Every obligation as at a day, in order of person, duty and start, as Arrow batches.

    `read` is asked at once for facts. What does not fit into memory goes into the folder `spill`, and is deleted.
    Raises ValueError for an unknown kind of fact.
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


def take_in(connection: duckdb.DuckDBPyConnection, tables: RegisterTables, read: Read) -> list[int]:
    """Put the facts into a table; returns how many each bucket holds.

    Most people whose birth is recorded are somebody's mother or carer: only births that an answer turns on are read.
    """
    connection.execute(_FACT)
    kinds = tables.kinds()
    spans = [kind for kind in kinds if kind in fact_kinds.known() and fact_kinds.known()[kind].span]
    _insert(
        connection, tables, read(Asked(kinds, tables.kinds_with_details(), spans, tables.kinds_of_a_matter()))
    )
    if BIRTH not in kinds and (aged := tables.kinds_of_some_age()):
        people = connection.execute(_AGED, [aged]).fetchall()
        _insert(connection, tables, read(Asked([BIRTH], only=[person for (person,) in people])))
    counts = dict(connection.execute("SELECT bucket, count(*) FROM fact GROUP BY bucket").fetchall())
    return [counts.get(bucket, 0) for bucket in range(BUCKETS)]


def _insert(
    connection: duckdb.DuckDBPyConnection, tables: RegisterTables, batches: Iterable[FactBatch]
) -> None:
    """Put batches into the table, many at a time."""
    held: list[pa.Table] = []
    for batch in batches:
        held.append(batch.columns.append_column("what", _numbers(tables, batch)))
        if sum(each.num_rows for each in held) > AT_A_TIME:
            _insert_now(connection, held)
    _insert_now(connection, held)


def _insert_now(connection: duckdb.DuckDBPyConnection, held: list[pa.Table]) -> None:
    if held:
        connection.register("incoming", pa.concat_tables(held))
        connection.execute(_INSERT)
        connection.unregister("incoming")
        held.clear()


def _numbers(tables: RegisterTables, batch: FactBatch) -> Any:
    if batch.details:
        return pa.array([tables.number(batch.kind, detail) for detail in batch.details], pa.int32())
    return pa.repeat(pa.scalar(tables.number(batch.kind, ""), pa.int32()), batch.columns.num_rows)


def _derive(
    connection: duckdb.DuckDBPyConnection, tables: RegisterTables, first: int, last: int
) -> Iterator[Obligations]:
    connection.execute(f"SET VARIABLE first_bucket = {first}; SET VARIABLE last_bucket = {last}")
    for name, sql in steps():
        if name == "obligations":
            yield from connection.sql(sql).to_arrow_reader(100_000)
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
    for link, due, starts, met, deadline, told in connection.execute(
        f"{_PAUSED}{which} GROUP BY ALL"
    ).fetchall():
        pauses = [Pause(**each) for each in told]
        moved += [(day, link) for _, day in moves(due, starts, met, pauses, tables.deadlines[deadline])][-1:]
    if moved:
        connection.executemany("UPDATE dated SET due = ? WHERE l = ?", moved)


def steps() -> list[tuple[str, str]]:
    """The steps of steps.sql, by name and in order."""
    parts = re.split(r"^-- name: (\w+)\n", STEPS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))
