"""My money: when it comes, why that sum, and what to do where it is wrong. For carers alone."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.gates import ActingRequest, family
from kith.core.once import once
from kith.core.tried import tried
from kith.money.actions.asking import ANSWERED_IN, answer_overpaid, ask
from kith.money.actions.people import give_bank_details
from kith.money.my.forms import AskForm, BankForm, TooMuchForm
from kith.money.queries.mine import MyMoney, me, my_bank, my_money

CARER = "carer"


@family
def my_money_view(request: ActingRequest) -> HttpResponse:
    """When does money come, and why that sum? Seven statements at most."""
    today = timezone.localdate()
    context = {"money": _money(request), "today": today, "done": request.GET.get("done", "")}
    return render(request, "money/my.html", context)


@family
@once
def my_money_ask(request: ActingRequest) -> HttpResponse:
    """A question about a payment."""
    person = _me(request)
    form = AskForm(request.POST if request.method == "POST" else None)
    return _step(
        request, form, lambda: ask(by=request.actor, person=person, words=form.cleaned_data["words"]), "ask"
    )


@family
@once
def my_money_account(request: ActingRequest) -> HttpResponse:
    """Another account to pay into."""
    person = _me(request)
    form = BankForm(request.POST if request.method == "POST" else None)
    return _step(
        request,
        form,
        lambda: give_bank_details(by=request.actor, person=person, **form.cleaned_data),
        "account",
    )


@family
@once
def my_money_too_much(request: ActingRequest, overpayment: UUID) -> HttpResponse:
    """What do you say to having been paid too much?"""
    found = next(
        (each for each in _money(request).too_much if each.id == overpayment),
        None,
    )
    if found is None or found.state not in {"told", "agreed"}:
        raise Http404
    form = TooMuchForm(request.POST if request.method == "POST" else None)
    return _step(
        request,
        form,
        lambda: answer_overpaid(
            by=request.actor,
            overpayment=overpayment,
            words=form.cleaned_data["words"],
            hardship=form.cleaned_data["hardship"],
            each_time_pence=form.cleaned_data["each_time"],
        ),
        "too_much",
        too_much=found,
    )


def _money(request: ActingRequest) -> MyMoney:
    found = my_money(request.user.id, timezone.localdate()) if request.user.role == CARER else None
    if found is None:
        raise Http404
    return found


def _me(request: ActingRequest) -> UUID:
    person = me(request.user.id) if request.user.role == CARER else None
    if person is None:
        raise Http404
    return person


def _step(
    request: ActingRequest, form: forms.Form, act: Callable[[], object], what: str, **more: object
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(f"/my/money/?done={what}")
    context = {
        "form": form,
        "what": what,
        "days": ANSWERED_IN,
        "bank": my_bank() if what == "account" else None,
    }
    return render(request, "money/my_step.html", context | more)
