"""What waits for those who pay, one payee, and the rates."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.money.queries.board import board, payee_view, rate_versions
from kith.money.queries.runs import runs
from kith.money.words import pounds


@staff_who_may(Permission.AGREE_PAYMENTS)
def money(request: ActingRequest) -> HttpResponse:
    """Who waits for us, and which run is next? Eight statements."""
    return _page(request, "board", {"board": board(request.user.id), "runs": runs(request.user.id)})


@staff_who_may(Permission.AGREE_PAYMENTS)
def payee_page(request: ActingRequest, payee: UUID) -> HttpResponse:
    """One payee: what was paid, what waits."""
    found = payee_view(payee)
    if found is None:
        raise Http404
    return _page(request, "payee", {"p": found})


@staff_who_may(Permission.AGREE_PAYMENTS)
def rates_page(request: ActingRequest) -> HttpResponse:
    """Which rates hold from when, and where anybody can read them? Two statements."""
    return _page(request, "rates", {"versions": rate_versions()})


def _page(request: ActingRequest, name: str, context: dict[str, object]) -> HttpResponse:
    prepares = Permission.PREPARE_PAYMENTS in request.user.role_class.may
    return render(request, f"money/{name}.html", {"pounds": pounds, "prepares": prepares} | context)
