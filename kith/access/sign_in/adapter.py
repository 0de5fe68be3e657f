"""Sign-in rules: nobody makes their own account, closed accounts stay out, guessing is slowed."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kith.access import passwords
from kith.access.models import Account
from kith.access.sign_in import words


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator, never by signing up."""

    error_messages = DefaultAccountAdapter.error_messages | words.ACCOUNT_ERRORS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        return None

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Whoever comes by the family's door goes out by it: to a page that says nothing of Kith."""
        user = request.user
        return "/sign-in?next=/my/" if isinstance(user, Account) and user.is_family else "/sign-in"

    def pre_login(self, request: HttpRequest, user: Account, **how: Any) -> HttpResponse | None:
        """Keep out an account that is closed, or outside its dates, by whatever way it comes."""
        if not user.open_on(timezone.localdate()):
            return redirect("account_inactive")
        if user.is_family and passwords.is_closed(user.pk):
            # As for a passkey that is nobody's. A password never comes so far.
            messages.error(request, words.SECOND_STEP_ERRORS["incorrect_code"])
            return redirect("account_login")
        return None

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count this try before it is made: against the name from this place, then the name from anywhere.

        A name guessed at from one place stays open to its owner elsewhere, until many places guess at it.
        """
        super().pre_authenticate(request, **credentials)
        self._anywhere = ratelimit.consume(
            request, app="allauth.account", action="login_failed_anywhere", key=_name(credentials)
        )
        if not self._anywhere:
            raise self.validation_error("too_many_login_attempts")

    def _rollback_login_failed_rl_usage(self) -> None:
        super()._rollback_login_failed_rl_usage()
        self._anywhere.rollback()

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # The library adds the host that the browser named, which a guesser may vary.
        return f"{ratelimit.get_ip(request)}:{_name(credentials)}"

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        said = kwargs.get("message") or words.SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said))


def _name(credentials: dict[str, Any]) -> str:
    return str(credentials.get("username", "")).strip().casefold()
