"""How long we keep what somebody tells us, as everybody may read it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.advice.keeping.rule import rule_on, rules_after, span
from kith.advice.web.gates import public


@public
def kept(request: HttpRequest) -> HttpResponse:
    """How long do you keep this? Two statements."""
    today = timezone.localdate()
    context = {"rule": rule_on(today), "later": rules_after(today)[:1], "span": span}
    return render(request, "advice/keeping/kept.html", context)
