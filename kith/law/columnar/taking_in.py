"""Facts in: each room's own query, run here over the room's tables in columns, and its answers numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pyarrow as pa
from duckdb import DuckDBPyConnection

from kith.law.columnar.register_tables import RegisterTables

BUCKETS = 256
"""People are told apart into so many by the first byte of their ids."""
BIRTH = "birth"
_TABLES = """
CREATE TABLE fact (bucket UTINYINT, what INTEGER, person UUID, day DATE, until DATE, ref UUID);
-- What PostgreSQL, for which the rooms' queries are written too, calls so.
CREATE TYPE jsonb AS JSON;
CREATE MACRO jsonb_build_object(a, b) AS json_object(a::VARCHAR, b),
                                (a, b, c, d) AS json_object(a::VARCHAR, b, c::VARCHAR, d);
"""
# What nobody asks for is not worked out: details only where a duty turns on them. Kinds are written out, so that the
# queries of all others are left out.
_TOLD = """
CREATE OR REPLACE TEMP TABLE detailed AS
SELECT kind, person, day, until, ref, coalesce(detail::VARCHAR, '') AS detail FROM ({facts}) f WHERE kind IN ({kinds})
"""
_DETAILS = "SELECT DISTINCT kind, detail FROM detailed"
_PLAIN = "(SELECT kind, person, day, until, ref, '' AS detail FROM ({facts}) f WHERE kind IN ({kinds}))"
_INSERT = """
INSERT INTO fact
SELECT CAST(CAST(person AS UHUGEINT) >> 120 AS UTINYINT), k.what, person, day, CASE WHEN k.span THEN until END, ref
  FROM {given} f JOIN kind_of k USING (kind, detail)
"""
_MATTER = """
SELECT coalesce(string_agg(person::VARCHAR, ','), '')
  FROM (FROM beside UNION SELECT person FROM fact JOIN kind_of USING (what) WHERE list_contains(?, kind)) p
"""


@dataclass(frozen=True, slots=True)
class Room:
    """What a room holds: `facts` is its query of kind, person, day, until, ref and detail over its `tables`."""

    facts: str
    tables: Mapping[str, pa.Table | pa.RecordBatch]


Aged: TypeAlias = Callable[[pa.Table], str]
"""Ids, between commas, of those whose age matters of the people whose facts were taken in so far, and of those given."""
Read: TypeAlias = Callable[[Aged | None], Iterable[Room]]
"""Gives the rooms; of births, at least those of whom it is told that they matter (None: everybody's)."""


def take_in(connection: DuckDBPyConnection, tables: RegisterTables, read: Read) -> list[int]:
    """Put the facts into a table; returns how many each bucket holds.

    Most people whose birth is recorded are somebody's mother or carer: only births that an answer turns on are read.
    """
    connection.execute(_TABLES)
    kinds, aged = tables.kinds(), tables.kinds_of_some_age()

    def matter(beside: pa.Table) -> str:
        connection.register("beside", beside)
        (ids,) = connection.execute(_MATTER, [aged]).fetchall()[0]
        connection.unregister("beside")
        return str(ids)

    for room in read(None if BIRTH in kinds else matter):
        _take(connection, tables, room, [*kinds, BIRTH] if aged and BIRTH not in kinds else kinds)
    counts = dict(connection.execute("SELECT bucket, count(*) FROM fact GROUP BY bucket").fetchall())
    return [counts.get(bucket, 0) for bucket in range(BUCKETS)]


def _take(connection: DuckDBPyConnection, tables: RegisterTables, room: Room, kinds: list[str]) -> None:
    for name, table in room.tables.items():
        connection.register(name, table)
    told = [kind for kind in kinds if kind in tables.kinds_with_details()]
    if told:
        connection.execute(_TOLD.format(facts=room.facts, kinds=_listed(told)))
        tables.number_all(connection.execute(_DETAILS).fetchall())
        connection.execute(_INSERT.format(given="detailed"))
    if plain := [kind for kind in kinds if kind not in told]:
        tables.number_all([(kind, "") for kind in plain])
        connection.execute(_INSERT.format(given=_PLAIN.format(facts=room.facts, kinds=_listed(plain))))
    for name in room.tables:
        connection.unregister(name)


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)
