"""The plan on one page, and beginning one."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from kith.access.allocating.kin import kin_of
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import who
from kith.plan.actions.plans import family_of, start_plan
from kith.plan.forms import StartForm
from kith.plan.queries import plan_page, plans_of
from kith.plan.staff.common import back_to, concern_about, form_page, may


@person_page("plan")
def plan_view(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What are we all doing, and is it working?"""
    found = plans_of(person.ids)
    said = request.GET.get("plan", "")
    chosen = next((each for each in found if str(each) == said), None) or next(iter(found), None)
    role = request.user.role_class.may
    page = plan_page(chosen, also=[person.id]) if chosen else None
    known = page.names if page else {each: one.name for each, one in who([person.id]).items()}
    if person.id not in known:
        raise Http404
    context = {
        "person": {"id": person.id, "name": known[person.id]},
        "plan": chosen,
        "p": page,
        "others": [each for each in found if each != chosen],
        "may_plan": Permission.PLAN in role,
        "may_release": Permission.RELEASE in role,
        "may_agree": Permission.AGREE_PLAN in role,
        "base": f"/people/{person.id}/plan/",
    }
    return render(request, "plan/plan.html", context)


@person_page("plan: begin")
@once
def plan_start(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Whom it is about, and from when."""
    may(request, Permission.PLAN)
    family = family_of(person.ids)
    people = {
        each.id: each.name for each in sorted(who(kin_of(person.ids)).values(), key=lambda one: one.name)
    }
    concern = concern_about(person.ids)
    form = StartForm(request.POST if request.method == "POST" else None, people=people, concern=concern)
    form.fields[f"part-{person.id}"].initial = "child"
    if family is None:
        return form_page(
            request, person, None, form, title="Begin a plan", press="", template="plan/no_family.html"
        )
    if request.method == "POST" and form.is_valid():
        made: list[UUID] = []
        covert = concern if form.cleaned_data.get("arises") == "yes" else None
        if tried(form, lambda: made.append(_started(request, family, form, covert))):
            return back_to(person, made[0])
    return form_page(request, person, None, form, title="Begin a plan", press="Begin it")


def _started(request: ActingRequest, family: UUID, form: StartForm, covert: UUID | None) -> UUID:
    said = form.cleaned_data
    return start_plan(
        by=request.actor, family=family, people=form.parts, basis=said["basis"], on=said["on"], covert=covert
    )
