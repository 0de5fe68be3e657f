"""The facts about the one plan that the law judges by: as Family Help, pathway or care plan. `ref` is the plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register
from kith.plan.models import PlanFact

READS = {"plan": Reads(PlanFact, ("plan_id", "kind", "happened_on", "until"))}
FACTS = """
SELECT k.kind, person, happened_on AS day, until, plan_id AS ref, NULL::jsonb AS detail
  FROM {plan} p CROSS JOIN LATERAL (VALUES
       (CASE p.kind WHEN 'family_help' THEN 'family_help_plan' WHEN 'pathway' THEN 'pathway_plan'
                    WHEN 'reviewed' THEN 'family_help_plan_reviewed' ELSE 'care_plan_made' END),
       (CASE p.kind WHEN 'reviewed' THEN 'pathway_plan_reviewed' END)
       ) AS k (kind)
 WHERE k.kind IS NOT NULL
"""
KINDS = ("family_help_plan", "family_help_plan_reviewed", "pathway_plan", "pathway_plan_reviewed")
# A care plan answers to children who came into care by a return as well: known from the day workers write here.
LIVE = ("care_plan_made",)


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """Plans are here alone: there is no day before which silence would be lateness."""
    return [Covered(kind) for kind in KINDS]


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("plan", covers, FACTS, READS, LIVE))
