"""A duty to name somebody is met by whoever is named already, for as long as they are."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.register import Register
from tests.law.conftest import CHILD

START, AS_AT = date(2026, 3, 2), date(2026, 12, 1)
DAYS = st.integers(-60, 60).map(lambda days: START + timedelta(days=days))


@given(named=DAYS, length=st.one_of(st.none(), st.integers(0, 90)))
def test_the_first_day_in_care_on_which_somebody_is_named_is_the_day_it_was_met(
    register: Register, named: date, length: int | None
) -> None:
    until = None if length is None else named + timedelta(days=length)
    facts = [
        Fact("looked_after", CHILD, START),
        Fact("reviewing_officer_named", CHILD, named, until, "o"),
    ]
    (found,) = derive(facts, register.only("LA-03"), as_at=AS_AT)
    # Day by day: whoever is named on a day is there on it; who ends on a day is not, unless it was their first.
    days = (START + timedelta(days=each) for each in range((AS_AT - START).days))
    met = next(
        (day for day in days if day == named or (named < day and (until is None or day < until))), None
    )
    assert found.met == met
    assert (found.state == "met") == (met is not None and met <= found.due)
