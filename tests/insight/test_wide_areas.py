"""Neighbouring areas stand together where few families were counted before; how is settled once, and tells of nobody."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from kith.insight.areas import ENOUGH, NO_AREA, inside, line_of, wide
from kith.insight.counted import Fact, by_quarter
from kith.insight.shown import lines_of

BEFORE, QUARTER, NEXT = date(2026, 4, 1), date(2026, 10, 1), date(2027, 1, 1)
STATES = ("yes", "no")


def families(area: str, many: int, quarter: date = BEFORE, state: str = "yes") -> list[Fact]:
    found = []
    for _ in range(many):
        one = uuid4()
        found.append(Fact(one, state, quarter, one, one, area, "white", "none"))
    return found


def test_each_line_had_enough_families_in_the_twelve_months_before() -> None:
    found = [*families("AB2", 30), *families("AB10", 20), *families("AB1", ENOUGH), *families("AB11", 5)]
    assert wide(found, QUARTER) == ["AB1", "AB2–AB11"]
    assert wide(families("AB1", 3), QUARTER) == ["AB1"], (
        "too few in all: one line, which says what the total says"
    )


def test_what_is_counted_in_the_quarter_itself_settles_nothing() -> None:
    before = [*families("AB1", 20), *families("AB2", 30)]
    now = [*families("AB1", 90, QUARTER), *families("AB2", 90, QUARTER)]
    assert wide([*before, *now], QUARTER) == wide(before, QUARTER) == ["AB1–AB2"]


def test_what_was_settled_stays_whatever_is_written_down_later() -> None:
    before = [*families("AB1", 20), *families("AB2", 30)]
    settled = wide(before, QUARTER)
    late = [*before, *families("AB1", 90), *families("AB5", ENOUGH)]
    lines = wide(late, QUARTER, settled)
    assert lines == settled == ["AB1–AB2"]
    assert line_of("AB5", lines) == "AB5"
    alone = wide(before, QUARTER, ["AB1"])
    assert [line_of(each, alone) for each in ("AB1", "AB2")] == ["AB1", "AB2"], "what stood alone stays so"


def test_the_next_quarter_is_settled_by_its_own_year() -> None:
    found = [*families("AB1", ENOUGH), *families("AB2", ENOUGH, date(2025, 10, 1))]
    assert wide(found, NEXT) == ["AB1"]


def test_an_area_between_the_ends_counts_in_the_line_and_no_home_counts_in_none() -> None:
    assert line_of("AB3", ["AB1", "AB2–AB11"]) == "AB2–AB11"
    assert line_of("AB20", ["AB1", "AB2–AB11"]) == "AB20"
    assert line_of(NO_AREA, ["AB1–ZZ9"]) == NO_AREA
    assert not inside("AB12", "AB2–AB11")


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 30)), max_size=9),
    st.lists(
        st.tuples(st.integers(1, 9), st.integers(0, 25), st.sampled_from(STATES)), min_size=1, max_size=60
    ),
)
def test_lines_share_nobody_hold_everybody_and_show_nothing_of_few(
    before: list[tuple[int, int]], now: list[tuple[int, int, str]]
) -> None:
    past = [fact for area, many in before for fact in families(f"AB{area}", many)]
    found = [
        Fact(UUID(int=n), state, QUARTER, None, UUID(int=1000 + family), f"AB{area}", "white", "none")
        for n, (area, family, state) in enumerate(now)
    ]
    lines = wide(past, QUARTER)
    for area in range(1, 10):
        assert sum(inside(f"AB{area}", key) for key in lines) <= 1
    [(_, counts)] = by_quarter([*past, *found], quarters=[QUARTER], areas={QUARTER: lines})
    shown = [each for each in lines_of(counts, STATES) if each.by in {"area", "total"}]
    for state in STATES:
        whole = sum(fact.state == state for fact in found)
        parts = [each for each in shown if each.by == "area"]
        for line in parts:
            here = [fact for fact in found if fact.state == state and inside(fact.area, line.key)]
            number = line.shown[state]
            assert number is None or number == len(here)
            assert not number or len({fact.whose for fact in here}) > 5
        hidden = [each for each in parts if each.shown[state] is None]
        [total] = [each for each in shown if each.by == "total"]
        if total.shown[state] is not None and hidden:
            assert len(hidden) > 1, "one alone is the total less the others"
            assert whole - sum(each.shown[state] or 0 for each in parts) - len(hidden) >= 0
