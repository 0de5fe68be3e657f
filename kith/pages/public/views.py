"""The first page of the public's own site: where to find what, and whom to ask."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.gates import public
from kith.design.navigation import public_site
from kith.help.independent.line import line_now
from kith.marked import marked

# What each part answers, in a line.
ABOUT = {
    "/help/thresholds/": marked("The rules by which we decide, and what you can ask for."),
    "/offers/": marked(
        "For kinship carers and for people who were in care: money, homes, school, health and more."
    ),
    "/directory/": marked("Groups and services, with how sure we are that what we say is still right."),
    "/public/figures/": marked("What we promised and what we did, in numbers."),
    "/public/law/": marked("What changed lately, what will change, and what has no day yet."),
}


@public
def public_home(request: HttpRequest) -> HttpResponse:
    """How do you help families here? No statement."""
    parts = [(each, ABOUT[each.href]) for each in public_site() if each.href in ABOUT]
    return render(
        request, "pages/public.html", {"parts": parts, "duty_phone": settings.DUTY_PHONE, "line": line_now()}
    )
