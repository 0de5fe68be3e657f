"""Who gets which help is data with versions: the same facts and the same version give the same tier, always."""

from __future__ import annotations

import copy
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.help.models.decision import Tier
from kith.help.thresholds.load import FOLDER, ThresholdError, read, rules_on, version_called, versions
from kith.help.thresholds.rules import ORDER, RuleSet, outcome

RULES = versions()[0]
CODES = sorted(each.id for each in RULES.facts)
SOME = st.sets(st.sampled_from(CODES))


@given(facts=SOME, order=st.randoms(use_true_random=False))
def test_the_same_facts_and_version_give_the_same_tier_and_rules(facts: set[str], order: Any) -> None:
    shuffled = list(facts)
    order.shuffle(shuffled)
    first = outcome(facts, RULES)
    again: RuleSet = read("again", tomllib.loads((FOLDER / "2026-11.toml").read_text("utf-8")))
    assert outcome(shuffled, again) == first
    assert first.cited
    assert {each.tier for each in first.cited} == {first.tier}


@given(facts=SOME, more=SOME)
def test_saying_more_that_is_hard_never_gives_less_help(facts: set[str], more: set[str]) -> None:
    assert ORDER.index(outcome(facts | more, RULES).tier) <= ORDER.index(outcome(facts, RULES).tier)


@pytest.mark.parametrize(
    ("facts", "tier", "cited"),
    [
        ({"harm_now"}, Tier.PROTECTION, ["P1"]),
        ({"harm_now", "not_safe_today", "harm_outside"}, Tier.PROTECTION, ["P1", "P2"]),
        ({"asks_itself", "mental_health", "money_home"}, Tier.FAMILY_HELP, ["F2"]),
        ({"mental_health", "money_home"}, Tier.COMMUNITY, ["C1"]),
        ({"asks_itself"}, Tier.ADVICE, ["A1"]),
        (set(), Tier.ADVICE, ["A1"]),
    ],
)
def test_what_the_published_rules_say(facts: set[str], tier: Tier, cited: list[str]) -> None:
    found = outcome(facts, RULES)
    assert (found.tier, [each.id for each in found.cited]) == (tier, cited)


def test_a_fact_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="knows no fact called weather"):
        outcome({"weather"}, RULES)


def test_a_version_is_found_by_day_and_by_name() -> None:
    assert rules_on(RULES.from_on) is RULES
    assert version_called(RULES.version) is RULES
    assert version_called("never") is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t["rule"][0].update(tier="best"), "there is no tier 'best'"),
        (lambda t: t["rule"][0].update(any=["harm_nwo"]), "there is no fact 'harm_nwo'"),
        (lambda t: t["rule"][0].update(anny=[]), "'anny' is not known here"),
        (lambda t: t["rule"][0].pop("says"), "says is missing"),
        (lambda t: t["rule"][0].update(any=[]), "asks for nothing"),
        (lambda t: t["rule"][3].update(at_least=9), "more than there are"),
        (lambda t: t["rule"][3].update(at_least=True), "must be of the kind int"),
        (lambda t: t["rule"][3].pop("at_least"), "say with at_least"),
        (lambda t: t["rule"].pop(), "no rule always holds"),
        (lambda t: t["rule"][0].update(always=True), "hides all below it"),
        (lambda t: t["rule"].append(t["rule"][0]), "two rules have one id"),
        (lambda t: t["fact"].append(t["fact"][0]), "two facts have one id"),
        (lambda t: t.pop("source"), "source is missing"),
    ],
)
def test_a_mistake_is_told_by_file_and_rule(change: Any, says: str) -> None:
    told = copy.deepcopy(tomllib.loads((FOLDER / "2026-11.toml").read_text("utf-8")))
    change(told)
    with pytest.raises(ThresholdError, match=says) as refused:
        read("a.toml", told)
    assert str(refused.value).startswith("a.toml")
