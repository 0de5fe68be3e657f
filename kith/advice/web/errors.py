"""What a person sees when something is not there, not allowed or has gone wrong. The same for everybody."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.advice.web.failures import GONE, SECRET, database_gone


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, for a request that no page of ours sends."""
    return render(request, "advice/error.html", {"what": "bad"}, status=400)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403, for a form that came from elsewhere or too late: what was typed is given back to be copied."""
    kept = [
        value for name, value in request.POST.items() if " " in str(value).strip() and not SECRET.search(name)
    ]
    return render(request, "advice/error.html", {"what": "late", "kept": kept}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same for nothing there and for what is not this role's."""
    return render(request, "advice/error.html", {"what": "gone"}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: something of ours failed."""
    if isinstance(sys.exc_info()[1], GONE):
        return database_gone(request)
    return render(request, "design/errors/500.html", status=500)
