"""The table of providers: one row a URN, and nothing in it that is a guess."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.returns.checking.errors import CheckError
from kith.returns.checking.providers import make_providers
from kith.returns.checking.typed import Presence


def made(frame: dict[str, Any] | None, own: str | None = None) -> tuple[dict[str, dict[str, Any]], Presence]:
    with duckdb.connect(":memory:", config={"enable_external_access": False}) as connection:
        presence = Presence()
        make_providers(connection, frame, presence, own)
        found = connection.sql("FROM providers")
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        return {row["URN"]: row for row in rows}, presence


def test_none_given_is_an_empty_table_that_is_not_there() -> None:
    rows, presence = made(None)
    assert rows == {}
    assert presence.lacks("providers")


def test_values_are_typed() -> None:
    rows, presence = made(
        {
            "urn": ["1234567.0"],
            "Postcode": ["al1 1aa"],
            "LA_CODE": ["E07000240"],
            "PLACE_CODES": ["k1/K2; K1"],
            "PROVIDER_CODES": ["PR1 , PR4"],
            "REG_END": ["31/03/2026"],
        }
    )
    assert rows["1234567"] == {
        "URN": "1234567",
        "POSTCODE": "AL11AA",
        "LA_CODE": "E10000015",
        "PLACE_CODES": ["K1", "K2"],
        "PROVIDER_CODES": ["PR1", "PR4"],
        "REG_END": dt.date(2026, 3, 31),
        "POSTCODES": ["AL11AA"],
        "LA_CODES": ["E10000015"],
    }
    assert not presence.lacks("providers.REG_END")


def test_blank_is_not_known() -> None:
    rows, presence = made(
        {"URN": [1, None], "POSTCODE": [" ", "x"], "PLACE_CODES": ["", "K1"], "REG_END": [None, ""]}
    )
    assert list(rows) == ["1"]
    assert {name for name, value in rows["1"].items() if value is not None} == {"URN"}
    assert presence.lacks("providers.LA_CODE")


def test_rows_of_one_provider_are_one_row_and_where_they_differ_no_value_is_chosen() -> None:
    rows, _ = made(
        {
            "URN": ["1", "1", "2", "2"],
            "POSTCODE": ["AL1 1AA", "AL1 1AB", "AL1 1AA", "al11aa"],
            "LA_CODE": ["801", "Bristol City Council", "801", "E10000015"],
            "PLACE_CODES": ["K1", "K2", None, "K2"],
            "REG_END": ["01/02/2020", "2021-03-04", "01/02/2020", None],
        }
    )
    assert (rows["1"]["POSTCODE"], rows["1"]["POSTCODES"]) == (None, ["AL11AA", "AL11AB"])
    assert (rows["1"]["LA_CODE"], rows["1"]["PLACE_CODES"]) == ("E06000023", ["K1", "K2"])
    assert rows["1"]["REG_END"] == dt.date(2021, 3, 4)
    assert (rows["2"]["POSTCODE"], rows["2"]["LA_CODE"]) == ("AL11AA", None)
    assert (rows["2"]["PLACE_CODES"], rows["2"]["REG_END"]) == (["K2"], None)


def test_the_councils_own_code_is_kept_where_it_has_two() -> None:
    frame = {"URN": ["1", "2"], "LA_CODE": ["E08000039", "E08000019"]}
    for own in ("E08000019", "E08000039"):
        assert {row["LA_CODE"] for row in made(frame, own)[0].values()} == {own}


def test_days_and_lists_may_come_as_such() -> None:
    rows, _ = made({"URN": [7.0], "REG_END": [dt.date(2026, 1, 2)], "PROVIDER_CODES": [["PR2", "PR1"]]})
    assert rows["7"]["REG_END"] == dt.date(2026, 1, 2)
    assert rows["7"]["PROVIDER_CODES"] == ["PR1", "PR2"]


def test_no_urn_is_no_list_of_providers() -> None:
    with pytest.raises(CheckError, match="no column URN"):
        made({"Name": ["Oak House"]})


cell = st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["K1", "K1 U2", "01/02/2020", "801"]))


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(["1", "2", "3.0", "3", None]), cell, cell, cell), max_size=8))
def test_one_row_a_provider_whatever_is_written(cells: list[tuple[str | None, ...]]) -> None:
    names = ("URN", "LA_CODE", "PLACE_CODES", "REG_END")
    rows, _ = made({name: [row[at] for row in cells] for at, name in enumerate(names)})
    assert set(rows) == {str(row[0]).removesuffix(".0") for row in cells if row[0]}
    assert all(row["PLACE_CODES"] is None or row["PLACE_CODES"] for row in rows.values())
