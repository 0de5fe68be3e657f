"""Threshold rules: the highest tier of which a rule holds, and the rules that say so.

Source of what they are for: Working Together to Safeguard Children, chapter 3 (a published threshold document).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kith.help.models.decision import Tier

ORDER = tuple(Tier)
"""From the most that is done to the least."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is so or not: its code, and how it is asked."""

    id: str
    asks: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Holds when one of `any`, all of `all` and `at_least` of `of` are so; `always` holds whatever is so."""

    id: str
    tier: Tier
    says: str
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    at_least: int = 0
    of: tuple[str, ...] = ()
    always: bool = False

    def holds(self, facts: Collection[str]) -> bool:
        """Whether it holds of these facts."""
        return self.always or (
            (not self.any or any(each in facts for each in self.any))
            and all(each in facts for each in self.all)
            and sum(each in facts for each in self.of) >= self.at_least
        )


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One published version, from the day on which it holds."""

    version: str
    from_on: date
    name: str
    source: str
    facts: tuple[Fact, ...]
    rules: tuple[Rule, ...]

    def of_tier(self, tier: Tier) -> list[Rule]:
        """The rules of one tier, in their order."""
        return [each for each in self.rules if each.tier == tier]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules say: the tier, and every rule of it that holds."""

    tier: Tier
    cited: tuple[Rule, ...]


def outcome(facts: Collection[str], rules: RuleSet) -> Outcome:
    """What a version says of these facts. Pure. Raises ValueError for a fact that this version does not know."""
    strange = set(facts) - {each.id for each in rules.facts}
    if strange:
        raise ValueError(f"Version {rules.version} knows no fact called {', '.join(sorted(strange))}.")
    for tier in ORDER:
        cited = tuple(each for each in rules.of_tier(tier) if each.holds(facts))
        if cited:
            return Outcome(tier, cited)
    raise ValueError(f"Version {rules.version} has no rule that always holds.")
