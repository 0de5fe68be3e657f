"""The comparison of times: it finds a difference that is there, and none where there is none."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from kith.bench.alike import KEPT, LIMIT, NOBODY, figures, likely_slower, requests
from kith.bench.client import Answer
from kith.bench.mix import Reader

READER = Reader("one", ("a",))
PEOPLE = {kind: [f"{kind}-1", f"{kind}-2"] for kind in KEPT}


def answers(slower: float) -> list[Answer]:
    """240 answers of each kind around 5 ms, spread by 0.2 ms, of which the sealed ones take `slower` ms more."""
    dice = random.Random(1)  # noqa: S311 - made-up times, not a secret
    return [
        (kind, 404, 5 + dice.gauss(0, 0.2) + (slower if kind == "sealed" else 0), 2000)
        for _ in range(240)
        for kind in (*KEPT, NOBODY)
    ]


def test_answers_that_take_alike_are_within_the_limit() -> None:
    assert [each.verdict for each in figures(answers(0))] == ["within"] * 3


def test_a_difference_of_a_fifth_of_a_millisecond_is_over_it() -> None:
    told = {each.what: each.verdict for each in figures(answers(0.2))}
    assert [verdict for what, verdict in told.items() if "sealed" in what] == ["over"]
    assert Counter(told.values()) == {"within": 2, "over": 1}


def test_the_chance_of_being_slower() -> None:
    assert likely_slower([1, 2], [1, 2]) == 0.5
    assert likely_slower([3, 4], [1, 2]) == 1
    assert LIMIT < 0.5


def test_each_round_asks_of_each_kind_once_and_rounds_differ_in_order() -> None:
    asked = requests(PEOPLE, READER, 50, 1)
    rounds = [tuple(each.kind for each in asked[at : at + 4]) for at in range(0, 200, 4)]
    assert all(set(each) == {*KEPT, NOBODY} for each in rounds)
    assert len(set(rounds)) > 10
    assert len({each.path for each in asked if each.kind == NOBODY}) == 50
    with pytest.raises(ValueError, match="each kind"):
        requests({**PEOPLE, "sealed": []}, READER, 1, 1)
