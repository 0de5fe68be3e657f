"""What somebody asks the directory for."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.marked import marked
from kith.offer.terms import taxonomy
from kith.offer.words import DAYS, OLDEST

MOST_PAGES = 25


class AskedForm(forms.Form):
    """Where, for whom, with what, when. Every box can be left empty. Posted, so that no address holds a postcode."""

    postcode = forms.CharField(
        label=marked("Your postcode"),
        help_text=marked("Or the first part of it, such as KH1. We keep it nowhere."),
        max_length=10,
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-10"}
        ),
    )
    text = forms.CharField(
        label=marked("What are you looking for?"),
        help_text=marked("Such as: toddler group, debt."),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    need = forms.ChoiceField(label=marked("Help with"), required=False)
    age = forms.TypedChoiceField(
        label=marked("Age of the child or young person"), required=False, coerce=int, empty_value=None
    )
    day = forms.TypedChoiceField(label=marked("Open on"), required=False, coerce=int, empty_value=None)
    free = forms.BooleanField(label=marked("Only what is free"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = {
            "need": [("", marked("Anything")), *((each.code, each.name) for each in taxonomy().terms)],
            "age": [("", marked("Any age")), *((str(age), str(age)) for age in range(OLDEST + 1))],
            "day": [("", marked("Any day")), *((str(number), day) for number, day in enumerate(DAYS, 1))],
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
