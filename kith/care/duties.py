"""This room's door to the law: its facts about looked-after children and care leavers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.care.models.matter import MEETS, STARTS
from kith.care.spans import FACTS, READS
from kith.law.coverage import Covered
from kith.law.providers import Provider, register

# What starts these duties is recorded here alone, so there is no day before which silence would be lateness.
OURS = (
    "found_after_missing", "return_interview", "return_interview_not_wanted", "missing_again", "missing_plan_reviewed",
    "leaving_care_proposed", "leaving_care_approved", "section_20_agreed", "section_20_looked_at",
    "review_asked_for", "asked_review_held", "short_breaks", "with_parent_until_first_review",
    "with_parent_after_first_review", *STARTS.values(), *(MEETS[each] for each in (*STARTS, "breaks") if each in MEETS),
)  # fmt: skip
# No return tells when a child was seen: known from the day on which workers write here.
LIVE = (
    "visit_to_child", "visit_in_care", "visit_written_up", "child_spoken_to_alone", "child_not_spoken_to_alone",
    "placement_plan_made", "who_decides_what_recorded", "first_health_assessment", "health_assessment",
    "review_decisions_sent", "review_record_sent", "independent_visitor_considered", MEETS["new_home"],
    MEETS["advocate"],
)  # fmt: skip


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What is recorded here alone. What was loaded, and for which years, only the returns room knows: it says it."""
    return [Covered(kind) for kind in OURS]


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("care", covers, FACTS, READS, LIVE))
