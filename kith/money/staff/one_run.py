"""A run: looked at before it is handed over, answered by another, given to the finance system, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.core.action import CannotBeError
from kith.core.once import once
from kith.core.tried import tried
from kith.money.actions.results import take_in_results
from kith.money.actions.running import (
    LONGEST_DAYS,
    approve_run,
    check_totals,
    export_run,
    hand_over_run,
    send_back_run,
)
from kith.money.exporting import accounts_file, payment_file
from kith.money.models import PaymentRun, RunState
from kith.money.queries.runs import RunView, last_night, line_views, one_run, run_lines
from kith.money.queries.working_out import digest, next_period, totals, worked_out
from kith.money.staff.forms import AnswerForm, PeriodForm, ResultsForm
from kith.money.words import pounds

prepares = staff_who_may(Permission.PREPARE_PAYMENTS)
agrees = staff_who_may(Permission.AGREE_PAYMENTS)


@prepares
@once
def run_new(request: ActingRequest) -> HttpResponse:
    """What would a run pay? Nothing is kept before it is handed over, and nothing is handed over unseen."""
    first, until = next_period(last_night(), timezone.localdate())
    known = {"first": first, "last": until - timedelta(days=1), "pay_on": until + timedelta(days=2)}
    form = PeriodForm(request.POST if request.method == "POST" else None, initial=known)
    told: dict[str, Any] = form.cleaned_data if form.is_bound and form.is_valid() else known
    first, until = told["first"], told["last"] + timedelta(days=1)
    found = _worked_out(form, first, until)
    shown = digest(found)
    if request.method == "POST" and form.is_valid() and request.POST.get("step") != "look":
        if request.POST.get("shown") != shown:
            form.add_error(None, "This is what these nights come to now. Look at it, then hand it over.")
        elif tried(
            form, lambda: hand_over_run(by=request.actor, first=first, until=until, pay_on=told["pay_on"])
        ):
            return redirect("money")
    context = {
        "form": form,
        "lines": line_views(found),
        "sums": totals(found),
        "pounds": pounds,
        "shown": shown,
    }
    return render(request, "money/run_new.html", context | {"first": first, "last": told["last"]})


@agrees
def run_page(request: ActingRequest, run: UUID) -> HttpResponse:
    """What does this run pay, what waits and why, and who agreed? Three statements."""
    found = _run(request, run)
    prepared = Permission.PREPARE_PAYMENTS in request.user.role_class.may
    context = {"r": found, "lines": line_views(run_lines(run)), "pounds": pounds, "prepares": prepared}
    return render(request, "money/run.html", context)


@agrees
@once
def run_answer(request: ActingRequest, run: UUID) -> HttpResponse:
    """Do you agree to it?"""
    found = _run(request, run)
    if found.state != RunState.READY or found.mine:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data

        def act() -> None:
            if told["agree"] == "yes":
                approve_run(by=request.actor, run=run)
            else:
                send_back_run(by=request.actor, run=run, because=told["because"])

        if tried(form, act):
            return redirect("money_run", run)
    return render(request, "money/step.html", _step(form, "Do you agree to this run?", found))


@prepares
@once
def run_export(request: ActingRequest, run: UUID) -> HttpResponse:
    """Give it to the finance system."""
    found = _run(request, run)
    if request.method != "POST" or found.state not in {RunState.APPROVED, RunState.EXPORTED}:
        raise Http404
    try:
        export_run(by=request.actor, run=run)
    except CannotBeError as refused:
        return render(request, "money/refused.html", {"says": refused.message, "r": found}, status=409)
    return redirect("money_run", run)


@prepares
def run_file(request: ActingRequest, run: UUID) -> HttpResponse:
    """The payment file: the same bytes each time. Refused where the totals differ."""
    return _file(request, run, "payments")


@prepares
def run_accounts(request: ActingRequest, run: UUID) -> HttpResponse:
    """The accounts to pay into, whole, for those who keep the finance system's payees."""
    return _file(request, run, "accounts")


@prepares
@once
def run_results(request: ActingRequest, run: UUID) -> HttpResponse:
    """What became of the payments, as the finance system says."""
    found = _run(request, run)
    if found.state != RunState.EXPORTED:
        raise Http404
    sent = request.method == "POST"
    form = ResultsForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and form.is_valid():
        text = form.text()
        if tried(form, lambda: take_in_results(by=request.actor, run=run, text=text)):
            return redirect("money_run", run)
    return render(request, "money/step.html", _step(form, "What became of it", found))


def _run(request: ActingRequest, run: UUID) -> RunView:
    found = one_run(run, request.user.id)
    if found is None:
        raise Http404
    return found


def _file(request: ActingRequest, run: UUID, which: str) -> HttpResponse:
    found = PaymentRun.objects.filter(id=run, state=RunState.EXPORTED).first()
    if found is None:
        raise Http404
    try:
        check_totals(found)
    except CannotBeError as refused:
        return render(
            request, "money/refused.html", {"says": refused.message, "r": _run(request, run)}, status=409
        )
    body = payment_file(found) if which == "payments" else accounts_file(found)
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{which}-{found.period.lower}.csv"'
    return response


def _worked_out(form: PeriodForm, first: date, until: date) -> list[Any]:
    if not first < until or (until - first).days > LONGEST_DAYS:
        if form.is_bound and not form.errors:
            form.add_error("last", "The last night has to come after the first, within two months.")
        return []
    return worked_out(first, until)


def _step(form: object, heading: str, run: RunView) -> dict[str, object]:
    return {
        "form": form,
        "heading": heading,
        "back": f"/money/runs/{run.id}/",
        "back_says": "The run",
        "about": "",
    }
