"""The facts of money that the law judges by. `ref`: the award, or the care that it is paid for.

Of the pilot's weekly allowance nothing is told: which councils pay it, and from when, Kith does not record.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register
from kith.money.models import MoneyFact

READS = {"money": Reads(MoneyFact, ("matter", "kind", "happened_on", "until"))}
FACTS = """
SELECT CASE kind WHEN 'agreed' THEN 'financial_support_agreed' WHEN 'written' THEN 'financial_agreement_written'
                 WHEN 'guardian' THEN 'special_guardianship_allowance'
                 ELSE 'special_guardianship_allowance_reviewed' END AS kind,
       person, happened_on AS day, until, matter AS ref, NULL::jsonb AS detail
  FROM {money} m
"""
# Nothing of these came before there was this room, so there is no day before which silence would be lateness.
OURS = (
    "financial_support_agreed", "financial_agreement_written", "special_guardianship_allowance",
    "special_guardianship_allowance_reviewed",
)  # fmt: skip


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What is recorded here alone."""
    return [Covered(kind) for kind in OURS]


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("money", covers, FACTS, READS))
