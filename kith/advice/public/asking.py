"""Writing to us, and asking for a call: nothing goes into an address, and sending twice is sending once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.advice.actions.asking import ask
from kith.advice.asking.forms import AskForm
from kith.advice.asking.slots import slots
from kith.advice.limits import may_try, place_of
from kith.advice.models import Channel
from kith.advice.opening.queries import rotas
from kith.advice.roles import DOOR
from kith.advice.web.gates import public
from kith.core.acting import change_actor
from kith.core.action import CannotBeError
from kith.core.once import sending
from kith.marked import marked

WAIT = marked("Many people write to us just now. Wait ten minutes and send it again, or ring us.")


@public
def write(request: HttpRequest) -> HttpResponse:
    """Write to us."""
    return _asking(request, Channel.ENQUIRY)


@public
def call(request: HttpRequest) -> HttpResponse:
    """Ask for a call, with no name if they wish."""
    return _asking(request, Channel.CALL_BACK)


def _asking(request: HttpRequest, channel: Channel) -> HttpResponse:
    # Whoever asks here acts as the public's door, an adviser who tries the page too.
    change_actor(DOOR, read_only=request.method != "POST")
    now = timezone.now()
    offered = slots(rotas(timezone.localdate(now))[Channel.CALL_BACK], now)
    form = AskForm(request.POST or None, channel=channel, offered=offered, today=timezone.localdate(now))
    status = 200
    if request.method == "POST" and form.is_valid():
        if not may_try("ask", place_of(request), most=20, minutes=10):
            form.add_error(None, WAIT)
            status = 429
        else:
            asked = form.asked()
            try:
                reference = ask(by=DOOR, sent=sending(request), asked=asked)
            except CannotBeError as cannot:
                form.add_error(cannot.field or None, cannot.message)
            else:
                return render(request, "advice/asked.html", {"reference": reference, "asked": asked})
    context = {"form": form, "call": channel == Channel.CALL_BACK, "offered": bool(offered)}
    return render(request, "advice/ask.html", context, status=status)
