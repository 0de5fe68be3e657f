"""The pages of a family's help, for those who work with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.allocating.subject import OpenFamily, open_family
from kith.access.door import ReasonNeededError
from kith.access.gates import ActingRequest, View, staff
from kith.access.permissions import Permission
from kith.access.reason_page import render_reason_page
from kith.core.once import once
from kith.core.tried import tried
from kith.help import actions
from kith.help.families.forms import BasisForm, DayForm, EndForm, NeedForm, SpendForm
from kith.help.families.over import over
from kith.help.families.page import help_of_family, pots
from kith.help.queries.leads import leads_owed

Done = Callable[[dict[str, Any]], object]
TITLES = {
    "start": ("Family Help begins", "Begin"),
    "end": ("Family Help ends", "End it"),
    "need": ("Something an adult needs help with", "Keep it"),
    "basis": ("On which footing in law", "Keep it"),
    "spend": ("Practical help", "Keep it"),
    "assess": ("Begin an assessment with them", "Begin"),
    "need-over": ("Something an adult needed help with is over", "It is over"),
    "basis-over": ("A footing in law ends", "It ends"),
    "goodbye": ("Goodbye and hello were said", "Keep it"),
    "finish": ("The assessment is finished", "It is finished"),
    "agree": ("Agree to the assessment", "I agree"),
}


def opened(view: Callable[..., HttpResponseBase]) -> View:
    """A page of a family: every member whose record is opened by it is logged."""

    @staff
    @once
    def page(request: ActingRequest, family_id: UUID, **parts: Any) -> HttpResponseBase:
        try:
            family = open_family(by=request.actor, family=family_id, page="family help")
        except ReasonNeededError as needed:
            return render_reason_page(request, needed.person)
        return view(request, family, **parts)

    return page


@opened
def family_help(request: ActingRequest, family: OpenFamily) -> HttpResponse:
    """Is this family helped, by whom, and with what?"""
    may = request.user.role_class.may
    context = {
        "family": family.family,
        "h": help_of_family(family.family.id, family.ids),
        "names": {each.id: each.name for each in family.people.values()},
        "writes": Permission.EDIT_PERSON in may,
        "shows": Permission.RELEASE in may,
        "agrees": Permission.AGREE_PLAN in may,
        "owed": leads_owed(family.family.id),
    }
    return render(request, "help/family.html", context)


@opened
def family_help_form(request: ActingRequest, family: OpenFamily, what: str) -> HttpResponseBase:
    """One thing to record about a family's help."""
    needed = Permission.AGREE_PLAN if what == "agree" else Permission.EDIT_PERSON
    if what not in TITLES or needed not in request.user.role_class.may:
        raise Http404
    form, act = _form(request, family, what)
    if request.method == "POST" and form.is_valid() and tried(form, lambda: act(form.cleaned_data)):
        messages.success(request, f"Kept: {TITLES[what][0]}.")
        return redirect("family_answers" if what == "assess" else "family_help", family.family.id)
    title, button = TITLES[what]
    context = {"family": family.family, "form": form, "title": title, "button": button}
    return render(request, "help/family_form.html", context | {"pots": pots() if what == "spend" else ()})


def _form(request: ActingRequest, family: OpenFamily, what: str) -> tuple[forms.Form, Done]:
    """The form of one thing, and what is done with it. Raises Http404 where there is nothing to do it to."""
    data, by, of = (request.POST if request.method == "POST" else None), request.actor, family.family.id
    people = {each.id: each.name for each in family.people.values()}
    if what == "start":
        return DayForm(data), lambda g: actions.start_family_help(by=by, family=of, on=g["on"])
    if what == "end":
        return EndForm(data), lambda g: actions.end_family_help(
            by=by, family=of, on=g["on"], why=g["why"], words=g["words"]
        )
    if what == "need":
        return NeedForm(data, people=people), lambda g: actions.record_need(
            by=by, person=UUID(g["person"]), kind=g["kind"], since=g["on"], words=g["words"]
        )
    if what == "basis":
        return BasisForm(data, people=people), lambda g: actions.set_basis(
            by=by, person=UUID(g["person"]), basis=g["basis"], on=g["on"]
        )
    if what in {"need-over", "basis-over", "goodbye"}:
        return over(what, data, by, help_of_family(of, family.ids), people)
    if what == "spend":
        return SpendForm(data, pots=pots()), lambda g: actions.give_practical_help(
            by=by, family=of, what=g["what"], pence=g["pounds"], pot=UUID(g["pot"]), on=g["on"]
        )
    if what == "assess":
        return DayForm(data), lambda g: actions.start_assessment(by=by, family=of, on=g["on"])
    held = help_of_family(of, family.ids)
    waits = next((each for each in held.assessments if each.finished_on and not each.agreed_on), None)
    found = waits if what == "agree" else held.under_way
    if found is None:
        raise Http404
    if what == "agree":
        return forms.Form(data), lambda g: actions.agree_assessment(by=by, assessment=found.id)
    return DayForm(data), lambda g: actions.finish_assessment(by=by, assessment=found.id, on=g["on"])
