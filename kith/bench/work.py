"""What pages cost the database, and whether that stays flat from a small record to a large one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kith.bench import inside
from kith.bench.figures import Figure, median
from kith.bench.mix import LIMITS, alone
from kith.bench.pages import readers_of
from kith.bench.scratch import Scratch

PAGES_OF_A_KIND = 60
MOST_QUERIES = 20
FLAT = 1.3
"""Most that a page's work may grow from the small database to the large."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One kind of page: most queries of any, mean blocks and rows read, and how many did not answer 200."""

    queries: int
    blocks: float
    rows: float
    middle_blocks: float
    errors: int


def count_work(scratch: Scratch, *, seed: int) -> dict[str, Cost]:
    """Ask for some pages of each kind one after another and count."""
    readers = readers_of(scratch)
    requests = [each for kind in LIMITS for each in alone(kind, readers, PAGES_OF_A_KIND, seed)]
    order = {"do": "count", "requests": [(each.kind, each.path, each.session) for each in requests]}
    return costs(inside.ask(scratch, order))


def costs(counted: Sequence[Mapping[str, Any]]) -> dict[str, Cost]:
    """Counts of single pages, gathered by kind."""
    found = {}
    for kind in LIMITS:
        of_kind = [each for each in counted if each["kind"] == kind]
        if of_kind:
            found[kind] = Cost(
                queries=max(each["queries"] for each in of_kind),
                blocks=sum(each["blocks"] for each in of_kind) / len(of_kind),
                rows=sum(each["rows"] for each in of_kind) / len(of_kind),
                middle_blocks=median([each["blocks"] for each in of_kind]),
                errors=sum(1 for each in of_kind if each["status"] != 200),
            )
    return found


def figures(part: str, found: Mapping[str, Cost]) -> list[Figure]:
    """Lines of the report for one database."""
    lines = []
    for kind, cost in found.items():
        lines += [
            Figure(part, f"{kind} page, most queries", cost.queries, "", limit=MOST_QUERIES),
            Figure(part, f"{kind} page, blocks read", cost.blocks, "blocks"),
            Figure(part, f"{kind} page, rows read", cost.rows, "rows"),
            Figure(part, f"{kind} page, errors", cost.errors, "", limit=0),
        ]
    return lines


def growth(part: str, large: Mapping[str, Cost], small: Mapping[str, Cost]) -> list[Figure]:
    """Whether the work stays flat as the record grows."""
    return [
        Figure(part, f"{kind} page, {what}, as it grows", value, what, floor, "small record", FLAT)
        for kind in large
        if kind in small
        for what, value, floor in (
            ("blocks", large[kind].blocks, small[kind].blocks),
            ("rows", large[kind].rows, small[kind].rows),
        )
    ]
