"""What is said of a line: by services, by the family, by a worker who takes it down."""

from __future__ import annotations

from django import forms

from kith.marked import marked
from kith.plan.forms.common import PlanForm, text
from kith.plan.models import How


class ProgressForm(PlanForm):
    """How it goes, as services say it."""

    how = forms.ChoiceField(label="How is it going?", choices=How.choices, widget=forms.RadioSelect)
    words = text("In your words", required=False)
    to = forms.MultipleChoiceField(
        label="Who may read what you say here?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="They can read the line already.",
    )


class TakenDownForm(PlanForm):
    """An answer that a worker takes down as it was said."""

    person = forms.ChoiceField(label="Who says it?")
    agrees = forms.ChoiceField(
        label="Do they agree?",
        choices=[
            ("yes", "Yes"),
            ("no", "No: that is not what they said, or not right"),
            ("", "They did not say"),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    words = text("In their words", required=False)


class MyAnswerForm(forms.Form):
    """What a reader behind their own door says of a line."""

    says = forms.ChoiceField(
        label=marked("What would you like to say?"),
        choices=[
            ("no", marked("That is not what I said, or it is not right")),
            ("yes", marked("Yes, that is right")),
            ("well", marked("It is going well")),
            ("some", marked("Some of it is going well")),
            ("stuck", marked("It is stuck")),
        ],
        widget=forms.RadioSelect,
    )
    words = text(marked("In your words"), marked("Spelling does not matter."), rows=4, required=False)
