"""Words that came too late for a sign-in: shown back on a page from which they can be sent again.

Nothing is stored: whoever signs in next on this device is not shown them, and a visitor can fill no table.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from kith.story.typed import NOT_TYPED

# A page's own, and not of this sending: the token is drawn anew, and the button keeps, it does not send.
_NOT_AGAIN = frozenset({"csrfmiddlewaretoken", "do"})
SHORTEST = 4  # below this a value is a choice or part of a date, not words


def keeps_words(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Above the gate of a writing page: a visitor who sends words sees them again, instead of sign-in alone."""

    @functools.wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "actor", None) is None and has_words(request):
            return kept_words_page(request, signed_out=True)
        return view(request, *args, **kwargs)

    return kept


def has_words(request: HttpRequest) -> bool:
    """Whether this came from a writing page."""
    return request.method == "POST" and bool(request.POST.get("draft")) and bool(request.POST.get("form"))


def from_our_own_page(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages sent it; words from elsewhere are never shown."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def kept_words_page(request: HttpRequest, *, signed_out: bool) -> HttpResponse:
    """The page: the words, how to sign in without leaving it, and one button that keeps them as a draft."""
    pairs = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {
        "again": [(name, value) for name, value in pairs if name not in _NOT_AGAIN],
        "words": [
            value
            for name, value in pairs
            if name not in NOT_TYPED and len(str(value).strip()) >= SHORTEST and not str(value).isdigit()
        ],
        "address": request.path,
        "signed_out": signed_out,
        "had_file": bool(request.FILES),
    }
    return render(request, "story/kept_words.html", context, status=403)
