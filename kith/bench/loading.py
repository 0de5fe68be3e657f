"""`kith load` beside COPY of the same rows, and its memory as the files grow."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kith.bench.commands import run
from kith.bench.figures import Figure
from kith.bench.floor import Took, copy_files, copy_tables
from kith.bench.processor import Watch
from kith.bench.returned import write_return
from kith.bench.scratch import copy, remove

NAME = "kith_bench_load"
SHARE = 0.2
"""A load's rows a second are at least this share of a bare COPY's of the rows that it wrote."""
TIMES = 4
GROWS = 1.25
"""Most that the highest memory may grow when the files are four times as long: what counts as flat."""
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Loaded:
    """One load: rows in its files, rows not loaded, what it took, bytes of memory, and its three floors."""

    rows: int
    refused: int
    took: Took
    memory: int
    files: Took
    bare: Took
    indexed: Took


def load_once(data: Path, *, rows: int, seed: int) -> Loaded:
    """Write a return, load it into an empty database with the real command, and COPY the same rows."""
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        files, lines = write_return(Path(folder), rows=rows, seed=seed)
        scratch = copy(data, NAME)
        try:
            with Watch(scratch.urls.superuser, scratch.urls.database) as watch:
                ran = run(scratch, "load", folder, "--format", "json")
            raw = copy_files(scratch.urls.superuser, files)
            bare = copy_tables(scratch.urls.superuser, "bare")
            indexed = copy_tables(scratch.urls.superuser, "indexed")
        finally:
            remove(scratch)
    tables = json.loads(ran.output)["files"]
    processor = None if watch.seconds is None else watch.seconds + ran.processor
    return Loaded(
        rows=lines,
        refused=sum(each["refused"] + each["held"] for each in tables),
        took=Took(bare.rows, ran.seconds, processor),
        memory=ran.memory,
        files=raw,
        bare=bare,
        indexed=indexed,
    )


def time_load(data: Path, *, rows: int, seed: int, say: Callable[[str], None]) -> list[Figure]:
    """Lines of the report: rows a second at both sizes beside each floor, and memory."""
    small = load_once(data, rows=rows, seed=seed)
    say(f"load of {small.rows:,} rows: {small.took.seconds:.0f} s")
    large = load_once(data, rows=rows * TIMES, seed=seed)
    say(f"load of {large.rows:,} rows: {large.took.seconds:.0f} s")
    return [
        *(line for each in (small, large) for line in _paces(each)),
        Figure("load", "rows not loaded", small.refused + large.refused, "", limit=0),
        Figure(
            "load",
            f"highest memory, {TIMES} times the rows",
            large.memory / MEGABYTE,
            "MB",
            small.memory / MEGABYTE,
            "the smaller load",
            GROWS,
        ),
    ]


def _paces(each: Loaded) -> list[Figure]:
    """Rows of the files a second beside the first floor; rows of the record beside the two others."""
    what, seconds = f"{each.rows:,} rows", each.took.seconds
    read, written = each.rows / seconds, each.bare.rows / seconds
    lines = [
        _pace(f"{what}, read a second", read, each.files, "COPY of the files, as text"),
        _pace(f"{what}, written a second", written, each.bare, "bare COPY", SHARE),
        _pace(f"{what}, written a second", written, each.indexed, "COPY with indexes and keys"),
    ]
    if each.took.processor and each.bare.processor and each.indexed.processor:
        lines += [
            _busy(f"{what}, written a processor second", each, each.bare, "bare COPY"),
            _busy(f"{what}, written a processor second", each, each.indexed, "COPY with indexes and keys"),
        ]
    return lines


def _pace(what: str, pace: float, floor: Took, floor_is: str, share: float | None = None) -> Figure:
    best = floor.rows / floor.seconds
    return Figure("load", f"{what}, to {floor_is}", pace, "/s", best, floor_is, share, at_least=True)


def _busy(what: str, each: Loaded, floor: Took, floor_is: str) -> Figure:
    pace = each.bare.rows / (each.took.processor or 1.0)
    best = floor.rows / (floor.processor or 1.0)
    return Figure("load", f"{what}, to {floor_is}", pace, "/s", best, floor_is, at_least=True)
