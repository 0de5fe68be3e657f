"""Answers "is anything new?" before any session, actor or query, where the ear knows that nothing is.

Five hundred browsers ask every few seconds; nearly every answer is "no" (docs/adr/0188).
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from kith.advice.chat.ear import EAR
from kith.advice.chat.held import secret_of

ASKS = "/chat/now/lines"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class QuickMiddleware:
    """204 where nothing is new; everything else goes its way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path == ASKS and request.method == "GET":
            secret, revision = secret_of(request), request.GET.get("revision", "")
            if (
                secret
                and revision.isascii()
                and revision.isdigit()
                and EAR.nothing_new(secret, int(revision[:9]))
            ):
                return HttpResponse(status=204, headers=_HEADERS)
        return self.get_response(request)
