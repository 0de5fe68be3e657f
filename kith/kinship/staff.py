"""The staff's pages of who could care for a child. Nothing of them is behind the family's door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import named, step
from kith.core.once import once
from kith.kinship import actions
from kith.kinship.forms import (
    AllTheSameForm,
    AnswerForm,
    ChallengeForm,
    ExploreForm,
    NameForm,
    SettleAgainForm,
    cleaned,
)
from kith.kinship.queries import ChallengeView, CouldCare, ExploredView, never_because, who_could_care

PAGE = "who could care"


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def could_care(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Who of family and friends could care, and has everybody been explored?"""
    found = who_could_care(person.ids)
    context = {
        "person": named(person),
        "found": found,
        "open": [each.name for each in found if not each.has_outcome],
        "writes": Permission.EDIT_PERSON in request.user.role_class.may,
    }
    return render(request, "kinship/who_could_care.html", context)


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def could_care_name(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Somebody who could care was named."""
    form = NameForm(request.POST if request.method == "POST" else None)
    return _step(
        request,
        person,
        form,
        lambda: actions.name_somebody(by=request.actor, child=person.id, **cleaned(form)),
        heading="Who could care?",
    )


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def could_care_one(request: ActingRequest, person: OpenPerson, exploration: UUID) -> HttpResponse:
    """One person: who named them, may they be asked, what came of it, and what was said against that."""
    one = _one(person, exploration)
    context = {
        "person": named(person),
        "one": one,
        "never_because": never_because(one.id) if one.never else [],
        "writes": Permission.EDIT_PERSON in request.user.role_class.may,
    }
    return render(request, "kinship/one.html", context)


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def could_care_settle(request: ActingRequest, person: OpenPerson, exploration: UUID) -> HttpResponse:
    """May we ask them?"""
    one = _one(person, exploration)
    if one.locked:
        raise Http404
    known = {
        "may_ask": one.may_ask,
        "settled_with": one.settled_with,
        "only_if": one.only_if,
        "only_if_agreed_on": one.only_if_agreed_on,
    }
    form = SettleAgainForm(request.POST if request.method == "POST" else None, initial=known)
    return _step(
        request,
        person,
        form,
        lambda: actions.settle_asking(by=request.actor, exploration=one.id, **cleaned(form)),
        heading="May we ask them?",
        one=one,
    )


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def could_care_came(request: ActingRequest, person: OpenPerson, exploration: UUID) -> HttpResponse:
    """What came of it?"""
    one = _one(person, exploration)
    made_by = ExploreForm if one.may_be_asked else AllTheSameForm
    form = made_by(request.POST if request.method == "POST" else None)
    return _step(
        request,
        person,
        form,
        lambda: actions.explore(by=request.actor, exploration=one.id, **cleaned(form)),
        heading="What came of it?",
        one=one,
    )


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def could_care_challenge(
    request: ActingRequest, person: OpenPerson, exploration: UUID, explored: UUID
) -> HttpResponse:
    """Somebody says that this is wrong."""
    one = _one(person, exploration)
    outcome = _outcome(one, explored)
    form = ChallengeForm(request.POST if request.method == "POST" else None)
    return _step(
        request,
        person,
        form,
        lambda: actions.challenge(by=request.actor, explored=outcome.id, **cleaned(form)),
        heading="Somebody says that this is wrong",
        one=one,
        quoted=f"{outcome.says}. {outcome.why}",
    )


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def could_care_answer(
    request: ActingRequest, person: OpenPerson, exploration: UUID, challenge: UUID
) -> HttpResponse:
    """What was answered, and why?"""
    one = _one(person, exploration)
    said = _challenge(one, challenge)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    return _step(
        request,
        person,
        form,
        lambda: actions.answer_challenge(by=request.actor, challenge=said.id, **cleaned(form)),
        heading="What was answered?",
        one=one,
        quoted=f"{said.by_whom}: {said.words}",
    )


def _of(line: CouldCare, one: CouldCare) -> CouldCare:
    """One place where somebody was named, with all the others where they were."""
    if one.id == line.id:
        return line
    rest = [replace(line, others=()), *(each for each in line.others if each.id != one.id)]
    return replace(one, others=tuple(rest))


def _one(person: OpenPerson, exploration: UUID) -> CouldCare:
    lines = [(line, each) for line in who_could_care(person.ids) for each in (line, *line.others)]
    found = next((_of(line, each) for line, each in lines if each.id == exploration), None)
    if found is None:
        raise Http404
    return found


def _outcome(one: CouldCare, explored: UUID) -> ExploredView:
    found = next((each for each in one.came if each.id == explored), None)
    if found is None:
        raise Http404
    return found


def _challenge(one: CouldCare, challenge: UUID) -> ChallengeView:
    waiting = (said for each in one.came for said in each.challenges if not said.answer)
    found = next((said for said in waiting if said.id == challenge), None)
    if found is None:
        raise Http404
    return found


def _step(
    request: ActingRequest,
    person: OpenPerson,
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    one: CouldCare | None = None,
    quoted: str = "",
) -> HttpResponse:
    """The step of access, of one person who could care, or of all."""
    at = [person.id, one.id] if one else [person.id]
    back = reverse("could_care_one" if one else "could_care", args=at)
    return step(
        request, person, form, act, heading=heading, back=(back, one.name if one else "Who could care"),
        about=one.name if one else "", quoted=quoted,
    )  # fmt: skip
