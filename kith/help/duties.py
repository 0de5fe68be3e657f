"""The facts about referrals, Family Help and who was named that the law judges by. `ref` is the referral or the help."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.access.models import Named
from kith.help.models import Assessment, HelpFact, Referral
from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register

READS = {
    "referral": Reads(Referral, ("id", "referred_on", "closed_on", "no_further_action"), known=True),
    "assessment": Reads(Assessment, ("referral_id", "authorised_on"), known=True),
    "asked": Reads(HelpFact, ("matter", "kind", "happened_on", "until")),
    "named": Reads(Named, ("involvement_id", "role", "named_on", "until")),
}
FACTS = """
SELECT k.kind, person, referred_on AS day, k.until, id AS ref, NULL::jsonb AS detail
  FROM {referral} r CROSS JOIN LATERAL (
       SELECT 'referral' AS kind, closed_on AS until
       UNION ALL SELECT 'referral_no_further_action', NULL WHERE no_further_action) k
UNION ALL
SELECT 'assessment_finished', person, authorised_on, NULL, referral_id, NULL FROM {assessment} a
 WHERE authorised_on IS NOT NULL
UNION ALL
SELECT CASE kind WHEN 'asked' THEN 'help_asked' WHEN 'decided' THEN 'referral_decided'
                 WHEN 'asker_told' THEN 'referrer_told' WHEN 'asker_unsafe' THEN 'telling_referrer_unsafe'
                 WHEN 'family_told' THEN 'family_told_of_decision' WHEN 'family_unsafe' THEN 'telling_would_harm'
                 WHEN 'lead_changed' THEN 'lead_changed' WHEN 'lead_told' THEN 'lead_change_talked_over'
                 ELSE 'family_help' END,
       person, happened_on, until, matter, NULL FROM {asked} f
UNION ALL
SELECT CASE role WHEN 'lead_practitioner' THEN 'lead_practitioner_named'
                 WHEN 'lead_protection' THEN 'lead_protection_practitioner_named' ELSE 'reviewing_officer_named' END,
       person, named_on, until, involvement_id, NULL FROM {named} n
"""
# Nothing of these came before there was this room, so there is no day before which silence would be lateness.
OURS = (
    "help_asked", "referral_decided", "referrer_told", "telling_referrer_unsafe", "family_told_of_decision",
    "telling_would_harm", "family_help", "lead_practitioner_named", "lead_changed", "lead_change_talked_over",
)  # fmt: skip
# What starts the duty to name these came in by returns too, which do not say whom: known from the day workers write here.
LIVE = ("lead_protection_practitioner_named", "reviewing_officer_named")


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What is recorded here alone. What was loaded, and for which years, only the returns room knows: it says it."""
    return [Covered(kind) for kind in OURS]


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("help", covers, FACTS, READS, LIVE))
