"""Why a value could not be read, in a plain sentence with what to do about it."""

from __future__ import annotations

import re

from kith.core.visible import shown
from kith.returns.codes import Column
from kith.returns.reading import limits
from kith.returns.reading.cleaning_sql import ODD, SPREADSHEET_NUMBER


def reason(column: Column, text: str | None) -> str:
    """The sentence for one bad value; `text` is the value as the file has it."""
    value = (text or "").strip()
    if column.kind == "date":
        return _date(value)
    if column.kind in ("integer", "parent"):
        return f"{shown(value)} is not a whole number. Write figures alone, or leave it blank."
    if column.kind == "partial_date":
        return (
            f"{shown(value)} is not a date. Write DD/MM/YYYY, with zz for a day or month that is not known."
        )
    if column.kind == "id":
        return _identifier(value)
    if len(value) > limits.MAX_TEXT_LENGTH:
        return (
            f"{shown(value)} is longer than the {limits.MAX_TEXT_LENGTH} characters that any value may have."
        )
    return _odd(value)


def _date(value: str) -> str:
    shape = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})", value)
    if shape is None:
        return f"{shown(value)} is not a date. Write it as DD/MM/YYYY."
    year = int(shape.group(3) or shape.group(4))
    if not limits.EARLIEST_YEAR <= year <= limits.LATEST_YEAR:
        return f"{shown(value)} has a year that cannot be right. Correct it, or leave it blank."
    return f"{shown(value)} is not a day in the calendar. Correct it."


def _identifier(value: str) -> str:
    if not value:
        return "The child's id is blank, so the row belongs to nobody. Fill it in."
    if len(value) > limits.MAX_ID_LENGTH:
        return f"{shown(value)} is too long for an id: DfE allows {limits.DFE_ID_LENGTH} characters."
    if re.fullmatch(SPREADSHEET_NUMBER, value):
        return f"{shown(value)} is an id that a spreadsheet rounded. Export it again with ids as text."
    return _odd(value)


def _odd(value: str) -> str:
    if "<" in value or ">" in value:
        return f"{shown(value)} holds < or >, which no id or short text may. Correct it."
    return (
        f"{shown(value)} holds characters that cannot be seen or that turn the writing round. Type it again."
    )


__all__ = ["ODD", "reason"]
