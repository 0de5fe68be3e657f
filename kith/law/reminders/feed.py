"""The calendar's address: open to whoever holds its secret, without signing in; and the way back from an entry."""

from __future__ import annotations

import logging

from allauth.core.internal import ratelimit
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from kith.access.gates import ActingRequest, public, staff
from kith.access.reminders.secret import digest_of, reader_of
from kith.core.acting import acting
from kith.law.reminders.ics import calendar_file
from kith.law.reminders.items import items
from kith.law.reminders.limit import Limit

log = logging.getLogger(__name__)
WAIT = 600  # seconds
# A calendar asks a few times an hour, on a few devices. A council's people share one address of the net.
BY_ADDRESS, BY_PLACE = Limit(30, WAIT), Limit(600, WAIT)


@public
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Due days of whoever's calendar it is. 404 for a secret that is none, was renewed, or whose account has ended.

    It opens no record and shows nothing of whom, so it is no look; that it was fetched is logged, without whose.
    """
    digest = digest_of(secret)
    within = [BY_PLACE.allows(ratelimit.get_ip(request) or ""), BY_ADDRESS.allows(digest)]
    if not all(within):
        return HttpResponse(
            "Too often. Try again later.", "text/plain", 429, headers={"Retry-After": str(WAIT)}
        )
    reader = reader_of(digest)
    if reader is None:
        log.info("A calendar was asked for that is not there.")
        raise Http404
    today = timezone.localdate()
    with acting(reader, read_only=True):
        found = items(reader.id, today)
    body = calendar_file(
        found, today, lambda uid: request.build_absolute_uri(reverse("calendar_entry", args=[uid]))
    )
    log.info("A calendar was fetched.")
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": 'inline; filename="due.ics"',
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)


@staff
def calendar_entry(request: ActingRequest, uid: str) -> HttpResponse:
    """From an entry to what is due, for the worker whose entry it is; for what is done or another's, Today."""
    found = items(request.actor.id, timezone.localdate())
    return redirect(next((each.href for each in found if each.uid == uid), "/"))
