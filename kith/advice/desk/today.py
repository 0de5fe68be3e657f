"""The desk's first page: who is on the line, who waits, the nearest date first."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.advice.desk.waiting import AT_MOST, chats_waiting, leaving, waiting
from kith.advice.jinja import desk_links
from kith.advice.models import State
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk


@desk
def desk_today(request: DeskRequest) -> HttpResponse:
    """What each role has to do: those who do not answer are led to what is theirs."""
    if not request.user.may(Permission.ANSWER):
        links = desk_links(request.user)
        return redirect(links[0].href) if links else render(request, "advice/desk/nothing.html", {})
    return today_page(request)


def today_page(request: DeskRequest, *, typed: str = "", refused: str = "") -> HttpResponse:
    """Who waits; and what was typed in the box for a reference, with why it led nowhere. Six statements."""
    now = timezone.now()
    lines, more = waiting(now)
    taken, _ = waiting(now, state=State.TAKEN)
    context = {
        "on_the_line": [each for each in lines if each.on_the_line],
        "waiting": [each for each in lines if not each.on_the_line],
        "more": more, "most": AT_MOST, "taken": taken, "chats": chats_waiting(), "leaving": leaving(),
        "typed": typed, "refused": refused, "now": now, "here": "/desk/",
    }  # fmt: skip
    return render(request, "advice/desk/today.html", context)
