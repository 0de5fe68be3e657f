"""A finding in words: what kind of fact it is about, where that is mended, and what to look at."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from kith.returns.findings.columns import COLUMNS
from kith.returns.recording.facts import BEGUN_ELSEWHERE, RECORDED
from kith.returns.recording.words import FACTS
from kith.returns.settling.words import ABOUT

ABOUT_PAGE = frozenset({"people_person", "people_disability"})


def what(fact_table: str) -> str:
    """What kind of fact it is; blank where it is of the return as a whole."""
    return FACTS.get(fact_table, "The return as a whole")


def look_at(columns: Iterable[str]) -> str:
    """What to look at, in plain words with DfE's name behind."""
    words = ABOUT | COLUMNS
    return ", ".join(f"{words[name]} ({name})" if name in words else name for name in columns)


def place(person: UUID, fact_table: str, fact: UUID | None, table: str) -> tuple[str, str] | None:
    """Where such a fact is mended: the text of the link and its address; None where no page has it yet.

    `fact`: its id; None where a row of the return's `table` is lacking, which is recorded then.
    """
    if fact and fact_table in RECORDED:
        return "Correct it", f"/people/{person}/facts/{fact_table}/{fact}/"
    if not fact and (
        lacking := next(
            (name for name, each in RECORDED.items() if each.table == table and name not in BEGUN_ELSEWHERE),
            None,
        )
    ):
        return "Record it", f"/people/{person}/facts/{lacking}/"
    if fact_table in ABOUT_PAGE:
        return "What is recorded of them", f"/people/{person}/about/"
    return None
