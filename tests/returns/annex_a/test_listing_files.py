"""A listing's file that cannot be used is named, with why."""

from __future__ import annotations

import pytest

from kith.core.cells import starts_a_formula
from kith.returns.extract.listing import ListingError, _read


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = ", "x.toml is no listing"),
        ("name = 'A'", "x.toml is no listing: 'columns'"),
        ("name = 'A'\n[columns]\nB = 'person.who'", "x.toml: columns are recorded, and no rows"),
        ("name = 'A'\n[columns]\nB = 3", "x.toml is no listing"),
        ("name = 'A'\n[columns]\nB = { sex = 'a', need = 'b' }", "x.toml is no listing"),
    ],
)
def test_a_file_that_is_no_listing_is_refused_by_name(text: str, says: str) -> None:
    with pytest.raises(ListingError, match=says):
        _read("x.toml", text)


def test_a_column_is_sql_sql_with_how_it_is_written_or_not_recorded() -> None:
    rows = "rows = 'FROM person'\n"
    listing = _read(
        "x.toml", f"name = 'A'\n{rows}[columns]\nB = 'b'\nC = {{ sex = 'c' }}\nD = 'not recorded yet'"
    )
    assert [(each.name, each.sql, each.how) for each in listing.columns] == [
        ("B", "b", ""), ("C", "c", "sex"), ("D", "", ""),
    ]  # fmt: skip
    assert listing.not_recorded == ["D"]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_run_is_known(text: str) -> None:
    assert starts_a_formula(text)
    assert not starts_a_formula("K1=2")
