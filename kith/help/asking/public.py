"""The public's own pages: what help is, asking for it, and who gets which help. No account, no script, no draft."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import public
from kith.core.once import sending
from kith.design.dates import plain_date
from kith.help.asking.ask import ask
from kith.help.asking.forms import NO_WAY, WAYS, AskForm, WorriedForm
from kith.help.independent.line import line_now
from kith.help.queries.requests import days_to_decide
from kith.help.thresholds.load import rules_on
from kith.help.thresholds.rules import ORDER
from kith.law.calendar import add_working_days
from kith.marked import marked

# Too many from one place in a short time; many people may share one address of the net (kith.config.security).
LIMIT = "ask_for_help"


@public
def help_home(request: HttpRequest) -> HttpResponse:
    """I need help: will they take my children away, what happens, whom to ring tonight."""
    context = {
        "duty_phone": settings.DUTY_PHONE,
        "days": days_to_decide(timezone.localdate()),
        "line": line_now(),
    }
    return render(request, "help/home.html", context)


@public
def help_ask(request: HttpRequest) -> HttpResponse:
    """Ask for oneself or one's family."""
    return _asked(request, AskForm, "help/ask.html")


@public
def help_worried(request: HttpRequest) -> HttpResponse:
    """Ask for somebody else."""
    return _asked(request, WorriedForm, "help/ask.html")


@public
def help_thresholds(request: HttpRequest) -> HttpResponse:
    """Who gets which help: the published rules as they hold today."""
    rules = rules_on(timezone.localdate())
    tiers = [(tier, rules.of_tier(tier)) for tier in ORDER]
    asks = {each.id: each.asks for each in rules.facts}
    return render(request, "help/thresholds.html", {"rules": rules, "tiers": tiers, "asks": asks})


def _asked(request: HttpRequest, kind: type[AskForm], page: str) -> HttpResponse:
    """The form; once it is sent, what happens next. The same page whoever it is about, known to us or not.

    The answer is no redirect: the reference stands in no address, so in no history of the phone.
    """
    form = kind(request.POST if request.method == "POST" else None)
    context = {"form": form, "duty_phone": settings.DUTY_PHONE, "worried": kind is WorriedForm}
    if request.method != "POST" or not form.is_valid():
        return render(request, page, context)
    if not ratelimit.consume(request, app="allauth.account", action=LIMIT):
        form.add_error(
            None, marked("Many people write to us just now. Wait ten minutes and send it again, or ring us")
        )
        return render(request, page, context, status=429)
    reference = ask(asked=sending(request), asking=form.asking())
    today = timezone.localdate()
    by = add_working_days(today, days_to_decide(today))
    ways = form.cleaned_data["safe_to"]
    context |= {
        "reference": reference,
        "by": plain_date(by),
        "safe": [label for way, label in WAYS if way in ways],
        "no_way": NO_WAY in ways,
    }
    return render(request, "help/asked.html", context)
