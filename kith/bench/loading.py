"""`kith load` beside a bare COPY of the same rows, and its memory as the files grow."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kith.bench.commands import run
from kith.bench.figures import Figure
from kith.bench.floor import copy_files, copy_tables
from kith.bench.returned import write_return
from kith.bench.scratch import copy, remove

NAME = "kith_bench_load"
SHARE = 0.2
"""A load's rows a second are at least this share of a bare COPY's."""
TIMES = 4
GROWS = 1.25
"""Most that the highest memory may grow when the files are four times as long: what counts as flat."""
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Loaded:
    """One load: rows in its files, rows not loaded, seconds it and COPY took, bytes of memory.

    `written` rows of the record came of it; COPY alone brings those into indexed tables in `indexed` seconds.
    """

    rows: int
    refused: int
    seconds: float
    copied: float
    memory: int
    written: int
    indexed: float


def load_once(data: Path, *, rows: int, seed: int) -> Loaded:
    """Write a return, load it into an empty database with the real command, and COPY the same files."""
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        files, lines = write_return(Path(folder), rows=rows, seed=seed)
        scratch = copy(data, NAME)
        try:
            ran = run(scratch, "load", folder, "--format", "json")
            copied = copy_files(scratch.urls.superuser, files)
            written, indexed = copy_tables(scratch.urls.superuser, indexed=True)
        finally:
            remove(scratch)
    report = json.loads(ran.output)
    tables = report["files"]
    return Loaded(
        rows=lines,
        refused=sum(each["refused"] + each["held"] for each in tables),
        seconds=ran.seconds,
        copied=copied,
        memory=ran.memory,
        written=written,
        indexed=indexed,
    )


def time_load(data: Path, *, rows: int, seed: int, say: Callable[[str], None]) -> list[Figure]:
    """Lines of the report: rows a second at both sizes, and memory."""
    small = load_once(data, rows=rows, seed=seed)
    say(f"load of {small.rows:,} rows: {small.seconds:.0f} s")
    large = load_once(data, rows=rows * TIMES, seed=seed)
    say(f"load of {large.rows:,} rows: {large.seconds:.0f} s")
    return [
        *(_pace(each) for each in (small, large)),
        _written(large),
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


def _pace(each: Loaded) -> Figure:
    what = f"{each.rows:,} rows, rows a second"
    pace, floor = each.rows / each.seconds, each.rows / each.copied
    return Figure("load", what, pace, "/s", floor, "bare COPY", SHARE, at_least=True)


def _written(each: Loaded) -> Figure:
    what = f"{each.written:,} rows of the record written, a second"
    pace, floor = each.written / each.seconds, each.written / each.indexed
    return Figure("load", what, pace, "/s", floor, "COPY into the same indexes")
