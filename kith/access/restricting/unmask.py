"""Opening a restricted record by two: ask by its reference, and decide what somebody else asked."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.actions.restrictions import agree_to_unmask, ask_to_unmask
from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.access.restricting import actions
from kith.access.restricting.forms import AskForm, DecideForm
from kith.access.restricting.naming import agree_to_name
from kith.access.restricting.queries import requests, restriction_named
from kith.core.once import once

WRONG = "No record that can be opened this way has this reference. Check it with whoever gave it to you"


@staff_who_may(Permission.UNMASK)
@once
def restricted(request: ActingRequest) -> HttpResponse:
    """What waits for a second person, what I asked, and a way to ask by reference. It lists no record."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        found = restriction_named(form.cleaned_data["reference"])
        if found is None:
            form.add_error("reference", WRONG)
        else:
            ask_to_unmask(by=request.actor, restriction=found, reason=form.cleaned_data["reason"].strip())
            messages.success(request, "You have asked. It opens when a second person agrees.")
            return redirect("restricted")
    asked = requests()
    context = {
        "form": form,
        "waiting": [each for each in asked if each.decided_by(request.actor.id)],
        "mine": [each for each in reversed(asked) if each.asked_by == request.actor.id],
    }
    return render(request, "access/restricted.html", context)


@staff_who_may(Permission.UNMASK)
@once
def restricted_decide(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """Agree or decline, for somebody who did not ask and is not to be named. All other requests are not there."""
    asked = next((each for each in requests() if each.id == request_id), None)
    if asked is None or not asked.decided_by(request.actor.id):
        raise Http404
    form = DecideForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["decision"] == "decline":
            actions.decline(by=request.actor, request=asked.id, why=form.cleaned_data["why"])
            messages.success(request, f"You declined. {asked.asker} is told why.")
        elif asked.asks_for == "lift":
            actions.agree_to_lift(by=request.actor, request=asked.id)
            messages.success(request, "You agreed. The restriction is lifted.")
        elif asked.asks_for == "name":
            agree_to_name(by=request.actor, request=asked.id)
            messages.success(request, f"You agreed. {asked.named} is named on the record.")
        else:
            agree_to_unmask(by=request.actor, request=asked.id)
            messages.success(request, f"You agreed. The record is open to {asked.asker} for 24 hours.")
        return redirect("restricted")
    return render(request, "access/restricted_decide.html", {"form": form, "asked": asked})
