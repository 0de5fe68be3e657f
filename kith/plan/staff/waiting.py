"""Waiting for a step of the plan, and having seen what became of it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page, staff_who_may
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.plan import actions


@person_page("plan: wait for a step")
@once
def plan_await(request: ActingRequest, person: OpenPerson, item: UUID) -> HttpResponse:
    """Tell me when this is done."""
    if request.method != "POST":
        raise Http404
    try:
        actions.await_step(by=request.actor, item=item)
        messages.success(request, "It stands on your Today once it is done or not done.")
    except NotPermittedError as refused:
        messages.error(request, str(refused))
    return redirect("plan_line", person_id=person.id, item=item)


@staff_who_may(Permission.WRITE_STORY)
@once
def plan_step_saw(request: ActingRequest, item: UUID) -> HttpResponse:
    """I have seen what became of it."""
    if request.method != "POST":
        raise Http404
    try:
        actions.saw_step(by=request.actor, item=item)
    except NotPermittedError as refused:
        messages.error(request, str(refused))
    return redirect("today")
