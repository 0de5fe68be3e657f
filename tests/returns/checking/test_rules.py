"""Every rule comes out on its own cases as they say; each has one that fires and one that passes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kith.returns.checking.cases import cases_of
from kith.returns.checking.catalogue import every_rule
from kith.returns.codes import ReturnKind, layout
from tests.returns.checking.together import outcomes

KINDS: tuple[ReturnKind, ...] = ("ssda903", "cin")
RULES = [rule for kind in KINDS for rule in every_rule(kind).values()]
OTHER_NEEDS = {"authority", "providers"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.kind}-{rule.code}")
def test_a_rule_comes_out_on_its_cases(rule):
    cases = cases_of(rule)
    wanted = [("failed" if case.fires else "passed", case.flags) for case in cases]
    assert outcomes(rule) == wanted
    assert {case.fires for case in cases} == {True, False}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.kind}-{rule.code}")
def test_a_rule_names_tables_and_columns_that_there_are(rule):
    tables = layout(rule.kind)
    assert rule.flags in tables
    for need in (each.strip() for needs in rule.needs for each in needs.split("|")):
        table, _, column = need.partition(".")
        plain = table.removesuffix("_last")
        derived = {"PL_LA", "PL_LOCATION", "PL_DISTANCE", "UASC"}
        assert table in OTHER_NEEDS or plain in tables, need
        if plain in tables and column:
            assert column in tables[plain].column_names or column in derived, need


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_that_is_known_is_written(kind):
    with (Path(__file__).parent / f"{kind}_codes_known.csv").open() as lines:
        known = {row["rule"] for row in csv.DictReader(lines)}
    assert known == set(every_rule(kind))
