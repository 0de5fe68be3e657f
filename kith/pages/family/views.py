"""A family: the group helped together, as it sees itself."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.allocating.subject import open_family
from kith.access.door import ReasonNeededError
from kith.access.gates import ActingRequest, staff
from kith.access.reason_page import render_reason_page
from kith.access.working_with import who_works_with


@staff
def family_view(request: ActingRequest, family_id: UUID) -> HttpResponse:
    """Who is in it and who works with it. Every member shown is a record opened, and logged as one."""
    today = timezone.localdate()
    try:
        opened = open_family(by=request.actor, family=family_id, page="family")
    except ReasonNeededError as needed:
        return render_reason_page(request, needed.person)
    context = {
        "family": opened.family,
        "members": sorted(opened.people.values(), key=lambda each: (each.born_on or today, each.name)),
        "workers": [each for each in who_works_with(opened.ids) if each.current],
        "today": today,
        "may": request.user.role_class.may,
    }
    return render(request, "pages/family.html", context)
