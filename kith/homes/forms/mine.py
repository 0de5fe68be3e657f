"""Forms behind the door, and those with which a worker shows and answers."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.access.prepared import prepared_fields
from kith.homes.models.shown import MOST
from kith.marked import marked

AREA = forms.Textarea(attrs={"rows": 4})


class MyWishForm(forms.Form):
    """What matters to me where I live."""

    words = forms.CharField(
        label=marked("What matters to you where you live?"), max_length=1000, widget=AREA,
        help_text=marked("People, animals, school, food, faith, sleep, quiet: whatever it is."),
    )  # fmt: skip


class MyThinkForm(forms.Form):
    """What a young person thinks."""

    words = forms.CharField(
        label=marked("What do you think of it?"), max_length=1000, widget=AREA,
        help_text=marked("Good or bad, and what you want to ask."),
    )  # fmt: skip
    needs = forms.CharField(
        label=marked("What would you need there?"), max_length=1000, widget=AREA, required=False
    )


class MyAnswerForm(forms.Form):
    """What carers say."""

    yes = forms.TypedChoiceField(
        label=marked("Could this child live with you?"),
        choices=[("yes", marked("Yes")), ("no", marked("No"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        help_text=marked("You may say no. Nobody holds it against you."),
        error_messages={"required": marked("Choose one.")},
    )
    words = forms.CharField(label=marked("Say it in your own words"), max_length=1000, widget=AREA)
    needs = forms.CharField(
        label=marked("What would you need to be able to?"), max_length=1000, widget=AREA, required=False,
        help_text=marked("Help, training, money, time, things for the house."),
    )  # fmt: skip


class ShowForm(forms.Form):
    """What one reader may know, in words for them."""

    words = forms.CharField(
        label="What may they know? In words for them",
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="No names and no places until a home is agreed. Never an address: people tell that themselves.",
    )
    prepared, how_prepared = prepared_fields()

    def facts(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return self.cleaned_data | {"prepared": self.cleaned_data["prepared"] == "yes"}


class AnswerSaidForm(forms.Form):
    """What came of what they said."""

    answer = forms.CharField(
        label="What came of it? They read this",
        max_length=1000,
        widget=AREA,
        help_text="What changed because of it, or why it could not.",
    )
