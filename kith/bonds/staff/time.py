"""Time with family: the page, plans, each time, what stands in the way, who may see it, and what was asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.allocating.kin import kin_of
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.prepared import ShowForm
from kith.access.steps import named, step
from kith.bonds import actions
from kith.bonds.forms import EndForm
from kith.bonds.queries.siblings import siblings_of
from kith.bonds.queries.time import AskLine, LimitLine, MeetLine, PlanLine, TimePage, time_page
from kith.bonds.time_forms import AnswerForm, CameForm, ConsiderForm, LimitForm, MeetForm, PlanForm, WhyForm
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import who

PAGE = "time with family"
BACK = "Time with family"


def _posted(request: ActingRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _back(person: OpenPerson) -> tuple[str, str]:
    return reverse("family_time", args=[person.id]), BACK


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def family_time(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Who loves this child, when do they see each other, and what stands in the way?"""
    context = {
        "person": named(person),
        "siblings": siblings_of(person.ids),
        "page": time_page(person.ids),
        "writes": Permission.EDIT_PERSON in request.user.role_class.may,
        "shows": Permission.RELEASE in request.user.role_class.may,
    }
    return render(request, "bonds/time.html", context)


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def time_new(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """With whom, how often, how?"""
    form = PlanForm(_posted(request), names=_kin(person))
    return step(
        request, person, form, lambda: actions.plan_time(by=request.actor, child=person.id, **form.facts()),
        heading="Plan time together", back=_back(person),
    )  # fmt: skip


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def time_set(request: ActingRequest, person: OpenPerson, plan: UUID) -> HttpResponse:
    """When is the next time?"""
    one = _plan(person, plan)
    form = MeetForm(_posted(request))
    return step(
        request, person, form, lambda: actions.set_meet(by=request.actor, plan=plan, **form.facts()),
        heading="When is the next time?", about=one.names, back=_back(person),
    )  # fmt: skip


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def time_came(request: ActingRequest, person: OpenPerson, plan: UUID, meet: UUID) -> HttpResponse:
    """Did it happen?"""
    one = _plan(person, plan)
    _meet(one, meet)
    form = CameForm(_posted(request))
    return step(
        request, person, form, lambda: actions.meet_came(by=request.actor, meet=meet, **form.facts()),
        heading="Did it happen?", about=one.names, back=_back(person),
    )  # fmt: skip


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def time_end(request: ActingRequest, person: OpenPerson, plan: UUID) -> HttpResponse:
    """Why does this plan end?"""
    one = _plan(person, plan)
    form = WhyForm(_posted(request))
    return step(
        request, person, form, lambda: actions.end_time(by=request.actor, plan=plan, **form.cleaned_data),
        heading="End this plan", about=one.names, back=_back(person),
    )  # fmt: skip


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def time_limit(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What stands in the way of this child and somebody being together?"""
    form = LimitForm(_posted(request), names=_kin(person))
    return step(
        request, person, form, lambda: actions.limit_time(by=request.actor, child=person.id, **form.facts()),
        heading="What stands in the way", back=_back(person),
        lines=("It holds from this press: whatever they saw of times together on their own page is not there any more.",),
    )  # fmt: skip


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def time_limit_end(request: ActingRequest, person: OpenPerson, limit: UUID) -> HttpResponse:
    """From when on does it stand in the way no more?"""
    one = _limit(person, limit)
    form = EndForm(_posted(request))
    return step(
        request, person, form, lambda: actions.end_limit(by=request.actor, limit=limit, **form.cleaned_data),
        heading="It ends", about=one.name, back=_back(person),
    )  # fmt: skip


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def time_answer(request: ActingRequest, person: OpenPerson, ask: UUID) -> HttpResponse:
    """What do we answer?"""
    one = _ask(person, ask)
    form = AnswerForm(_posted(request))
    return step(
        request, person, form, lambda: actions.answer_time(by=request.actor, ask=ask, **form.cleaned_data),
        heading="What do you answer?", about=one.asker, back=_back(person),
        lines=(f"They ask to see: {one.whom}.", one.words), button="Answer them",
    )  # fmt: skip


@person_page(PAGE, needs=Permission.ANSWER_FOR)
@once
def time_considered(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Does this child see those who matter enough?"""
    form = ConsiderForm(_posted(request))
    return step(
        request, person, form, lambda: actions.consider_time(by=request.actor, child=person.id, **form.cleaned_data),
        heading="Do they see those who matter enough?", back=_back(person),
    )  # fmt: skip


@person_page(PAGE, needs=Permission.RELEASE)
@once
def time_show(request: ActingRequest, person: OpenPerson, plan: UUID) -> HttpResponse:
    """Who sees this plan on their own page?"""
    one = _plan(person, plan)
    held = {each.person for each in one.readers}
    names = {each: name for each, name in _kin(person).items() if each not in held} | (
        {} if person.id in held else {person.id: named(person).name}
    )
    if request.method == "POST" and request.POST.get("take_back"):
        try:
            actions.take_back_time(by=request.actor, plan=plan, reader=UUID(request.POST["take_back"]))
        except ValueError:
            raise Http404 from None
        messages.success(request, "Taken back. What they have read stays read.")
        return redirect("time_show", person.id, plan)

    form = ShowForm(_posted(request), names=names)

    def act() -> None:
        given = form.cleaned_data
        actions.show_time(
            by=request.actor, plan=plan, reader=UUID(given["reader"]), prepared=given["prepared"] == "yes",
            how_prepared=given["how_prepared"],
        )  # fmt: skip

    goes_to = ""
    if request.method == "POST" and form.is_valid():
        if "sure" not in request.POST:
            goes_to = names[UUID(form.cleaned_data["reader"])]
        elif tried(form, act):
            messages.success(request, "They can see it on their own page now.")
            return redirect("time_show", person.id, plan)
    context: dict[str, Any] = {"person": named(person), "plan": one, "form": form, "goes_to": goes_to}
    context["back"], context["back_text"] = _back(person)
    return render(request, "bonds/time_show.html", context)


def _kin(person: OpenPerson) -> dict[UUID, str]:
    names = who(kin_of(person.ids))
    return {
        each.id: each.name
        for each in sorted(names.values(), key=lambda each: each.name)
        if each.id not in person.ids and each.died_on is None
    }


def _page(person: OpenPerson) -> TimePage:
    return time_page(person.ids)


def _plan(person: OpenPerson, plan: UUID) -> PlanLine:
    found = next((each for each in _page(person).plans if each.id == plan), None)
    if found is None:
        raise Http404
    return found


def _meet(plan: PlanLine, meet: UUID) -> MeetLine:
    found = next((each for each in plan.meets if each.id == meet and each.stands == "planned"), None)
    if found is None:
        raise Http404
    return found


def _limit(person: OpenPerson, limit: UUID) -> LimitLine:
    found = next((each for each in _page(person).limits if each.id == limit), None)
    if found is None:
        raise Http404
    return found


def _ask(person: OpenPerson, ask: UUID) -> AskLine:
    found = next((each for each in _page(person).asks if each.id == ask and each.waits), None)
    if found is None:
        raise Http404
    return found
