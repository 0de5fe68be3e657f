"""Where the settings say so (production), staff have a second step before they reach any page."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from kith.access.models import Account
from kith.access.sign_in.second_factor import has_second_factor

# What somebody without a second step needs in order to get one, or to leave.
OPEN_WITHOUT = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "second_step_picture",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
    }
)


class SecondFactorMiddleware:
    """Sends staff without one to set it up. Stands after the authentication middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.KITH_REQUIRE_SECOND_FACTOR and must_set_up(request):
            return redirect("mfa_index")
        return self.get_response(request)


def must_set_up(request: HttpRequest) -> bool:
    """Whether a staff account is on its way to a page without a second step (no query where it has used one)."""
    account = request.user
    if getattr(request, "actor", None) is None or not isinstance(account, Account) or account.is_family:
        return False
    if _used_one(request, account) or _name(request.path_info) in OPEN_WITHOUT:
        return False
    return not has_second_factor(account)


def _used_one(request: HttpRequest, account: Account) -> bool:
    ways = {"mfa", "socialaccount"} if settings.KITH_OIDC_HAS_SECOND_FACTOR else {"mfa"}
    return any(record.get("method") in ways for record in get_authentication_records(request, account))


def _name(path: str) -> str:
    try:
        return resolve(path).url_name or ""
    except Resolver404:
        return ""
