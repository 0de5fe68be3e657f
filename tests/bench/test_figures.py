"""Statistics of the bench: percentiles, medians, ratios, and limits kept or broken."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.bench.figures import Figure, median, percentile, ratio

times = st.lists(st.floats(min_value=0, max_value=1e6), min_size=1, max_size=200)


@given(times, st.floats(min_value=0, max_value=1))
def test_a_percentile_is_one_of_the_values_and_covers_its_share(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(1 for each in values if each <= found) >= share * len(values)


@given(times, st.floats(min_value=0.01, max_value=1))
def test_no_smaller_value_would_cover_the_share(values: list[float], share: float) -> None:
    below = [each for each in values if each < percentile(values, share)]
    assert len(below) < share * len(values) + 1e-9


@given(times)
def test_percentiles_rise_with_their_share(values: list[float]) -> None:
    found = [percentile(values, share / 20) for share in range(21)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (min(values), max(values))


@given(times)
def test_as_many_values_lie_above_the_median_as_below(values: list[float]) -> None:
    found = median(values)
    assert sum(1 for each in values if each < found) <= len(values) / 2
    assert sum(1 for each in values if each > found) <= len(values) / 2


def test_statistics_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one value"):
        percentile([], 0.5)
    with pytest.raises(ValueError, match="at least one value"):
        median([])
    with pytest.raises(ValueError, match="between 0 and 1"):
        percentile([1.0], 1.5)


def test_anything_is_boundlessly_more_than_nothing() -> None:
    assert ratio(1, 0) == math.inf
    assert ratio(0, 0) == 1.0


@given(
    st.floats(min_value=0, max_value=1e6), st.floats(min_value=0.001, max_value=1e6), st.floats(0.001, 100)
)
def test_a_limit_is_kept_or_broken_by_the_ratio(value: float, floor: float, limit: float) -> None:
    most = Figure("part", "what", value, "ms", floor, "floor", limit)
    least = Figure("part", "what", value, "/s", floor, "floor", limit, at_least=True)
    assert most.verdict == ("within" if value / floor <= limit else "over")
    assert least.verdict == ("within" if value / floor >= limit else "over")


def test_a_figure_without_a_floor_is_held_to_its_limit_itself() -> None:
    assert Figure("part", "errors", 0, "", limit=0).verdict == "within"
    assert Figure("part", "errors", 1, "", limit=0).verdict == "over"
    assert Figure("part", "filling", 5, "s").verdict == "no limit"


def test_a_boundless_ratio_can_be_written_as_json() -> None:
    assert Figure("part", "what", 1, "ms", 0, "floor", 2).as_json()["ratio"] is None
