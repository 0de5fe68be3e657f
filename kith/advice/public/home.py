"""The first page that anybody sees, and the pages that say how to be safe and how we do."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from kith.advice.figures.published import published
from kith.advice.models import UnmetReason
from kith.advice.opening.queries import lines
from kith.advice.web.gates import public
from kith.marked import marked

REASONS = {
    **{code: str(label) for code, label in UnmetReason.choices},
    "went": marked("They went before we answered"),
    "rest": marked("Other reasons, and no answer yet"),
}


@public
def home(request: HttpRequest) -> HttpResponse:
    """What we are, what is open now and when next, and how to ask."""
    now = timezone.now()
    context = {
        "lines": lines(now),
        "phone": settings.ADVICE_PHONE,
        "name": settings.ADVICE_NAME,
        "chat": _chat(),
    }
    return render(request, "advice/home.html", context)


@public
def private(request: HttpRequest) -> HttpResponse:
    """How to leave no trace on a phone or computer that somebody else looks at."""
    return render(request, "advice/private.html", {})


@public
def how_we_do(request: HttpRequest) -> HttpResponse:
    """How many asked, how many we helped, and how many we could not."""
    return render(request, "advice/how_we_do.html", {"quarters": published(), "reasons": REASONS})


def _chat() -> str:
    """Where the chat is, where there is one."""
    try:
        return reverse("chat")
    except NoReverseMatch:
        return ""
