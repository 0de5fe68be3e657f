"""The facts about enquiries, protection plans and pre-proceedings that the law judges by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register
from kith.protection.models import (
    ChildProtectionPlan,
    OrderApplication,
    PreProceedings,
    ProtectionPlanReview,
    Section47,
)

READS = {
    # A conference follows from the outcome: where one was held and no outcome written down, it was known by then.
    "enquiry": Reads(
        Section47, ("id", "started_on", "conference_on", "conference_not_required", "decided_on")
    ),
    "plan": Reads(ChildProtectionPlan, ("id", "started_on", "ended_on")),
    "review": Reads(ProtectionPlanReview, ("plan_id", "reviewed_on")),
    "application": Reads(OrderApplication, ("id", "applied_on", "first_hearing_on", "ended_on")),
    "letter": Reads(
        PreProceedings, ("id", "letter_sent_on", "family_meeting_offered", "first_meeting_on", "decided_on")
    ),
}
FACTS = """
SELECT k.kind, person, k.day, NULL::date AS until, id AS ref, NULL::jsonb AS detail
  FROM {enquiry} e CROSS JOIN LATERAL (VALUES
       ('section_47_started', started_on),
       ('initial_conference', conference_on),
       ('section_47_decided', coalesce(decided_on, conference_on)),
       ('conference_not_required', CASE WHEN conference_not_required THEN started_on END)
       ) AS k (kind, day)
 WHERE k.day IS NOT NULL
UNION ALL
SELECT 'child_protection_plan', person, started_on, ended_on, id, NULL FROM {plan} p
UNION ALL
SELECT 'child_protection_review', person, reviewed_on, NULL, plan_id, NULL FROM {review} r
UNION ALL
SELECT k.kind, person, k.day, NULL, id, NULL
  FROM {letter} l CROSS JOIN LATERAL (VALUES
       ('letter_before_proceedings', letter_sent_on),
       ('family_meeting_offered_in_letter', CASE WHEN family_meeting_offered THEN letter_sent_on END),
        ('pre_proceedings_meeting', first_meeting_on),
        ('pre_proceedings_ended', decided_on)
       ) AS k (kind, day)
 WHERE k.day IS NOT NULL
UNION ALL
SELECT k.kind, person, k.day, k.until, id, NULL
  FROM {application} a CROSS JOIN LATERAL (VALUES
       ('care_application', applied_on, ended_on), ('first_court_hearing', first_hearing_on, NULL)
       ) AS k (kind, day, until)
 WHERE k.day IS NOT NULL
"""
# No return tells these: they are known from the day on which workers write here.
LIVE = (
    "care_application", "first_court_hearing", "pre_proceedings_meeting", "pre_proceedings_ended", "section_47_decided",
)  # fmt: skip


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What was loaded, and for which years, only the returns room knows: it says it."""
    return ()


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("protection", covers, FACTS, READS, LIVE))
