"""Fill one scratch database: rows, indexes, grants, the cards of Find, statistics."""

from __future__ import annotations

import time
from collections.abc import Callable

import psycopg

from kith.bench.filling import door, facts, people, story, work
from kith.bench.filling.dice import functions
from kith.bench.filling.indexes import without_indexes
from kith.bench.filling.plan import Size

SLICE = 4_000
Say = Callable[[str], None]
# Whoever has, or is tied to somebody who has, an involvement: nobody else can have a grant from the rules.
_GRANTED = """
CREATE TEMPORARY TABLE granted AS
WITH held AS (SELECT DISTINCT person_id AS p FROM access_involvement WHERE person_id IS NOT NULL),
near AS (SELECT r.other_id AS p FROM people_relationship r JOIN held ON held.p = r.person_id
          UNION SELECT r.person_id FROM people_relationship r JOIN held ON held.p = r.other_id
          UNION SELECT p FROM held)
SELECT p, row_number() OVER (ORDER BY p) / %(slice)s AS slice FROM near"""


def statements(size: Size) -> list[tuple[str, str]]:
    """Everything that is put in, table by table."""
    return [
        *people.statements(size),
        *work.statements(size),
        *facts.statements(size),
        *story.statements(size),
        *door.statements(size),
    ]


def fill(superuser_url: str, size: Size, say: Say) -> float:
    """Fill an empty, migrated database without firing triggers; returns the seconds it took."""
    began = time.monotonic()
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        run(connection, "SET session_replication_role = replica; SET synchronous_commit = off")
        run(connection, "SET maintenance_work_mem = '512MB'; SET work_mem = '64MB'")
        run(connection, functions(size))
        for table, sql in statements(size):
            started = time.monotonic()
            with without_indexes(connection, table):
                run(connection, sql)
            say(f"{table}: {time.monotonic() - started:.0f} s")
        for what, make in (("grants", _grant), ("cards of Find", _index), ("statistics", _analyze)):
            started = time.monotonic()
            make(connection)
            say(f"{what}: {time.monotonic() - started:.0f} s")
    return time.monotonic() - began


def run(connection: psycopg.Connection, sql: str) -> None:
    """Execute SQL that is put together here, from our own words alone."""
    connection.execute(sql)


def _grant(connection: psycopg.Connection) -> None:
    run(connection, "DROP TABLE IF EXISTS granted")
    run(connection, _GRANTED % {"slice": SLICE})
    run(
        connection,
        "ANALYZE people_relationship, access_involvement, people_familymember, people_personidentity,"
        " granted",
    )
    for (number,) in connection.execute("SELECT DISTINCT slice FROM granted ORDER BY slice").fetchall():
        connection.execute("SELECT access_regrant(array_agg(p)) FROM granted WHERE slice = %s", [number])


def _index(connection: psycopg.Connection) -> None:
    run(
        connection,
        "ANALYZE people_person, people_personname, people_identifier, people_address, access_restriction",
    )
    run(connection, "SELECT people_reindex_all()")


def _analyze(connection: psycopg.Connection) -> None:
    run(connection, "VACUUM (ANALYZE)")
    run(connection, "CHECKPOINT")
