"""Everybody who waits for a home: against what there is, as one answer for all, and what it costs."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.design.dates import today
from kith.homes.queries.money import bought, compared
from kith.homes.queries.waiting import enough, who_waits

SECONDS = 8.0
YEAR = timedelta(days=365)


@staff_who_may(Permission.READ_HOMES)
def homes_waiting(request: ActingRequest) -> HttpResponse:
    """Who waits for a home, and are there enough homes for them?"""
    waiting = who_waits(today())
    return render(request, "homes/waiting.html", {"waiting": waiting, "enough": enough(waiting)})


@staff_who_may(Permission.READ_HOMES)
def homes_together(request: ActingRequest) -> HttpResponse:
    """If all were thought of at once, who could live where, and what would each give up?"""
    # The solver is large, and the house starts without it.
    from kith.homes.assignment.advise import advise

    return render(request, "homes/together.html", {"advice": advise(today(), seconds=SECONDS)})


@staff_who_may(Permission.SEE_PRICES)
def homes_money(request: ActingRequest) -> HttpResponse:
    """What do homes cost, and how much of it is under no contract?"""
    context = {"compared": compared(today()), "bought": bought(today() - YEAR, today())}
    return render(request, "homes/money.html", context)
