"""A finding in words: what kind of fact it is about, where that is mended, and what to look at."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

from kith.returns.findings.columns import COLUMNS
from kith.returns.recording.facts import BEGUN_ELSEWHERE, RECORDED
from kith.returns.recording.words import FACTS
from kith.returns.settling.words import ABOUT

WHERE = frozenset({"HOME_POST", "PL_POST", "URN", "PL_LA", "PL_LOCATION", "PL_DISTANCE"})
"""Columns of an episode that tell where it is, or are worked out from that: on a page of their own, which leads back."""
MOTHER = frozenset({"MOTHER", "MC_DOB"})
ABOUT_PAGE = frozenset({"people_person", "people_disability"})


def what(fact_table: str) -> str:
    """What kind of fact it is; blank where it is of the return as a whole."""
    return FACTS.get(fact_table, "The return as a whole")


def look_at(columns: Iterable[str]) -> str:
    """What to look at, in plain words with DfE's name behind."""
    words = ABOUT | COLUMNS
    return ", ".join(f"{words[name]} ({name})" if name in words else name for name in columns)


def place(
    person: UUID, fact_table: str, fact: UUID | None, table: tuple[str, str], columns: Iterable[str]
) -> tuple[str, str] | None:
    """Where such a fact is mended: the text of the link and its address; None where no page has it.

    `fact`: its id; None where a row of the return's `table` (kind and name) is lacking, which is recorded then.
    """
    if not MOTHER.isdisjoint(columns):
        # Told in the table of the child, and recorded as a fact of its own, which may be there already.
        return "Record or correct it", f"/people/{person}/facts/"
    if fact and fact_table in RECORDED:
        here = f"/people/{person}/facts/{fact_table}/{fact}/"
        if fact_table == "care_episode" and not WHERE.isdisjoint(columns):
            return "Say where the home is", f"{here}place/"
        return "Correct it", here
    if not fact and (lacking := lacking_table(*table)):
        page = BEGUN_ELSEWHERE.get(lacking)
        if page:
            return "Record it", reverse(page, args=[person])
        if page is None:
            return "Record it", f"/people/{person}/facts/{lacking}/"
    if fact_table in ABOUT_PAGE:
        return "What is recorded of them", f"/people/{person}/about/"
    return None


def lacking_table(kind: str, table: str) -> str:
    """The record's table for a row of the return that is lacking; blank where none is recorded here."""
    of = (name for name, each in RECORDED.items() if (each.kind, each.table) == (kind, table))
    return next((name for name in of if name != "care_motherhood"), "")
