"""The best answer by linear programming and CP-SAT (OR-tools), with a bound that holds for every pair of child and home.

The linear relaxation is solved on a few columns at a time (a column: a group whole in a home, or one of its children
there); those that could better it are added until none is. Its prices give a bound on every answer. CP-SAT then decides
among the columns that could still be part of a better answer than the best known: a column that the bound excludes
is left out for good, so an optimum among the rest is one of all (docs/adr/0214).
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from math import floor

import numpy as np
from ortools.linear_solver import pywraplp

from kith.homes.assignment.columns import Column, Numbers, Option, highest, options_of
from kith.homes.assignment.greedy import greedy
from kith.homes.assignment.problem import Answer, Problem
from kith.homes.assignment.prove import proved

FIRST, MORE, ROUNDS = 12, 6, 40
MOST_COLUMNS = 120_000
SHORTEST = 0.5
KEPT_BACK = 0.15
"""Of the time, what is kept for the solver's coming to a stop: it looks at the clock between its own steps."""


def solve(problem: Problem, *, seconds: float = 30.0) -> Answer:
    """The best answer found in the time, never worse than the greedy one, with the bound on every answer.

    The time is that of the whole: to make the model, to solve it and to read it back.
    """
    began = time.monotonic()
    until = began + seconds * (1 - KEPT_BACK)
    best = greedy(problem)
    if not problem.group_of or not problem.rooms:
        return Answer(best, problem.worth(best), problem.worth(best), time.monotonic() - began)
    options = options_of(problem)
    pool, prices, rents = _relaxed(problem, options, began + seconds * 0.4)
    bound = _bound(problem, options, prices, rents)
    best, _ = proved(problem, options, pool, best, _half(until))
    while problem.worth(best) < bound and until - time.monotonic() > SHORTEST:
        could = _could_better(problem, options, prices, rents, bound - problem.worth(best))
        whole = len(could) <= MOST_COLUMNS
        better, shown = proved(problem, options, could[:MOST_COLUMNS], best, until if whole else _half(until))
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
        add(highest(number, option.worth, FIRST))
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
            added += add(highest(number, gain, MORE))
        if not added or time.monotonic() > until:
            break
    return pool, prices, rents


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
