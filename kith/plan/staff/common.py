"""What each page of the plan needs: the person, the plan, the lists of its forms, and errors beside their fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.working_with import who_works_with
from kith.people.page_queries import who
from kith.plan.models import PlanPerson
from kith.plan.queries import plans_of
from kith.story.queries.whom import open_concern

NOBODY = ("", "Nobody by name")


def plan_of(request: ActingRequest, person: OpenPerson) -> UUID:
    """The plan asked for, else the one that holds. Raises Http404 where there is none."""
    found = plans_of(person.ids)
    said = request.POST.get("plan") or request.GET.get("plan") or ""
    chosen = next((each for each in found if str(each) == said), None) or next(iter(found), None)
    if chosen is None:
        raise Http404
    return chosen


def may(request: ActingRequest, permission: Permission) -> None:
    """Raises Http404 for a role without the permission, once the record is open: the address is not there."""
    if permission not in request.user.role_class.may:
        raise Http404


def people_of(plan: UUID) -> dict[UUID, str]:
    """Those whom the plan is about, by name. Three statements at most."""
    persons = list(PlanPerson.objects.filter(plan_id=plan).values_list("person_id", flat=True))
    return {each.id: each.name for each in sorted(who(persons).values(), key=lambda one: one.name)}


def concern_of(plan: UUID) -> UUID | None:
    """A concern not told, of anybody whom the plan is about. Two statements."""
    return concern_about(list(PlanPerson.objects.filter(plan_id=plan).values_list("person_id", flat=True)))


def concern_about(persons: Sequence[UUID]) -> UUID | None:
    """A concern not told, of any of these. One statement."""
    found = open_concern(persons)
    return found.id if found else None


def workers_of(persons: tuple[UUID, ...] | list[UUID], me: Account) -> list[tuple[str, str]]:
    """Workers who may have a step: oneself, and those who work with them today."""
    found = {me.id: me.display_name} | {e.account: e.name for e in who_works_with(persons) if e.current}
    return [NOBODY, *((str(account), name) for account, name in found.items())]


def listed(people: dict[UUID, str]) -> list[tuple[str, str]]:
    """People as a list to choose from, or nobody."""
    return [NOBODY, *((str(each), name) for each, name in people.items())]


def back_to(person: OpenPerson, plan: UUID, *, line: UUID | None = None) -> HttpResponse:
    """To the plan, or to one line of it."""
    address = reverse("plan_line", args=[person.id, line]) if line else reverse("plan", args=[person.id])
    return redirect(f"{address}?plan={plan}")


def form_page(
    request: ActingRequest,
    person: OpenPerson,
    plan: UUID | None,
    form: forms.Form,
    *,
    title: str,
    press: str,
    template: str = "plan/form.html",
    **more: Any,
) -> HttpResponse:
    """A page of one form."""
    named = who([person.id]).get(person.id)
    if named is None:
        raise Http404
    context = {"person": named, "plan": plan, "form": form, "title": title, "press": press, "line": None}
    return render(request, template, context | more)
