"""The page for the worker who keeps somebody apart: what they already have, each with one press to take it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.apart import take_back_from_kept_apart
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.pages.apart.given import kept_apart
from kith.people.page_queries import who


@person_page("kept apart", needs=Permission.RELEASE)
def kept_apart_view(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Who may not know where they live, and what did we already tell them?"""
    known = who([person.id]).get(person.id)
    if known is None:
        raise Http404
    context = {
        "person": known,
        "apart": kept_apart(person.ids, person.id),
        "may_edit": Permission.EDIT_PERSON in request.user.role_class.may,
    }
    return render(request, "pages/kept_apart.html", context)


@person_page("kept apart: take back", needs=Permission.RELEASE)
@once
def kept_apart_take_back(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """One press. Absent where there is nothing of that kind to take back."""
    if request.method != "POST":
        raise Http404
    try:
        other, release = UUID(request.POST.get("other", "")), UUID(request.POST.get("release", ""))
        take_back_from_kept_apart(by=request.actor, person=person.id, other=other, release=release)
    except (ValueError, NotPermittedError):
        raise Http404 from None
    messages.success(request, "Taken back. What they have read stays read.")
    return redirect("kept_apart", person.id)
