"""`kith return` beside `kith check` of what it wrote, both from a cold start, at three sizes of the demo."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable
from pathlib import Path

from kith.bench.checking import run_alone
from kith.bench.commands import run
from kith.bench.figures import Figure, median
from kith.bench.scratch import Scratch, copy, remove

NAME = "kith_bench_write"
YEAR = "2025-26"
"""The year that is over: its returns are whole."""
KNOWN = (1_500, 10_000, 40_000)
"""Children known to services; one in five or so is in the SSDA903, two in three in the census."""
LIMIT, GROWS = 1, 1.05


def time_writing(data: Path, *, runs: int, seed: int, say: Callable[[str], None]) -> list[Figure]:
    """Lines of the report: seconds of writing each return beside seconds of checking it, and how they grow."""
    figures: list[Figure] = []
    took: dict[str, dict[int, float]] = {"ssda903": {}, "cin": {}}
    for known in KNOWN:
        say(f"writing the returns of {known:,} children known")
        scratch = copy(data, NAME)
        try:
            run(scratch, "demo", "--children", str(known), "--seed", str(seed))
            for kind, medians in took.items():
                pairs = [_pair(scratch, kind) for _ in range(runs)]
                medians[known], check = (median([pair[at] for pair in pairs]) for at in (0, 1))
                memory = max(pair[2] for pair in pairs) / 2**20
                what = f"{known:,} children known"
                figures.append(
                    Figure(
                        f"write {kind}", what, medians[known], "s", check, "checking what was written", LIMIT
                    )
                )
                figures.append(Figure(f"write {kind}", f"{what}, memory", memory, "MB"))
        finally:
            remove(scratch)
    return figures + [_growth(kind, medians) for kind, medians in took.items()]


def _pair(scratch: Scratch, kind: str) -> tuple[float, float, int]:
    """Seconds of writing and of checking, and the writer's memory."""
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        written, report = f"{folder}/return", f"{folder}/found.json"
        wrote = run(scratch, "return", kind, "--year", YEAR, "--out", written)
        check = ["check", written, "--year", YEAR, "--format", "json", "--out", report]
        return wrote.seconds, run_alone(["-m", "kith.cli.main", *check], {0, 1}).seconds, wrote.memory


def _growth(kind: str, medians: dict[int, float]) -> Figure:
    (small, quick), (large, slow) = sorted(medians.items())[-2:]
    exponent = math.log(slow / quick) / math.log(large / small)
    return Figure(f"write {kind}", "growth, exponent", exponent, "", limit=GROWS)
