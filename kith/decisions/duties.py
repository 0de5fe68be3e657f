"""The facts about families' own meetings that the law judges by. `ref` is the offer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.decisions.models import Exemption, MeetingFact
from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register

READS = {
    "meeting": Reads(MeetingFact, ("id", "offer_id", "kind", "happened_on")),
    "exemption": Reads(Exemption, ("id", "decided_on")),
}
FACTS = """
SELECT CASE kind WHEN 'offered' THEN 'family_meeting_offered' WHEN 'accepted' THEN 'family_meeting_accepted'
                 WHEN 'held' THEN 'family_meeting_held' WHEN 'planned' THEN 'family_plan_agreed'
                 WHEN 'to_check' THEN 'private_check_owed' WHEN 'checked' THEN 'private_check_made'
                 WHEN 'others' THEN 'private_check_of_others_owed' WHEN 'asked' THEN 'private_check_of_others_made'
                 ELSE 'family_plan_answered' END AS kind,
       person, happened_on AS day, NULL::date AS until, offer_id AS ref, NULL::jsonb AS detail
  FROM {meeting} m
UNION ALL
SELECT 'family_meeting_not_in_childs_interest', person, decided_on, NULL, NULL, NULL FROM {exemption} e
"""
# Nothing of these came before there was this room, so there is no day before which silence would be lateness.
KINDS = (
    "family_meeting_offered", "family_meeting_accepted", "family_meeting_held", "family_plan_agreed",
    "family_plan_answered", "family_meeting_not_in_childs_interest", "private_check_owed", "private_check_made",
    "private_check_of_others_owed", "private_check_of_others_made",
)  # fmt: skip


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """All of it, whenever it was: what starts these duties is recorded here, or by whoever means to go to court."""
    return [Covered(kind) for kind in KINDS]


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("decisions", covers, FACTS, READS))
