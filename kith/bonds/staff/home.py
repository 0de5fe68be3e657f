"""Going home: the page of a child, and a form for each thing that happens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.allocating.kin import kin_of
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import Step, named, run_step
from kith.bonds import actions
from kith.bonds import home_forms as kinds
from kith.bonds.models import GoingHome, HomeMust, HomeNight, HomeSay
from kith.bonds.queries.home import home_page
from kith.core.once import once
from kith.people.page_queries import who

PAGE = "going home"


def _what(row: Any) -> str:
    return str(row.what)


def _facts(form: forms.Form) -> dict[str, Any]:
    facts: dict[str, Any] = form.facts()  # type: ignore[attr-defined]
    return facts


def _people(person: OpenPerson) -> dict[UUID, str]:
    """The child first, then whoever is family."""
    names = who([person.id, *kin_of(person.ids)])
    others = sorted(
        (each for each in names.values() if each.id not in person.ids), key=lambda each: each.name
    )
    me = {person.id: names[person.id].name} if person.id in names else {}
    return me | {each.id: each.name for each in others if each.died_on is None}


def _said(person: OpenPerson, _row: Any, sent: Any, initial: dict[str, Any]) -> forms.Form:
    return kinds.SaidForm(sent, initial=initial, names=_people(person))


def _show(person: OpenPerson, _row: Any, sent: Any, initial: dict[str, Any]) -> forms.Form:
    return kinds.ShowForm(sent, initial=initial, names=_people(person))


def _shown_to(person: OpenPerson, row: Any, sent: Any, initial: dict[str, Any]) -> forms.Form:
    """Those who read it now. Raises Http404 where nobody does."""
    held = set(HomeSay.objects.filter(way=row, shown_on__isnull=False).values_list("person_id", flat=True))
    names = {each: name for each, name in _people(person).items() if each in held}
    if not names:
        raise Http404
    return kinds.PersonForm(sent, initial=initial, names=names)


STEPS: dict[str, Step] = {
    "look": Step("Look into going home", kinds.LookForm, actions.look_into_home),
    "must": Step("What has to be in place", kinds.MustForm, actions.home_must, GoingHome, "way"),
    "done": Step("It is in place", kinds.DoneForm, actions.must_done, HomeMust, "must", about=_what),
    "said": Step(
        "What they say to it", kinds.SaidForm, actions.home_said, GoingHome, "way", made=_said,
        given=_facts,
    ),
    "show": Step(
        "Show it to somebody", kinds.ShowForm, actions.show_home, GoingHome, "way", made=_show,
        given=_facts, needs=Permission.RELEASE,
        lines=(
            "They read what has to happen, who does it, what help there is, by when, and the nights at home.",
            "They do not read what was found, what worries you, or what others say.",
        ),
    ),
    "take-back": Step(
        "They read it no more", kinds.PersonForm, actions.take_back_home, GoingHome, "way",
        made=_shown_to, given=_facts, needs=Permission.RELEASE, lines=("What they have read stays read.",),
    ),
    "agree": Step(
        "It is agreed", kinds.AgreeForm, actions.agree_home, GoingHome, "way",
        lines=("The child, and a parent or whoever they go home to, are asked first.",),
    ),
    "nights": Step("Nights at home", kinds.NightsForm, actions.home_nights, GoingHome, "way"),
    "went": Step("How the nights went", kinds.WentForm, actions.nights_went, HomeNight, "night"),
    "home": Step(
        "They went home", kinds.HomeForm, actions.went_home, GoingHome, "way",
        lines=(
            "It is never refused. A child in need plan begins the same day, if care by agreement ended.",
            "Support goes on for a year: we look at it together after two weeks, six weeks, and every three months.",
        ),
    ),
    "looked": Step(
        "How does living at home go?", kinds.LookedForm, actions.look_at_home, GoingHome, "way"
    ),
    "end": Step("Our support ends", kinds.EndForm, actions.end_home, GoingHome, "way"),
}  # fmt: skip


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def going_home(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Can this child go home, what has to happen for it, and how does it go since?"""
    may = request.user.role_class.may
    context = {
        "person": named(person),
        "page": home_page(person.ids),
        "writes": Permission.EDIT_PERSON in may,
        "shows": Permission.RELEASE in may,
    }
    return render(request, "bonds/home.html", context)


@person_page(PAGE, needs=Permission.ANSWER_FOR)
@once
def home_step(
    request: ActingRequest, person: OpenPerson, step: str, item: UUID | None = None
) -> HttpResponse:
    """One thing that happened. What cannot be comes back beside its field, with all that was typed."""
    back = (reverse("going_home", args=[person.id]), "Going home")
    return run_step(request, person, STEPS, step, item=item, back=back)
