"""This room's door to the law: its facts about looked-after children and care leavers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.care.spans import FACTS, READS
from kith.law.coverage import Covered
from kith.law.providers import Provider, register

# No return tells when a child was seen: known from the day on which workers write here.
LIVE = (
    "visit_to_child", "visit_in_care", "visit_written_up", "child_spoken_to_alone", "child_not_spoken_to_alone",
)  # fmt: skip


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What was loaded, and for which years, only the returns room knows: it says it."""
    return ()


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("care", covers, FACTS, READS, LIVE))
