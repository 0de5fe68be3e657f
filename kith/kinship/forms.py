"""Forms of who could care. Each field says why it is asked and who will see it."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.kinship.models import MayAsk, Outcome, WhyNot

WORDS = forms.Textarea(attrs={"rows": 3})
SETTLED = "With the child and the parent who is safe. Staff alone see it."


class SettleForm(forms.Form):
    """May they be asked, only if somebody agrees, or never."""

    may_ask = forms.ChoiceField(
        label="May we ask them?",
        widget=forms.RadioSelect,
        choices=MayAsk.choices,
        initial=MayAsk.NOT_YET.value,
    )
    settled_with = forms.CharField(
        label="With whom did you settle that?", max_length=200, required=False, help_text=SETTLED
    )
    only_if = forms.CharField(label="If somebody has to agree first, who?", max_length=120, required=False)
    never_because = forms.CharField(
        label="If never, why?",
        max_length=1000,
        required=False,
        widget=WORDS,
        help_text="Locked: you and a manager read it, nobody else.",
    )


class NameForm(SettleForm):
    """Somebody who could care, by the name that the family uses."""

    name = forms.CharField(label="What does the family call them?", max_length=120)
    named_by = forms.CharField(label="Who named them?", max_length=120)
    tie = forms.CharField(
        label="Who are they to the child?", max_length=80, required=False, help_text="In the child’s words."
    )
    words = forms.CharField(
        label="What was said of them?",
        max_length=500,
        required=False,
        widget=WORDS,
        help_text="In those words.",
    )

    field_order = ("name", "named_by", "tie", "words", "may_ask", "settled_with", "only_if", "never_because")


class SettleAgainForm(SettleForm):
    """The same of somebody who was named before, and the day on which whoever had to agree did."""

    only_if_agreed_on = PlainDateField(
        noun="The day", label="If they have agreed, on which day?", required=False
    )
    field_order = ("may_ask", "settled_with", "only_if", "only_if_agreed_on", "never_because")


class ExploreForm(forms.Form):
    """What came of it."""

    outcome = forms.ChoiceField(label="What came of it?", widget=forms.RadioSelect, choices=Outcome.choices)
    on = PlainDateField(noun="The day", label="On which day?", initial=today)
    words = forms.CharField(
        label="What did they say?", max_length=1000, required=False, widget=WORDS, help_text="In their words."
    )
    why_not = forms.ChoiceField(
        label="If they were not asked, what kept you?",
        required=False,
        choices=[("", "Choose one"), *WhyNot.choices],
        help_text="What it would cost is never a reason.",
    )
    reason = forms.CharField(
        label="If they were not asked or were ruled out, why?",
        max_length=1000,
        required=False,
        widget=WORDS,
        help_text="They, the child and the family may hear this, and may say that it is wrong.",
    )


class AllTheSameForm(ExploreForm):
    """Of somebody of whom it is not settled that they may be asked."""

    all_the_same = forms.BooleanField(
        label="They were asked all the same. I have told my manager.", required=False
    )


class ChallengeForm(forms.Form):
    """Somebody says that an outcome is wrong."""

    by_whom = forms.CharField(label="Who says that this is wrong?", max_length=120)
    words = forms.CharField(
        label="What do they say?", max_length=1000, widget=WORDS, help_text="In their words."
    )
    on = PlainDateField(noun="The day", label="On which day did they say so?", initial=today)


class AnswerForm(forms.Form):
    """What was answered, and why."""

    answer = forms.CharField(label="What was answered, and why?", max_length=1000, widget=WORDS)
    on = PlainDateField(noun="The day", label="On which day?", initial=today)


def cleaned(form: forms.Form) -> dict[str, Any]:
    """What a form gives to its action, by the same names."""
    return dict(form.cleaned_data)
