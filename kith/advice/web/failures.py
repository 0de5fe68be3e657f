"""What views may raise, as pages that keep what was typed."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from psycopg_pool import PoolTimeout

from kith.core.action import NotPermittedError

log = logging.getLogger(__name__)
# Boxes whose words are never given back: a password, a code.
SECRET = re.compile(r"password|code|secret")
GONE = (OperationalError, InterfaceError, PoolTimeout)


class FailuresMiddleware:
    """Turns a refused action into a plain page, and a lost database into "try again"."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            return self.get_response(request)
        except GONE:
            return database_gone(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for what is expected to fail now and then; None leaves it to the error page."""
        if isinstance(exception, NotPermittedError):
            return render(request, "advice/refused.html", {"why": str(exception)}, status=403)
        return database_gone(request) if isinstance(exception, GONE) else None


def database_gone(request: HttpRequest) -> HttpResponse:
    """503 with a page that needs no database. What was typed stands in it, to be sent again or copied."""
    log.error("The database did not answer.", exc_info=False)
    typed: list[tuple[str, str]] = []
    if request.method == "POST" and "sign-in" not in request.path:
        typed = [
            (name, str(value))
            for name, values in request.POST.lists()
            if not SECRET.search(name)
            for value in values
        ]
    page = render_to_string("design/errors/503.html", {"words": typed, "address": request.get_full_path()})
    return HttpResponse(page, status=503, headers={"Retry-After": "30"})
