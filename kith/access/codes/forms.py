"""Forms of signing in by a code."""

from __future__ import annotations

from django import forms

from kith.access.sign_in.names import tidy
from kith.marked import marked

MISSING = marked("Enter the code")


class AskCodeForm(forms.Form):
    """The sign-in name, and nothing by which a number or an address could be tried."""

    login = forms.CharField(
        label=marked("Email or sign-in name"),
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}
        ),
        error_messages={"required": marked("Enter your email or sign-in name")},
    )

    def clean_login(self) -> str:
        """The name as accounts keep theirs."""
        return tidy(self.cleaned_data["login"])


class TypedCodeForm(forms.Form):
    """The code as it came; spaces and dashes count for nothing."""

    code = forms.CharField(
        label=marked("Code"),
        max_length=40,
        help_text=marked("Six digits. It works for 10 minutes."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
        error_messages={"required": MISSING},
    )

    def clean_code(self) -> str:
        """Its digits. Raises ValidationError where there are none."""
        digits = "".join(str(int(each)) for each in self.cleaned_data["code"] if each.isdecimal())
        if not digits:
            raise forms.ValidationError(MISSING)
        return digits
