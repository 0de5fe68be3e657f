"""From a person's page: the family's meetings, offering one, and what is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kith.access.allocating.kin import may_be_told
from kith.access.allocating.queries import open_concerns
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, View, person_page, staff
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.working_with import who_works_with
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.decisions import actions
from kith.decisions.form_pages import form_page
from kith.decisions.forms.staff import AnswerForm, CoordinatorForm, ExemptForm, OfferForm, PartForm, ShareForm
from kith.decisions.queries.staff import Offer, Part, exemptions, offers
from kith.design.dates import months_between
from kith.people.page_queries import who
from kith.story.queries.whom import writable_people

PAGE = "family meeting"
OF_AGE = 18 * 12
CHECK = [
    "Before anything goes on somebody’s page, check who will read it, and that nothing in it says where somebody is."
]


def for_who_may(needs: Permission) -> Callable[[Callable[..., HttpResponse]], View]:
    """A form about one person, for roles that may; sent once."""

    def decorate(view: Callable[..., HttpResponse]) -> View:
        @person_page(PAGE)
        @once
        def opened(request: ActingRequest, person: OpenPerson, /, **parts: UUID) -> HttpResponseBase:
            if needs not in request.user.role_class.may:
                raise Http404
            return view(request, person, **parts)

        return opened

    return decorate


@person_page(PAGE)
def family_meetings(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What was offered, to whom, what they answered, and what came of it."""
    known = who([person.id]).get(person.id)
    if known is None:
        raise Http404
    context = {
        "person": known,
        "offers": offers(person.ids),
        "exemptions": exemptions(person.ids),
        "may": request.user.role_class.may,
    }
    return render(request, "decisions/person.html", context)


@for_who_may(Permission.OFFER_MEETING)
def offer(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Offer a family a meeting of its own."""
    children = _children(request, person)
    form = OfferForm(
        request.POST if request.method == "POST" else None,
        children=children,
        kin=may_be_told(person.ids),
        concerns=open_concerns(person.ids),
        initial={"children": [str(person.id)], "on": timezone.localdate()},
    )

    def act() -> None:
        given = form.cleaned_data
        actions.offer_meeting(
            by=request.actor,
            children=[UUID(each) for each in given["children"]],
            offered_to=[UUID(each) for each in given["offered_to"]],
            kind=given["kind"],
            on=given["on"],
            how_explained=given["how_explained"],
            stage=given["stage"],
            in_letter=given["in_letter"] == "yes",
            covert=form.covert,
        )

    return _page(request, person, form, act, heading="Offer a family meeting", says="Record the offer")


@for_who_may(Permission.EXEMPT_MEETING)
def not_in_their_interest(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """A senior decides that a meeting would be against the child's best interests."""
    workers = {
        each.account: each.name
        for each in who_works_with(person.ids)
        if each.current and each.account != request.actor.id
    }
    form = ExemptForm(
        request.POST if request.method == "POST" else None,
        workers=workers,
        initial={"on": timezone.localdate()},
    )

    def act() -> None:
        given = form.cleaned_data
        actions.exempt(
            by=request.actor,
            person=person.id,
            reason=given["reason"],
            on=given["on"],
            asked_by=UUID(given["asked_by"]),
        )

    intro = (
        "Families are offered a meeting before court, unless it would not be in the child’s best interests."
    )
    return _page(
        request,
        person,
        form,
        act,
        heading="No meeting: not in their best interests",
        says="I decide this",
        intro=intro,
    )


@for_who_may(Permission.OFFER_MEETING)
def answer(request: ActingRequest, person: OpenPerson, offer_id: UUID) -> HttpResponse:
    """What somebody answered to the offer."""
    found = _offer(person, offer_id)
    people = {each.person: each.name for each in found.asked}
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        people=people,
        initial={"on": timezone.localdate()},
    )

    def act() -> None:
        given = form.cleaned_data
        actions.record_answer(
            by=request.actor, offer=offer_id, person=UUID(given["person"]), answer=given["answer"], on=given["on"],
            words=given["words"],
        )  # fmt: skip

    return _page(request, person, form, act, heading="What did they answer?", says="Record the answer")


