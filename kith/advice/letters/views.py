"""Letters to fill in and take away. The server sends the blank one, and never hears what is typed."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.advice.lawful import laws_of, newest
from kith.advice.letters.held import WHO, letters
from kith.advice.web.gates import public
from kith.advice.web.quiet import named


@public
def letters_list(request: HttpRequest) -> HttpResponse:
    """Which letters are there? No statement."""
    groups = [
        (WHO[who], list(found)) for who, found in groupby(letters().values(), key=lambda each: each.who)
    ]
    return render(request, "advice/letters/list.html", {"groups": groups})


@public
def letter(request: HttpRequest, slug: str) -> HttpResponse:
    """One letter, blank. No statement."""
    found = letters().get(named(slug, letters()))
    if found is None:
        raise Http404
    context = {
        "letter": found,
        "laws": laws_of(found.law, timezone.localdate()),
        "law_day": newest(found.law),
    }
    return render(request, "advice/letters/letter.html", context)
