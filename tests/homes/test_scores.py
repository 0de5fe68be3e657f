"""Points of fit add up, line by line, and cost is none of them."""

from __future__ import annotations

import inspect
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.homes import scores
from kith.homes.scores import AVOID, MOST, Offered, Wanted, lines, miles, total
from kith.homes.words import CULTURES, FAITHS, LANGUAGES, LIVES_HERE, SKILLS

SPOT = st.one_of(st.none(), st.tuples(st.integers(0, 60), st.integers(0, 60)))


def some(codes: dict[str, str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted(codes)), max_size=4)


CHILDREN = st.builds(
    Wanted,
    skills=some(SKILLS),
    languages=some(LANGUAGES),
    faiths=some(FAITHS),
    cultures=some(CULTURES),
    likes=some(LIVES_HERE),
    avoids=some(LIVES_HERE),
    parents_like=some(LIVES_HERE),
    home=SPOT,
    school=SPOT,
    loved=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3).map(tuple),
    group=st.integers(1, 4),
)
HOMES = st.builds(
    Offered,
    id=st.builds(uuid4),
    free=st.integers(1, 4),
    skills=some(SKILLS).map(sorted),
    languages=some(LANGUAGES).map(sorted),
    faiths=some(FAITHS).map(sorted),
    cultures=some(CULTURES).map(sorted),
    lives_here=some(LIVES_HERE).map(sorted),
    at=SPOT,
    takes=st.integers(1, 4),
)


@given(CHILDREN, HOMES)
def test_the_lines_add_up_to_the_total_and_each_keeps_within_its_own(child: Wanted, home: Offered) -> None:
    told = lines(child, home)
    assert sum(line.points for line in told) == total(child, home)
    assert all((-AVOID if line.of == 0 else 0) <= line.points <= line.of for line in told)
    assert -AVOID <= total(child, home) <= MOST
    assert all(line.why.endswith(".") for line in told)


@given(HOMES)
def test_a_child_who_asks_for_nothing_loses_nothing(home: Offered) -> None:
    assert total(Wanted(), home) == MOST


@given(CHILDREN, HOMES, st.sampled_from(sorted(SKILLS)))
def test_being_good_at_more_never_takes_points_off(child: Wanted, home: Offered, skill: str) -> None:
    better = Offered(
        home.id, home.free, sorted({*home.skills, skill}), home.languages, home.faiths, home.cultures,
        home.lives_here, home.at, home.takes,
    )  # fmt: skip
    assert total(child, better) >= total(child, home)


def test_nearer_is_never_worth_less_and_miles_are_miles() -> None:
    child = Wanted(home=(0, 0), school=(0, 0), loved=((0, 0),))
    by_distance = [total(child, Offered(uuid4(), 1, at=(east, 0))) for east in range(61)]
    assert by_distance == sorted(by_distance, reverse=True)
    assert by_distance[0] == MOST
    assert miles((0, 0), (100, 0)) == pytest.approx(62.1, abs=0.1)
    assert miles((0, 0), None) is None


def test_no_line_knows_what_a_home_costs() -> None:
    words = inspect.getsource(scores).casefold()
    assert "price" not in words
    assert "pounds" not in words