@for_who_may(Permission.RELEASE)
def share(request: ActingRequest, person: OpenPerson, offer_id: UUID) -> HttpResponse:
    """Put the offer on the page of somebody to whom it was made."""
    found = _offer(person, offer_id)
    form = ShareForm(
        request.POST if request.method == "POST" else None,
        people={each.person: each.name for each in found.asked},
    )

    def act() -> None:
        given = form.cleaned_data
        actions.share_offer(
            by=request.actor, offer=offer_id, reader=UUID(given["reader"]), prepared=given["prepared"] == "yes",
            how_prepared=given["how_prepared"],
        )  # fmt: skip

    intro = f"This goes to whom you choose. It contains: a {found.kind}, the day it was offered, and a place to answer."
    return _page(
        request,
        person,
        form,
        act,
        heading="Put the offer on their page",
        says="Put it there",
        warning=CHECK,
        intro=intro,
    )


@for_who_may(Permission.OFFER_MEETING)
def coordinator(request: ActingRequest, person: OpenPerson, offer_id: UUID) -> HttpResponse:
    """Ask somebody independent to prepare it."""
    found = _offer(person, offer_id)
    asked = {each.person for each in found.asked}
    kin = {
        each: name
        for each, name in may_be_told(person.ids).items()
        if each not in asked and each not in person.ids
    }
    there = Account.objects.filter(role="coordinator", is_active=True).order_by("display_name")
    form = CoordinatorForm(
        request.POST if request.method == "POST" else None,
        coordinators=dict(there.values_list("id", "display_name")),
        kin=kin,
        initial={"on": timezone.localdate()},
    )

    def act() -> None:
        given = form.cleaned_data
        made = actions.ask_coordinator(
            by=request.actor, offer=offer_id, coordinator=UUID(given["coordinator"]), on=given["on"],
            why_agreed=given["why_agreed"], safety_notes=given["safety_notes"],
        )  # fmt: skip
        if given.get("network"):
            actions.add_to_network(
                by=request.actor, meeting=made.id, persons=[UUID(each) for each in given["network"]]
            )

    intro = (
        "They see what you write here and whom the family names, not the record. You do not see their notes."
    )
    return _page(
        request, person, form, act, heading="Ask somebody to prepare it", says="Ask them", intro=intro
    )


@for_who_may(Permission.AGREE_PLAN)
def part(request: ActingRequest, person: OpenPerson, line_id: UUID) -> HttpResponse:
    """The council's answer to one part of the family's plan."""
    found = _part(person, line_id)
    form = PartForm(request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()})

    def act() -> None:
        given = form.cleaned_data
        actions.answer_plan(
            by=request.actor,
            line=line_id,
            answer=given["answer"],
            reason=given["reason"],
            gives=given["gives"],
            on=given["on"],
        )

    return _page(
        request,
        person,
        form,
        act,
        heading="Answer this part of the family’s plan",
        says="Answer it",
        quoted=found.words,
    )


@staff
@once
def risk_seen(request: ActingRequest, risk_id: UUID) -> HttpResponse:
    """I have this, and I act."""
    if request.method != "POST":
        raise Http404
    try:
        actions.seen_risk(by=request.actor, risk=risk_id)
    except NotPermittedError as refused:
        messages.error(request, str(refused))
    return redirect("/")


def _children(request: ActingRequest, person: OpenPerson) -> dict[UUID, str]:
    """Those of the family whose records are open and who are under 18; and the person whose page it is."""
    opened = writable_people(request.actor.id, person.id, person.ids)
    known, today = who(list(opened)), timezone.localdate()

    def child(each: UUID) -> bool:
        born = known[each].born_on if each in known else None
        return each == person.id or (born is not None and months_between(born, today) < OF_AGE)

    return {each: name for each, name in opened.items() if child(each)}


def _page(
    request: ActingRequest, person: OpenPerson, form: forms.Form, act: Callable[[], object], **how: Any
) -> HttpResponse:
    return form_page(request, form, act, back=reverse("family_meetings", args=[person.id]), **how)


def _offer(person: OpenPerson, offer_id: UUID) -> Offer:
    found = next((each for each in offers(person.ids) if each.id == offer_id), None)
    if found is None:
        raise Http404
    return found


def _part(person: OpenPerson, line_id: UUID) -> Part:
    for each in offers(person.ids):
        for meeting in each.meetings:
            for plan in meeting.plans:
                for found in plan.parts:
                    if found.id == line_id:
                        return found
    raise Http404
