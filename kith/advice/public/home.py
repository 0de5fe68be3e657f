"""The first page that anybody sees."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.advice.web.gates import public


@public
def home(request: HttpRequest) -> HttpResponse:
    """What we are, what is open now, and how to ask."""
    return render(request, "advice/home.html", {})
