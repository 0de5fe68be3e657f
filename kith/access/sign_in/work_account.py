"""Single sign-on: a council's own sign-in opens an account that an administrator has made."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect import views as openid
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import render

from kith.access.models import Account
from kith.access.sign_in.names import tidy

# What a provider may send back with the browser (OpenID Connect Core 1.0, 3.1.2.5 and 3.1.2.6).
SENT_BACK = ("code", "state", "error")


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Matches by the verified email that the provider vouches for; makes no account and opens no family's."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Tie a first visit to its account. Raises ImmediateHttpResponse with a page where there is none."""
        if sociallogin.is_existing:
            return
        login = vouched_name(sociallogin.account.extra_data)
        account = Account.objects.filter(login=login, is_active=True).first() if login else None
        if account is None or account.is_family:
            raise ImmediateHttpResponse(render(request, "socialaccount/no_account.html", status=403))
        sociallogin.connect(request, account)


def vouched_name(data: dict[str, Any]) -> str:
    """The sign-in name that the provider vouches for, in small letters; empty where it vouches for none."""
    claims = data.get("userinfo") or data.get("id_token") or {}
    claim = settings.KITH_OIDC_LOGIN_CLAIM
    if claim == "email" and claims.get("email_verified") is not True:
        return ""
    return tidy(str(claims.get(claim) or ""))


def work_accounts() -> list[dict[str, str]]:
    """The providers that the settings name: their id and what to call them."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return [{"id": str(app["provider_id"]), "name": str(app["name"])} for app in apps]


def back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Where the provider sends the browser. A GET writes nothing, so it asks for one press of a button.

    The page presses it by itself where scripts run. Only the POST reads the code and signs in.
    """
    if request.method != "POST":
        sent = {name: request.GET[name] for name in SENT_BACK if name in request.GET}
        return render(request, "socialaccount/back.html", {"sent": sent, "provider_id": provider_id})
    given = QueryDict(mutable=True)
    for name in SENT_BACK:
        if name in request.POST:
            given[name] = request.POST[name]
    request.GET = given  # type: ignore[assignment]  # the library reads the answer from here
    answer: HttpResponseBase = openid.callback(request, provider_id)
    return answer
