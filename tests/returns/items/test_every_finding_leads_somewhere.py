"""Whatever a rule finds about somebody, its page leads to one on which that is put right."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.urls import resolve

from kith.returns.checking.catalogue import every_rule
from kith.returns.codes import ReturnKind
from kith.returns.findings.live import PEOPLE
from kith.returns.findings.words import place
from kith.returns.recording.facts import BEGUN_ELSEWHERE, RECORDED
from kith.returns.writing.outputs import OUTPUTS

SOMEBODY, FACT = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize("kind", ["ssda903", "cin"])
@pytest.mark.parametrize("lacks", [False, True], ids=["a fact", "a row that lacks"])
def test_each_rule(kind: ReturnKind, lacks: bool) -> None:
    for code, rule in every_rule(kind).items():
        output = OUTPUTS[kind].get(rule.flags)
        fact_table = PEOPLE if lacks or output is None else output.fact.target
        found = place(SOMEBODY, fact_table, None if lacks else FACT, (kind, rule.flags), rule.columns)
        assert found is not None, code
        there = resolve(found[1])
        if there.url_name == "person_fact_new":
            assert there.kwargs["table"] in RECORDED.keys() - BEGUN_ELSEWHERE, code
        if there.url_name == "person_fact":
            assert (there.kwargs["table"], there.kwargs["fact"]) == (fact_table, FACT), code
            assert fact_table in RECORDED, code


def test_what_tells_where_a_home_is_leads_to_its_own_page_and_back() -> None:
    names = {
        code: resolve(found[1]).url_name
        for code, rule in every_rule("ssda903").items()
        if rule.flags == "Episodes"
        and (found := place(SOMEBODY, "care_episode", FACT, ("ssda903", "Episodes"), rule.columns))
    }
    assert (names["392a"], names["169"], names["144"]) == (
        "person_episode_place", "person_episode_place", "person_fact",
    )  # fmt: skip
