"""Lifelong Links: the page of a child, and a form for each thing that happens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.allocating.kin import kin_of
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import Step, named, run_step
from kith.bonds import actions
from kith.bonds import links_forms as kinds
from kith.bonds.models import LifelongBond, LinkDrawn, LinkPerson, LinksJourney
from kith.bonds.queries.links import links_page
from kith.core.once import once
from kith.people.page_queries import who

PAGE = "lifelong links"
NEVER = "They never learn from you where the child lives, learns or goes."


def _called(row: Any) -> str:
    return str(row.name)


def _look(person: OpenPerson, row: Any, sent: Any, initial: dict[str, Any]) -> forms.Form:
    names = who(kin_of(person.ids))
    others = sorted(
        (each for each in names.values() if each.id not in person.ids), key=lambda each: each.name
    )
    if row.known_id:
        initial["known"] = str(row.known_id)
    return kinds.LookForm(sent, initial=initial, names={each.id: each.name for each in others})


def _why_not(_person: OpenPerson, row: Any, sent: Any, initial: dict[str, Any]) -> forms.Form:
    return kinds.NotForm(sent, initial=initial, said_no=row.stands == "no")


STEPS: dict[str, Step] = {
    "offer": Step(
        "Lifelong Links was offered", kinds.OfferForm, actions.offer_links,
        lines=("The child leads: they say who, and can stop at any time.",),
    ),
    "answer": Step(
        "What did the child say to it?", kinds.AnswerForm, actions.links_answered, LinksJourney, "journey"
    ),
    "again": Step(
        "It was offered again", kinds.OfferForm, actions.offer_links_again, LinksJourney, "journey",
        lines=("As at each review. A no is an answer too, and is never asked away.",),
    ),
    "person": Step("Somebody who matters", kinds.LinkForm, actions.add_link),
    "look": Step(
        "Look for them", kinds.LookForm, actions.look_for, LinkPerson, "link", lines=(NEVER,), about=_called, made=_look,
        given=lambda form: form.facts(),  # type: ignore[attr-defined]
    ),
    "found": Step(
        "They are found", kinds.FoundForm, actions.link_found, LinkPerson, "link", ("found",), about=_called,
        lines=("The child reads nothing new of this: the one who was found is asked first.", NEVER),
    ),
    "said": Step(
        "What did they say?", kinds.LinkAnswerForm, actions.link_answered, LinkPerson, "link", ("consent_how", "shares"),
        about=_called, lines=(NEVER,),
    ),
    "not": Step(
        "Why not", kinds.NotForm, actions.link_not, LinkPerson, "link", ("why", "told_on", "look_again_on"),
        about=_called, made=_why_not, lines=("On the child’s page both are one. Talk with the child first.",),
    ),
    "met": Step("They have met again", forms.Form, actions.link_met, LinkPerson, "link", about=_called),
    "plan": Step(
        "The lasting plan", kinds.PlanForm, actions.links_plan, LinksJourney, "journey", ("plan", "plan_with"),
    ),
    "end": Step("Our part ends", kinds.EndForm, actions.end_links, LinksJourney, "journey"),
    "draw": Step("Somebody in the child’s drawing", kinds.DrawForm, actions.draw_link),
    "draw-again": Step(
        "Begin the drawing of now", forms.Form, actions.draw_again,
        lines=("It begins with everybody who is in the first one.",),
    ),
    "undraw": Step("Take them out of the drawing", forms.Form, actions.undraw_link, LinkDrawn, "drawn", about=_called),
    "chose": Step("The child chooses somebody for life", kinds.ChoseForm, actions.choose_bond),
    "other-chose": Step(
        "They choose the child as well", kinds.OtherChoseForm, actions.other_chose, LifelongBond, "bond", about=_called
    ),
    "end-bond": Step(
        "It ends, or they did not choose it", forms.Form, actions.end_bond, LifelongBond, "bond", about=_called,
        lines=("Talk with the child first: it is on their page no more.",),
    ),
}  # fmt: skip


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def lifelong_links(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Who matters to this child, how far are we, and what lasts?"""
    context = {
        "person": named(person),
        "page": links_page(person.ids),
        "writes": Permission.EDIT_PERSON in request.user.role_class.may,
    }
    return render(request, "bonds/links.html", context)


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def links_step(
    request: ActingRequest, person: OpenPerson, step: str, item: UUID | None = None
) -> HttpResponse:
    """One thing that happened. What cannot be comes back beside its field, with all that was typed."""
    return run_step(
        request,
        person,
        STEPS,
        step,
        item=item,
        back=(reverse("lifelong_links", args=[person.id]), "Lifelong Links"),
    )
