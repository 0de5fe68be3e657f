"""What the loader fills exists, in the record and in the return."""

from __future__ import annotations

import pytest
from django.apps import apps

from kith.returns.codes import layout
from kith.returns.load.shapes import FactTable
from kith.returns.load.tables import ALL, facts_of

MODELS = {model._meta.db_table: model for model in apps.get_models()}


@pytest.mark.parametrize("fact", ALL, ids=lambda fact: f"{fact.kind}-{fact.table}-{fact.target}")
def test_every_column_filled_is_a_column_of_the_record_with_room_for_it(fact: FactTable) -> None:
    fields = {
        field.column: field for field in MODELS[fact.target]._meta.get_fields() if hasattr(field, "column")
    }
    beside = fact.beside.values if fact.beside else ()
    for part in fact.parts:
        table = fact.beside.target if fact.beside and part in beside else fact.target
        field = MODELS[table]._meta.get_field(part.column)
        if part.sort == "text":
            assert part.limit <= field.max_length
    for parent in fact.parents:
        assert parent.column in fields
    if fact.remembers_year:
        assert "reported_year" in fields
    if fact.yearly:
        assert "collection_year" in fields


@pytest.mark.parametrize("fact", ALL, ids=lambda fact: f"{fact.kind}-{fact.table}-{fact.target}")
def test_every_column_read_is_a_column_of_the_return(fact: FactTable) -> None:
    known = set(layout(fact.kind)[fact.table].column_names)
    read = {part.source for part in fact.parts} | set(fact.needs) | set(fact.span or ())
    read |= {parent.row for parent in fact.parents} | {check.field for check in fact.checks}
    assert read <= known


FITS = {
    "number": {"integer"},
    "digits": {"code"},
    "day": {"date"},
    "flag": {"code"},
    "partial": {"partial_date"},
    "text": {"code", "text", "postcode", "id", "partial_date"},
}


@pytest.mark.parametrize("fact", ALL, ids=lambda fact: f"{fact.kind}-{fact.table}-{fact.target}")
def test_every_column_is_read_as_what_the_return_says_it_holds(fact: FactTable) -> None:
    kinds = {column.name: column.kind for column in layout(fact.kind)[fact.table].columns}
    wrong = [
        part.source for part in fact.parts if part.sort in FITS and kinds[part.source] not in FITS[part.sort]
    ]
    assert wrong == []


def test_every_table_of_both_returns_goes_somewhere_but_the_header_that_names_the_sender() -> None:
    nowhere = {
        (kind, table) for kind in ("ssda903", "cin") for table in layout(kind) if not facts_of(kind, table)
    }
    assert nowhere == {("cin", "Header")}


def test_no_column_of_a_person_s_care_is_read_and_then_dropped() -> None:
    told_elsewhere = {"CHILD", "DOB", "SEX", "LAchildID", "UPN", "FormerUPN", "UPNunknown", "CINdetailsRow"}
    expressions = {"ExpectedPersonBirthDate", "GenderCurrent"}
    for kind in ("ssda903", "cin"):
        for name, table in layout(kind).items():
            facts = facts_of(kind, name)
            if facts:
                read = {part.source for fact in facts for part in fact.parts}
                read |= {parent.row for fact in facts for parent in fact.parents}
                assert set(table.column_names) - read <= told_elsewhere | expressions
