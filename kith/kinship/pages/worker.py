"""The worker's pages of kinship care for one child: who cares, first looks, the assessment, support and money."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.design.dates import today
from kith.kinship.approvals import running
from kith.kinship.around import carings, checks, looks, need_to_know, support
from kith.kinship.assessments import asked_again, assessments
from kith.kinship.models import GuardianshipNotice, SupportReview
from kith.kinship.rules.published import rules_on
from kith.people.page_queries import who

PAGE = "kinship care"


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def kinship_hub(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Who of family and friends cares for the child, and what runs out when?"""
    found, approvals = carings(person.ids), running(person.ids)
    ids = {each.row.carer_id for each in found} | {each.carer for each in approvals}
    told = list(GuardianshipNotice.objects.filter(child_id__in=person.ids).order_by("-given_on"))
    ids |= {each.carer_id for each in told}
    return _page(request, person, "kinship/hub.html", ids, found=found, approvals=approvals, notices=told)


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def kinship_looks(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """First looks: of whom, with which reasons, and what each adult was told?"""
    found = looks(person.ids)
    adults = {each.person_id for look in found for each in look.adults}
    concerned = {each.concerns_id for look in found for each in look.reasons if each.concerns_id}
    return _page(
        request, person, "kinship/looks.html", adults | concerned, found=found, checks=checks(adults)
    )


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def kinship_assessments(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What did each adult give, what is still to ask, and what do they say of it?"""
    found = assessments(person.ids)
    carried, again = asked_again(person.ids)
    adults = {each.person for one in found for each in one.adults}
    return _page(
        request, person, "kinship/assessments.html", adults, found=found, carried=carried, again=again
    )


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def kinship_support(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What do they need to know, what was agreed, what did they ask for, and what is paid?"""
    known, found = need_to_know(person.ids), support(person.ids)
    ids = {each.row.carer_id for each in found} | {reader for each in known for reader in each.readers}
    ids |= {each.row.concerns_id for each in known if each.row.concerns_id}
    again = SupportReview.objects.filter(caring__in=[each.row.id for each in found]).order_by("-on", "id")
    more = {"known": known, "found": found, "again": list(again), "rules": rules_on(today())}
    return _page(request, person, "kinship/support.html", ids, **more)


def _page(
    request: ActingRequest, person: OpenPerson, template: str, ids: set[UUID], **more: Any
) -> HttpResponse:
    people = who({person.id, *ids})
    if person.id not in people:
        raise Http404
    may = request.user.role_class.may
    context = {
        "person": people[person.id],
        "names": {each: people[each].name if each in people else "somebody" for each in ids},
        "writes": Permission.EDIT_PERSON in may,
        "officer": Permission.ALLOCATE in may,
        "shows": Permission.RELEASE in may and Permission.EDIT_PERSON in may,
        "today": today(),
    }
    return render(request, template, context | more)
