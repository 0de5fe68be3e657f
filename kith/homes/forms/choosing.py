"""Forms with which a home is chosen: the shortlist, what each says, and yes or no."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.homes.forms.fields import offer, text
from kith.homes.models import Speaker, State, WhyRefused


class ShortlistForm(forms.Form):
    """This home goes on the shortlist."""

    why = text("Why this home?", 1000)
    emergency = forms.BooleanField(
        label="It is an emergency outside the carers’ terms (six working days at most)", required=False
    )


class SayForm(forms.Form):
    """What somebody says to a home."""

    who = forms.ChoiceField(label="Who says it?", choices=Speaker.choices, widget=forms.RadioSelect)
    yes = forms.TypedChoiceField(
        label="Do they say yes?",
        choices=[("", "neither"), ("yes", "yes"), ("no", "no")],
        widget=forms.RadioSelect,
        required=False,
        empty_value=None,
        coerce={"yes": True, "no": False}.get,
    )
    words = text("What do they say?", 1000, help_text="In their words.")
    changed = text("What changed because of it?", 500, required=False)
    on = PlainDateField(noun="The day", label="On which day?", initial=today)


class MetForm(forms.Form):
    """How a need is met here."""

    need = forms.ChoiceField(label="Which need?", widget=forms.RadioSelect)
    how = text("How is it met here, by whom and from when?", 1000)

    def __init__(self, *args: Any, needs: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "need", needs)


class WeighForm(forms.Form):
    """What it means for others, and what is missing."""

    impact = text(
        "What would it mean for the children who live there?", 1000, help_text="Or that nobody does."
    )
    gaps = text("What does the home not give, and what is done about it?", 1000, required=False)


class AnswerForm(forms.Form):
    """What came of asking."""

    state = forms.ChoiceField(
        label="What came of it?",
        choices=[each for each in State.choices if each[0] in {"asked", "said_no", "not_chosen"}],
        widget=forms.RadioSelect,
    )
    why_no = forms.ChoiceField(
        label="If it said no, why?", choices=[("", "Choose one"), *WhyRefused.choices], required=False
    )
    why = text("Why, in words?", 1000)


class AgreeForm(forms.Form):
    """This is the home."""

    why = text("Why this home?", 1000, help_text="The child may read it one day.")
