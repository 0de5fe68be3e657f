"""Each table has the dataset's columns in their order, and what would tell who it is can be hidden."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kith.returns.extract import Listing
from kith.returns.ssd import FOLDER, Hiding, listings, waiting

ASKED: dict[str, list[str]] = {}
for row in csv.DictReader((Path(__file__).parent / "ssd_tables.csv").read_text("utf-8").splitlines()):
    ASKED.setdefault(row["table"], []).append(row["field"])
TABLES = listings(FOLDER)


def test_every_table_of_the_dataset_is_written_or_said_to_wait() -> None:
    written = {each.name for each in TABLES}
    assert written | set(waiting()) == set(ASKED)
    assert written & set(waiting()) == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.key)
def test_a_table_has_its_columns_in_order(table: Listing) -> None:
    assert [column.name for column in table.columns] == ASKED[table.name]


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.key)
def test_what_would_name_or_place_somebody_is_of_a_kind_that_is_hidden(table: Listing) -> None:
    hiding = Hiding(identified=False)
    for column in table.columns:
        if not column.recorded:
            continue
        sql = hiding.sql(column)
        assert hiding.sql(column)
        said = column.name.rsplit("_", maxsplit=1)[-1]
        if said in {"id", "advisor"} and column.name not in {
            "pers_common_child_id",
            "invo_professional_role_id",
        }:
            assert column.how in {"id", "local"}, column.name
        if said in {"forename", "surname", "name", "postcode", "urn", "value", "no", "title"}:
            assert sql == "NULL", column.name
        if said in {"date", "due"} and column.name != "lapp_previous_permanence_order_date":
            assert column.how in {"day", "born"}, column.name
        if said == "dob":
            assert "'YYYY-MM'" in sql, column.name


def test_an_export_has_a_key_of_its_own() -> None:
    (column,) = (each for each in TABLES[0].columns if each.name.endswith("person_id"))
    one, other = Hiding(identified=False), Hiding(identified=False)
    assert one.shown(column, "x") == one.shown(column, "x") != other.shown(column, "x")
    assert one.people_by != other.people_by
    assert Hiding(identified=True).shown(column, "x") == "x"
    assert "key" not in repr(one)
