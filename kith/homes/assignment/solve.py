"""The best answer by linear programming and CP-SAT (OR-tools), with a bound that holds for every pair of child and home.

The linear relaxation is solved on a few columns at a time (a column: a group whole in a home, or one of its children
there); those that could better it are added until none is. Its prices give a bound on every answer. CP-SAT then decides
among the columns that could still be part of a better answer than the best known: a column that the bound excludes
is left out for good, so an optimum among the rest is one of all (docs/adr/0214).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver import pywraplp
from ortools.sat.python import cp_model

from kith.homes.assignment.greedy import greedy
from kith.homes.assignment.problem import LIFT, REFUSED, Answer, Problem

FIRST, MORE, ROUNDS = 12, 6, 40
MOST_COLUMNS = 120_000
SHORTEST = 0.5
NO_BOUND = 2**62
KEPT_BACK = 0.15
"""Of the time, what is kept for the solver's coming to a stop: it looks at the clock between its own steps."""
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


def solve(problem: Problem, *, seconds: float = 30.0) -> Answer:
    """The best answer found in the time, never worse than the greedy one, with the bound on every answer.

    The time is that of the whole: to make the model, to solve it and to read it back.
    """
    began = time.monotonic()
    until = began + seconds * (1 - KEPT_BACK)
    best = greedy(problem)
    if not problem.group_of or not problem.rooms:
        return Answer(best, problem.worth(best), problem.worth(best), time.monotonic() - began)
    options = _options(problem)
    pool, prices, rents = _relaxed(problem, options, began + seconds * 0.4)
    bound = _bound(problem, options, prices, rents)
    best, _ = _proved(problem, options, pool, best, _half(until))
    while problem.worth(best) < bound and until - time.monotonic() > SHORTEST:
        could = _could_better(problem, options, prices, rents, bound - problem.worth(best))
        whole = len(could) <= MOST_COLUMNS
        better, shown = _proved(
            problem, options, could[:MOST_COLUMNS], best, until if whole else _half(until)
        )
        if whole:
            bound = min(bound, shown)
        if whole or better == best:
            best = better
            break
        best = better
    return Answer(best, problem.worth(best), max(bound, problem.worth(best)), time.monotonic() - began)


def _half(until: float) -> float:
    """Half of the time that is left."""
    now = time.monotonic()
    return now + (until - now) / 2


def _options(problem: Problem) -> list[Option]:
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


