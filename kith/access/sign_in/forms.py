"""The sign-in form and its kin, in Kith's words."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from django import forms

from kith.access.models import Account
from kith.access.sign_in import words
from kith.access.sign_in.names import tidy
from kith.marked import marked


def password(label: str, missing: str, *, new: bool = False, hint: str = "") -> forms.CharField:
    """A password field, never shown back and never trimmed."""
    return forms.CharField(
        label=label,
        help_text=hint,
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password" if new else "current-password"}),
        error_messages={"required": missing, "max_length": marked("A password can have at most 200 letters")},
    )


class SignInForm(LoginForm):  # type: ignore[misc]
    """Login and password. One message for every failure, so that nobody learns which accounts exist."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=marked("Email or sign-in name"),
            max_length=254,
            widget=forms.TextInput(
                attrs={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}
            ),
            error_messages={"required": marked("Enter your email or sign-in name")},
        )
        self.fields["password"] = password(marked("Password"), marked("Enter your password"))
        self.fields.pop("remember", None)
        self.label_suffix = ""

    def clean_login(self) -> str:
        """The name as accounts keep theirs."""
        return tidy(self.cleaned_data["login"])


class AgainForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    password = password(marked("Password"), marked("Enter your password"))


class GiveBackForm(forms.Form):
    """The worker's password, on a device that shows something to a family. Tries are counted by its page alone."""

    password = password(marked("Password"), marked("Enter your password"))

    def __init__(self, *args: Any, user: Account, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        given: str = self.cleaned_data["password"]
        if not self.user.check_password(given):
            raise forms.ValidationError(words.ACCOUNT_ERRORS["incorrect_password"])
        return given


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """The password now, and twice the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = password(marked("Your password now"), marked("Enter your password now"))
        long = marked("At least 12 letters. Three words that do not belong together are easy to remember.")
        self.fields["password1"].label, self.fields["password1"].help_text = marked("New password"), long
        self.fields["password2"].label = marked("New password again")
        for name in ("password1", "password2"):
            self.fields[name].widget.attrs = {"autocomplete": "new-password"}
            self.fields[name].error_messages["required"] = marked("Enter the new password both times")
