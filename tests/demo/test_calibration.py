from __future__ import annotations

from datetime import date

import pytest

from kith.demo.calibration import share, targets, weights
from kith.demo.generate import generate
from kith.demo.measure import Measure

TODAY = date(2026, 11, 22)
CHILDREN = 20_000
SMALLEST_BASE = 400


@pytest.fixture(scope="module")
def made() -> Measure:
    measure = Measure(TODAY)
    for family in generate(CHILDREN, 1, today=TODAY):
        measure.add(family)
    return measure


def test_every_share_made_is_within_its_tolerance_of_the_published_one(made: Measure) -> None:
    astray = {
        f"{one.group} / {one.key}": (one.share, round(made.share(one.group, one.key), 3))
        for one in targets()
        if abs(made.share(one.group, one.key) - one.share) > one.tolerance
    }
    assert astray == {}


def test_of_ten_thousand_children_about_125_live_with_kin(made: Measure) -> None:
    # FIGURES 6 and 1: 125 of 10,000 children, of whom 67 are looked after; those whom family fosters are of both.
    under_18 = made.bases["looked_after_age"] / 67 * 10_000
    with_kin = made.counts["kinship"]["not looked after"] + made.counts["kinship"]["family foster care"]
    assert with_kin / under_18 * 10_000 == pytest.approx(125, abs=10)


def test_every_group_is_measured_over_enough_children(made: Measure) -> None:
    few = {one.group: made.bases[one.group] for one in targets() if made.bases[one.group] < SMALLEST_BASE}
    assert few == {}


def test_every_target_says_where_it_is_from_and_whether_it_was_found() -> None:
    for one in targets():
        assert one.mark in {"found", "founding", "recalled"}
        assert one.source
        assert 0 <= one.share <= 1
        assert 0 < one.tolerance <= 0.1


def test_a_group_that_does_not_exist_is_named() -> None:
    with pytest.raises(KeyError, match="no group nothing"):
        weights("nothing")
    with pytest.raises(KeyError, match="no known / nothing"):
        share("known", "nothing")
