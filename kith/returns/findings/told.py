"""What a finding tells of, so that nobody reads of a fact through a finding whom the fact itself is closed to."""

from __future__ import annotations

import re
from functools import cache

from kith.core.labels import Label
from kith.returns.checking.rule import Rule

# As the policies of the facts: `kith/care/migrations/0002_policies.py`, `kith/protection/migrations/0002_policies.py`.
HEALTH = frozenset({"OC2"})
PLACE = frozenset(
    {"URN", "HOME_POST", "PL_POST", "PL_LA", "PL_LOCATION", "PL_DISTANCE", "pl_la_sure", "providers"}
)
INSIDE = frozenset({"Section47", "ChildProtectionPlans", "Reviews", "PreProceedings", "conferences"})


@cache
def words_of(rule: Rule) -> frozenset[str]:
    """Every name that the rule's query, needs and columns use."""
    return frozenset(re.findall(r"\w+", " ".join([rule.sql, rule.flags, *rule.needs, *rule.columns])))


def label_of(rule: Rule) -> int:
    """The labels that its finding bears, all of which whoever reads it must hold."""
    label, words = Label.NORMAL, words_of(rule)
    if words & HEALTH:
        label |= Label.HEALTH
    if any(word.removesuffix("_text") in PLACE for word in words):
        label |= Label.ADDRESS_PROTECTED
    return label.value


def tells_inside(rule: Rule) -> bool:
    """Whether it tells of enquiries and plans that protect a child, which some colleagues may not read."""
    return rule.kind == "cin" and bool(words_of(rule) & INSIDE)
