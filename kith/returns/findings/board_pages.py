"""The board of findings, in figures: for the returns officer, the analyst and the director."""

from __future__ import annotations

import csv

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.returns.findings.asked import choices, chosen
from kith.returns.findings.board import board

HERE = "/returns/findings/"


@staff_who_may(Permission.READ_AGGREGATES)
def findings_board(request: ActingRequest) -> HttpResponse:
    """What if the return were sent today: what would stop it, how old that is, and how it goes."""
    among, exact = choices(), _sees_exact(request)
    choice = chosen(request.GET, among)
    found = board(choice.kind, choice.year, exact=exact) if choice else None
    context = {
        "choices": among,
        "choice": choice,
        "b": found,
        "exact": exact,
        "open": [each for each in found.lines if each.open != 0] if found else [],
        "explained": [each for each in found.lines if each.explained != 0] if found else [],
        "providers": bool(settings.PROVIDERS),
        "here": HERE,
        "signed_in_as": request.user.display_name,
    }
    return render(request, "returns/findings.html", context)


@staff_who_may(Permission.READ_AGGREGATES)
def findings_figures(request: ActingRequest) -> HttpResponse:
    """The figures of the board, a line for each rule; what is hidden there is "c" here."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="findings.csv"'
    rows = csv.writer(response)
    rows.writerow(
        ("return", "year", "as_at", "rule", "severity", "to_mend", "children", "explained", "half_older_days")
    )
    choice = chosen(request.GET, choices())
    found = board(choice.kind, choice.year, exact=_sees_exact(request)) if choice else None
    for each in found.lines if choice and found else ():
        numbers = ["c" if number is None else number for number in (each.open, each.children, each.explained)]
        days = each.days if each.days is not None else "c" if each.children is None else ""
        severity = "error" if each.error else "query"
        if choice and found:
            rows.writerow((choice.kind, choice.year, found.as_at, each.code, severity, *numbers, days))
    return response


def _sees_exact(request: ActingRequest) -> bool:
    """The database holds the same rule."""
    return Permission.WRITE_RETURNS in request.user.role_class.may
