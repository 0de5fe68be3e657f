"""Brothers and sisters, night by night; why they live apart; whom another council looks after."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import named, step
from kith.bonds import actions
from kith.bonds.forms import ApartForm, ElsewhereForm, EndForm
from kith.bonds.queries.siblings import Sibling, siblings_of
from kith.core.once import once

PAGE = "brothers and sisters"
BACK = "Brothers and sisters"


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def siblings(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Who lives with whom tonight, why not, and the plan."""
    context = {
        "person": named(person),
        "siblings": siblings_of(person.ids),
        "writes": Permission.EDIT_PERSON in request.user.role_class.may,
    }
    return render(request, "bonds/siblings.html", context)


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def sibling_apart(request: ActingRequest, person: OpenPerson, sibling: UUID) -> HttpResponse:
    """Why do they live apart, and what is the plan?"""
    one = _one(person, sibling)
    form = ApartForm(request.POST if request.method == "POST" else None)
    return step(
        request,
        person,
        form,
        lambda: actions.say_why_apart(
            by=request.actor, child=person.id, persons=person.ids, sibling=sibling, **form.cleaned_data
        ),
        heading="Why do they live apart?",
        back=(reverse("siblings", args=[person.id]), BACK),
        about=one.person.name,
    )


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def sibling_elsewhere(request: ActingRequest, person: OpenPerson, sibling: UUID) -> HttpResponse:
    """Another council looks after them; or does so no more."""
    one = _one(person, sibling)
    asked = request.POST if request.method == "POST" else None
    form = EndForm(asked) if one.council else ElsewhereForm(asked)

    def act() -> object:
        if one.council:
            return actions.end_elsewhere(by=request.actor, sibling=sibling, **form.cleaned_data)
        return actions.looked_after_elsewhere(
            by=request.actor, child=person.id, persons=person.ids, sibling=sibling, **form.cleaned_data
        )

    heading = f"{one.council} looks after them no more" if one.council else "Another council looks after them"
    return step(
        request,
        person,
        form,
        act,
        heading=heading,
        back=(reverse("siblings", args=[person.id]), BACK),
        about=one.person.name,
    )


def _one(person: OpenPerson, sibling: UUID) -> Sibling:
    found = next((each for each in siblings_of(person.ids) if each.person.id == sibling), None)
    if found is None:
        raise Http404
    return found
