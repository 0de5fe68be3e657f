"""Forms of the second step, in Kith's words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms

from kith.marked import marked

NO_PASSKEY = marked("The passkey did not answer. Try again.")


def code(label: str, hint: str = "") -> forms.CharField:
    """A field for a code that is typed once."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "none"}
        ),
        error_messages={"required": marked("Enter the code")},
    )


class CredentialField(forms.JSONField):
    """What the browser says of a passkey. Anything made up is refused, however deep or long it is."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput)

    def to_python(self, value: Any) -> Any:
        """Raises ValidationError for all but a JSON object."""
        try:
            said = super().to_python(value)
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict):
            raise forms.ValidationError(NO_PASSKEY, code="invalid")
        return said

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Nothing of it is shown again: the next try has its own."""
        return None


class MadeUp:
    """Turns what the library cannot read in a credential into words for the page."""

    def clean_credential(self) -> Any:
        """Raises ValidationError for a credential that is not what a browser sends."""
        try:
            return super().clean_credential()  # type: ignore[misc]
        except (ValueError, TypeError, KeyError):
            raise forms.ValidationError(NO_PASSKEY, code="invalid") from None


class CodeForm(base.AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in: a code from the app, or a recovery code."""

    code = code(marked("Code"), marked("From your authenticator app, or one of your recovery codes."))


class CodeAgainForm(base.ReauthenticateForm):  # type: ignore[misc]
    """A code once more, before a change to how somebody signs in."""

    code = code(marked("Code"), marked("From your authenticator app, or one of your recovery codes."))


class SetUpAppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator app, to show that it was set up right."""

    code = code(marked("Code that the app shows"), marked("Six digits."))


class SignInByPasskeyForm(MadeUp, LoginWebAuthnForm):  # type: ignore[misc]
    """Signing in by a passkey alone."""

    credential = CredentialField()


class SecondStepByPasskeyForm(MadeUp, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as the second step."""

    credential = CredentialField()


class PasskeyAgainForm(MadeUp, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey once more, before a change to how somebody signs in."""

    credential = CredentialField()


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey and the name that its owner gives it."""

    credential = CredentialField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=marked("A name for it"),
            max_length=60,
            required=False,
            help_text=marked("Such as: work phone. It helps you tell them apart."),
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["passwordless"] = forms.BooleanField(
            label=marked("Let me sign in with this passkey alone, without my password"),
            required=False,
            initial=True,
        )

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for a credential that is not what a browser sends."""
        try:
            return dict(super().clean())
        except (ValueError, TypeError, KeyError):
            raise forms.ValidationError(NO_PASSKEY, code="invalid") from None


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    name = forms.CharField(
        label=marked("Name"), max_length=60, error_messages={"required": marked("Enter a name")}
    )
