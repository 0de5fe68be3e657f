from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.demo.generate import generate, make_family
from tests.demo.coherent import faults

DAYS = st.dates(min_value=date(2026, 1, 5), max_value=date(2028, 3, 1))


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**40), index=st.integers(0, 60_000), today=DAYS)
def test_any_family_of_any_seed_is_coherent(seed: int, index: int, today: date) -> None:
    family = make_family(index, seed=seed, today=today)
    assert faults(family, today) == []


def test_the_first_two_thousand_children_are_coherent() -> None:
    today = date(2026, 11, 22)
    found = {family.index: faults(family, today) for family in generate(2000, 1, today=today)}
    assert {index: wrong for index, wrong in found.items() if wrong} == {}
