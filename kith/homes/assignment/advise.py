"""The children who wait and the homes with room as one problem, and its answer in words: who where, and what it

gives up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from kith.homes.assignment.greedy import greedy
from kith.homes.assignment.problem import REFUSED, Answer, Points, Problem, Room
from kith.homes.assignment.solve import solve
from kith.homes.models import HomeKind, Level
from kith.homes.queries.candidates import Candidate, candidates
from kith.homes.queries.waiting import Waits, who_waits
from kith.homes.rules import USUAL_LIMIT, Coming, against
from kith.homes.scores import Offered, lines, points
from kith.homes.shortlist import offered, strangers


@dataclass(frozen=True, slots=True)
class Advised:
    """One child: the home that the answer gives, its points, what is given up against their own best, what greedy

    gave.
    """

    child: Waits
    home: Candidate | None
    points: int
    best: Candidate | None
    best_points: int
    gives_up: tuple[str, ...]
    by_hand: Candidate | None

    @property
    def loses(self) -> int:
        """Points given up."""
        return max(0, self.best_points - self.points) if self.home and self.best else 0


@dataclass(frozen=True, slots=True)
class Sums:
    """An answer in numbers."""

    with_home: int
    together: int
    points: int


@dataclass(frozen=True, slots=True)
class Advice:
    """The whole answer beside the greedy one. `groups`: brothers and sisters who look together."""

    advised: tuple[Advised, ...]
    answer: Answer
    ours: Sums
    by_hand: Sums
    groups: int
    homes: int
    short_points: int | None
    """Points of fit by which a better answer may differ at most; None where it may be more than points."""


def advise(today: date, *, seconds: float = 8.0, levels: Sequence[str] = ()) -> Advice:
    """The best answer for everybody who waits, within the time. Four statements. Advice: it writes nothing."""
    children = who_waits(today)
    homes = candidates(today, levels=levels or [each.value for each in Level])
    problem = as_problem(children, homes, today)
    answer, by_hand = solve(problem, seconds=seconds), greedy(problem)
    return Advice(
        tuple(
            _advised(problem.points[number], child, homes, answer.assigned[number], by_hand[number])
            for number, child in enumerate(children)
        ),
        answer,
        sums(problem, answer.assigned),
        sums(problem, by_hand),
        sum(1 for group in problem.groups if len(group) > 1),
        len(homes),
        answer.short if answer.short < problem.placed_weight else None,
    )


def as_problem(children: Sequence[Waits], homes: Sequence[Candidate], today: date) -> Problem:
    """Who may go where by law, and the points of each pair.

    Being together is no point here: it comes before all points.
    """
    numbers: dict[object, int] = {}
    groups = tuple(numbers.setdefault(each.together, len(numbers)) for each in children)
    table = np.full((len(children), len(homes)), REFUSED, dtype=np.int32)
    offers = [offered(home, 1) for home in homes]
    asked: dict[tuple[int, str], list[bool]] = {}
    for row, child in enumerate(children):
        if (child.age, child.sex) not in asked:
            asked[child.age, child.sex] = _refusals(child, homes, today)
        table[row] = [
            REFUSED if refused else _fit(child, offer)
            for offer, refused in zip(offers, asked[child.age, child.sex], strict=True)
        ]
    return Problem(groups, tuple(_room(home, today) for home in homes), table)


def sums(problem: Problem, assigned: Sequence[int | None]) -> Sums:
    """An answer in numbers: how many have a home, how many groups are whole, and all points."""
    with_home = [(child, home) for child, home in enumerate(assigned) if home is not None]
    whole = [
        group
        for group in problem.groups
        if len(group) > 1 and assigned[group[0]] is not None and len({assigned[each] for each in group}) == 1
    ]
    return Sums(
        len(with_home), len(whole), sum(int(problem.points[child, home]) for child, home in with_home)
    )


def _refusals(child: Waits, homes: Sequence[Candidate], today: date) -> list[bool]:
    """Whether the law refuses each home.

    It goes by age and sex alone: what excludes one child by name is asked on choosing.
    """
    coming = Coming(years=child.age, sex=child.sex)
    return [bool(against(home.law, [coming], today, there=strangers(home))) for home in homes]


def _fit(child: Waits, offer: Offered) -> int:
    return sum(points(child.wanted, offer)[1:])


def _room(home: Candidate, today: date) -> Room:
    terms = home.law.terms_on(today)
    free = max(0, min(home.free, terms.places - home.there)) if terms else 0
    if home.law.kind != HomeKind.FOSTER:
        return Room(free, free)
    mixed = min(free, max(0, USUAL_LIMIT - home.there))
    return Room(mixed, free if home.there == 0 else mixed)


def _advised(
    row: Points, child: Waits, homes: Sequence[Candidate], chosen: int | None, hand: int | None
) -> Advised:
    best = int(row.argmax()) if len(homes) and row.max() > REFUSED else None
    gives = () if chosen is None or best is None else _gives_up(child, homes[chosen], homes[best])
    return Advised(
        child,
        None if chosen is None else homes[chosen],
        0 if chosen is None else int(row[chosen]),
        None if best is None else homes[best],
        0 if best is None else int(row[best]),
        gives,
        None if hand is None else homes[hand],
    )


def _gives_up(child: Waits, home: Candidate, best: Candidate) -> tuple[str, ...]:
    """What the child's own best home has more of, line by line."""
    if home.id == best.id:
        return ()
    here, there = lines(child.wanted, offered(home, 1)), lines(child.wanted, offered(best, 1))
    return tuple(
        f"{one.what}: {one.points} of {one.of}, {best.reference} has {other.points}"
        for one, other in list(zip(here, there, strict=True))[1:]
        if other.points > one.points
    )
