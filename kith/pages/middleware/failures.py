"""What views may raise, as pages."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from kith.access.failures import database_gone, passing, sentences
from kith.core.action import NotPermittedError


class FailuresMiddleware:
    """Turns a refused action into a plain page, and a lost database into "try again"."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for what is expected to fail now and then; None leaves it to the error page."""
        if isinstance(exception, NotPermittedError):
            return render(
                request, "pages/refused.html", {"why": str(exception), "kept": sentences(request)}, status=403
            )
        if passing(exception):
            return database_gone(request)
        return None
