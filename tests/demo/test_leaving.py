"""What is told of a care leaver on a birthday."""

from __future__ import annotations

from datetime import date
from typing import Any, cast
from uuid import uuid4

import pytest

from kith.demo import leaving


class Says:
    """Dice that fall as they are told: how the council is in touch, and never the chance of knowing nothing."""

    id = uuid4()

    def __init__(self, touch: str) -> None:
        self.touch = touch

    def weigh(self, weights: Any) -> str:
        return self.touch if weights is leaving.TOUCH else "U1"

    def chance(self, share: float) -> bool:
        return False


@pytest.mark.parametrize(("touch", "told"), [("RHOM", ("0", "0")), ("NO", ("U1", "U1"))])
def test_of_whoever_went_home_nothing_more_is_told(touch: str, told: tuple[str, str]) -> None:
    says = cast("Any", Says(touch))
    year = leaving._birthday(says, says, date(2026, 5, 1))
    assert (year.activity, year.accommodation) == told
