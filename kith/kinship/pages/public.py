"""The kinds of kinship care side by side, and the published rules of what is paid: for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.gates import public
from kith.design.dates import today
from kith.kinship.rules.kinds import ROWS, kinds_on

BESIDE = 3
"""So many side by side: more cannot be read on a screen."""


@public
def kinship_kinds(request: HttpRequest) -> HttpResponse:
    """Which kinds of care by family and friends are there, and what does each mean for me?"""
    kinds = kinds_on(today())
    asked = request.GET.getlist("with")
    beside = [each for each in kinds if each.id in asked][:BESIDE]
    context = {"kinds": kinds, "rows": ROWS, "beside": beside if len(beside) > 1 else [], "asked": asked}
    return render(request, "kinship/kinds.html", context)
