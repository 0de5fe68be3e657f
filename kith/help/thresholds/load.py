"""Reads the published versions of the threshold rules, and refuses what makes no sense, by file and rule."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kith.help.models.decision import Tier
from kith.help.thresholds.rules import Fact, Rule, RuleSet

FOLDER = Path(__file__).parent.parent / "data" / "thresholds"
SET = {"version": str, "from_on": date, "name": str, "source": str, "fact": list, "rule": list}
FACT = {"id": str, "asks": str}
RULE = {
    "id": str, "tier": str, "says": str, "any": list, "all": list, "at_least": int, "of": list, "always": bool
}  # fmt: skip
NEEDED = frozenset({"id", "tier", "says"})


class ThresholdError(Exception):
    """A version cannot be read. The message says which file, which rule and what would mend it."""


@cache
def versions() -> tuple[RuleSet, ...]:
    """Every published version, the earliest first. Raises ThresholdError."""
    found = [
        read(path.name, tomllib.loads(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.toml"))
    ]
    return tuple(sorted(found, key=lambda each: each.from_on))


def rules_on(day: date) -> RuleSet:
    """The version that holds on a day; the first one before there was any."""
    holding = [each for each in versions() if each.from_on <= day]
    return holding[-1] if holding else versions()[0]


def version_called(version: str) -> RuleSet | None:
    """A version by its name."""
    return next((each for each in versions() if each.version == version), None)


def read(file: str, told: Mapping[str, Any]) -> RuleSet:
    """One version from its TOML. Raises ThresholdError."""
    _shape(file, told, SET, frozenset(SET))
    facts = tuple(Fact(**_shape(f"{file}, a fact", each, FACT, frozenset(FACT))) for each in told["fact"])
    known = {each.id for each in facts}
    if len(known) != len(facts):
        raise ThresholdError(f"{file}: two facts have one id. Give each its own.")
    rules = tuple(_rule(f"{file}, rule {each.get('id', '?')}", each, known) for each in told["rule"])
    if len({each.id for each in rules}) != len(rules):
        raise ThresholdError(f"{file}: two rules have one id. Give each its own.")
    if not any(each.always and each.tier == Tier.ADVICE for each in rules):
        raise ThresholdError(f"{file}: no rule always holds. Add one of tier advice with always = true.")
    if any(each.always and each.tier != Tier.ADVICE for each in rules):
        raise ThresholdError(f"{file}: a rule that always holds hides all below it: only advice may.")
    return RuleSet(
        **{each: told[each] for each in ("version", "from_on", "name", "source")}, facts=facts, rules=rules
    )


def _rule(where: str, told: Mapping[str, Any], known: set[str]) -> Rule:
    _shape(where, told, RULE, NEEDED)
    if told["tier"] not in Tier.values:
        raise ThresholdError(
            f"{where}: there is no tier {told['tier']!r}. Use one of {', '.join(Tier.values)}."
        )
    named = [*told.get("any", ()), *told.get("all", ()), *told.get("of", ())]
    for each in named:
        if each not in known:
            raise ThresholdError(f"{where}: there is no fact {each!r}. Add it above, or correct the name.")
    if not named and not told.get("always"):
        raise ThresholdError(f"{where}: it asks for nothing. Name facts, or say always = true.")
    if not 0 <= told.get("at_least", 0) <= len(told.get("of", ())):
        raise ThresholdError(f"{where}: at_least is more than there are in `of`.")
    if told.get("of") and not told.get("at_least"):
        raise ThresholdError(f"{where}: say with at_least how many of `of` must be so.")
    return Rule(
        id=told["id"],
        tier=Tier(told["tier"]),
        says=told["says"],
        any=tuple(told.get("any", ())),
        all=tuple(told.get("all", ())),
        at_least=told.get("at_least", 0),
        of=tuple(told.get("of", ())),
        always=told.get("always", False),
    )


def _shape(
    where: str, told: Mapping[str, Any], shape: Mapping[str, type], needed: frozenset[str]
) -> Mapping[str, Any]:
    for name, value in told.items():
        if name not in shape:
            raise ThresholdError(f"{where}: {name!r} is not known here. Take it out, or correct the name.")
        if not isinstance(value, shape[name]) or (isinstance(value, bool) and shape[name] is int):
            raise ThresholdError(f"{where}: {name} must be of the kind {shape[name].__name__}.")
    missing = sorted(needed - set(told))
    if missing:
        raise ThresholdError(f"{where}: {missing[0]} is missing.")
    return told
