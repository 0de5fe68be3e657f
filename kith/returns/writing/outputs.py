"""Which facts belong to a year, and what of them had not happened by its end, for each table of both returns.

Which column says what is told once, in `kith.returns.load`: writing is its inverse. Rules of the window are the
DfE's (SSDA903 guide; CIN census guide): 1 April to 31 March, and nothing that came later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kith.returns.codes import ReturnKind
from kith.returns.load.care_tables import CARE_TABLES
from kith.returns.load.cin_tables import CIN_TABLES
from kith.returns.load.shapes import FactTable

PLANNED = frozenset({"review_due_on", "conference_target_on"})
"""Days set beforehand, which may lie after the year."""
TOLD_BY = {
    "reason_ceased": "ceased_on",
    "reason_place_change": "ceased_on",
    "reason_closed": "closed_on",
    "outcome": "decided_on",
}
"""What is not known before a day has come: blank where that day is after the year."""

TOUCHES = {
    "Reviews": "t.reviewed_on BETWEEN {starts} AND {ends}",
    # A care leaver who was not looked after this year has no row (rule 1014).
    "UASC": "c.looked_after AND (t.ceased_on IS NULL OR t.ceased_on >= {starts})",
}
CIN_TOUCHES = {
    # A referral of which nothing came is no open need: it belongs to the year in which it was made.
    "CINdetails": "t.referred_on <= {ends} AND (t.closed_on >= {starts} OR t.closed_on IS NULL"
    " AND (t.no_further_action IS NOT TRUE OR t.referred_on >= {starts}))",
    "Section47": "t.started_on <= {ends} AND (t.started_on >= {starts} OR t.conference_on BETWEEN {starts} AND {ends})",
    # What an assessment found is told once it has been signed off (rule 8614).
    "AssessmentFactors": "NOT EXISTS (SELECT 1 FROM help_assessment a WHERE a.id = t.assessment_id"
    " AND a.authorised_on > {ends})",
    # All reviews of a plan since it began, for whether they came in time is judged over the whole of it.
    "Reviews": "t.reviewed_on <= {ends}",
    "PreProceedings": "t.started_on BETWEEN {starts} AND {ends}",
}


@dataclass(frozen=True, slots=True)
class Output:
    """One table of a return as written: its facts, and SQL over a fact `t` and its child `c` for those of the year."""

    fact: FactTable
    touches: str

    @property
    def table(self) -> str:
        return self.fact.table

    @property
    def order(self) -> str:
        """SQL of what puts the rows of one child, or of one parent, in order: always the same for the same facts."""
        return ", ".join([*(f"t.{part.column}" for part in self.fact.key), "t.id"])


def _output(fact: FactTable) -> Output:
    special = TOUCHES if fact.kind == "ssda903" else CIN_TOUCHES
    touches = special.get(fact.table, "true")
    if fact.table not in special and fact.yearly:
        touches = "t.collection_year = {year}"
    elif fact.table not in special and fact.span:
        first, last = fact.span_columns
        touches = f"t.{first} <= {{ends}} AND (t.{last} IS NULL OR t.{last} >= {{starts}})"
    return Output(fact, touches)


OUTPUTS: dict[ReturnKind, dict[str, Output]] = {
    "ssda903": {fact.table: _output(fact) for fact in CARE_TABLES},
    "cin": {fact.table: _output(fact) for fact in CIN_TABLES},
}


def cohort(kind: ReturnKind) -> Iterable[Output]:
    """The tables of which a row makes a child part of the return.

    SSDA903: an episode in the year, or answers that are kept for the year; CIN: a referral.
    """
    if kind == "cin":
        return [OUTPUTS["cin"]["CINdetails"]]
    return [each for each in OUTPUTS["ssda903"].values() if each.table == "Episodes" or each.fact.yearly]
