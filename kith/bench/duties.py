"""Everybody's duties beside a sequential scan of the facts that they follow from, and one child's after a change."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from kith.bench.commands import run
from kith.bench.figures import Figure, median, percentile
from kith.bench.multiplied import multiply
from kith.bench.scratch import Scratch, copy, remove
from kith.core.postgres import PostgresError

NAME = "kith_bench_duties"
MADE = 2_000
"""Children of the demo whose facts are multiplied."""
SMALLEST = 10_000
TIMES = 20
"""A whole county's duties take at most so many times as long as a scan of their facts."""
GIGABYTE = 1_024
GROWS = 1.05
"""Highest exponent of the time as the children become more: what counts as linear."""
CHANGES = 40
AT_ONCE = 20
"""Milliseconds in which a child's duties are worked out again after a change."""


def time_duties(data: Path, *, known: int, runs: int, seed: int, say: Callable[[str], None]) -> list[Figure]:
    """Lines of the report, for 10,000 children known to services and on by tens up to `known`.

    `known` is taken to the nearest multiple of MADE, so that each line names as many as were measured.
    """
    known = max(1, round(known / MADE)) * MADE
    sizes = [size for size in (SMALLEST * 10**step for step in range(9)) if size < known] + [known]
    figures: list[Figure] = []
    seconds: dict[int, float] = {}
    say(f"making a demo of {MADE:,} children to multiply")
    scratch = copy(data, NAME)
    try:
        run(scratch, "demo", "--children", str(MADE), "--seed", str(seed))
        copies = 1
        for size in sizes:
            wanted = size // MADE
            if wanted > copies:
                say(f"{size:,} children")
                multiply(scratch.urls.superuser, first=copies + 1, last=wanted)
                copies = wanted
            told = _ask(scratch, "worker", {"do": "everybody", "runs": runs})
            seconds[size] = median(told["derived"])
            figures += _of_everybody(size, told)
        order = {"do": "change", "workers": _workers(scratch), "changes": CHANGES}
        # The first of a connection is planned there and then; pages keep their connections.
        changed = _ask(scratch, "app", order)[1:]
    finally:
        remove(scratch)
    figures.append(
        Figure(
            f"{known:,} children",
            "one child's duties again after a change, p95",
            1000 * percentile(changed, 0.95),
            "ms",
            limit=AT_ONCE,
        )
    )
    if len(sizes) > 1:
        figures.append(growth(sizes[0], sizes[-1], seconds))
    return figures


def _workers(scratch: Scratch) -> list[str]:
    with psycopg.connect(scratch.urls.superuser) as connection:
        found = connection.execute(
            "SELECT id::text FROM access_account WHERE role = 'social_worker' ORDER BY id"
        )
        return [worker for (worker,) in found.fetchall()]


def _of_everybody(size: int, told: dict[str, Any]) -> list[Figure]:
    part = f"{size:,} children"
    what = f"all {told['obligations']:,} duties"
    floor = median(told["scans"])
    return [
        Figure(part, what, median(told["derived"]), "s", floor, "sequential scan of the facts", TIMES),
        Figure(part, "highest memory", told["memory"] / 2**20, "MB", limit=GIGABYTE),
    ]


def growth(small: int, large: int, seconds: dict[int, float]) -> Figure:
    """The exponent with which the time grows between two sizes; 1 is linear."""
    exponent = math.log(seconds[large] / seconds[small]) / math.log(large / small)
    return Figure("duties", f"growth from {small:,} to {large:,} children", exponent, "exponent", limit=GROWS)


def _ask(scratch: Scratch, login: str, order: dict[str, Any]) -> Any:
    told = subprocess.run(
        [sys.executable, "-m", "kith.bench.judging"],
        input=json.dumps(order),
        env=dict(scratch.environment(login)),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if told.returncode != 0:
        raise PostgresError("The bench could not work out duties; the lines above say why.")
    return json.loads(told.stdout)
