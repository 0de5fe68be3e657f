"""Sharing lines by name or with a partner: to whom first, then which lines; this goes to ..., it contains ..."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.shortcuts import render

from kith.access.allocating.kin import may_be_told
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.models import Organisation
from kith.access.models.account import OrganisationKind
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.plan import actions
from kith.plan.forms import PartnerForm, ShareForm
from kith.plan.models import PlanPerson
from kith.plan.models.lines import LINE_LABELS
from kith.plan.queries import LineView, lines_of
from kith.plan.staff.common import back_to, concern_about, form_page, may, plan_of
from kith.story.actions.releases import NEVER

_RULED = {name for value, name in LINE_LABELS if value & NEVER.value}


@person_page("plan: share")
@once
def plan_share(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """First to whom, then which lines as they will read them, then it is done."""
    may(request, Permission.RELEASE)
    plan = plan_of(request, person)
    persons = list(PlanPerson.objects.filter(plan_id=plan).values_list("person_id", flat=True))
    readers = may_be_told(persons)
    said = request.POST.get("reader") or request.GET.get("reader") or ""
    reader = next((each for each in readers if str(each) == said), None)
    held = _may_leave(plan) if reader else []
    lines = [each for each in held if reader not in {one for one, _name in each.readers}]
    shown = {
        "reader": reader,
        "reader_name": readers[reader] if reader else "",
        "readers": [(name, each) for each, name in readers.items()],
        "lines": lines,
        "concern": concern_about(persons),
    }
    given = request.POST if request.method == "POST" else None
    form = ShareForm(given, choices={"items": [(str(each.id), each.words) for each in lines]})
    if reader is not None and "items" in form.fields and request.method == "POST" and form.is_valid():
        say = form.cleaned_data
        facts = {"reader": reader, "prepared": say["prepared"] == "yes", "how_prepared": say["how_prepared"]}
        items = [UUID(each) for each in say["items"]]
        # What is about to leave is looked at once more as its reader will read it, alone.
        if "sure" in request.POST:
            if tried(form, lambda: actions.share_lines(by=request.actor, plan=plan, items=items, **facts)):
                return back_to(person, plan)
        else:
            goes = [each for each in lines if each.id in items]
            return _page(request, person, plan, form, **shown, goes=goes)
    return _page(request, person, plan, form, **shown, goes=[])


@person_page("plan: share with a partner")
@once
def plan_share_partner(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Which lines the workers of a partner may read who work with them."""
    may(request, Permission.RELEASE)
    plan = plan_of(request, person)
    partners = Organisation.objects.exclude(kind__in=[OrganisationKind.COUNCIL, OrganisationKind.FAMILY])
    choices = {
        "organisation": [
            (str(each), name) for each, name in partners.order_by("name").values_list("id", "name")
        ],
        "items": [(str(each.id), each.words) for each in _may_leave(plan)],
    }
    form = PartnerForm(request.POST if request.method == "POST" else None, choices=choices)
    whole = {"organisation", "items"} <= set(form.fields)
    if whole and request.method == "POST" and form.is_valid():
        items = [UUID(each) for each in form.cleaned_data["items"]]
        partner = UUID(form.cleaned_data["organisation"])
        share = actions.share_with_organisation
        if tried(form, lambda: share(by=request.actor, plan=plan, items=items, organisation=partner)):
            return back_to(person, plan)
    return form_page(
        request, person, plan, form, title="Share lines with a partner", press="Share them" if whole else ""
    )


@person_page("plan: take back")
@once
def plan_take_back(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Take a line back from somebody. Absent where nobody of that name reads it."""
    may(request, Permission.RELEASE)
    plan = plan_of(request, person)
    said = (request.POST.get("item", ""), request.POST.get("reader", ""))
    lines = lines_of([plan], said_too=False).views if request.method == "POST" else []
    pair = next(((a.id, r) for a in lines for r, _name in a.readers if (str(a.id), str(r)) == said), None)
    if pair is None:
        raise Http404
    actions.take_back_line(by=request.actor, item=pair[0], reader=pair[1])
    return back_to(person, plan, line=pair[0])


def _may_leave(plan: UUID) -> list[LineView]:
    """Lines that a worker may share: under no rule, from nothing hidden. What PostgreSQL refuses it refuses still."""
    views = lines_of([plan], said_too=False).views
    return [each for each in views if not each.covert and each.mark not in _RULED]


def _page(
    request: ActingRequest, person: OpenPerson, plan: UUID, form: ShareForm, **more: Any
) -> HttpResponseBase:
    context = {"person": person, "plan": plan, "form": form, "press": "See what they will see"}
    return render(request, "plan/share.html", context | more)
