"""Forms of the second step, in Kith's words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms


def code(label: str, hint: str = "") -> forms.CharField:
    """A field for a code that is typed once."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "none"}
        ),
        error_messages={"required": "Enter the code"},
    )


class CodeForm(base.AuthenticateForm):  # type: ignore[misc]
    code = code("Code", "From your authenticator app, or one of your recovery codes.")


class CodeAgainForm(base.ReauthenticateForm):  # type: ignore[misc]
    code = code("Code", "From your authenticator app, or one of your recovery codes.")


class SetUpAppForm(ActivateTOTPForm):  # type: ignore[misc]
    code = code("Code that the app shows", "Six digits.")


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label="A name for it",
            max_length=60,
            required=False,
            help_text="Such as: work phone. It helps you tell them apart.",
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["passwordless"] = forms.BooleanField(
            label="Let me sign in with this passkey alone, without my password", required=False, initial=True
        )


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(label="Name", max_length=60, error_messages={"required": "Enter a name"})
