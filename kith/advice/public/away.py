"""Leaving for good: whoever opens these pages in the same browser next finds no chat and no seat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.advice.chat import held
from kith.advice.forum import seats
from kith.advice.web import cookies, language
from kith.advice.web.gates import public
from kith.design.navigation import QUIET_PLACE


@public
def away(request: HttpRequest) -> HttpResponse:
    """What this browser holds goes, and the weather comes. The chat itself ends by and by, and its words with it."""
    answer = redirect(QUIET_PLACE)
    cookies.drop(answer, held.COOKIE, path=held.PATH, samesite="Strict")
    cookies.drop(answer, seats.COOKIE, path=seats.PATH, samesite="Lax")
    cookies.drop(answer, language.COOKIE, samesite="Lax")
    answer.left = True  # type: ignore[attr-defined]  # no language is given to it again on the way out
    return answer
