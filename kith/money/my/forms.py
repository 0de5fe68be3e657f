"""What a carer writes of their money."""

from __future__ import annotations

from django import forms

from kith.marked import marked
from kith.money.words import pence_of

BOX = forms.Textarea(attrs={"rows": 4})


class AskForm(forms.Form):
    """A question about a payment."""

    words = forms.CharField(
        label=marked("What do you want to know?"),
        max_length=1000,
        widget=BOX,
        error_messages={"required": marked("Write what you want to know.")},
    )


class BankForm(forms.Form):
    """Another account."""

    name = forms.CharField(
        label=marked("Name on the account"),
        max_length=80,
        error_messages={"required": marked("Write the name on the account.")},
    )
    sort_code = forms.CharField(
        label=marked("Sort code"),
        error_messages={"required": marked("A sort code has six digits, like 01 02 03.")},
        max_length=12,
        help_text=marked("Six digits."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    number = forms.CharField(
        label=marked("Account number"),
        error_messages={
            "required": marked("An account number has eight digits. Put noughts in front of a shorter one.")
        },
        max_length=12,
        help_text=marked("Eight digits."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class TooMuchForm(forms.Form):
    """What they say to having been paid too much."""

    words = forms.CharField(label=marked("What do you say?"), required=False, max_length=600, widget=BOX)
    each_time = forms.CharField(
        label=marked("How much could come off each payment, in pounds?"),
        required=False,
        max_length=12,
        help_text=marked("You choose. Nothing comes off if you leave this out."),
    )
    hardship = forms.BooleanField(label=marked("Paying it back would be too hard for us"), required=False)

    def clean_each_time(self) -> int:
        """What was typed, in pence; nothing where it was left out."""
        typed = str(self.cleaned_data["each_time"]).strip()
        return pence_of(typed) if typed else 0
