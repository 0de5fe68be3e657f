"""Leaving for good: whoever opens these pages in the same browser next finds no chat and no seat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.advice.chat import held
from kith.advice.forum import seats
from kith.advice.web import language
from kith.advice.web.gates import public
from kith.design.navigation import QUIET_PLACE


@public
def away(request: HttpRequest) -> HttpResponse:
    """What this browser holds goes, and the weather comes. The chat itself ends by and by, and its words with it."""
    answer = redirect(QUIET_PLACE)
    answer.delete_cookie(held.COOKIE, path=held.PATH, samesite="Strict")
    answer.delete_cookie(seats.COOKIE, path=seats.PATH, samesite="Lax")
    answer.delete_cookie(language.COOKIE, samesite="Lax")
    return answer
