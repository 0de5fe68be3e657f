"""Homes for many children at once: lawful, never worse than greedy, brothers and sisters together where they can be."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.homes.assignment.greedy import greedy
from kith.homes.assignment.problem import REFUSED, Problem, Room
from kith.homes.assignment.solve import solve


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Few children and homes, so that every answer can be tried."""
    children, homes = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    group_of, last = [], -1
    for _ in range(children):
        last = max(0, last + draw(st.integers(0, 1)))
        group_of.append(last)
    free = [draw(st.integers(1, 4)) for _ in range(homes)]
    rooms = tuple(Room(min(each, draw(st.integers(1, 3))), each) for each in free)
    cell = st.one_of(st.just(REFUSED), st.integers(-20, 124))
    points = np.array([[draw(cell) for _ in range(homes)] for _ in range(children)], dtype=np.int32)
    return Problem(tuple(group_of), rooms, points)


def every_answer(problem: Problem) -> int:
    """The most that any answer is worth, by trying them all; parts of a family are bound by the limit for strangers."""
    best = 0
    for answer in product([None, *range(len(problem.rooms))], repeat=len(problem.group_of)):
        if problem.broken(answer) or not _as_offered(problem, answer):
            continue
        best = max(best, problem.worth(answer))
    return best


def _as_offered(problem: Problem, answer: tuple[int | None, ...]) -> bool:
    for home, room in enumerate(problem.rooms):
        there = [child for child, chosen in enumerate(answer) if chosen == home]
        whole = any(set(there) == set(group) for group in problem.groups)
        if len(there) > room.mixed and not whole:
            return False
    return True


@settings(max_examples=60)
@given(problems())
def test_what_is_called_proven_is_the_best_of_all_answers(problem: Problem) -> None:
    answer, best = solve(problem, seconds=5), every_answer(problem)
    assert problem.broken(answer.assigned) == []
    assert answer.bound >= best
    assert answer.worth == problem.worth(answer.assigned) <= best
    assert answer.worth >= problem.worth(greedy(problem))
    if answer.proven:
        assert answer.worth == best


@settings(max_examples=40)
@given(problems())
def test_the_greedy_answer_breaks_nothing(problem: Problem) -> None:
    assert problem.broken(greedy(problem)) == []


def test_four_brothers_and_sisters_stay_together_though_each_would_fit_better_alone() -> None:
    points = np.full((4, 5), 100, dtype=np.int32)
    points[:, 4] = 1
    rooms = (*(Room(1, 1) for _ in range(4)), Room(3, 4))
    problem = Problem((0, 0, 0, 0), rooms, points)
    assert solve(problem, seconds=5).assigned == (4, 4, 4, 4)


def test_the_greedy_answer_parts_sisters_whom_the_best_keeps_together() -> None:
    # The only child comes first, and takes a place in the one home that holds two.
    points = np.array([[90, 10], [50, 50], [50, 50]], dtype=np.int32)
    problem = Problem((0, 1, 1), (Room(2, 2), Room(1, 1)), points)
    by_hand, best = greedy(problem), solve(problem, seconds=5)
    assert by_hand[1] != by_hand[2]
    assert best.assigned == (1, 0, 0)
    assert best.proven
    assert best.worth > problem.worth(by_hand)


def test_nobody_and_nowhere_are_answers_too() -> None:
    nobody = Problem((), (Room(1, 1),), np.zeros((0, 1), dtype=np.int32))
    nowhere = Problem((0,), (Room(1, 1),), np.full((1, 1), REFUSED, dtype=np.int32))
    for problem in (nobody, nowhere):
        answer = solve(problem, seconds=2)
        assert answer.proven
        assert set(answer.assigned) <= {None}


@settings(max_examples=20)
@given(problems())
def test_without_time_the_answer_is_the_greedy_one_and_its_bound_holds_all_the_same(problem: Problem) -> None:
    answer = solve(problem, seconds=0)
    assert problem.broken(answer.assigned) == []
    assert answer.worth >= problem.worth(greedy(problem))
    assert answer.bound >= every_answer(problem)
