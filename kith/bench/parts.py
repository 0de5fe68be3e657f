"""The parts of a bench, in order, and the report that they make together."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kith.bench import pages, work
from kith.bench.alike import time_alike
from kith.bench.chat import time_chat
from kith.bench.checking import time_checks
from kith.bench.demo import time_demo
from kith.bench.directory import time_directory
from kith.bench.duties import time_duties
from kith.bench.figures import Figure
from kith.bench.filling.plan import Size
from kith.bench.homes import time_homes
from kith.bench.loading import time_load
from kith.bench.phone import time_phone
from kith.bench.scratch import Scratch, filled, remove
from kith.bench.siblings import time_siblings
from kith.bench.writing import time_writing

PARTS = (
    "pages",
    "work",
    "alike",
    "load",
    "demo",
    "duties",
    "check",
    "write",
    "directory",
    "phone",
    "chat",
    "homes",
    "siblings",
)
SMALL = 1_000
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure, and how much of it."""

    people: int
    requests: int
    runs: int
    rows: int
    children: int
    parts: tuple[str, ...]
    keep: bool
    seed: int
    known: int = 100_000


@dataclass(slots=True)
class Report:
    """Everything that one run measured."""

    wanted: Wanted
    figures: list[Figure] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The report as plain values."""
        return {
            "machine": {
                "cores": os.cpu_count(),
                "python": platform.python_version(),
                "system": platform.system(),
            },
            "wanted": asdict(self.wanted),
            "figures": [each.as_json() for each in self.figures],
        }


def measure(data: Path, wanted: Wanted, say: Say) -> Report:
    """Run the parts that are wanted. Raises ValueError for a size too small or uneven, else PostgresError."""
    report = Report(wanted)
    if {"pages", "work"} & set(wanted.parts):
        _pages(data, wanted, say, report)
    if "alike" in wanted.parts:
        report.figures += _alike(data, wanted, say, report)
    if "load" in wanted.parts:
        report.figures += time_load(data, rows=wanted.rows, seed=wanted.seed, say=say)
    if "demo" in wanted.parts:
        say(f"making a demo of {wanted.children:,} children")
        report.figures += time_demo(data, children=wanted.children, seed=wanted.seed)
    if "duties" in wanted.parts:
        report.figures += time_duties(data, known=wanted.known, runs=wanted.runs, seed=wanted.seed, say=say)
    if "check" in wanted.parts:
        report.figures += time_checks(runs=wanted.runs, seed=wanted.seed, say=say)
    if "write" in wanted.parts:
        report.figures += time_writing(data, runs=wanted.runs, seed=wanted.seed, say=say)
    report.figures += _rooms(data, wanted, say)
    return report


def _rooms(data: Path, wanted: Wanted, say: Say) -> list[Figure]:
    """The parts of single rooms, each in a scratch database of its own."""
    found: list[Figure] = []
    if "directory" in wanted.parts:
        found += time_directory(data, requests=wanted.requests, runs=wanted.runs, seed=wanted.seed, say=say)
    if "phone" in wanted.parts:
        found += time_phone(data, runs=wanted.runs, say=say)
    if "homes" in wanted.parts:
        found += time_homes(data, runs=wanted.runs, seed=wanted.seed, say=say)
    if "chat" in wanted.parts:
        found += time_chat(data, seed=wanted.seed, say=say)
    if "siblings" in wanted.parts:
        found += time_siblings(data, runs=wanted.runs, seed=wanted.seed, say=say)
    return found


def _pages(data: Path, wanted: Wanted, say: Say, report: Report) -> None:
    """The small and the large record: pages and their work, one after the other."""
    sizes = [Size(people, wanted.seed) for people in dict.fromkeys((SMALL, wanted.people))]
    records = [_record(data, size, wanted, say, report) for size in sizes]
    timed, counted = [], []
    for size, scratch in zip(sizes, records, strict=True):
        part = f"{size.people:,} people"
        if "work" in wanted.parts:
            say(f"counting the work of pages, {part}")
            counted.append(work.count_work(scratch, seed=wanted.seed))
            report.figures += work.figures(part, counted[-1])
        if "pages" in wanted.parts:
            say(f"timing pages, {part}")
            timed.append(
                pages.time_pages(scratch, requests=wanted.requests, runs=wanted.runs, seed=wanted.seed)
            )
            report.figures += pages.figures(part, timed[-1])
    if len(counted) == 2:
        report.figures += work.growth("flat", counted[1], counted[0])
    if len(timed) == 2:
        report.figures += pages.growth("flat", timed[1], timed[0])
    if not wanted.keep:
        for scratch in records:
            remove(scratch)


def _alike(data: Path, wanted: Wanted, say: Say, report: Report) -> list[Figure]:
    """Kept records beside nobody's, in the large record."""
    scratch = _record(data, Size(wanted.people, wanted.seed), wanted, say, report)
    say("timing answers about kept records and about nobody")
    try:
        return time_alike(scratch, seed=wanted.seed)
    finally:
        if not wanted.keep:
            remove(scratch)


def _record(data: Path, size: Size, wanted: Wanted, say: Say, report: Report) -> Scratch:
    say(f"a record of {size.people:,} people and {size.events:,} events")
    found = filled(data, size, keep=wanted.keep, say=say)
    if found.seconds is not None:
        report.figures.append(Figure(f"{size.people:,} people", "filling", found.seconds, "s"))
    return found
