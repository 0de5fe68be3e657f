"""The fields that forms of homes are made of."""

from __future__ import annotations

from typing import Any, cast

from django import forms

WORDS = forms.Textarea(attrs={"rows": 3})


def many(label: str, codes: dict[str, str], help_text: str = "") -> forms.MultipleChoiceField:
    """Several of a list of codes; none is an answer."""
    return forms.MultipleChoiceField(
        label=label,
        choices=list(codes.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


def text(
    label: str, most: int, *, required: bool = True, help_text: str = "", long: bool = True
) -> forms.CharField:
    """Words, with room for them."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        widget=WORDS if long else forms.TextInput(),
    )


def number(label: str, least: int, most: int, **more: Any) -> forms.IntegerField:
    """A whole number between two."""
    return forms.IntegerField(label=label, min_value=least, max_value=most, **more)


def offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """What a field of a form lets one choose."""
    cast("forms.ChoiceField", form.fields[name]).choices = choices
