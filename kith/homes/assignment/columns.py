"""What may be decided: each group of children whole, or one of its children alone, in each home where that may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kith.homes.assignment.problem import LIFT, REFUSED, Problem

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Option:
    """A group whole, or one of its children alone, and what each home would be worth for it (-inf: may not be)."""

    children: tuple[int, ...]
    worth: Numbers
    takes: Numbers
    """How much of each home's room for mixed children it takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One option in one home."""

    option: int
    home: int


def options_of(problem: Problem) -> list[Option]:
    mixed = np.array([room.mixed for room in problem.rooms], dtype=np.float64)
    family = np.array([room.family for room in problem.rooms], dtype=np.float64)
    found = []
    for group in problem.groups:
        for part in [group, *([(child,) for child in group] if len(group) > 1 else [])]:
            rows = problem.points[list(part)]
            worth = (rows + LIFT + problem.placed_weight).sum(axis=0).astype(np.float64)
            if len(part) > 1:
                worth += problem.together_weight
            fits = family if len(part) == len(group) else mixed
            worth[(rows == REFUSED).any(axis=0) | (len(part) > fits) | (fits == 0)] = -np.inf
            # A family that fills more than strangers may takes all the room there is for strangers.
            found.append(Option(part, worth, np.minimum(float(len(part)), mixed)))
    return found


def highest(option: int, worth: Numbers, most: int) -> list[Column]:
    chosen = (
        np.argpartition(-worth, min(most, len(worth) - 1))[:most]
        if len(worth) > most
        else np.arange(len(worth))
    )
    return [Column(option, int(home)) for home in chosen if worth[home] > -np.inf]


def columns_of(problem: Problem, options: Sequence[Option], answer: Sequence[int | None]) -> set[Column]:
    """An answer as columns."""
    found = set()
    for number, option in enumerate(options):
        homes = {answer[child] for child in option.children}
        group = problem.groups[problem.group_of[option.children[0]]]
        whole = len({answer[child] for child in group}) == 1
        home = answer[option.children[0]]
        if home is None or len(homes) != 1 or whole != (len(option.children) == len(group)):
            continue
        if option.worth[home] > -np.inf:
            found.add(Column(number, home))
    return found
