"""The road of foster carers: who waits where, how long, why some stop and some leave."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.access.steps import one_form
from kith.core.once import once
from kith.design.dates import today
from kith.homes import actions
from kith.homes.forms.carers import DoneForm, EnquiryForm, PanelForm, StageForm
from kith.homes.forms.limits import OfHomeForm
from kith.homes.models import Enquiry, Home
from kith.homes.queries.funnel import funnel, panel_needed
from kith.homes.queries.kept import kept_of_applicants
from kith.homes.queries.road import road_due

SINCE = timedelta(days=3 * 365)


@staff_who_may(Permission.READ_HOMES)
def homes_carers(request: ActingRequest) -> HttpResponse:
    """Who wants to foster, and whom do we keep waiting?"""
    may = request.user.role_class.may
    road = funnel(today(), today() - SINCE)
    context = {
        "funnel": road,
        "due": road_due([each.id for each in road.on_the_way], today()),
        "kept": kept_of_applicants(today()),
        "panel": panel_needed(today()),
        "writes": Permission.KEEP_HOMES in may,
        "decides": Permission.APPROVE_CARERS in may,
    }
    return render(request, "homes/carers.html", context)


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_enquiry(request: ActingRequest) -> HttpResponse:
    """Somebody asked about fostering."""
    form = EnquiryForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.enquire(by=request.actor, **form.cleaned_data),
        heading="Somebody asked about fostering",
        about="Foster carers",
        back=reverse("homes_carers"),
    )


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_stage(request: ActingRequest, enquiry: UUID) -> HttpResponse:
    """They came to a stage, or stopped."""
    found = Enquiry.objects.filter(id=enquiry).first()
    if found is None:
        raise Http404
    free = Home.objects.filter(kind="foster", closed_on__isnull=True, enquiries__isnull=True)
    homes = [(str(key), name) for key, name in free.order_by("-recorded_at").values_list("id", "name")[:40]]
    form = StageForm(request.POST if request.method == "POST" else None, homes=homes)
    return one_form(
        request,
        form,
        lambda: actions.move_on(by=request.actor, enquiry=found.id, **_typed(form.cleaned_data)),
        heading="Where are they now?",
        about=found.name,
        back=reverse("homes_carers"),
    )


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_done(request: ActingRequest, enquiry: UUID) -> HttpResponse:
    """What was done for them?"""
    found = Enquiry.objects.filter(id=enquiry).first()
    if found is None:
        raise Http404
    form = DoneForm(request.POST if request.method == "POST" else None, of_home=False)
    return one_form(
        request,
        form,
        lambda: actions.say_done(by=request.actor, enquiry=found.id, **form.cleaned_data),
        heading="What was done?",
        about=found.name,
        back=reverse("homes_carers"),
    )


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_tie(request: ActingRequest, enquiry: UUID) -> HttpResponse:
    """Which home of the register is theirs?"""
    found = Enquiry.objects.filter(id=enquiry).first()
    if found is None:
        raise Http404
    form = OfHomeForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.tie_enquiry(by=request.actor, enquiry=found.id, **form.cleaned_data),
        heading="Their home in the register",
        about=found.name,
        back=reverse("homes_carers"),
        lines=("Add the home first. Until the carers are approved nobody may live there, and it says so.",),
    )


@staff_who_may(Permission.APPROVE_CARERS)
@once
def homes_panel(request: ActingRequest) -> HttpResponse:
    """Whether a panel is needed before the decision."""
    form = PanelForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.set_panel_rule(by=request.actor, **form.cleaned_data),
        heading="Is a panel needed?",
        about="Foster carers",
        back=reverse("homes_carers"),
    )


def _typed(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"home": UUID(told["home"]) if told["home"] else None}
