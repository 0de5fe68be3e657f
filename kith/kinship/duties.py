"""The facts of kinship care that the law judges by. `ref`: who was named, the approval, caring or day to ask."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.kinship.models import KinFact
from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register

READS = {"kin": Reads(KinFact, ("matter", "kind", "happened_on", "until"))}
# That a time ran out is a fact from the day on which it has, though it is written down before.
FACTS = """
SELECT CASE kind WHEN 'could' THEN 'possible_carer_named' WHEN 'looked' THEN 'first_look_done'
                 WHEN 'temporary' THEN 'placed_with_connected_person' WHEN 'longer' THEN 'full_assessment_sought'
                 WHEN 'review' THEN 'independent_review_sought' WHEN 'expired' THEN 'temporary_approval_expired'
                 WHEN 'known' THEN 'kinship_carer_known' WHEN 'told' THEN 'kinship_information_given'
                 WHEN 'check_due' THEN 'kinship_check_in_planned'
                 WHEN 'sg_notice' THEN 'special_guardianship_notice'
                 WHEN 'sg_asked' THEN 'special_guardianship_application'
                 WHEN 'sg_supp' THEN 'special_guardianship_support'
                 WHEN 'sg_looked' THEN 'special_guardianship_support_reviewed' ELSE 'kinship_checked_in' END AS kind,
       person, happened_on AS day, until, matter AS ref, NULL::jsonb AS detail
  FROM {kin} k WHERE kind <> 'expired' OR happened_on <= current_date
"""
# Nothing of these came before there was this room, so there is no day before which silence would be lateness.
OURS = (
    "possible_carer_named", "first_look_done", "placed_with_connected_person", "full_assessment_sought",
    "independent_review_sought", "temporary_approval_expired", "kinship_carer_known", "kinship_information_given",
    "kinship_check_in_planned", "kinship_checked_in", "special_guardianship_notice", "special_guardianship_application",
    "special_guardianship_support", "special_guardianship_support_reviewed",
)  # fmt: skip


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What is recorded here alone."""
    return [Covered(kind) for kind in OURS]


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("kinship", covers, FACTS, READS))
