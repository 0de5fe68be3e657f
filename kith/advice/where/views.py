"""Where am I in the process? Pages of data; nothing is asked and nothing is kept."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.advice.lawful import laws_of, newest
from kith.advice.web.gates import public
from kith.advice.web.quiet import named
from kith.advice.where.stages import stages


@public
def where_list(request: HttpRequest) -> HttpResponse:
    """Which of these is us? No statement."""
    parts: dict[str, list[object]] = {}
    for part, found in groupby(stages().values(), key=lambda each: each.part):
        parts.setdefault(part, []).extend(found)
    return render(request, "advice/where/list.html", {"parts": parts})


@public
def where(request: HttpRequest, slug: str) -> HttpResponse:
    """One stage: what happens, my rights, what comes next, how to challenge, and the law. No statement."""
    stage = stages().get(named(slug, stages()))
    if stage is None:
        raise Http404
    context = {"stage": stage, "laws": laws_of(stage.law, timezone.localdate()), "law_day": newest(stage.law)}
    return render(request, "advice/where/stage.html", context)
