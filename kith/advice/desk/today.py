"""The desk's first page: who waits, the nearest date first."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kith.advice.web.gates import DeskRequest, desk


@desk
def desk_today(request: DeskRequest) -> HttpResponse:
    """What each role has to do."""
    return render(request, "advice/desk/today.html", {})
