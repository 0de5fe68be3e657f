"""What the API's answers bear and no other page does: open to every site, and kept for a while by whoever likes."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

ROOT = "/oruk/3.0"
MINUTES = 5
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_ASKED = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


WIDGET = "/directory/widget/"


class OpenMiddleware:
    """Outermost, so that refusals and errors can be read by other sites as well; no cookie leaves or counts here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path == WIDGET:
            return self._without_cookies(request)
        if not (request.path == ROOT or request.path.startswith(f"{ROOT}/")):
            return self.get_response(request)
        # Who asks makes no difference: no session is looked up, and the answer is the same for everybody.
        request.META.pop("HTTP_COOKIE", None)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=_OPEN | _ASKED)
        response = self.get_response(request)
        for name, value in _OPEN.items():
            response.headers[name] = value
        response.headers.pop("Vary", None)
        if response.status_code in {200, 304}:
            response.headers["Cache-Control"] = f"public, max-age={MINUTES * 60}"
        response.cookies.clear()
        return response

    def _without_cookies(self, request: HttpRequest) -> HttpResponseBase:
        """Inside another site's page nobody is known: no session is looked up, and no cookie leaves."""
        request.META.pop("HTTP_COOKIE", None)
        response = self.get_response(request)
        response.cookies.clear()
        response.headers.pop("Vary", None)
        return response
