"""The local offers in easy read: the lines that the council wrote, each with its drawing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.gates import public
from kith.offer.offers.public import offer_today
from kith.pages.easy.pictures import PICTURES, picture


@public
def offer_easy(request: HttpRequest, kind: str) -> HttpResponse:
    """One offer, a line and a picture at a time. A name that is no drawing's is part of the words."""
    offer = offer_today(kind)
    if not offer.has_easy:
        raise Http404
    parts = [
        (each.name, [_line(name, words) for name, words in each.easy]) for each in offer.sections if each.easy
    ]
    return render(request, "pages/offer_easy.html", {"o": offer, "parts": parts})


def _line(name: str, words: str) -> tuple[str, str]:
    if name in PICTURES:
        return picture(name), words
    return "", f"{name}: {words}" if name else words
