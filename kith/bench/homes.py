"""A shortlist for one child beside the bare query, and homes for many children beside the greedy answer."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from kith.bench.figures import Figure, median
from kith.bench.scratch import Scratch, copy, remove
from kith.core.postgres import PostgresError

HOMES, FEWER = 20_000, 1_500
CHILDREN, GROUPS = 300, 200
SECONDS = 30.0
TIMES_THE_FLOOR = 10.0
WORKER = UUID("6b697468-0000-4000-8000-00686f6d6573")
Say = Callable[[str], None]


def time_homes(data: Path, *, runs: int, seed: int, say: Say) -> list[Figure]:
    """Lines of the report. Raises PostgresError when the process inside the scratch database fails."""
    say(f"finding homes among {HOMES:,}, and for {CHILDREN} children at once")
    scratch = copy(data, "kith_bench_homes")
    try:
        _fill(scratch, seed)
        one = _ask(scratch, {"do": "shortlist", "runs": runs})
        with psycopg.connect(scratch.urls.superuser, autocommit=True) as connection:
            connection.execute(
                "UPDATE homes_home SET closed_on = '2020-01-01' WHERE substr(reference, 3)::int > %s", [FEWER]
            )
            connection.execute("VACUUM ANALYZE homes_home")
        all_at_once = _ask(scratch, {"do": "assign", "runs": 1})
    finally:
        remove(scratch)
    return figures(one, all_at_once)


def figures(one: dict[str, Any], many: dict[str, Any]) -> list[Figure]:
    """What was measured, each beside its floor or its limit."""
    part = f"{CHILDREN} children, {GROUPS} groups, {FEWER:,} homes"
    return [
        Figure(
            f"{HOMES:,} homes",
            "shortlist for one child",
            one["shortlist"],
            "ms",
            one["bare"],
            "bare query",
            TIMES_THE_FLOOR,
        ),
        Figure(f"{HOMES:,} homes", "homes that could by law", one["lawful"], ""),
        Figure(part, "an answer, with its bound", many["seconds"], "s", limit=SECONDS),
        Figure(part, "points of fit that may be missing", many["short"], "", many["points"], "points of the answer"),
        Figure(part, "worth of the answer", many["worth"], "", many["greedy"], "greedy", 1.0, at_least=True),
        Figure(part, "groups together", many["together"], "", many["greedy_together"], "greedy", 1.0, at_least=True),
        Figure(part, "what the answer breaks", many["broken"], "", limit=0),
    ]  # fmt: skip


def _fill(scratch: Scratch, seed: int) -> None:
    text = (files("kith.bench") / "homes.sql").read_text(encoding="utf-8")
    for word, value in (("homes", HOMES), ("seed", seed), ("worker", WORKER)):
        text = text.replace("{{" + word + "}}", str(value))
    with psycopg.connect(scratch.urls.superuser, autocommit=True) as connection:
        connection.execute(text.encode())
        connection.execute("VACUUM ANALYZE")


def _ask(scratch: Scratch, order: dict[str, Any]) -> Any:
    told = subprocess.run(
        [sys.executable, "-m", "kith.bench.homes"],
        input=json.dumps(order),
        env=dict(scratch.environment("app")),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if told.returncode != 0:
        raise PostgresError("The bench could not find homes; the lines above say why.")
    return json.loads(told.stdout)


def main() -> None:
    """Read the order, do it under the app's login as a social worker, write the answer."""
    order = json.load(sys.stdin)
    import django

    django.setup()
    from kith.core.acting import acting
    from kith.core.actor import Actor

    with acting(Actor(id=WORKER, role="social_worker"), read_only=True):
        answer = _shortlist(order["runs"]) if order["do"] == "shortlist" else _assign()
    json.dump(answer, sys.stdout)


def _shortlist(runs: int) -> dict[str, float]:
    from django.db import connection

    from kith.design.dates import today
    from kith.homes.queries.candidates import BARE
    from kith.homes.queries.waiting import who_waits
    from kith.homes.shortlist import shortlist

    day = today()
    child = next(each for each in who_waits(day) if each.group == 1)
    bare, whole, lawful = [], [], 0
    for _ in range(max(3, runs) + 1):
        began = time.monotonic()
        with connection.cursor() as cursor:
            cursor.execute(BARE)
            read = len(cursor.fetchall())
        between = time.monotonic()
        lawful = shortlist(child.coming, child.wanted, day).lawful
        whole.append(1000 * (time.monotonic() - between))
        bare.append(1000 * (between - began))
        assert read == HOMES, "the bare query reads every candidate"  # noqa: S101
    # The first of each warms the cache and the code.
    return {"bare": median(bare[1:]), "shortlist": median(whole[1:]), "lawful": lawful}


def _assign() -> dict[str, Any]:
    from kith.design.dates import today
    from kith.homes.assignment.advise import as_problem, sums
    from kith.homes.assignment.greedy import greedy
    from kith.homes.assignment.solve import solve
    from kith.homes.queries.candidates import candidates
    from kith.homes.queries.waiting import who_waits

    began = time.monotonic()
    children, homes = who_waits(today()), candidates(today())
    problem = as_problem(children, homes, today())
    read = time.monotonic() - began
    answer = solve(problem, seconds=SECONDS - read)
    seconds, by_hand = time.monotonic() - began, greedy(problem)
    assert (len(children), len(problem.groups), len(homes)) == (CHILDREN, GROUPS, FEWER)  # noqa: S101
    return {
        "seconds": seconds,
        "short": answer.short,
        "points": sums(problem, answer.assigned).points,
        "worth": answer.worth,
        "greedy": problem.worth(by_hand),
        "together": sums(problem, answer.assigned).together,
        "greedy_together": sums(problem, by_hand).together,
        "broken": len(problem.broken(answer.assigned)),
    }


if __name__ == "__main__":
    main()
