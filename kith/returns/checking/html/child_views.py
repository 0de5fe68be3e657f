"""What was found of each child."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kith.returns.checking.findings import Finding, Findings

MOST_CHILDREN, MOST_LINES = 300, 25


@dataclass(slots=True)
class ChildView:
    """One child; `lines` are (rule, file, row or None), and `more` are not shown."""

    child: str
    errors: int = 0
    queries: int = 0
    more: int = 0
    lines: list[tuple[Finding, str, int | None]] = field(default_factory=list)

    def add(self, rule: Finding, failure: dict[str, Any], file: str) -> None:
        self.errors += rule.severity == "error"
        self.queries += rule.severity != "error"
        if len(self.lines) < MOST_LINES:
            self.lines.append((rule, file, failure["row"]))
        else:
            self.more += 1


@dataclass(frozen=True, slots=True)
class ChildrenView:
    """Those with most errors first; `more` children are not shown."""

    shown: list[ChildView]
    more: int


def by_child(found: Findings) -> ChildrenView:
    """Every child of whom something was found, as far as a page can hold."""
    children: dict[str, ChildView] = {}
    for rule, failure in found.lines():
        if failure["child"] is not None:
            child = children.setdefault(failure["child"], ChildView(failure["child"]))
            child.add(rule, failure, found.where(failure["table"]))
    worst_first = sorted(children.values(), key=lambda each: (-each.errors, -each.queries, each.child))
    return ChildrenView(worst_first[:MOST_CHILDREN], max(len(children) - MOST_CHILDREN, 0))
