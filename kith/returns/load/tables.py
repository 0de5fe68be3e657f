"""Every table of both returns, with what it becomes in the record."""

from __future__ import annotations

from kith.returns.load.care_tables import CARE_TABLES, MOTHERHOOD
from kith.returns.load.cin_tables import CIN_TABLES
from kith.returns.load.person_tables import PERSON_TABLES
from kith.returns.load.shapes import FactTable

ALL = (*PERSON_TABLES, MOTHERHOOD, *CARE_TABLES, *CIN_TABLES)
WITH_RIVALS = tuple(fact for fact in ALL if fact.rivals)


def facts_of(kind: str, table: str) -> list[FactTable]:
    """What a row of this table tells, people first; none for the CIN census's own header."""
    return [fact for fact in ALL if (fact.kind, fact.table) == (kind, table)]
