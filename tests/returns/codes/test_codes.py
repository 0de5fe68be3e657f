"""The layouts and code sets hold together."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from kith.returns.codes import ReturnKind, code_set, layout, meaning, table

OPEN = {("cin", "PPOutcome")}
"""Columns whose codes nobody has published."""


@pytest.mark.parametrize(("kind", "tables", "columns"), [("ssda903", 12, 78), ("cin", 12, 72)])
def test_each_return_has_its_tables_and_columns(kind: ReturnKind, tables: int, columns: int) -> None:
    assert len(layout(kind)) == tables
    assert sum(len(found.columns) for found in layout(kind).values()) == columns


@pytest.mark.parametrize("kind", ["ssda903", "cin"])
def test_every_code_column_has_a_code_set(kind: ReturnKind) -> None:
    for found in layout(kind).values():
        for column in found.columns:
            if column.kind == "code" and (kind, column.name) not in OPEN:
                assert code_set(kind, column.code_set), (found.name, column.name)


@pytest.mark.parametrize("kind", ["ssda903", "cin"])
def test_every_fact_names_its_source_and_no_code_comes_twice(kind: str) -> None:
    for part, keys in (("layout", ("table", "column")), ("codes", ("codeset", "code"))):
        text = (files("kith.returns.codes") / "data" / f"{kind}_{part}.csv").read_text(encoding="utf-8")
        rows = list(csv.DictReader(text.splitlines()))
        assert all(row["source"] for row in rows)
        assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)


def test_columns_come_in_the_order_of_the_return() -> None:
    assert table("ssda903", "Missing").column_names == ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END")


def test_a_code_has_a_meaning_and_an_unknown_one_is_shown_as_it_is() -> None:
    assert meaning("ssda903", "LS", "C2") == "full care order"
    assert meaning("ssda903", "LS", "QQ") == "QQ"
