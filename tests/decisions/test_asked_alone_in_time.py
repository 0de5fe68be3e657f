"""Each child and each adult who was hurt is asked alone: before the meeting, and within two working days after it."""

from __future__ import annotations

from datetime import date

import pytest

from kith.decisions.due import check_by
from kith.decisions.models import FamilyMeeting, NetworkPerson, PrivateCheck
from kith.decisions.queries.needs import needs_of

FRIDAY = date(2026, 12, 4)


def still(part: str, *asked: str, held: bool = False, may_ask: str = "may") -> list[str]:
    """What a coordinator still has to do for somebody, of being asked alone."""
    meeting = FamilyMeeting(held_on=FRIDAY if held else None)
    row = NetworkPerson(part=part, may_ask=may_ask, orders="none")
    checks = [PrivateCheck(when=each) for each in asked]
    found = needs_of(meeting, row, ready=None, asked=True, answered=True, checks=checks)
    return [each for each in found if "private word" in each]


@pytest.mark.parametrize("part", ["child", "harmed"])
def test_they_are_asked_before_and_then_after_each_once(part: str) -> None:
    assert still(part) == ["a private word before"]
    assert still(part, "before") == []
    assert still(part, "before", held=True) == ["a private word after, by Tuesday 8 December 2026"]
    assert still(part, "before", "after", held=True) == []


def test_after_is_asked_whether_or_not_before_was() -> None:
    assert still("harmed", held=True) == ["a private word after, by Tuesday 8 December 2026"]


def test_for_others_and_for_those_never_asked_there_is_none() -> None:
    assert still("other") == still("other", held=True) == []
    assert still("harmed", may_ask="never") == []


@pytest.mark.parametrize(
    ("held", "by"),
    [
        # Over a weekend; over Christmas Day and Boxing Day (its substitute on Monday 28 December 2026).
        (date(2026, 12, 4), date(2026, 12, 8)),
        (date(2026, 12, 7), date(2026, 12, 9)),
        (date(2026, 12, 24), date(2026, 12, 30)),
    ],
)
def test_two_working_days_are_counted_as_the_law_counts_them(held: date, by: date) -> None:
    assert check_by(held) == by
