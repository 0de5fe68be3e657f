"""`kith demo` beside a bare COPY of the rows that it made."""

from __future__ import annotations

from pathlib import Path

from kith.bench.commands import run
from kith.bench.figures import Figure
from kith.bench.floor import copy_tables
from kith.bench.scratch import copy, remove

NAME = "kith_bench_demo"
WHOLE = 100_000


def time_demo(data: Path, *, children: int, seed: int) -> list[Figure]:
    """Lines of the report: seconds, rows a second beside COPY, the time of 100,000 children, memory."""
    scratch = copy(data, NAME)
    try:
        ran = run(scratch, "demo", "--children", str(children), "--seed", str(seed))
        bare = copy_tables(scratch.urls.superuser, "bare")
    finally:
        remove(scratch)
    return [
        Figure("demo", f"{children:,} children", ran.seconds, "s"),
        Figure(
            "demo",
            f"rows a second of {bare.rows:,}",
            bare.rows / ran.seconds,
            "/s",
            bare.rows / bare.seconds,
            "bare COPY",
        ),
        Figure("demo", f"{WHOLE:,} children at this pace", ran.seconds / children * WHOLE / 60, "min"),
        Figure("demo", "highest memory", ran.memory / 2**20, "MB"),
    ]
