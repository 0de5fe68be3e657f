"""Leaving at once where no scripts run: signed out, and away to a page that anybody might have open."""

from __future__ import annotations

from typing import cast

from allauth.account import views as account
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from kith.design.navigation import QUIET_PLACE

# A page, not a redirect: browsers hold a form to the addresses that its page names, and those are ours alone.
_PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>My page</title>
<meta http-equiv="refresh" content="0; url={QUIET_PLACE}"></head>
<body><p><a href="{QUIET_PLACE}" rel="nofollow noreferrer">Go on</a></p></body></html>"""


def leaves_at_once(request: HttpRequest) -> bool:
    """Whether this is "Exit this page", sent as a form."""
    return request.method == "POST" and request.path == "/sign-out" and "away" in request.POST


def away() -> HttpResponse:
    """A page that shows nothing and leads away by itself."""
    return HttpResponse(_PAGE)


def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Sign out; whoever leaves at once is led away from here altogether."""
    response = cast(HttpResponseBase, account.logout(request))
    return away() if leaves_at_once(request) else response
