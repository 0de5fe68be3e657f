"""What changes in the law, for everybody: what began lately, what will, and what Parliament passed without a day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import public
from kith.law.pages.changes import changes
from kith.law.register import shipped


@public
def public_law(request: HttpRequest) -> HttpResponse:
    """Which of my rights change, and when? No statement: the register is data of the house."""
    today = timezone.localdate()
    return render(request, "law/public.html", {"c": changes(shipped(), today, ()), "on": today})
