"""What a parent, a carer or a young person reads of being looked after: what was shown to them by name, and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from kith.care.models.asking import CARER_DECIDES, Answered, Matter
from kith.care.models.living import CheckKind, PlanPart
from kith.core.reads import AS_IT_IS, ID, Called, Read, Reads

CARE: dict[str, Read] = {
    "care": lambda: Called(
        "SELECT child, name, what, item, body FROM care_my_care()", (ID, AS_IT_IS, AS_IT_IS, ID, AS_IT_IS)
    )
}
_page = Reads(**CARE)
_PARTS = {each: str(label) for each, label in PlanPart.choices}


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing: what it is, of which child, and what it says."""

    child: UUID
    name: str
    what: str
    item: UUID
    body: dict[str, Any]

    @property
    def on(self) -> date | None:
        return _day(self.body.get("on"))

    @property
    def back(self) -> date | None:
        """Of an agreement: the day on which it was taken back."""
        return _day(self.body.get("back"))

    @property
    def stands(self) -> bool:
        """Of an agreement: whether it is a yes that was not taken back, to what still holds."""
        says = self.body
        return self.what == "agreement" and says["agrees"] and not says["back"] and not says["over"]


@dataclass(frozen=True, slots=True)
class OfChild:
    """Everything that was shown of one child. `carer`: what the reader decides, where they were shown their home.

    `others`: what somebody else decides: the matter, who (a code of `Decides`), and why.
    """

    child: UUID
    name: str
    carer: list[str] = field(default_factory=list)
    others: list[tuple[str, str, str]] = field(default_factory=list)
    days: list[tuple[str, str]] = field(default_factory=list)
    asks: list[dict[str, Any]] = field(default_factory=list)
    coming: list[dict[str, Any]] = field(default_factory=list)
    held: list[dict[str, Any]] = field(default_factory=list)
    health: list[dict[str, Any]] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    agreements: list[Shared] = field(default_factory=list)


def my_care(read: Mapping[str, Sequence[Sequence[Any]]] | None = None) -> list[Shared]:
    """All of it, by child, the latest first. One statement, where not read already."""
    read = _page.run() if read is None else read
    return [Shared(*row) for row in read["care"]]


def by_child(shown: Sequence[Shared]) -> list[OfChild]:
    """The page: one part for each child."""
    found: dict[UUID, list[Shared]] = {}
    for each in shown:
        found.setdefault(each.child, []).append(each)
    return [_of(child, rows) for child, rows in found.items()]


def _of(child: UUID, rows: Sequence[Shared]) -> OfChild:
    def of(what: str) -> list[Shared]:
        return [each for each in rows if each.what == what]

    matters, answers = dict(Matter.choices), dict(Answered.choices)
    kinds = dict(CheckKind.choices)
    kept = {each.body["matter"] for each in of("exception")}
    plan = next(iter(of("plan")), None)
    reviews = [
        {"on": each.on, "held": each.body["held"], "words": each.body["words"]}
        for each in of("review")
    ]  # fmt: skip
    return OfChild(
        child,
        rows[0].name or "",
        carer=[str(matters[each]) for each in CARER_DECIDES if each not in kept] if of("home") else [],
        others=[
            (str(matters[each.body["matter"]]), each.body["decides"], each.body["words"])
            for each in of("exception")
        ],
        days=[(name, plan.body[name]) for name in ("days", "school", "health", "family_time") if plan.body[name]]
        if plan
        else [],
        asks=[
            {
                "on": each.on, "matter": str(matters[each.body["matter"]]), "for_on": _day(each.body["for_on"]),
                "answer_by": _day(each.body["answer_by"]), "words": each.body["words"], "by": each.body["by"],
                "answer": str(answers[each.body["answer"]]) if each.body["answer"] else "",
            }
            for each in of("ask")
        ],
        coming=sorted((each for each in reviews if not each["held"]), key=lambda each: each["on"]),
        held=[each for each in reviews if each["held"]],
        health=[
            {"on": each.on, "kind": str(kinds[each.body["kind"]]), "words": each.body["words"]} for each in of("health")
        ],
        parts=[(_PARTS[each.body["part"]], each.body["words"]) for each in of("part")],
        agreements=of("agreement"),
    )  # fmt: skip


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
