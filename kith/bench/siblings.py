"""Brothers and sisters apart, every night of ten years, beside a scan of the episodes, homes and ties it follows from."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import psycopg

from kith.bench.figures import Figure, median
from kith.bench.scratch import copy, remove

Say = Callable[[str], None]
SMALL, LARGE = 1_000, 10_000
"""Children in care on any one day; four and a half times as many were over ten years."""
SECONDS, TIMES, GROWS = 30.0, 8.0, 1.1
SCANS = (
    "SELECT count(during), count(person_id), count(legal_status) FROM care_episode",
    "SELECT count(placement_postcode), count(urn), count(episode_id) FROM care_episodeplace",
    "SELECT count(person_id), count(other_id), count(kind) FROM people_relationship",
)
SCAN_OF_NIGHTS = (
    "SELECT count(person_id), count(from_on), count(until), count(together) FROM bonds_siblingnights"
)
AGAIN = (
    "INSERT INTO bonds_siblingnights (id, recorded_at, source, person_id, sibling_id, from_on, until, together)"
    " SELECT gen_random_uuid(), recorded_at, source, person_id, sibling_id, from_on, until, together"
    " FROM bonds_siblingnights"
)
"""As many rows again, of the same kind, taken back at once: what PostgreSQL needs to write them."""
COUNTED = 40.0
FIRST, LAST = "2016-11-01", "2026-11-01"


def time_siblings(data: Path, *, runs: int, seed: int, say: Say) -> list[Figure]:
    """Lines of the report: all nights worked out, ten years' figures of every night, and how both grow."""
    figures: list[Figure] = []
    took: dict[int, float] = {}
    for size in (SMALL, LARGE):
        part = f"{size:,} in care"
        say(f"ten years of {size:,} children in care")
        scratch = copy(data, f"kith_bench_siblings_{size}")
        try:
            with psycopg.connect(scratch.urls.superuser, autocommit=True) as connection:
                connection.execute(_filling(size, seed))
                floor, all_of_it, scan, nights = _times(connection, runs)
        finally:
            remove(scratch)
        took[size] = all_of_it + nights
        figures += [
            Figure(
                part, "all nights worked out", all_of_it, "s", floor, "reading and writing the rows", TIMES
            ),
            Figure(part, "ten years, every night counted", nights, "s", scan, "scan of the nights", COUNTED),
            Figure(part, "both together", took[size], "s", limit=SECONDS),
        ]
    exponent = math.log(took[LARGE] / took[SMALL]) / math.log(LARGE / SMALL)
    return [
        *figures,
        Figure("siblings", f"growth from {SMALL:,} to {LARGE:,} in care", exponent, "exponent", limit=GROWS),
    ]


def _filling(size: int, seed: int) -> str:
    query = files("kith.bench").joinpath("siblings.sql").read_text(encoding="utf-8")
    return query.replace("{{cared}}", str(size)).replace("{{seed}}", str(seed))


def _times(connection: psycopg.Connection, runs: int) -> tuple[float, float, float, float]:
    """Seconds of the floor, of working all nights out, of a scan of them, and of counting each night of ten years."""
    counted = files("kith.bonds.queries").joinpath("county.sql").read_text(encoding="utf-8")
    connection.execute("SET SESSION AUTHORIZATION kith_owner; SET kith.migrating = 'on'")
    connection.execute("SELECT bonds_work_out_all()")
    floors, alls, scans, nights = [], [], [], []
    for _ in range(runs):
        with connection.transaction(force_rollback=True):
            floors.append(sum(_seconds(connection, each) for each in (*SCANS, AGAIN)))
        alls.append(_seconds(connection, "SELECT bonds_work_out_all()"))
        connection.execute("ANALYZE bonds_siblingnights")
        scans.append(_seconds(connection, SCAN_OF_NIGHTS))
        began = time.monotonic()
        rows = connection.execute(counted, {"first": FIRST, "last": LAST}).fetchall()
        nights.append(time.monotonic() - began)
        if len(rows) < 3_652 or not any(apart for _night, _known, apart in rows):
            raise ValueError("Ten years of nights are to be counted, and some children live apart.")
    return median(floors), median(alls), median(scans), median(nights)


def _seconds(connection: psycopg.Connection, query: str) -> float:
    began = time.monotonic()
    connection.execute(query)
    return time.monotonic() - began
