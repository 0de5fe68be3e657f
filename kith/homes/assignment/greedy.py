"""The greedy answer: group after group, in the order given, takes the best home that is left. As people do it by hand."""

from __future__ import annotations

from kith.homes.assignment.problem import REFUSED, Problem


def greedy(problem: Problem) -> tuple[int | None, ...]:
    """For each child a home or None.

    A group takes the best home that holds all of it; where none does, each its own best.
    """
    assigned: list[int | None] = [None] * len(problem.group_of)
    used: list[list[int]] = [[] for _ in problem.rooms]
    for number, group in enumerate(problem.groups):
        whole = _best(problem, group, number, used)
        parts = [group] if whole is not None else [(child,) for child in group]
        for part in parts:
            home = _best(problem, part, number, used)
            if home is not None:
                for child in part:
                    assigned[child] = home
                    used[home].append(number)
    return tuple(assigned)


def _best(problem: Problem, part: tuple[int, ...], group: int, used: list[list[int]]) -> int | None:
    rows = problem.points[list(part)]
    total = rows.sum(axis=0)
    total[(rows == REFUSED).any(axis=0)] = REFUSED * len(part) * 2
    for home in total.argsort(kind="stable")[::-1]:
        if total[home] == REFUSED * len(part) * 2:
            return None
        there, room = used[home], problem.rooms[home]
        # More than strangers may: a family whole, in a home of its own.
        limit = room.family if not there and len(part) == len(problem.groups[group]) else room.mixed
        if len(there) + len(part) <= limit:
            return int(home)
    return None
