"""The directory of services: search and the API beside the sign-in page, and whether they stay flat as it grows."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg

from kith.bench import inside
from kith.bench.client import Answer
from kith.bench.commands import run
from kith.bench.figures import Figure, median, percentile
from kith.bench.mix import FLOOR, Request
from kith.bench.scratch import Scratch, copy, remove
from kith.bench.serving import site

Say = Callable[[str], None]
SMALL, LARGE = 1_000, 100_000
CONNECTIONS = 64
LIMITS = {"search": 4.0, "api": 6.0}
FLAT_TIME, FLAT_WORK = 1.5, 1.5
COUNTED = 60
_WORDS = ("music", "debt", "chess", "toddler", "todler", "autism help", "forest walking", "zzyzx")
_NEEDS = ("money", "baby", "young", "feelings", "disability")


def time_directory(data: Path, *, requests: int, runs: int, seed: int, say: Say) -> list[Figure]:
    """Lines of the report: times and work of both sizes, and the pass of all records through the schema."""
    # One place asks for everything here: it is not to be sent away.
    os.environ["KITH_API_A_MINUTE"] = "10000000"
    found: list[Figure] = []
    times: dict[int, dict[str, float]] = {}
    work: dict[int, dict[str, float]] = {}
    for size in (SMALL, LARGE):
        say(f"a directory of {size:,} services")
        scratch = copy(data, f"kith_bench_directory_{size}")
        try:
            _fill(scratch, size, seed)
            part = f"{size:,} services"
            work[size] = _work(scratch, size, seed)
            found += [Figure(part, f"{kind}, blocks read", work[size][kind], "") for kind in LIMITS]
            times[size] = _times(scratch, size, requests, runs, seed)
            floor = times[size][FLOOR]
            for kind, limit in LIMITS.items():
                found.append(
                    Figure(
                        part,
                        f"{kind} page, 95th, {CONNECTIONS} connections",
                        times[size][kind],
                        "ms",
                        floor,
                        "sign-in page",
                        limit,
                    )
                )
            if size == LARGE:
                found += _valid(scratch, size)
        finally:
            remove(scratch)
    for kind in LIMITS:
        found.append(
            Figure(
                "flat",
                f"{kind} page, 95th, as it grows",
                times[LARGE][kind],
                "ms",
                times[SMALL][kind],
                "1,000",
                FLAT_TIME,
            )
        )
        found.append(
            Figure(
                "flat",
                f"{kind}, blocks, as it grows",
                work[LARGE][kind],
                "",
                work[SMALL][kind],
                "1,000",
                FLAT_WORK,
            )
        )
    return found


def asked(kind: str, size: int, count: int, seed: int) -> list[Request]:
    """Requests of a kind: searches as people make them, or pages of a hundred anywhere in the API's list."""
    dice = random.Random(f"{seed}/{kind}")  # noqa: S311 - a fixed mix, not a secret
    return [_one(kind, size, dice) for _ in range(count)]


def _one(kind: str, size: int, dice: random.Random) -> Request:
    if kind == FLOOR:
        return Request(kind, "/sign-in")
    if kind == "api":
        return Request(kind, f"/oruk/3.0/services?per_page=100&page={dice.randint(1, size // 100)}")
    form: dict[str, Any] = {"postcode": f"KH{dice.randint(1, 14)} {dice.randint(1, 9)}AA"}
    if dice.random() < 0.5:
        form["age"] = dice.randint(0, 18)
    if dice.random() < 0.4:
        form["need"] = dice.choice(_NEEDS)
    if dice.random() < 0.3:
        form["day"] = dice.randint(1, 7)
    if dice.random() < 0.4:
        form["text"] = dice.choice(_WORDS)
    return Request(kind, "/directory/", body=urlencode(form))


def _fill(scratch: Scratch, size: int, seed: int) -> None:
    text = (files("kith.bench") / "directory.sql").read_text(encoding="utf-8")
    with psycopg.connect(scratch.urls.superuser, autocommit=True) as connection:
        connection.execute(text.replace("{{services}}", str(size)).replace("{{seed}}", str(seed)).encode())
        connection.execute("VACUUM ANALYZE")


def _work(scratch: Scratch, size: int, seed: int) -> dict[str, float]:
    wanted = [each for kind in LIMITS for each in asked(kind, size, COUNTED, seed)]
    order = {"do": "count", "requests": [(each.kind, each.path, each.session, each.body) for each in wanted]}
    counted = inside.ask(scratch, order)
    assert all(each["status"] == 200 for each in counted), "a page of the directory failed"  # noqa: S101
    return {kind: median([each["blocks"] for each in counted if each["kind"] == kind]) for kind in LIMITS}


def _times(scratch: Scratch, size: int, requests: int, runs: int, seed: int) -> dict[str, float]:
    """Each kind alone, the kinds in turn within a run; the median over the runs of its 95th percentile."""
    with site(scratch) as server:
        for kind in (FLOOR, *LIMITS):
            server.ask(asked(kind, size, 60, seed + 1), CONNECTIONS)
        told = [
            {
                kind: _ninety_fifth(server.ask(asked(kind, size, requests, seed), CONNECTIONS))
                for kind in (FLOOR, *LIMITS)
            }
            for _ in range(runs)
        ]
    return {kind: median([each[kind] for each in told]) for kind in (FLOOR, *LIMITS)}


def _ninety_fifth(answers: Sequence[Answer]) -> float:
    assert all(status == 200 for _, status, _, _ in answers), "a page of the directory failed"  # noqa: S101
    return percentile([ms for _, _, ms, _ in answers], 0.95)


def _valid(scratch: Scratch, size: int) -> list[Figure]:
    ran = run(scratch, "offer", "check", "--format", "json")
    report = json.loads(ran.output)
    part = f"{size:,} services"
    return [
        Figure(part, f"all {report['records']:,} records held against the schema", ran.seconds, "s"),
        Figure(part, "records that break it", len(report["faults"]), "", limit=0),
        Figure(part, "memory of that pass", ran.memory / 2**20, "MB"),
    ]
