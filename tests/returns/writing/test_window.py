"""Which year is meant, and which facts belong to it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.returns.writing.making import TODAY


@given(st.integers(2017, 2027))
def test_a_year_runs_from_the_first_of_april_to_the_last_of_march(first: int) -> None:
    from kith.returns.writing import window_of

    found = window_of(f"{first}-{(first + 1) % 100:02}", today=TODAY)
    assert (found.starts, found.ends) == (dt.date(first, 4, 1), dt.date(first + 1, 3, 31))


@pytest.mark.parametrize(
    "year", ["2026", "2026-28", "2026/27", "next", "", "2016-17", "2028-29", "2026-2027"]
)
def test_what_is_no_year_or_not_begun_is_said_in_one_line(year: str) -> None:
    from kith.returns.writing import WriteError, window_of

    with pytest.raises(WriteError) as why:
        window_of(year, today=TODAY)
    assert "\n" not in str(why.value)


def test_every_column_of_both_returns_is_filled_by_something() -> None:
    from kith.returns.codes import layout
    from kith.returns.writing.columns import of_child, of_fact
    from kith.returns.writing.frames import CHILDREN
    from kith.returns.writing.outputs import OUTPUTS
    from tests.returns.writing.making import window

    for kind in ("ssda903", "cin"):
        for name, table in layout(kind).items():  # type: ignore[arg-type]
            for column in table.columns:
                if (kind, name) == ("cin", "Header") or column.kind == "parent":
                    continue
                if name in CHILDREN:
                    assert of_child(column.name, kind, window()), column  # type: ignore[arg-type]
                else:
                    assert of_fact(column, OUTPUTS[kind][name], window()), column  # type: ignore[index]
