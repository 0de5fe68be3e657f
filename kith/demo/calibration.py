"""The published shares that Kithshire is made from, each with its source and how sure we are of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kith.demo.dice import Weights

TARGETS = Path(__file__).parent / "data" / "targets.csv"
LIVES = TARGETS.with_name("lives.csv")


@dataclass(frozen=True, slots=True)
class Target:
    """A share (0 to 1) of a group, how far the demo may stray, and where the figure is from."""

    group: str
    key: str
    share: float
    tolerance: float
    mark: str  # found (published), founding (the founding documents say), recalled
    source: str


@cache
def targets() -> tuple[Target, ...]:
    """Every target, in the order of the file."""
    with TARGETS.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Target(
                row["group"],
                row["key"],
                float(row["share"]),
                float(row["tolerance"]),
                row["mark"],
                row["source"],
            )
            for row in csv.DictReader(lines)
        )


def share(group: str, key: str) -> float:
    """One target share. Raises KeyError where the file has no such group and key."""
    for target in targets():
        if target.group == group and target.key == key:
            return target.share
    raise KeyError(f"{TARGETS.name} has no {group} / {key}")


@cache
def weights(group: str) -> Weights[str]:
    """The shares of a group as weights to throw."""
    table = {target.key: target.share for target in targets() if target.group == group}
    if not table:
        raise KeyError(f"{TARGETS.name} has no group {group}")
    return Weights(table)


@cache
def lived() -> dict[str, dict[str, float]]:
    """Shares of the year of lives by group and key: mostly invented, as `data/lives.csv` says row by row."""
    found: dict[str, dict[str, float]] = {}
    with LIVES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["group"], {})[row["key"]] = float(row["share"])
    return found


@cache
def lived_weights(group: str) -> Weights[str]:
    """The shares of a group of `data/lives.csv` as weights to throw."""
    return Weights(lived()[group])


def days_in(band: str) -> tuple[int, int]:
    """'92-182' as two whole numbers."""
    low, _, high = band.partition("-")
    return int(low), int(high)
