"""The facts about enquiries, protection plans and pre-proceedings that the law judges by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register
from kith.protection.models import ChildProtectionPlan, PreProceedings, ProtectionPlanReview, Section47

READS = {
    "enquiry": Reads(Section47, ("id", "started_on", "conference_on", "conference_not_required")),
    "plan": Reads(ChildProtectionPlan, ("id", "started_on", "ended_on")),
    "review": Reads(ProtectionPlanReview, ("plan_id", "reviewed_on")),
    "letter": Reads(
        PreProceedings, ("id", "letter_sent_on", "family_meeting_offered", "first_meeting_on", "decided_on")
    ),
}
FACTS = """
SELECT 'section_47_started' AS kind, person, started_on AS day, NULL::date AS until, id AS ref, NULL::jsonb AS detail
  FROM {enquiry} e
UNION ALL
SELECT 'initial_conference', person, conference_on, NULL, id, NULL FROM {enquiry} e WHERE conference_on IS NOT NULL
UNION ALL
SELECT 'conference_not_required', person, started_on, NULL, id, NULL FROM {enquiry} e WHERE conference_not_required
UNION ALL
SELECT 'child_protection_plan', person, started_on, ended_on, id, NULL FROM {plan} p
UNION ALL
SELECT 'child_protection_review', person, reviewed_on, NULL, plan_id, NULL FROM {review} r
UNION ALL
SELECT 'letter_before_proceedings', person, letter_sent_on, NULL, id, NULL FROM {letter} l
 WHERE letter_sent_on IS NOT NULL
UNION ALL
SELECT 'family_meeting_offered_in_letter', person, letter_sent_on, NULL, id, NULL FROM {letter} l
 WHERE letter_sent_on IS NOT NULL AND family_meeting_offered
UNION ALL
SELECT 'pre_proceedings_meeting', person, first_meeting_on, NULL, id, NULL FROM {letter} l
 WHERE first_meeting_on IS NOT NULL
UNION ALL
SELECT 'pre_proceedings_ended', person, decided_on, NULL, id, NULL FROM {letter} l WHERE decided_on IS NOT NULL
"""
# No return tells these: they are known from the day on which workers write here.
LIVE = ("pre_proceedings_meeting", "pre_proceedings_ended")


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What was loaded, and for which years, only the returns room knows: it says it."""
    return ()


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("protection", covers, FACTS, READS, LIVE))
