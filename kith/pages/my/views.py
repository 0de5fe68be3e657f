"""The family's door: first page, independent advice, how to complain."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from kith.access.gates import ActingRequest, family
from kith.access.photographs.queries import chose_none, faces_told
from kith.access.safe_contact.queries import CHANNELS, my_reach
from kith.access.working_with import workers_told
from kith.design.language import ASKED, ENGLISH
from kith.help.independent.line import line_now
from kith.pages.my.by_when import by_when
from kith.pages.my.home import as_families_know, my_home


@family
def my_view(request: ActingRequest) -> HttpResponse:
    """What is happening, and who do I ask?"""
    context = {"h": my_home(request.user), "paid": request.user.role == "carer"}
    return render(request, "pages/my.html", context)


@family
def my_who(request: ActingRequest) -> HttpResponse:
    """Who works with us, and what do they look like?"""
    told = workers_told()
    workers = as_families_know(told, faces_told() if told else frozenset())
    return render(request, "pages/my_who.html", {"workers": workers, "hides": chose_none(request.actor.id)})


@family
def my_by_when(request: ActingRequest) -> HttpResponse:
    """What must you do for us, by when, and what if you do not?"""
    return render(request, "pages/my_by_when.html", {"groups": by_when(request.user, timezone.localdate())})


@family
def my_advice(request: ActingRequest) -> HttpResponse:
    """Who to talk to who is not the council; and what they may take there themselves. One statement."""
    number = next((each.value for each in my_reach() if each.channel == CHANNELS["phone"] and each.used), "")
    language = get_language() or ENGLISH
    context = {
        "line": line_now(), "place": settings.ADVICE_URL, "name": request.user.display_name, "number": number,
        "asks": f"?{ASKED}={language}" if language != ENGLISH else "",
    }  # fmt: skip
    return render(request, "pages/my_advice.html", context)


@family
def my_complain(request: ActingRequest) -> HttpResponse:
    """How to say that something is wrong, and by when you are answered."""
    return render(request, "pages/my_complain.html", {"where": settings.COMPLAINTS})
