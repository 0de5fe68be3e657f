"""Easy read, for everybody: with an account or without, on the way in or before asking."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.gates import public
from kith.access.models import Account
from kith.pages.easy.pictures import picture
from kith.pages.easy.topics import topics


@public
def easy_reads(request: HttpRequest) -> HttpResponse:
    """What can I read in short words, with pictures?"""
    return render(request, "pages/easy_reads.html", {"topics": topics().values(), "family": _family(request)})


@public
def easy_read(request: HttpRequest, topic: str) -> HttpResponse:
    """One text, a line and a picture at a time."""
    found = topics().get(topic)
    if found is None:
        raise Http404
    family = _family(request)
    whole = found.full if found.everybody or family else ""
    lines = [(line, picture(line.picture)) for line in found.lines]
    context = {"topic": found, "lines": lines, "whole": whole, "family": family}
    return render(request, "pages/easy_read.html", context)


def _family(request: HttpRequest) -> bool:
    return isinstance(request.user, Account) and request.user.is_family
