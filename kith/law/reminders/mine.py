"""The worker's own page of reminders: the calendar's address, and the morning message."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.gates import ActingRequest, staff
from kith.access.reminders.actions import end_calendar, has_address, make_calendar, want_morning_message
from kith.access.reminders.queries import reminders
from kith.core.action import NotPermittedError
from kith.core.once import once


@staff
@once
def my_reminders(request: ActingRequest) -> HttpResponseBase:
    """What there is; and by POST `do`: make, end, want or unwant. A new address is shown once, by its own answer."""
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    if asked == "make":
        # An address that works without signing in is given only to somebody who has just shown who they are.
        raise_if_reauthentication_required(request, app="allauth.mfa")
        secret = make_calendar(by=request.actor)
        address = request.build_absolute_uri(reverse("calendar_feed", args=[secret]))
        return render(request, "law/calendar_made.html", {"address": address})
    if asked == "end":
        end_calendar(by=request.actor)
        messages.success(request, "The calendar is off. Its address leads nowhere now.")
    elif asked in {"want", "unwant"}:
        try:
            want_morning_message(by=request.actor, wanted=asked == "want")
        except NotPermittedError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, f"The morning message is {'on' if asked == 'want' else 'off'}.")
    if request.method == "POST":
        return redirect("my_reminders")
    return render(request, "law/reminders.html", _standing(request))


def _standing(request: ActingRequest) -> dict[str, Any]:
    mail = settings.KITH_MAIL
    return {"r": reminders(request.actor.id), "mail": mail, "can_mail": mail and has_address(request.user)}
