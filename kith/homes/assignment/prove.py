"""The best answer among some columns, by CP-SAT (OR-tools), and the bound that it proves for them."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from math import floor

from ortools.sat.python import cp_model

from kith.homes.assignment.columns import Column, Option, columns_of
from kith.homes.assignment.problem import Problem

NO_BOUND = 2**62


def proved(
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
    known = columns_of(problem, options, best)
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
