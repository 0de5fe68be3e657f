"""What everybody may read of help in figures. No account; nothing about few people; finished quarters alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.gates import public
from kith.insight.publishing import published
from kith.law.accountability.periods import last_day


@public
def public_figures(request: HttpRequest) -> HttpResponse:
    """Do you do what you promised? One statement."""
    return render(request, "insight/public.html", {"found": published(), "last_day": last_day})
