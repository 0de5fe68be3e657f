"""The kinds of kinship care side by side, and the published rules of what is paid: for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.gates import public
from kith.design.dates import today
from kith.kinship.rules.kinds import ROWS, kinds_on


@public
def kinship_kinds(request: HttpRequest) -> HttpResponse:
    """Which kinds of care by family and friends are there, and what does each mean for me?"""
    return render(request, "kinship/kinds.html", {"kinds": kinds_on(today()), "rows": ROWS})
