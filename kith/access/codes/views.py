"""Pages of signing in by a code: asking, typing it, and choosing it on one's own page."""

from __future__ import annotations

from uuid import UUID

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.internal import ratelimit
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.codes.actions import NOT_RIGHT, choose_code, end_my_codes, prove_code
from kith.access.codes.asking import account_by_code, ask_code
from kith.access.codes.forms import AskCodeForm, TypedCodeForm
from kith.access.codes.queries import my_codes
from kith.access.codes.sending import CHANNELS, can_send
from kith.access.gates import ActingRequest, family
from kith.access.sign_in import words
from kith.core.action import CannotBeError, NotPermittedError
from kith.marked import marked

ASKED, CHOOSING = "sign_in_code", "choosing_code"


def ask(request: HttpRequest) -> HttpResponseBase:
    """Ask for a code. The answer is one and the same for a name that has codes, one that has none, and nobody's."""
    if not any(can_send(each) for each in CHANNELS):
        raise Http404
    if getattr(request, "actor", None) is not None:
        return redirect("/")
    form = AskCodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "account/code_ask.html", {"form": form})
    login = form.cleaned_data["login"]
    place = f"{ratelimit.get_ip(request)}:{login}"
    if not all(
        ratelimit.consume(request, app="allauth.account", action=each, key=key)
        for each, key in (("ask_code", place), ("ask_code_anywhere", login))
    ):
        form.add_error(None, words.WAIT)
        return render(request, "account/code_ask.html", {"form": form}, status=429)
    request.session[ASKED] = str(ask_code(login))
    return redirect("code_enter")


def enter(request: HttpRequest) -> HttpResponseBase:
    """Type the code. Wrong, old, used up, never sent: one and the same answer."""
    asked = request.session.get(ASKED)
    if getattr(request, "actor", None) is not None or not asked:
        return redirect("code_ask")
    form = TypedCodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "account/code_enter.html", {"form": form})
    if not ratelimit.consume(request, app="allauth.account", action="try_code"):
        form.add_error(None, words.WAIT)
        return render(request, "account/code_enter.html", {"form": form}, status=429)
    account = account_by_code(UUID(asked), form.cleaned_data["code"])
    if account is None:
        form.add_error("code", NOT_RIGHT)
        return render(request, "account/code_enter.html", {"form": form})
    del request.session[ASKED]
    record_authentication(request, account, method="code")
    answer: HttpResponseBase = perform_login(request, Login(user=account))
    return answer


@family
def my_code(request: ActingRequest) -> HttpResponseBase:
    """Choose where codes go (`contact`), type the first one (`code`), or end it (`end`)."""
    if request.method == "POST" and "end" in request.POST:
        return _ended(request)
    if request.method == "POST" and "contact" in request.POST:
        return _chosen(request)
    if CHOOSING not in request.session:
        raise Http404
    form = TypedCodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        asked = UUID(request.session[CHOOSING])
        if prove_code(by=request.actor, code=asked, typed=form.cleaned_data["code"]):
            del request.session[CHOOSING]
            messages.success(request, marked("It worked. You can now sign in with a code."))
            return redirect("my_sign_in")
        form.add_error("code", NOT_RIGHT)
    return render(request, "access/my_code.html", {"form": form})


def _chosen(request: ActingRequest) -> HttpResponse:
    found = next((each for each in my_codes() if str(each.contact) == request.POST["contact"]), None)
    if found is None or found.chosen:
        raise Http404
    try:
        request.session[CHOOSING] = str(choose_code(by=request.actor, contact=found.contact))
    except CannotBeError as error:
        messages.error(request, str(error))
        return redirect("my_sign_in")
    return redirect("my_code")


def _ended(request: ActingRequest) -> HttpResponse:
    try:
        end_my_codes(by=request.actor)
    except NotPermittedError:
        raise Http404 from None
    messages.success(request, marked("We send you no more codes."))
    return redirect("my_sign_in")
