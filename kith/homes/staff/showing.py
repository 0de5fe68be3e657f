"""What the child, and the carers, are shown of each other, and what they are told of what they said."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import one_form
from kith.core.once import once
from kith.design.dates import today
from kith.homes import actions
from kith.homes.forms.mine import AnswerSaidForm, ShowForm
from kith.homes.queries.shown import first_words, readers, readers_and_shown
from kith.homes.staff.choice import choice_of
from kith.homes.staff.finding import PAGE, named, of


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def find_home_show(request: ActingRequest, person: OpenPerson, choice: UUID, reader: UUID) -> HttpResponse:
    """What may they know, in words for them?"""
    one = choice_of(of(person, group=False).choices, choice)
    whom = next((each for each in readers(one.id) if each.person == reader), None)
    if whom is None:
        raise Http404
    words = {"words": first_words(one.id, today(), as_carer=whom.as_carer)}
    form = ShowForm(request.POST if request.method == "POST" else None, initial=words)
    about = "what the child is like" if whom.as_carer else "what the home is like"
    return one_form(
        request,
        form,
        lambda: actions.show(by=request.actor, choice=one.id, reader=reader, **form.facts()),
        heading=f"Show {whom.name} {about}",
        about=f"{one.name}, for {named(person).name}",
        back=reverse("find_home_choice", args=[person.id, one.id]),
        lines=(
            "This goes to them and to nobody else, as it stands here. They can answer on their own page.",
        ),
        button="Show it to them",
    )


@person_page(PAGE, needs=Permission.RELEASE)
@once
def find_home_unshow(request: ActingRequest, person: OpenPerson, choice: UUID, shown: UUID) -> HttpResponse:
    """Take back what was shown."""
    one = choice_of(of(person, group=False).choices, choice)
    line = next((each for each in readers_and_shown(one.id)[1] if each.id == shown and each.stands), None)
    if line is None:
        raise Http404
    return one_form(
        request,
        forms.Form(request.POST if request.method == "POST" else None),
        lambda: actions.take_back(by=request.actor, shown=shown),
        heading=f"Take it back from {line.name}",
        about=f"{one.name}, for {named(person).name}",
        back=reverse("find_home_choice", args=[person.id, one.id]),
        lines=("It goes from their page. What they have read stays read, and what they said stays.",),
        button="Take it back",
    )


@person_page(PAGE, needs=Permission.RELEASE)
@once
def find_home_answer(request: ActingRequest, person: OpenPerson, choice: UUID, said: UUID) -> HttpResponse:
    """What came of what they said?"""
    one = choice_of(of(person, group=False).choices, choice)
    line = next((each for each in one.said if each.id == said and each.own and not each.answer), None)
    if line is None:
        raise Http404
    form = AnswerSaidForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.answer_said(by=request.actor, said=said, **form.cleaned_data),
        heading="What came of what they said?",
        about=f"{line.who.capitalize()}: “{line.words}”",
        back=reverse("find_home_choice", args=[person.id, one.id]),
        button="Tell them",
    )
