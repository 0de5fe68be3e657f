"""The facts that are recorded here, told by the tables that a return is loaded into: no column is told twice."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Model

from kith.returns.codes import layout
from kith.returns.codes.code_sets import code_set, codes_in
from kith.returns.load.care_tables import CARE_TABLES, MOTHERHOOD
from kith.returns.load.cin_tables import CIN_TABLES
from kith.returns.load.shapes import FactTable, Parent, Part

HERE = {
    "care_adoption", "care_careleavercontact", "care_deprivationofliberty", "care_episode", "care_healthyear",
    "care_missingepisode", "care_motherhood", "care_placedforadoption", "care_review", "care_socialworkerepisode",
    "care_unaccompaniedperiod", "help_assessment", "help_assessmentfactor", "help_childinneedplan", "help_referral",
}  # fmt: skip
RECORDED: dict[str, FactTable] = {
    each.target: each for each in (*CARE_TABLES, MOTHERHOOD, *CIN_TABLES) if each.target in HERE
}
"""By the record's table. A section 47 enquiry and the time before court have pages of their own."""
BEGUN_ELSEWHERE = frozenset({"help_referral"})
"""Facts that begin on a page of their own, and are corrected or ended here."""


def model_of(fact: FactTable) -> type[Model]:
    """The model of the record's table."""
    return next(each for each in apps.get_models() if each._meta.db_table == fact.target)


def own_parts(fact: FactTable) -> tuple[Part, ...]:
    """What a form asks: the key and the values, without what stands in a side table (where a home is)."""
    return (*fact.key, *fact.values)


def choices_of(fact: FactTable, part: Part, year: str) -> list[tuple[str, str]]:
    """The codes that hold in a year with the meaning of each; none where the column takes what is typed."""
    named = next(each.code_set for each in layout(fact.kind)[fact.table].columns if each.name == part.source)
    meanings = code_set(fact.kind, named) if named else {}
    held = codes_in(fact.kind, named, year) if named else []
    return [(code, f"{code}: {meanings[code]}" if meanings.get(code) else code) for code in held]


def parent_of(parent: Parent) -> FactTable:
    """The facts that another belongs to."""
    return next(each for each in RECORDED.values() if each.table == parent.table)
