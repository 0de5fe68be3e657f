"""Forms of those who pay. Each says why it is asked and who reads it."""

from __future__ import annotations

import re

from django import forms

from kith.design.formfields import PlainDateField
from kith.money.models import Kind
from kith.money.words import pence_of

WORDS = forms.Textarea(attrs={"rows": 3})
BAND = re.compile(r"^\s*(\d{1,2})\s*[:;,\s]\s*(\S+)\s*$")


class PeriodForm(forms.Form):
    """The nights of a run and when it is paid."""

    first = PlainDateField(noun="The first night", label="The first night")
    last = PlainDateField(noun="The last night", label="The last night")
    pay_on = PlainDateField(noun="The day", label="On which day is the money to be there?")


class AnswerForm(forms.Form):
    """Agree to a run, or send it back."""

    agree = forms.ChoiceField(
        label="Do you agree to this run?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes, pay it"), ("no", "No, send it back")],
    )
    because = forms.CharField(
        label="If you send it back, why?",
        max_length=300,
        required=False,
        help_text="Whoever prepared it reads this.",
    )


class ResultsForm(forms.Form):
    """The file that came back."""

    file = forms.FileField(
        label="The file of the finance system",
        help_text="CSV. First row: run,payee,pence,on,outcome. Last row: T, how many rows, their pence.",
    )

    def text(self) -> str:
        """What is in it. Raises nothing: what cannot be read is said by its rows."""
        data: bytes = self.cleaned_data["file"].read()
        return data.decode("utf-8", "replace")


class RatesForm(forms.Form):
    """A version of the rates."""

    kind = forms.ChoiceField(label="Which rates?", choices=Kind.choices)
    name = forms.CharField(label="What are they called?", max_length=80, help_text="Such as 2027-28.")
    from_on = PlainDateField(noun="The first night", label="From which night?")
    published = forms.CharField(
        label="Where can anybody read them?", max_length=300, help_text="The page or paper that they are in."
    )
    bands = forms.CharField(
        label="Age and pounds a week, one band a line",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Such as: 0: 175.00. The next line begins the next band. The first begins at 0.",
    )

    def clean_bands(self) -> dict[int, int]:
        """Pence by age. Raises ValidationError naming the line to mend."""
        made: dict[int, int] = {}
        for number, line in enumerate(str(self.cleaned_data["bands"]).splitlines(), start=1):
            if not line.strip():
                continue
            found = BAND.match(line)
            if found is None or not found[1].isascii():
                raise forms.ValidationError(f"Line {number}: write an age and pounds, like 5: 200.05")
            if int(found[1]) in made:
                raise forms.ValidationError(f"Line {number}: the band from {int(found[1])} stands here twice")
            try:
                made[int(found[1])] = pence_of(found[2])
            except forms.ValidationError as error:
                raise forms.ValidationError(f"Line {number}: {error.messages[0]}") from error
        return made


class BankForm(forms.Form):
    """An account to pay into."""

    name = forms.CharField(label="Name on the account", max_length=80)
    sort_code = forms.CharField(label="Sort code", max_length=12, help_text="Six digits.")
    number = forms.CharField(
        label="Account number",
        max_length=12,
        help_text="Eight digits. Nobody sees it whole again here, and somebody else has to check it.",
    )


class CheckForm(forms.Form):
    """The second check of an account."""

    agreed = forms.ChoiceField(
        label="Did the carer ask for this?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes: pay into it"), ("no", "No, or not sure: do not take it")],
    )
    how = forms.CharField(
        label="How did you make sure?",
        max_length=300,
        help_text="Ring them on the number that was known before, never on one that came with the change.",
    )


class HoldForm(forms.Form):
    """Why a payment waits."""

    reason = forms.CharField(label="Why does it wait?", max_length=300, help_text="The carer reads this.")
    look_again_on = PlainDateField(noun="The day", label="When do you look at it again?")


class BecauseForm(forms.Form):
    """A reason."""

    because = forms.CharField(label="Why?", max_length=300, widget=WORDS)


class WordsForm(forms.Form):
    """Words that the carer reads."""

    words = forms.CharField(label="What do you write to them?", max_length=1000, widget=WORDS)
