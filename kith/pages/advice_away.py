"""The way to advice that is independent of the council: a page that leads away, for the service has its own place."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.gates import public
from kith.help.independent.line import line_now


@public
def advice_away(request: HttpRequest) -> HttpResponse:
    """Who gives advice that the council cannot read, and where."""
    return render(request, "pages/advice_away.html", {"place": settings.ADVICE_URL, "line": line_now()})
