"""Fields that the forms of this room share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kith.design.dates import LONDON
from kith.design.formfields import PlainDateField
from kith.design.text import safe_text

EARLIEST = 1990


class Day(PlainDateField):
    """A day within living memory; `ahead` years at most to come."""

    def __init__(self, *, ahead: int = 0, **kwargs: Any) -> None:
        self.ahead = ahead
        super().__init__(**kwargs)

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        latest = timezone.localdate().year + self.ahead + 1
        if day is not None and not EARLIEST <= day.year <= latest:
            raise ValidationError(f"{self.noun} must be from {EARLIEST} to {latest}")
        if day is not None and not self.ahead and day > timezone.localdate():
            raise ValidationError(f"{self.noun} is still to come")
        return day


class Clock(forms.CharField):
    """A time of day, such as 15:30. Cleans to a time."""

    def __init__(self, **kwargs: Any) -> None:
        box = forms.TextInput(attrs={"class": "govuk-input--width-5", "size": 6})
        super().__init__(widget=box, help_text="For example 15:30", **kwargs)

    def clean(self, value: Any) -> Any:
        said = str(super().clean(value)).strip().replace(".", ":")
        try:
            hour, _, minute = said.partition(":")
            return time(int(hour), int(minute or 0))
        except (ValueError, OverflowError):
            raise ValidationError("The time must be like 15:30") from None


def moment(day: date, clock: time) -> datetime:
    """That time of that day in England."""
    return datetime.combine(day, clock, tzinfo=LONDON)


def words(
    label: str, most: int = 1000, *, rows: int = 3, required: bool = True, hint: str = ""
) -> forms.CharField:
    """A box for words of several lines."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=area, required=required, help_text=hint)


def line(label: str, most: int = 200, *, required: bool = False, hint: str = "") -> forms.CharField:
    """A box for a few words."""
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint)


def one_of(
    label: str, choices: Iterable[tuple[Any, Any]] = (), *, required: bool = True, hint: str = ""
) -> forms.ChoiceField:
    """One of a few, all of them seen at once."""
    return forms.ChoiceField(
        label=label, choices=list(choices), widget=forms.RadioSelect, required=required, help_text=hint
    )


def some_of(label: str, *, required: bool = True, hint: str = "") -> forms.MultipleChoiceField:
    """Some of a few."""
    return forms.MultipleChoiceField(
        label=label, widget=forms.CheckboxSelectMultiple, required=required, help_text=hint
    )


def offer(field: forms.Field, names: Mapping[UUID, str]) -> None:
    """Give a field people to choose from."""
    field.choices = [(str(each), safe_text(name)) for each, name in names.items()]  # type: ignore[attr-defined]
