"""One step each: rates, an account, what waits, an answer, and what was overpaid."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.money.actions.asking import answer, let_be, tell_overpaid
from kith.money.actions.people import check_bank_details, end_hold, give_bank_details, hold, not_paid
from kith.money.actions.rates import set_rates
from kith.money.models import BankDetail, BankState, Hold, OverpaidState, Overpayment, PaymentQuestion
from kith.money.queries.board import payee_view
from kith.money.references import payee_reference
from kith.money.staff.forms import BankForm, BecauseForm, CheckForm, HoldForm, RatesForm, WordsForm
from kith.money.words import pounds

prepares = staff_who_may(Permission.PREPARE_PAYMENTS)
agrees = staff_who_may(Permission.AGREE_PAYMENTS)
OPEN = {
    "tell": ("found",),
    "let-be": (OverpaidState.FOUND, OverpaidState.TOLD, OverpaidState.AGREED),
}


@prepares
@once
def rates_new(request: ActingRequest) -> HttpResponse:
    """Rates from a night on."""
    form = RatesForm(_sent(request), initial={"from_on": timezone.localdate()})
    return _do(
        request,
        form,
        lambda: set_rates(by=request.actor, **form.cleaned_data),
        heading="New rates",
        back="/money/rates/",
        back_says="Rates",
    )


@prepares
@once
def payee_step(request: ActingRequest, payee: UUID, what: str) -> HttpResponse:
    """Of one payee: another account, let payments wait, or the other carer of the home is paid."""
    if payee_view(payee) is None:
        raise Http404
    steps: dict[str, tuple[type[forms.Form], str, Callable[..., object]]] = {
        "account": (BankForm, "Another account", give_bank_details),
        "wait": (HoldForm, "Let their payments wait", hold),
        "not-paid": (BecauseForm, "The other carer of the home is paid", not_paid),
    }
    if what not in steps:
        raise Http404
    made, heading, act = steps[what]
    form = made(_sent(request))
    return _do(
        request,
        form,
        lambda: act(by=request.actor, person=payee, **form.cleaned_data),
        heading=heading,
        back=f"/money/payees/{payee}/",
        back_says=payee_reference(payee),
    )


@prepares
@once
def hold_end(request: ActingRequest, hold: UUID) -> HttpResponse:
    """What waited is paid by the next run."""
    found = Hold.objects.filter(id=hold, ended_at=None).first()
    if found is None:
        raise Http404
    form = forms.Form(_sent(request))
    return _do(
        request,
        form,
        lambda: end_hold(by=request.actor, hold=hold),
        heading="Pay what waited with the next run?",
        about=found.reason,
    )


@prepares
@once
def bank_check(request: ActingRequest, bank: UUID) -> HttpResponse:
    """The second check of an account."""
    found = BankDetail.objects.filter(id=bank, state=BankState.WAITING).first()
    if found is None or found.recorded_by == request.user.id:
        raise Http404
    form = CheckForm(_sent(request))
    return _do(
        request,
        form,
        lambda: check_bank_details(
            by=request.actor,
            bank=bank,
            agreed=form.cleaned_data["agreed"] == "yes",
            how=form.cleaned_data["how"],
        ),
        heading="Check another account",
        about=f"{payee_reference(found.person_id)} asks to be paid into an account that ends in {found.ends_with}.",
    )


@prepares
@once
def question_answer(request: ActingRequest, question: UUID) -> HttpResponse:
    """What a carer asked."""
    found = PaymentQuestion.objects.filter(id=question, answer="").first()
    if found is None:
        raise Http404
    form = WordsForm(_sent(request))
    return _do(
        request,
        form,
        lambda: answer(by=request.actor, question=question, words=form.cleaned_data["words"]),
        heading="Answer a question",
        about=f"{payee_reference(found.person_id)} asks: {found.words}",
    )


@agrees
@once
def too_much_step(request: ActingRequest, overpayment: UUID, what: str) -> HttpResponse:
    """Tell them that too much was paid, or let it be."""
    found = Overpayment.objects.filter(id=overpayment, state__in=OPEN.get(what, ())).first()
    if found is None or (what == "tell" and Permission.PREPARE_PAYMENTS not in request.user.role_class.may):
        raise Http404
    about = f"{payee_reference(found.person_id)} was paid {pounds(found.pence)} too much."
    if what == "tell":
        form: forms.Form = WordsForm(_sent(request))
        about += " Nothing comes off before they agree how much each time. Say how it came about, and ask."
        return _do(
            request,
            form,
            lambda: tell_overpaid(
                by=request.actor, overpayment=overpayment, words=form.cleaned_data["words"]
            ),
            heading="Tell them",
            about=about,
        )
    form = BecauseForm(_sent(request))
    return _do(
        request,
        form,
        lambda: let_be(by=request.actor, overpayment=overpayment, because=form.cleaned_data["because"]),
        heading="Do not ask it back",
        about=about,
    )


def _sent(request: ActingRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _do(
    request: ActingRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    about: str = "",
    back: str = "/money/",
    back_says: str = "Money",
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(back)
    context = {"form": form, "heading": heading, "about": about, "back": back, "back_says": back_says}
    return render(request, "money/step.html", context)
