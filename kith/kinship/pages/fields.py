"""Fields that the forms of kinship care share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from kith.design.dates import today
from kith.design.formfields import PlainDateField

MOST = Decimal(100_000)


class StepForm(forms.Form):
    """A form of one step. `people`: who may be chosen where a field in `of_people` asks for somebody."""

    of_people: tuple[str, ...] = ()

    def __init__(
        self, *args: Any, people: dict[UUID, str], item: UUID | None, child: UUID, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.item, self.child, self.people = item, child, people
        chosen = [(str(each), name) for each, name in people.items()]
        for name in self.of_people:
            field = self.fields[name]
            first = [] if field.required else [("", "Nobody: it is about the child or the home")]
            field.choices = [*first, *chosen]  # type: ignore[attr-defined]
        self.grow()

    def grow(self) -> None:
        """What of the form depends on the item."""

    def given(self) -> dict[str, Any]:
        """What goes to the action, by its names."""
        return dict(self.cleaned_data)


def box(
    label: str, *, needed: bool = True, most: int = 1000, hint: str = "", rows: int = 3
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        required=needed,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"Answer: {label}"},
    )


def line(label: str, *, needed: bool = True, most: int = 120, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        required=needed,
        help_text=hint,
        error_messages={"required": f"Answer: {label}"},
    )


def day(label: str, *, needed: bool = True, now: bool = True, hint: str = "") -> PlainDateField:
    return PlainDateField(
        noun="The day", label=label, required=needed, initial=today if now else None, help_text=hint
    )


def choose(label: str, choices: Iterable[Any], *, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        widget=forms.RadioSelect,
        choices=list(choices),
        help_text=hint,
        error_messages={"required": f"Choose: {label}"},
    )


def some(label: str, choices: Iterable[Any], *, hint: str = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        widget=forms.CheckboxSelectMultiple,
        choices=list(choices),
        required=False,
        help_text=hint,
    )


def yes_no(label: str, *, hint: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda said: said == "yes",
        help_text=hint,
        error_messages={"required": f"Choose: {label}"},
    )


def somebody(label: str, *, needed: bool = True, hint: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        widget=forms.RadioSelect,
        coerce=UUID,
        empty_value=None,
        required=needed,
        help_text=hint,
        error_messages={"required": f"Choose: {label}"},
    )


def people(label: str, *, hint: str = "") -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label,
        widget=forms.CheckboxSelectMultiple,
        coerce=UUID,
        help_text=hint,
        error_messages={"required": f"Choose: {label}"},
    )


class PoundsField(forms.CharField):
    """An amount in pounds, cleaned to pence."""

    def clean(self, value: Any) -> int | None:
        """Raises ValidationError for what is no amount, for less than nothing, and for more than could be meant."""
        typed = str(super().clean(value)).strip().lstrip("£").replace(",", "")
        if not typed:
            return None
        try:
            amount = Decimal(typed)
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite() or amount != amount.quantize(Decimal("0.01")) or not 0 <= amount < MOST:
            raise ValidationError("Enter an amount in pounds, like 45 or 45.50", code="invalid")
        return int(amount * 100)
