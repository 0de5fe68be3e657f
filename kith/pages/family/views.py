"""A family: the group helped together, as it sees itself."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.door import ReasonNeededError, open_person
from kith.access.gates import ActingRequest, staff
from kith.access.reason_page import render_reason_page
from kith.access.working_with import who_works_with
from kith.people.models import Family, FamilyMember
from kith.people.page_queries import who


@staff
def family_view(request: ActingRequest, family_id: UUID) -> HttpResponse:
    """Who is in it and who works with it. Every member shown is a record opened, and logged as one."""
    today = timezone.localdate()
    family = Family.objects.filter(id=family_id).first()
    members = list(
        FamilyMember.objects.filter(family_id=family_id, during__contains=today).values_list(
            "person_id", flat=True
        )
    )
    if family is None or not members:
        raise Http404
    opened, closed = [], None
    for member in members:
        try:
            opened.append(open_person(by=request.actor, person=member, page="family").id)
        except ReasonNeededError as needed:
            closed = needed
        except Http404:
            continue
    if not opened:
        if closed is not None:
            return render_reason_page(request, closed.person)
        raise Http404
    context = {
        "family": family,
        "members": sorted(who(opened).values(), key=lambda each: (each.born_on or today, each.name)),
        "workers": [each for each in who_works_with(opened) if each.current],
        "today": today,
    }
    return render(request, "pages/family.html", context)
