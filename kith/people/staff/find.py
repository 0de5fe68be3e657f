"""Find: is this child known to us?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kith.design.dates import today
from kith.people.gates import ActingRequest, staff
from kith.people.may import CREATE_PERSON, LINK_IDENTITY
from kith.people.queries import find


@staff
def find_people(request: ActingRequest) -> HttpResponse:
    """One box. With htmx the list alone is sent, as somebody types; without script the form sends it."""
    typed = request.GET.get("q", "")
    may = request.user.role_class.may
    context = {
        "found": find(typed) if typed.strip() else None,
        "typed": typed[:200],
        "today": today(),
        "may_add": CREATE_PERSON in may,
        "may_link": LINK_IDENTITY in may,
        "signed_in_as": request.user.display_name,
        "here": "/people/",
    }
    part = request.headers.get("HX-Request") == "true"
    response = render(request, "people/found.html" if part else "people/find.html", context)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    response["Vary"] = "HX-Request, Cookie"
    return response
