"""Before court: the time before, the family's own meeting, and the application, on one page for staff."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.people.page_queries import who
from kith.protection.queries import applications, before_court


@person_page("before court")
def before_court_view(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What was done before a court is asked, what is still owed to the family, and what comes next."""
    named = who([person.id]).get(person.id)
    if named is None or Permission.PROTECT not in request.user.role_class.may:
        raise Http404
    times = before_court(person.ids)
    context = {
        "person": named,
        "times": times,
        "under_way": bool(times) and times[0].ended_on is None,
        "applications": applications(person.ids),
    }
    return render(request, "journeys/before_court.html", context)
