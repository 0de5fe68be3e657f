"""Headers that every page of Kith bears: nothing is kept by browsers, nothing leaks by where one came from."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


class HeadersMiddleware:
    """No page is stored anywhere, and the device's senses are off but for what a page itself asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault(
            "Permissions-Policy", "geolocation=(), camera=(), microphone=(), payment=()"
        )
        if request.path == "/sign-out" and request.method == "POST":
            # What a page let the browser keep for the day (ready for the door) goes with the sign-in.
            response.headers["Clear-Site-Data"] = '"cache"'
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
