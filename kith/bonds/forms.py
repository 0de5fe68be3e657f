"""Forms of brothers and sisters. Each field says why it is asked and who will see it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms

from kith.bonds.models import Reunite, WhyApart
from kith.design.dates import today
from kith.design.formfields import PlainDateField

WORDS = forms.Textarea(attrs={"rows": 3})


def in_a_quarter() -> Any:
    """Thirteen weeks from today."""
    return today() + timedelta(weeks=13)


class ApartForm(forms.Form):
    """Why they live apart, and the plan to bring them together."""

    reason = forms.ChoiceField(
        label="What is the main reason?",
        widget=forms.RadioSelect,
        choices=WhyApart.choices,
        help_text="What a home would cost is never a reason.",
    )
    words = forms.CharField(
        label="Why, in words?",
        max_length=1000,
        widget=WORDS,
        help_text="Write it as the child may read it one day.",
    )
    their_view = forms.CharField(
        label="What does the child say of it?",
        max_length=1000,
        required=False,
        widget=WORDS,
        help_text="In their words.",
    )
    reunite = forms.ChoiceField(
        label="Is there a plan for them to live together?", widget=forms.RadioSelect, choices=Reunite.choices
    )
    plan = forms.CharField(label="If there is, how?", max_length=1000, required=False, widget=WORDS)
    by_when = PlainDateField(noun="The day", label="And by when?", required=False)
    look_again_on = PlainDateField(
        noun="The day", label="When do you look at this again?", initial=in_a_quarter
    )


class ElsewhereForm(forms.Form):
    """Another council looks after a brother or sister."""

    council = forms.CharField(
        label="Which council looks after them?",
        max_length=120,
        help_text="So that nights apart are counted truly: no return of ours tells of theirs.",
    )
    since = PlainDateField(noun="The day", label="Since when?", initial=today)
    shares_home = forms.BooleanField(label="They live in one home with this child", required=False)


class EndForm(forms.Form):
    """From which day on it is no longer so."""

    on = PlainDateField(noun="The day", label="From which day on?", initial=today)
