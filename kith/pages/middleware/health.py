"""`/healthz`: whether the system and its database answer. No sign-in, no session, no template."""

from __future__ import annotations

from collections.abc import Callable

from django.db import Error, connection
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from psycopg_pool import PoolTimeout

from kith import __version__

# This answers before the layers that give every page its headers.
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class HealthMiddleware:
    """Answers before anything else is done, so that a probe costs one query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path != "/healthz":
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            allow = _HEADERS | {"Allow": "GET, HEAD"}
            return JsonResponse({"status": "method not allowed"}, status=405, headers=allow)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except (Error, PoolTimeout):
            return JsonResponse(
                {"status": "down", "database": "no answer", "version": __version__},
                status=503,
                headers=_HEADERS,
            )
        finally:
            connection.close()
        return JsonResponse({"status": "ok", "database": "ok", "version": __version__}, headers=_HEADERS)
