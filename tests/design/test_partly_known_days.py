"""A day of which not everything is known is typed in three boxes and kept as the DfE writes it."""

from __future__ import annotations

import calendar

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from kith.design.formfields import PartlyKnownDateField

FIELD = PartlyKnownDateField(noun="The day", required=False)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["", "", ""], ""),
        (["", "3", "2012"], "zz/03/2012"),
        (["", "", "2012"], "zz/zz/2012"),
        (["zz", "", ""], "zz/zz/zzzz"),
        (["9", "3", "2012"], "09/03/2012"),
        (["31", "", ""], "31/zz/zzzz"),
        # A leap day of a year that is not known may have been.
        (["29", "2", ""], "29/02/zzzz"),
    ],
)
def test_what_is_typed_is_kept(typed: list[str], kept: str) -> None:
    assert FIELD.clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["31", "2", ""], "real date"),
        (["29", "2", "2011"], "real date"),
        (["0", "1", "2011"], "real date"),
        (["", "13", "2011"], "real date"),
        (["", "3", "12"], "must be numbers"),
        (["x", "3", "2012"], "must be numbers"),
        (["1", "3", "20122"], "must be numbers"),
        (["٣", "3", "2012"], "must be numbers"),
    ],
)
def test_what_no_calendar_has_is_refused_in_plain_words(typed: list[str], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        FIELD.clean(typed)


def test_that_nothing_is_known_of_it_is_an_answer_and_comes_back_as_one() -> None:
    back = FIELD.widget.decompress("zz/zz/zzzz")  # type: ignore[union-attr]
    assert FIELD.clean([part or "" for part in back]) == "zz/zz/zzzz"
    assert FIELD.widget.decompress("") == [None, None, None]  # type: ignore[union-attr]


@given(
    day=st.integers(1, 31), month=st.integers(1, 12), year=st.integers(1900, 2100),
    known=st.tuples(st.booleans(), st.booleans(), st.booleans()),
)  # fmt: skip
def test_it_comes_back_into_the_boxes_as_it_was_typed(
    day: int, month: int, year: int, known: tuple[bool, ...]
) -> None:
    day = min(day, calendar.monthrange(year, month)[1])
    parts = [str(part) if is_known else "" for part, is_known in zip((day, month, year), known, strict=True)]
    kept = FIELD.clean(parts)
    back = FIELD.widget.decompress(kept)  # type: ignore[union-attr]
    assert FIELD.clean([part or "" for part in back]) == kept
    assert [bool(part) for part in back] == [bool(part) for part in parts]
