"""The facts about referrals and assessments that the law judges by. `ref` is the referral."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.help.models import Assessment, Referral
from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register

READS = {
    "referral": Reads(Referral, ("id", "referred_on", "closed_on", "no_further_action")),
    "assessment": Reads(Assessment, ("referral_id", "authorised_on")),
}
FACTS = """
SELECT k.kind, person, referred_on AS day, k.until, id AS ref, NULL::jsonb AS detail
  FROM {referral} r CROSS JOIN LATERAL (
       SELECT 'referral' AS kind, closed_on AS until
       UNION ALL SELECT 'referral_no_further_action', NULL WHERE no_further_action) k
UNION ALL
SELECT 'assessment_finished', person, authorised_on, NULL, referral_id, NULL FROM {assessment} a
 WHERE authorised_on IS NOT NULL
"""


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What was loaded, and for which years, only the returns room knows: it says it."""
    return ()


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("help", covers, FACTS, READS))
