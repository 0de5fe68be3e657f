"""Whether a kinship zone pays: the pilot's rules as a table, each told with its words. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kith.kinship.models.caring import CaringKind
from kith.kinship.rules.reading import FOLDER, RulesError, shaped, told
from kith.marked import marked

SORTS = {
    "source": str,
    "link": str,
    "checked_on": date,
    "from_on": date,
    "councils": list,
    "fact": list,
    "rule": list,
}
RULE = {"id": str, "kinds": list, "all": list, "any": list, "none": list, "says": str}


@dataclass(frozen=True, slots=True)
class Zone:
    """The table: which councils take part from when, what may be asked, and the rules in order."""

    from_on: date
    councils: tuple[str, ...]
    facts: Mapping[str, str]
    rules: tuple[Mapping[str, Any], ...]
    source: str
    link: str


@dataclass(frozen=True, slots=True)
class Eligible:
    """Whether, by which rule (empty where none holds), and in words."""

    yes: bool
    rule: str
    says: str


NONE_HOLDS = marked("None of the rules holds for what was said. The list may go on beyond what we have seen.")
NOT_BEGUN = marked("The zones had not begun.")


@cache
def zone() -> Zone:
    """The table. Raises RulesError."""
    said = told(FOLDER / "zone.toml")
    shaped("zone.toml", said, SORTS, SORTS)
    facts = {each["id"]: each["asks"] for each in said["fact"]}
    for rule in said["rule"]:
        where = f"zone.toml, rule {rule.get('id', '?')}"
        shaped(where, rule, RULE, ("id", "says"))
        named = {each for part in ("all", "any", "none") for each in rule.get(part, ())}
        if wrong := sorted(named - facts.keys()):
            raise RulesError(f"{where}: {wrong[0]} is no fact of this file. Add it, or mend its spelling.")
        if wrong := sorted(set(rule.get("kinds", ())) - set(CaringKind.values)):
            raise RulesError(f"{where}: {wrong[0]} is no kind of care.")
    return Zone(
        said["from_on"], tuple(said["councils"]), facts, tuple(said["rule"]), said["source"], said["link"]
    )


def eligible(*, kind: str, facts: Collection[str], on: date) -> Eligible:
    """Whether a zone pays for a child under this kind of care. Raises ValueError for a fact it does not know."""
    table, held = zone(), set(facts)
    if unknown := sorted(held - table.facts.keys()):
        raise ValueError(f"The zone's rules know no fact {unknown[0]}.")
    if on < table.from_on:
        return Eligible(False, "", NOT_BEGUN)
    for rule in table.rules:
        if _holds(rule, kind, held):
            return Eligible(True, rule["id"], rule["says"])
    return Eligible(False, "", NONE_HOLDS)


def _holds(rule: Mapping[str, Any], kind: str, held: set[str]) -> bool:
    return (
        ("kinds" not in rule or kind in rule["kinds"])
        and set(rule.get("all", ())) <= held
        and ("any" not in rule or bool(set(rule["any"]) & held))
        and not set(rule.get("none", ())) & held
    )
