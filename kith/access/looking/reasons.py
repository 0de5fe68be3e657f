"""Giving a reason to open a record, and the manager's having seen it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from kith.access.actions.reasons import give_reason, reason_to_look_at, see_reason
from kith.access.door import ReasonNeededError, open_person
from kith.access.gates import ActingRequest, staff
from kith.access.looking.under_reason import looks_under
from kith.access.reason_page import ReasonForm, render_reason_page
from kith.core.action import NotPermittedError
from kith.core.once import once


@staff
@once
def reason(request: ActingRequest, person_id: UUID) -> HttpResponse:
    """Ask why, or take the answer. For who may not ask, the same 404 as for nobody there."""
    try:
        person = open_person(by=request.actor, person=person_id, page="overview")
    except ReasonNeededError as needed:
        return _asked(request, needed.person)
    return redirect(f"/people/{person.id}/")


@staff
def look_closer(request: ActingRequest, reason_id: UUID) -> HttpResponse:
    """What was opened under one reason: the pages and when. It names nobody, and opens no record."""
    found = reason_to_look_at(by=request.actor, reason=reason_id)
    if found is None:
        raise Http404
    context = {"reason": found, "looks": looks_under(found.id)}
    return render(request, "access/reason_looked.html", context)


@staff
@once
def seen(request: ActingRequest, reason_id: UUID) -> HttpResponse:
    """The team manager has seen a reason; back to where it was shown."""
    if request.method != "POST":
        raise Http404
    try:
        see_reason(by=request.actor, reason=reason_id)
    except NotPermittedError as refused:
        raise Http404 from refused
    return redirect(_safe(request, request.POST.get("next", ""), "/"))


def _asked(request: ActingRequest, person: UUID) -> HttpResponse:
    here = f"/people/{person}/"
    if request.method != "POST":
        return render_reason_page(request, person, ReasonForm(initial={"next": here}))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return render_reason_page(request, person, form)
    told = form.cleaned_data
    give_reason(by=request.actor, person=person, kind=told["kind"], text=told["text"])
    return redirect(_safe(request, told["next"], here))


def _safe(request: HttpRequest, address: str, otherwise: str) -> str:
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, {request.get_host()})
    return address if ours else otherwise
