"""Of each column of both returns it is told where it is recorded, or what it is worked out from; none is loaded only."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.urls import resolve

from kith.people.staff.about import FORMS
from kith.protection.forms import STEPS
from kith.returns.codes import ReturnKind, layout
from kith.returns.items.listing import YEARS, Item, by_table, items
from kith.returns.load.shapes import FactTable
from kith.returns.recording.facts import BEGUN_ELSEWHERE, RECORDED, own_parts
from kith.returns.recording.forms import FactForm
from kith.returns.recording.place_form import PlaceForm
from kith.returns.writing.frames import columns_of
from kith.returns.writing.outputs import OUTPUTS
from tests.support import make
from tests.support.visit import signed_in, words_of

SOME = UUID(int=7)
KINDS: tuple[ReturnKind, ...] = ("ssda903", "cin")


def written_columns() -> list[tuple[str, str, str]]:
    """Every column that the return of either year is written with."""
    return [
        (kind, table, name)
        for kind in KINDS
        for table in layout(kind)
        for name in {each.name: None for year in YEARS for each in columns_of(kind, table, year)}
    ]


def test_each_column_has_one_line_and_no_line_is_of_another() -> None:
    told = [(each.kind, each.table, each.column) for each in items()]
    assert sorted(told) == sorted(written_columns())
    assert len(told) == len(set(told))


def test_the_specification_given_has_no_column_without_a_line() -> None:
    # The layouts are ours; that no table of the DfE's is missing from them is told by its own twelve and its modules.
    assert list(by_table("ssda903")) == [
        "Header", "Episodes", "Reviews", "UASC", "OC2", "OC3", "AD1", "PlacedAdoption", "PrevPerm", "Missing",
        "SWEpisodes", "DoLo",
    ]  # fmt: skip
    assert {"Section47", "ChildProtectionPlans", "Reviews", "PreProceedings"} <= set(by_table("cin"))


@pytest.mark.parametrize("each", items(), ids=lambda each: f"{each.kind}-{each.table}-{each.column}")
def test_it_is_recorded_on_pages_that_are_there_or_worked_out_from_what_is_said(each: Item) -> None:
    assert each.how in {"recorded", "worked out"}
    assert bool(each.pages) == (each.how == "recorded")
    assert each.pages or each.says
    for page in each.pages:
        assert resolve(page.address(SOME)).url_name == page.name
        assert page.words
        if page.name == "people_record":
            assert page.what in FORMS
        if page.name == "before_court_step":
            assert page.what in STEPS
        if page.name == "person_fact_new":
            assert page.what not in BEGUN_ELSEWHERE
        if page.name.startswith("person_fact"):
            assert asked(RECORDED[page.what], each.column)


def asked(fact: FactTable, column: str) -> bool:
    """Whether the form of a fact has a field of its own that fills the column."""
    return any(part.source == column for part in own_parts(fact))


@pytest.mark.database
def test_each_item_that_a_form_of_the_returns_records_is_a_field_of_it() -> None:
    for each in items():
        for page in each.pages:
            if page.name.startswith("person_fact"):
                fact = RECORDED[page.what]
                form = FactForm(fact, years=["2026-27", "2025-26"], persons=[])
                column = next(part.column for part in own_parts(fact) if part.source == each.column)
                assert each.column in str(form.fields[column].help_text)
            if page.name == "person_episode_place":
                assert any(each.column in str(field.help_text) for field in PlaceForm.base_fields.values())


def test_every_fact_that_is_written_is_recorded_by_a_form_or_on_the_page_of_the_person() -> None:
    for outputs in OUTPUTS.values():
        for output in outputs.values():
            assert output.fact.target in RECORDED or output.fact.target == "people_disability"


@pytest.mark.database
def test_the_page_tells_both_returns_and_names_nobody() -> None:
    make.person("Zebedee")
    client = signed_in(make.account("returns"))
    page = words_of(client.get("/returns/items/"))
    assert "PL_POST Record for the returns: where the home is" in page
    census = words_of(client.get("/returns/items/?kind=cin"))
    assert "NumberOfPreviousCPP Record for the returns: Child protection plan" in census
    assert "Zebedee" not in page + census
    assert signed_in(make.account("social_worker")).get("/returns/items/").status_code == 404
