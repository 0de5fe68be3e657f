"""A process of its own that works out duties in one scratch database: everybody's, or one child's after a change.

Reads one order as JSON from standard input, writes its answer as JSON to standard output.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any
from uuid import UUID

from kith.bench.commands import KILOBYTE


def main() -> None:
    """Read the order, do it, write the answer."""
    order = json.load(sys.stdin)
    import django

    django.setup()
    answer = (
        _everybody(order["runs"])
        if order["do"] == "everybody"
        else _after_a_change(order["workers"], order["changes"])
    )
    json.dump(answer, sys.stdout)


def _everybody(runs: int) -> dict[str, Any]:
    """Scan every fact, then work out every duty, `runs` times in turn."""
    from kith.core.acting import acting
    from kith.core.actor import Actor
    from kith.law.county import all_obligations
    from kith.law.due import rules_of, today

    scans, derived, found = [], [], 0
    for _ in range(runs):
        with acting(Actor(UUID(int=1), "command", "service"), read_only=True):
            scans.append(_scan())
            began = time.monotonic()
            found = sum(batch.num_rows for batch in all_obligations(rules_of(today()), as_at=today()))
            derived.append(time.monotonic() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE
    return {"scans": scans, "derived": derived, "obligations": found, "memory": memory}


def _scan() -> float:
    """Seconds that PostgreSQL takes to read, one after the other and each once, the columns that facts are made of."""
    from django.db import connection

    from kith.law import providers

    seconds = 0.0
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL enable_indexonlyscan = off")
        for provider in providers.known():
            for reads in provider.reads.values():
                counted = ", ".join(f"count({name})" for name in reads.columns)
                began = time.monotonic()
                cursor.execute(f"SELECT {counted} FROM {reads.model._meta.db_table}")
                cursor.fetchall()
                seconds += time.monotonic() - began
        cursor.execute("RESET max_parallel_workers_per_gather; RESET enable_indexonlyscan")
    return seconds


def _after_a_change(workers: list[str], changes: int) -> list[float]:
    """As social workers: correct a review of a child one works with, then work out that child's duties again."""
    from kith.access.models import Involvement
    from kith.care.models import Review
    from kith.core.acting import acting
    from kith.core.actor import Actor
    from kith.law.due import obligations

    taken: list[float] = []
    for worker in map(UUID, workers):
        with acting(Actor(worker, "social_worker")):
            held = Involvement.objects.filter(account_id=worker, person__isnull=False)
            people = list(held.values_list("person_id", flat=True))
            for review in Review.objects.filter(person_id__in=people)[:3]:
                review.participation = "PN1"
                review.save(update_fields=["participation"])
                began = time.monotonic()
                if not list(obligations([review.person_id])):
                    raise ValueError("A child with a review has duties.")
                taken.append(time.monotonic() - began)
        if len(taken) >= changes:
            return taken
    raise ValueError(f"Only {len(taken)} reviews were found to correct.")


if __name__ == "__main__":
    main()
