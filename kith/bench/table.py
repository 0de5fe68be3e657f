"""The report as a table for people and as JSON for programs."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from kith.bench.figures import Figure

WORDS = {"within": "within its limit", "over": "OVER its limit", "no limit": ""}


def show(figures: Sequence[Figure], console: Console) -> None:
    """Draw every figure with its floor, ratio, limit and a plain verdict."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("part", "figure"):
        table.add_column(name)
    for name in ("value", "floor", "ratio", "limit"):
        table.add_column(name, justify="right")
    table.add_column("verdict")
    for each in figures:
        table.add_row(
            each.part,
            each.what,
            f"{number(each.value)} {each.unit}",
            "" if each.floor is None else f"{number(each.floor)} {each.unit}",
            "" if each.floor is None else f"{number(each.judged)}x",
            limit_of(each),
            WORDS[each.verdict],
        )
    console.print(table)


def limit_of(figure: Figure) -> str:
    """The limit in words; empty where there is none."""
    if figure.limit is None:
        return ""
    side = "at least" if figure.at_least else "at most"
    return f"{side} {number(figure.limit)}{'x' if figure.floor is not None else ''}"


def number(value: float) -> str:
    """A figure at a readable precision: whole from a hundred on, three figures below."""
    if math.isinf(value):
        return "no bound"
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"
