"""The bench of finding homes judges what it measured."""

from __future__ import annotations

from typing import Any

import pytest

from kith.bench.homes import figures

ONE = {"bare": 100.0, "shortlist": 260.0, "lawful": 13_000}
MANY = {
    "seconds": 12.0, "short": 30, "points": 25_000, "worth": 2_000, "greedy": 1_900, "together": 100,
    "greedy_together": 99, "broken": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "many", "over"),
    [
        ({}, {}, set()),
        ({"shortlist": 1_001.0}, {}, {"shortlist for one child"}),
        ({}, {"seconds": 30.1}, {"an answer, with its bound"}),
        ({}, {"worth": 1_899}, {"worth of the answer"}),
        ({}, {"together": 98}, {"groups together"}),
        ({}, {"broken": 1}, {"what the answer breaks"}),
    ],
)
def test_each_limit_is_held(one: dict[str, Any], many: dict[str, Any], over: set[str]) -> None:
    found = figures(ONE | one, MANY | many)
    assert {each.what for each in found if each.verdict == "over"} == over
