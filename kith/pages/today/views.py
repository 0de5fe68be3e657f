"""The first page after signing in, for staff."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff
from kith.pages.today.board import board
from kith.pages.today.work import finds, places


@staff
def today_view(request: ActingRequest) -> HttpResponse:
    """Who needs me, and what did I promise?"""
    context = {
        "b": board(request.actor, request.user),
        "signed_in_as": request.user.display_name,
        "finds": finds(request.user.role_class),
        "for_you": places(request.user.role_class),
        "here": "/",
    }
    return render(request, "pages/today.html", context)