def _relaxed(
    problem: Problem, options: Sequence[Option], until: float
) -> tuple[list[Column], Numbers, Numbers]:
    """Columns among which the relaxation is best, the price of each child and the rent of each home's place."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    goal = solver.Objective()
    goal.SetMaximization()
    child_rows = [solver.Constraint(-solver.infinity(), 1.0) for _ in problem.group_of]
    home_rows = [solver.Constraint(-solver.infinity(), float(room.mixed)) for room in problem.rooms]
    held: set[Column] = set()
    pool: list[Column] = []

    def add(columns: Iterable[Column]) -> int:
        new = 0
        for column in columns:
            if column in held:
                continue
            option = options[column.option]
            variable = solver.NumVar(0.0, solver.infinity(), "")
            goal.SetCoefficient(variable, float(option.worth[column.home]))
            for child in option.children:
                child_rows[child].SetCoefficient(variable, 1.0)
            home_rows[column.home].SetCoefficient(variable, float(option.takes[column.home]))
            held.add(column)
            pool.append(column)
            new += 1
        return new

    for number, option in enumerate(options):
        add(_highest(number, option.worth, FIRST))
    prices, rents = np.zeros(len(problem.group_of)), np.zeros(len(problem.rooms))
    for _ in range(ROUNDS):
        solver.set_time_limit(max(100, round(1000 * (until - time.monotonic()))))
        if solver.Solve() != pywraplp.Solver.OPTIMAL:
            break
        prices = np.maximum(0.0, [row.dual_value() for row in child_rows])
        rents = np.maximum(0.0, [row.dual_value() for row in home_rows])
        added = 0
        for number, option in enumerate(options):
            gain = option.worth - prices[list(option.children)].sum() - option.takes * rents
            gain[gain <= 1e-6] = -np.inf
            added += add(_highest(number, gain, MORE))
        if not added or time.monotonic() > until:
            break
    return pool, prices, rents


def _highest(option: int, worth: Numbers, most: int) -> list[Column]:
    chosen = (
        np.argpartition(-worth, min(most, len(worth) - 1))[:most]
        if len(worth) > most
        else np.arange(len(worth))
    )
    return [Column(option, int(home)) for home in chosen if worth[home] > -np.inf]


def _bound(problem: Problem, options: Sequence[Option], prices: Numbers, rents: Numbers) -> int:
    """No answer is worth more, whatever the prices are (weak duality); rounded down, since worth is whole."""
    rooms = np.array([room.mixed for room in problem.rooms], dtype=np.float64)
    over: dict[int, float] = {}
    for option in options:
        gain = option.worth - prices[list(option.children)].sum() - option.takes * rents
        group = problem.group_of[option.children[0]]
        # Of one group either the whole is somewhere, or some of its children are.
        best = max(0.0, float(gain.max()))
        over[group] = (
            max(over.get(group, 0.0), best) if len(option.children) > 1 else over.get(group, 0.0) + best
        )
    return floor(float(prices.sum() + (rents * rooms).sum()) + sum(over.values()) + 1e-3)


def _could_better(
    problem: Problem, options: Sequence[Option], prices: Numbers, rents: Numbers, slack: int
) -> list[Column]:
    """Columns that the bound does not exclude, those first that cost it least."""
    found: list[tuple[float, Column]] = []
    for number, option in enumerate(options):
        gain = option.worth - prices[list(option.children)].sum() - option.takes * rents
        could = np.flatnonzero(gain >= -float(slack) - 1.0)
        found += [(-float(gain[home]), Column(number, int(home))) for home in could]
    return [column for _, column in sorted(found, key=lambda pair: pair[0])]


def _proved(
    problem: Problem,
    options: Sequence[Option],
    columns: Sequence[Column],
    best: tuple[int | None, ...],
    until: float,
) -> tuple[tuple[int | None, ...], int]:
    """The best answer among these columns, or `best` where it is better; and the bound that CP-SAT proved for them.

    Making the model takes of the time; reading the answer back takes no longer than half of what that took.
    """
    began = time.monotonic()
    model = cp_model.CpModel()
    of_child: list[list[cp_model.IntVar]] = [[] for _ in problem.group_of]
    of_home: dict[int, list[tuple[cp_model.IntVar, int]]] = {}
    known = _known(problem, options, best)
    columns = list({*columns, *known})
    variables = [model.new_bool_var("") for _ in columns]
    for column, variable in zip(columns, variables, strict=True):
        option = options[column.option]
        for child in option.children:
            of_child[child].append(variable)
        of_home.setdefault(column.home, []).append((variable, int(option.takes[column.home])))
        model.add_hint(variable, column in known)
    for row in of_child:
        model.add_at_most_one(row)
    for home, terms in of_home.items():
        model.add(
            cp_model.LinearExpr.weighted_sum([v for v, _ in terms], [n for _, n in terms])
            <= problem.rooms[home].mixed
        )
    worths = [int(options[each.option].worth[each.home]) for each in columns]
    model.maximize(cp_model.LinearExpr.weighted_sum(variables, worths))
    made = time.monotonic()
    left = until - made - (made - began) / 2
    if left <= 0:
        return best, NO_BOUND
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = left
    solver.parameters.num_search_workers = max(1, min(8, os.cpu_count() or 1))
    solver.parameters.random_seed = 1
    state = solver.solve(model)
    if state not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return best, problem.worth(best) if state == cp_model.INFEASIBLE else NO_BOUND
    found: list[int | None] = [None] * len(problem.group_of)
    for column, variable in zip(columns, variables, strict=True):
        if solver.boolean_value(variable):
            for child in options[column.option].children:
                found[child] = column.home
    better = max((best, tuple(found)), key=problem.worth)
    return better, max(floor(solver.best_objective_bound + 1e-3), problem.worth(better))


def _known(problem: Problem, options: Sequence[Option], answer: Sequence[int | None]) -> set[Column]:
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
