"""Whom a request is about: found by the worker, never looked up for the asker."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.help import actions
from kith.help.staff.requests import the_whole
from kith.people.queries import find


@staff_who_may(Permission.EDIT_PERSON)
@once
def help_people(request: ActingRequest, request_id: UUID) -> HttpResponseBase:
    """Find somebody whose record is open, and say that the request is about them."""
    found = the_whole(request, request_id)
    if found.request.closed_at is not None:
        raise Http404
    if request.method == "POST":
        try:
            actions.match_person(
                by=request.actor,
                request=request_id,
                person=UUID(request.POST.get("person", "")),
                referral=request.POST.get("referral") == "yes",
            )
        except ValueError:
            messages.error(request, "Choose one of the people you found.")
        except NotPermittedError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "The request is about them.")
            return redirect("help_request", request_id)
    q = request.GET.get("q", "").strip()[:200]
    people = find(q).people if q else ()
    return render(request, "help/people.html", {"r": found.request, "w": found, "q": q, "found": people})
