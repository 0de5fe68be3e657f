"""The first password: chosen by whoever holds the link that an administrator made, once, within three days."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kith.access.models import Account
from kith.access.sign_in.forms import password
from kith.marked import marked


class FirstLinks(PasswordResetTokenGenerator):
    """The secrets of first links: as Django's, and dead as well once the account was signed out everywhere."""

    key_salt = "django.contrib.auth.tokens.PasswordResetTokenGenerator"

    def _make_hash_value(self, user: Account, timestamp: int) -> str:
        since = user.sessions_since.isoformat() if user.sessions_since else ""
        return f"{super()._make_hash_value(user, timestamp)}{since}"


links = FirstLinks()
HINT = marked("At least 12 letters. Three words that do not belong together are easy to remember.")


class FirstPasswordForm(forms.Form):
    """The new password, twice."""

    password1 = password(marked("New password"), marked("Enter a password"), new=True, hint=HINT)
    password2 = password(marked("New password again"), marked("Enter the password again"), new=True)

    def __init__(self, account: Account, *args: object, **kwargs: object) -> None:
        self.account = account
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def clean_password1(self) -> str:
        chosen: str = self.cleaned_data["password1"]
        validate_password(chosen, self.account)
        return chosen

    def clean(self) -> None:
        both = (self.cleaned_data.get("password1"), self.cleaned_data.get("password2"))
        if all(both) and both[0] != both[1]:
            self.add_error("password2", marked("The two passwords are not the same"))


def first_link(account: Account) -> str:
    """The address to give to the account's owner. It holds until it is used, or for three days.

    The secret is in the query, which no log keeps.
    """
    query = urlencode({"for": account.pk, "code": links.make_token(account)})
    return f"{reverse('first_password')}?{query}"


def choose_password(request: HttpRequest) -> HttpResponseBase:
    """Choose the password of an account by its link. A link that is old, used or made up says only that."""
    account = _account(request)
    if account is None:
        return render(request, "account/first_password_old.html", status=410)
    form = FirstPasswordForm(account, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        account.set_password(form.cleaned_data["password1"])
        account.save(update_fields=["password"])
        messages.success(request, marked("Your password is set. Sign in with it now."))
        return redirect("account_login")
    return render(request, "account/first_password.html", {"form": form, "here": request.get_full_path()})


def _account(request: HttpRequest) -> Account | None:
    try:
        account = Account.objects.get(pk=UUID(request.GET.get("for", "")))
    except (ValueError, ValidationError, Account.DoesNotExist):
        return None
    good = links.check_token(account, request.GET.get("code", ""))
    return account if good and account.open_on(timezone.localdate()) else None
