"""The register of homes, and each home of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.access.steps import one_form
from kith.core.once import once
from kith.design.dates import today
from kith.homes import actions
from kith.homes.forms import carers as carer_forms
from kith.homes.forms import register as register_forms
from kith.homes.forms.limits import ExclusionForm
from kith.homes.forms.register import DescribeForm
from kith.homes.models import HomeKind
from kith.homes.queries.money import prices
from kith.homes.queries.one import OneHome, one_home
from kith.homes.queries.register import register

KINDS = dict(HomeKind.choices)


@staff_who_may(Permission.READ_HOMES)
def homes_register(request: ActingRequest) -> HttpResponse:
    """Which homes are there, which has room, and which may no child live in?"""
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    typed = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    free = request.GET.get("free") == "1"
    context = {
        "page": register(today(), kind=kind, free=free, typed=typed),
        "kinds": [("", "All"), *((code, str(name)) for code, name in KINDS.items())],
        "kind": kind,
        "free": free,
        "typed": typed,
        "writes": Permission.KEEP_HOMES in request.user.role_class.may,
        "buys": Permission.SEE_PRICES in request.user.role_class.may,
    }
    return render(request, "homes/register.html", context)


@staff_who_may(Permission.READ_HOMES)
def homes_one(request: ActingRequest, home_id: UUID) -> HttpResponse:
    """What is this home, who may live there today, and what is said of it?"""
    home = home_of(home_id)
    may = request.user.role_class.may
    costs = prices([home.id], today(), ranked=True) if Permission.SEE_PRICES in may else {}
    context = {
        "home": home,
        "price": costs.get(home.id),
        "writes": Permission.KEEP_HOMES in may,
        "decides": Permission.APPROVE_CARERS in may,
    }
    return render(request, "homes/one.html", context)


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_add(request: ActingRequest) -> HttpResponse:
    """A home comes into the register."""
    form = register_forms.HomeForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.add_home(by=request.actor, **form.cleaned_data),
        heading="Add a home",
        about="The register of homes",
        back=reverse("homes_register"),
        lines=(
            "Being in the register makes nothing lawful: registration and approval are written after it.",
        ),
    )


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_provider(request: ActingRequest) -> HttpResponse:
    """Somebody who runs homes comes into the register."""
    form = register_forms.ProviderForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.add_provider(by=request.actor, **form.cleaned_data),
        heading="Add a provider",
        about="The register of homes",
        back=reverse("homes_register"),
    )


Step = tuple[type[forms.Form], Callable[..., Any], str, Permission]
STEPS: dict[str, Step] = {
    "registration": (
        register_forms.RegistrationForm,
        actions.register_home,
        "What has Ofsted registered?",
        Permission.KEEP_HOMES,
    ),
    "ended": (
        register_forms.EndForm,
        actions.end_registration,
        "Registration ended or was suspended",
        Permission.KEEP_HOMES,
    ),
    "approval": (
        register_forms.ApprovalForm,
        actions.approve_carers,
        "What are the carers approved for?",
        Permission.APPROVE_CARERS,
    ),
    "inspection": (
        register_forms.InspectionForm,
        actions.record_inspection,
        "What did Ofsted find?",
        Permission.KEEP_HOMES,
    ),
    "price": (
        register_forms.PriceForm,
        actions.set_price,
        "What does a place cost?",
        Permission.APPROVE_CARERS,
    ),
    "room": (
        register_forms.RoomForm,
        actions.tell_room,
        "How many more could come?",
        Permission.KEEP_HOMES,
    ),
    "looked-at": (
        carer_forms.ReviewForm,
        actions.review_carers,
        "Review of the carers",
        Permission.KEEP_HOMES,
    ),
    "leaving": (carer_forms.LeavingForm, actions.carers_leave, "The carers leave", Permission.KEEP_HOMES),
    "is-like": (
        DescribeForm,
        actions.describe_home,
        "What is it like now?",
        Permission.KEEP_HOMES,
    ),
    "nobody": (
        ExclusionForm,
        actions.exclude,
        "No child must live here",
        Permission.KEEP_HOMES,
    ),
}


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_step(request: ActingRequest, home_id: UUID, step_of: str) -> HttpResponse:
    """One thing is written of a home."""
    home = home_of(home_id)
    if step_of not in STEPS:
        raise Http404
    made_by, act, heading, needs = STEPS[step_of]
    if needs not in request.user.role_class.may:
        raise Http404
    known = (
        {name: getattr(home, name) for name in DescribeForm.base_fields} if made_by is DescribeForm else {}
    )
    form = made_by(request.POST if request.method == "POST" else None, initial=known)
    return one_form(
        request,
        form,
        lambda: act(by=request.actor, home=home.id, **form.cleaned_data),
        heading=heading,
        about=home.name,
        back=reverse("homes_one", args=[home.id]),
    )


def home_of(home_id: UUID) -> OneHome:
    """One home of the register. Raises Http404."""
    found = one_home(home_id, today())
    if found is None:
        raise Http404
    return found
