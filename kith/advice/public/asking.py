"""Writing to us, and asking for a call: nothing goes into an address, and sending twice is sending once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

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

# What somebody may bring from elsewhere, and how many signs of it.
MAY_BRING = {"name": 80, "phone": 30}
WAIT = marked("Many people write to us just now. Wait ten minutes and send it again, or ring us.")


@public
def write(request: HttpRequest) -> HttpResponse:
    """Write to us."""
    return _asking(request, Channel.ENQUIRY)


@public
def call(request: HttpRequest) -> HttpResponse:
    """Ask for a call, with no name if they wish."""
    return _asking(request, Channel.CALL_BACK)


@public
@csrf_exempt
def with_me(request: HttpRequest) -> HttpResponse:
    """Somebody comes from a council's page with words that they chose: they stand in the form, and are kept nowhere yet.

    Whoever sends them here is not asked for: this page writes nothing, and what they send from it has our own proof.
    """
    if request.method != "POST":
        return redirect("home")
    channel = Channel.ENQUIRY if request.POST.get("way") == "write" else Channel.CALL_BACK
    change_actor(DOOR, read_only=True)
    now = timezone.now()
    offered = slots(rotas(timezone.localdate(now))[Channel.CALL_BACK], now)
    form = AskForm(None, channel=channel, offered=offered, today=timezone.localdate(now))
    brought = {name: request.POST.get(name, "").replace("\0", "")[:most] for name, most in MAY_BRING.items()}
    form.initial = {name: words for name, words in brought.items() if words} | {"with_me": True}
    context = {
        "form": form, "call": channel == Channel.CALL_BACK, "offered": bool(offered), "brought": True,
        "to": "call" if channel == Channel.CALL_BACK else "write",
    }  # fmt: skip
    return render(request, "advice/ask.html", context)


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
