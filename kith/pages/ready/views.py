"""Ready for the door, kept by the browser for the day while one is signed in (docs/adr/0077)."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.pages.ready.door import door, seconds_of_today


@person_page("ready for the door")
def ready(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Last visit, promises, what not to say. Small, so that it opens in a car park with no signal."""
    found = door(person.ids, person.id, request.actor.id)
    if found is None:
        raise Http404
    response = render(request, "pages/ready.html", {"d": found, "person_id": person.id})
    if found.keep:
        # `Vary: Cookie`, which the session sets, makes the copy useless to whoever is not in this very sign-in.
        response["Cache-Control"] = f"private, max-age={seconds_of_today()}"
    return response
