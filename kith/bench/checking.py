"""`kith check` from a cold start beside what must be done at least: reading the same files and typing their dates.

The floors are processes of their own: DuckDB over CSV, lxml's streaming parse over XML.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kith.bench.commands import KILOBYTE
from kith.bench.figures import Figure, median
from kith.bench.returned import ROWS_A_CHILD, write_return
from kith.bench.returned_xml import write_census
from kith.core.postgres import PostgresError

YEAR = "2026-27"
CSV_LIMITS = {1_000: 5, 10_000: 5, 100_000: 8}
XML_LIMITS = {10_000: 12, 30_000: 10, 300_000: 10}
"""Children, and at most so many times the floor."""
OVER_FLOOR = 150 * 2**20
"""Bytes of memory over the floor's, at 10,000 children."""
GIGABYTE = 2**30
GROWS = 1.05
READ_CSV = """
import sys, duckdb, pathlib
con = duckdb.connect()
for file in pathlib.Path(sys.argv[1]).glob("*.csv"):
    names = [n for n, *_ in con.execute(f"DESCRIBE SELECT * FROM read_csv('{file}', all_varchar=true)").fetchall()]
    dates = {"DOB", "MC_DOB", "DECOM", "DEC", "REVIEW"}
    typed = ", ".join(f"TRY_CAST(try_strptime({n}, '%d/%m/%Y') AS DATE) AS {n}" if n in dates else n for n in names)
    con.execute(f"CREATE TABLE {file.stem} AS SELECT {typed} FROM read_csv('{file}', all_varchar=true)")
"""
READ_XML = """
import sys
from lxml import etree
for _, element in etree.iterparse(sys.argv[1], events=("end",), tag="Child", resolve_entities=False):
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
"""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds from start to end, and bytes of memory at the highest."""

    seconds: float
    memory: int


def time_checks(*, runs: int, seed: int, say: Callable[[str], None]) -> list[Figure]:
    """Lines of the report: both returns at three sizes, each beside its floor in the same run."""
    figures: list[Figure] = []
    for kind, limits in (("ssda903", CSV_LIMITS), ("cin", XML_LIMITS)):
        medians: dict[int, float] = {}
        for children, limit in limits.items():
            say(f"checking a return of {children:,} children ({kind})")
            pairs = _pairs(kind, children, runs, seed)
            medians[children] = median([check.seconds for check, _ in pairs])
            figures += _of_size(kind, children, limit, pairs)
        figures.append(_growth(kind, medians))
    return figures


def _pairs(kind: str, children: int, runs: int, seed: int) -> list[tuple[Took, Took]]:
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        place, report = Path(folder) / "return", str(Path(folder) / "found.json")
        place.mkdir()
        if kind == "ssda903":
            write_return(place, rows=children * ROWS_A_CHILD, seed=seed, year=2027)
            floor, path = READ_CSV, place
        else:
            floor, path = READ_XML, write_census(place / "census.xml", children=children, seed=seed)
        check = [
            "-m",
            "kith.cli.main",
            "check",
            str(path),
            "--year",
            YEAR,
            "--format",
            "json",
            "--out",
            report,
        ]
        return [(run_alone(check, {0, 1}), run_alone(["-c", floor, str(path)], {0})) for _ in range(runs)]


def run_alone(words: Sequence[str], fine: set[int]) -> Took:
    """Run Python in a process of its own. Raises PostgresError where it ends with a status that is not `fine`."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as said:
        started = subprocess.Popen([sys.executable, *words], stderr=said)  # noqa: S603
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode not in fine:
            what = words[2] if words[0] == "-m" else "the floor"
            said.seek(0)
            why = said.read().decode(errors="replace").strip().rpartition("\n")[2]
            raise PostgresError(
                f"{what} of a check ended with {started.returncode}: {why or 'it said nothing'}"
            )
    return Took(time.monotonic() - began, used.ru_maxrss * KILOBYTE)


def _of_size(kind: str, children: int, limit: int, pairs: list[tuple[Took, Took]]) -> list[Figure]:
    part, floor_is = f"check {kind}", "reading the same files"
    checks, floors = [check for check, _ in pairs], [floor for _, floor in pairs]
    seconds, least = (median([each.seconds for each in those]) for those in (checks, floors))
    memory, least_memory = (max(each.memory for each in those) for those in (checks, floors))
    figures = [Figure(part, f"{children:,} children", seconds, "s", least, floor_is, limit)]
    most = {10_000: OVER_FLOOR + least_memory, 100_000: GIGABYTE}.get(children) if kind == "ssda903" else None
    bound = most / 2**20 if most else None
    figures.append(Figure(part, f"{children:,} children, memory", memory / 2**20, "MB", limit=bound))
    return figures


def _growth(kind: str, medians: dict[int, float]) -> Figure:
    """The exponent of the time between the two largest sizes."""
    (small, quick), (large, slow) = sorted(medians.items())[-2:]
    exponent = math.log(slow / quick) / math.log(large / small)
    return Figure(f"check {kind}", "growth, exponent", exponent, "", limit=GROWS)
