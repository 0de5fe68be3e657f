"""What a finding says to look at, in words that a worker knows."""

from __future__ import annotations

import pytest

from kith.returns.checking.catalogue import every_rule
from kith.returns.codes import ReturnKind
from kith.returns.findings.columns import COLUMNS
from kith.returns.findings.words import look_at
from kith.returns.settling.words import ABOUT

KINDS: tuple[ReturnKind, ...] = ("ssda903", "cin")


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_that_a_rule_names_has_plain_words(kind: ReturnKind) -> None:
    named = {column for rule in every_rule(kind).values() for column in rule.columns}
    assert named
    assert named - COLUMNS.keys() - ABOUT.keys() == set()


def test_the_name_that_the_return_has_stands_behind() -> None:
    said = look_at(["AssessmentAuthorisationDate", "REC", "Unheard"])
    assert said == "Day on which it was signed off (AssessmentAuthorisationDate), Why it ended (REC), Unheard"
