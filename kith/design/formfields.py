"""Form fields that ask the way GOV.UK asks."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kith.marked import marked

_PARTS = (("day", marked("Day"), 2), ("month", marked("Month"), 2), ("year", marked("Year"), 4))


class DayMonthYear(forms.MultiWidget):
    """Three boxes, because people remember dates as day, month and year."""

    def __init__(self) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput(attrs={"label": label, "width": width}) for name, label, width in _PARTS
        }
        super().__init__(widgets=boxes)

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else [None, None, None]


class PlainDateField(forms.MultiValueField):
    """A date in three boxes; every message names what to mend. Cleans to a date, or None when left empty."""

    widget = DayMonthYear

    def __init__(self, *, noun: str = "The date", **kwargs: Any) -> None:
        self.noun = noun
        fields = [forms.CharField(required=False) for _ in _PARTS]
        super().__init__(fields=fields, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> date | None:
        """Raises ValidationError with plain words when a part is missing or the date does not exist."""
        given = [str(part or "").strip() for part in (value or ["", "", ""])]
        if not any(given):
            if self.required:
                raise ValidationError(
                    f"{self.noun} is needed: enter a day, a month and a year", code="required"
                )
            return None
        missing = [name for part, (name, _, _) in zip(given, _PARTS, strict=True) if not part]
        if missing:
            raise ValidationError(f"{self.noun} must include a {' and a '.join(missing)}", code="incomplete")
        return self.compress(given)

    def compress(self, data_list: Any) -> date:
        day, month, year = data_list
        if not all(part.isascii() and part.isdigit() for part in data_list) or len(year) != 4:
            raise ValidationError(f"{self.noun} must be numbers, like 27 3 2026", code="invalid")
        try:
            return date(int(year), int(month), int(day))
        except (ValueError, OverflowError):
            raise ValidationError(f"{self.noun} must be a real date", code="invalid") from None


class DayMonthYearInPart(DayMonthYear):
    """The same three boxes, of which some may be left empty: shows what `PartlyKnownDateField` cleans to."""

    def decompress(self, value: Any) -> list[Any]:
        found = PartlyKnownDateField.SHAPE.match(value) if isinstance(value, str) else None
        parts = [None if "z" in part else part for part in found.groups()] if found else [None, None, None]
        # That none of it is known is an answer, and not the same as no answer.
        return ["zz", None, None] if found and not any(parts) else parts


class PartlyKnownDateField(forms.MultiValueField):
    """A date of which the day, the month or the year may not be known, as DfE writes one: zz/03/2012.

    A box left empty, or with z in it, is a part that is not known. Cleans to text, blank when all three are empty.
    """

    widget = DayMonthYearInPart
    SHAPE = re.compile(r"^([0-9]{2}|zz)/([0-9]{2}|zz)/([0-9]{4}|zzzz)$")

    def __init__(self, *, noun: str = "The date", **kwargs: Any) -> None:
        self.noun = noun
        fields = [forms.CharField(required=False) for _ in _PARTS]
        super().__init__(fields=fields, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> str:
        """Raises ValidationError with plain words for a part that is no number, and a date that does not exist."""
        given = [str(part or "").strip().lower() for part in (value or ["", "", ""])]
        if not any(given):
            return ""
        kept = [
            "z" * width if not part.strip("z") else part.zfill(2)
            for part, (_, _, width) in zip(given, _PARTS, strict=True)
        ]
        said = "/".join(kept)
        if not self.SHAPE.match(said):
            raise ValidationError(f"{self.noun} must be numbers, like 27 3 2026", code="invalid")
        day, month, year = kept
        # What is not known may be anything: a leap year, and a month of 31 days.
        tried = [
            each if "z" not in each else other for each, other in ((day, "01"), (month, "01"), (year, "2000"))
        ]
        try:
            date(int(tried[2]), int(tried[1]), int(tried[0]))
        except ValueError:
            raise ValidationError(f"{self.noun} must be a real date", code="invalid") from None
        return said
