"""Versions of a plan: which there are, and one beside another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kith.plan.models import PlanReview, PlanVersion

KINDS = {"change": "What has to change", "goal": "Goals", "step": "Steps", "strength": "Strengths"}


@dataclass(frozen=True, slots=True)
class Compared:
    """One line in two versions: its words in each ("" where it was not there), and what became of it."""

    kind: str
    before: str
    after: str
    says: str


def versions_of(plan: UUID) -> list[PlanVersion]:
    """The versions of a plan that are open to the actor, the newest first. One statement."""
    return list(PlanVersion.objects.filter(plan_id=plan).select_related("agreed_by").order_by("-number"))


def reviews_of(plan: UUID) -> list[PlanReview]:
    """Each time that it was looked at again, the newest first. One statement."""
    return list(PlanReview.objects.filter(plan_id=plan).order_by("-on"))


def compare(before: PlanVersion, after: PlanVersion) -> list[Compared]:
    """Line by line: what was added, taken away, put in other words or moved on, then what stayed. No statement."""
    old = {line["id"]: line for line in before.content}
    new = {line["id"]: line for line in after.content}
    found = [_compared(old.get(item), new.get(item)) for item in {**old, **new}]
    kinds = list(KINDS.values())
    return sorted(found, key=lambda each: (kinds.index(each.kind), each.says == "The same"))


def _compared(old: dict[str, Any] | None, new: dict[str, Any] | None) -> Compared:
    line = new or old or {}
    kind = KINDS[line["kind"]]
    if old is None or new is None:
        words = str(line["words"])
        return Compared(kind, "", words, "New") if old is None else Compared(kind, words, "", "Gone")
    says = "The same"
    if old["words"] != new["words"]:
        says = "In other words"
    elif old != new:
        says = "Done since" if new.get("done_on") and not old.get("done_on") else "Changed"
    return Compared(kind, str(old["words"]), str(new["words"]), says)
