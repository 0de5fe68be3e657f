"""Many children and many homes as numbers: who may go where, and how well it would fit. No person is known here.

What is better, in this order: more groups of brothers and sisters whole in one home; more children with a home;
more points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

REFUSED = -1000
"""In place of points where the law refuses."""
LIFT = 21
"""Added to points, which may be 20 below nothing, so that a home is always better than none."""
MOST_POINTS = 160
Points = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Room:
    """How many children a home takes who are not all brothers and sisters, and how many of one family alone."""

    mixed: int
    family: int


@dataclass(frozen=True)
class Problem:
    """`group_of`: for each child the number of its group, from 0. `points[child, home]`, or REFUSED."""

    group_of: tuple[int, ...]
    rooms: tuple[Room, ...]
    points: Points

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The children of each group."""
        found: list[list[int]] = [[] for _ in range(max(self.group_of, default=-1) + 1)]
        for child, group in enumerate(self.group_of):
            found[group].append(child)
        return tuple(tuple(each) for each in found)

    @cached_property
    def placed_weight(self) -> int:
        """One more child with a home outweighs all points."""
        return MOST_POINTS * (len(self.group_of) + 1)

    @cached_property
    def together_weight(self) -> int:
        """One more group whole outweighs every home."""
        return self.placed_weight * (len(self.group_of) + 1)

    def worth(self, assigned: Sequence[int | None]) -> int:
        """What an answer is worth: the one number that is made as large as can be."""
        worth = 0
        for child, home in enumerate(assigned):
            if home is not None:
                worth += self.placed_weight + LIFT + int(self.points[child, home])
        return worth + self.together_weight * sum(
            1
            for group in self.groups
            if len(group) > 1 and assigned[group[0]] is not None and len({assigned[c] for c in group}) == 1
        )

    def broken(self, assigned: Sequence[int | None]) -> list[str]:
        """What an answer breaks; nothing where it may be. For tests and for the bench: each answer is looked through."""
        wrong = []
        there: dict[int, list[int]] = {}
        for child, home in enumerate(assigned):
            if home is not None:
                there.setdefault(home, []).append(child)
                if self.points[child, home] == REFUSED:
                    wrong.append(f"child {child} may not go to home {home}")
        for home, children in there.items():
            room = self.rooms[home]
            of_one = len({self.group_of[c] for c in children}) == 1
            if len(children) > (room.family if of_one else room.mixed):
                wrong.append(f"home {home} has {len(children)} children")
        return wrong


@dataclass(frozen=True, slots=True)
class Answer:
    """For each child a home or None, what it is worth, and what no answer can be worth more than."""

    assigned: tuple[int | None, ...]
    worth: int
    bound: int
    seconds: float

    @property
    def proven(self) -> bool:
        """Whether no better answer exists."""
        return self.worth >= self.bound

    @property
    def short(self) -> int:
        """What another answer could be worth more at most: points of fit, while below the weight of a child."""
        return max(0, self.bound - self.worth)
