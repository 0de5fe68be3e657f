"""The facts that are recorded here, told by the tables that a return is loaded into: no column is told twice."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Model

from kith.access.permissions import Permission
from kith.returns.codes import layout
from kith.returns.codes.code_sets import code_set, codes_in
from kith.returns.load.care_tables import CARE_TABLES, MOTHERHOOD
from kith.returns.load.cin_tables import CIN_TABLES
from kith.returns.load.shapes import FactTable, Parent, Part

HERE = {
    "care_adoption", "care_careleavercontact", "care_deprivationofliberty", "care_episode", "care_healthyear",
    "care_missingepisode", "care_motherhood", "care_placedforadoption", "care_previouspermanence", "care_review",
    "care_socialworkerepisode", "care_unaccompaniedperiod", "help_assessment", "help_assessmentfactor",
    "help_childinneedplan", "help_referral", "protection_childprotectionplan", "protection_preproceedings",
    "protection_protectionplanreview", "protection_section47",
}  # fmt: skip
RECORDED: dict[str, FactTable] = {
    each.target: each for each in (*CARE_TABLES, MOTHERHOOD, *CIN_TABLES) if each.target in HERE
}
"""By the record's table. Where an episode is has a form of its own (`place_form`)."""
BEGUN_ELSEWHERE = {
    "help_referral": "",
    "protection_preproceedings": "before_court",
    "protection_section47": "enquiries",
}
"""Facts that begin on a page of their own, named here where it is one child's, and are corrected or ended here."""
OPEN_SETS = frozenset({"LA_PERM"})
"""Columns whose code set holds only some of what may stand there: what is typed is kept."""


def model_of(fact: FactTable) -> type[Model]:
    """The model of the record's table."""
    return next(each for each in apps.get_models() if each._meta.db_table == fact.target)


def own_parts(fact: FactTable) -> tuple[Part, ...]:
    """What a form asks: the key and the values, without what stands in a side table (where a home is).

    Of a date that may be known in part it is asked once, as it is given.
    """
    return tuple(part for part in (*fact.key, *fact.values) if part.sort != "partial")


def whole_of(fact: FactTable, part: Part) -> Part | None:
    """The column that holds a date known in part once all of it is known; None for every other column."""
    same = (each for each in fact.values if each.sort == "partial" and each.source == part.source)
    return None if part.sort == "partial" else next(same, None)


def permission_for(fact_table: str) -> Permission:
    """What it takes to write facts of a table: of what protects a child, the right to record enquiries into harm."""
    return Permission.PROTECT if fact_table.startswith("protection_") else Permission.EDIT_PERSON


def choices_of(fact: FactTable, part: Part, year: str) -> list[tuple[str, str]]:
    """The codes that hold in a year with the meaning of each; none where the column takes what is typed."""
    named = next(each.code_set for each in layout(fact.kind)[fact.table].columns if each.name == part.source)
    meanings = code_set(fact.kind, named) if named else {}
    held = codes_in(fact.kind, named, year) if named else []
    if part.source in OPEN_SETS:
        return []
    return [(code, f"{code}: {meanings[code]}" if meanings.get(code) else code) for code in held]


def parent_of(parent: Parent) -> FactTable:
    """The facts that another belongs to."""
    return next(each for each in RECORDED.values() if each.kind == "cin" and each.table == parent.table)
