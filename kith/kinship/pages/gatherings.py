"""Training and groups: the carer's page and the staff's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kith.access.gates import ActingRequest, family, staff_who_may
from kith.access.permissions import Permission
from kith.access.steps import one_form
from kith.core.once import once
from kith.core.tried import tried
from kith.design.formfields import PlainDateField
from kith.kinship import actions
from kith.kinship.gatherings import coming, for_staff
from kith.kinship.models import Gathering, GatheringAsk, GatheringKind, PlaceAnswer
from kith.marked import marked

AREA = forms.Textarea(attrs={"rows": 3})


class ComeForm(forms.Form):
    """A carer asks for a place."""

    words = forms.CharField(
        label=marked("What would help you to come?"), max_length=500, required=False, widget=AREA,
        help_text=marked("For example who looks after the children, or how you get there."),
    )  # fmt: skip


class GatheringForm(forms.Form):
    """A training or a meeting of a group."""

    kind = forms.ChoiceField(label="What is it?", choices=GatheringKind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label="What is it called?", max_length=120)
    what = forms.CharField(
        label="What is it about?",
        max_length=1000,
        required=False,
        widget=AREA,
        help_text="Every carer reads it: name nobody.",
    )
    day = PlainDateField(noun="The day", label="On which day?")
    at = forms.TimeField(
        label="At what time?", help_text="For example 10:30.", input_formats=["%H:%M", "%H.%M"]
    )
    place = forms.CharField(
        label="Where?", max_length=200, required=False, help_text="Leave it empty if it is online."
    )
    confidential = forms.BooleanField(label="Only those who have a place are told where", required=False)
    childcare = forms.BooleanField(label="Children are looked after meanwhile", required=False)
    expenses = forms.BooleanField(label="Travel is paid", required=False)


class AnswerForm(forms.Form):
    """A place, or why not."""

    answer = forms.ChoiceField(
        label="Do they have a place?", choices=PlaceAnswer.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label="What do you tell them?", max_length=300, required=False, widget=AREA)


class OffForm(forms.Form):
    """It does not take place."""

    why = forms.CharField(
        label="Why?", max_length=300, widget=AREA, help_text="Whoever asked to come reads it."
    )


@family
def my_groups(request: ActingRequest) -> HttpResponse:
    """What training and which groups are there, and do I have a place?"""
    _carer(request)
    context = {"groups": coming(), "kinds": dict(GatheringKind.choices), "answers": dict(PlaceAnswer.choices)}
    return render(request, "kinship/my_groups.html", context | {"sent": "sent" in request.GET})


@family
@once
def my_group_ask(request: ActingRequest, gathering: UUID) -> HttpResponse:
    """I ask to come."""
    _carer(request)
    found = next((each for each in coming() if each.id == gathering), None)
    if found is None or found.off or found.asked_on is not None:
        raise Http404
    form = ComeForm(request.POST if request.method == "POST" else None)

    def act() -> object:
        return actions.ask_to_come(by=request.actor, gathering=gathering, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("/my/groups/?sent")
    return render(request, "kinship/my_group_ask.html", {"form": form, "g": found})


def _carer(request: ActingRequest) -> None:
    if request.user.role != "carer":
        raise Http404


@staff_who_may(Permission.ANSWER_FOR)
def groups(request: ActingRequest) -> HttpResponse:
    """Which training and groups are to come, and who asked for a place?"""
    writes = Permission.EDIT_PERSON in request.user.role_class.may
    return render(request, "kinship/groups.html", {"found": for_staff(), "writes": writes})


@staff_who_may(Permission.EDIT_PERSON)
@once
def group_new(request: ActingRequest) -> HttpResponse:
    """Set one."""
    form = GatheringForm(request.POST if request.method == "POST" else None)

    def act() -> object:
        facts = dict(form.cleaned_data)
        at: time = facts.pop("at")
        when = timezone.make_aware(datetime.combine(facts.pop("day"), at))
        return actions.set_gathering(by=request.actor, at=when, **facts)

    return _step(request, form, act, "A training or a group")


@staff_who_may(Permission.EDIT_PERSON)
@once
def group_off(request: ActingRequest, gathering: UUID) -> HttpResponse:
    """Call one off."""
    held = Gathering.objects.filter(id=gathering, called_off="").first()
    if held is None:
        raise Http404
    form = OffForm(request.POST if request.method == "POST" else None)
    return _step(
        request, form, lambda: actions.call_off(by=request.actor, gathering=gathering, **form.cleaned_data),
        f"{held.title} does not take place",
    )  # fmt: skip


@staff_who_may(Permission.EDIT_PERSON)
@once
def group_answer(request: ActingRequest, ask: UUID) -> HttpResponse:
    """Answer who asked to come."""
    held = GatheringAsk.objects.filter(id=ask, answer="").first()
    if held is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    return _step(
        request,
        form,
        lambda: actions.answer_place(by=request.actor, ask=ask, **form.cleaned_data),
        "Do they have a place?",
    )


def _step(request: ActingRequest, form: forms.Form, act: Callable[[], object], heading: str) -> HttpResponse:
    groups = reverse("kinship_groups")
    return one_form(request, form, act, heading=heading, back=groups, back_text="Training and groups")
