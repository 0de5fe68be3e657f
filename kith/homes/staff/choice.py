"""One home thought of for a child: what each says, how each need is met, and yes or no."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import one_form
from kith.core.once import once
from kith.design.dates import today
from kith.homes import actions
from kith.homes.forms.choosing import AgreeForm, AnswerForm, MetForm, SayForm, WeighForm
from kith.homes.forms.limits import EndsForm
from kith.homes.queries.money import prices
from kith.homes.queries.one import brief
from kith.homes.queries.searches import ChoiceLine
from kith.homes.queries.shown import readers_and_shown
from kith.homes.staff.finding import PAGE, named, of

STEPS: dict[str, tuple[type[forms.Form], Callable[..., Any], str]] = {
    "said": (SayForm, actions.say_of_choice, "What somebody says"),
    "need": (MetForm, actions.show_need_met, "How a need is met here"),
    "weigh": (WeighForm, actions.weigh_choice, "What would it mean for others?"),
    "came": (AnswerForm, actions.answer_choice, "What came of it?"),
    "right": (EndsForm, actions.end_outside, "It is made right"),
    "yes": (AgreeForm, actions.agree_home, "This is the home"),
}


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def find_home_choice(request: ActingRequest, person: OpenPerson, choice: UUID) -> HttpResponse:
    """Is this the home?"""
    search = of(person, group=False)
    one = choice_of(search.choices, choice)
    may = request.user.role_class.may
    costs = prices([one.home], today(), ranked=search.ranked_on is not None and Permission.SEE_PRICES in may)
    among, shown = readers_and_shown(one.id)
    context = {
        "person": named(person),
        "search": search,
        "one": one,
        "readers": among,
        "shown": shown,
        "shows": Permission.RELEASE in may,
        "home": brief(one.home, today()),
        "price": costs.get(one.home),
        "waits_for_needs": Permission.SEE_PRICES in may and search.ranked_on is None,
        "writes": Permission.EDIT_PERSON in may,
        "agrees": Permission.KEEP_HOMES in may,
    }
    return render(request, "homes/choice.html", context)


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def find_home_step(request: ActingRequest, person: OpenPerson, choice: UUID, step_of: str) -> HttpResponse:
    """One thing is written of a choice."""
    search = of(person, group=False)
    one = choice_of(search.choices, choice)
    if step_of not in STEPS or (
        step_of == "yes" and Permission.KEEP_HOMES not in request.user.role_class.may
    ):
        raise Http404
    made_by, act, heading = STEPS[step_of]
    sent = request.POST if request.method == "POST" else None
    if made_by is MetForm:
        needs = [(str(each.id), f"{each.rank}. {each.words}") for each in one.needs]
        form: forms.Form = MetForm(sent, needs=needs)
    elif made_by is WeighForm:
        form = WeighForm(sent, initial={"impact": one.impact, "gaps": one.gaps})
    else:
        form = made_by(sent)
    return one_form(
        request,
        form,
        lambda: act(by=request.actor, choice=one.id, **_typed(form.cleaned_data)),
        heading=heading,
        about=f"{one.name}, for {named(person).name}",
        back=reverse("find_home_choice", args=[person.id, one.id]),
    )


def choice_of(choices: tuple[ChoiceLine, ...], choice: UUID) -> ChoiceLine:
    """One of them. Raises Http404 where it is none."""
    found = next((each for each in choices if each.id == choice), None)
    if found is None:
        raise Http404
    return found


def _typed(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"need": UUID(told["need"])} if "need" in told else told
