"""One transaction for each request, and it has an actor before anything is read.

A GET runs in a transaction that PostgreSQL itself holds read-only. The looks that it makes at people's
records are written in a second one, committed before the first byte of the page leaves.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.db import connection, transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseBase,
    HttpResponseNotAllowed,
    StreamingHttpResponse,
)
from django.template.loader import render_to_string
from django.utils import timezone

from kith.access import looks
from kith.access.failures import GONE, database_gone
from kith.access.models import Account
from kith.core.acting import acting, change_actor
from kith.core.actor import Actor, as_current

READING = frozenset({"GET", "HEAD"})
ALLOWED = READING | {"POST"}


class ActorMiddleware:
    """Sets `request.actor` (None for a visitor) and opens the request's transaction."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ALLOWED:
            return HttpResponseNotAllowed(sorted(ALLOWED))
        if "%00" in request.META.get("QUERY_STRING", ""):
            # PostgreSQL holds no such character, and no name or number has one.
            return HttpResponseBadRequest(render_to_string("design/errors/400.html"))
        if request.method == "HEAD":
            # The same in everything but the body: no page need know of it, and none is limited as if it were sent a form.
            request.method = "GET"
            return without_body(self._answer(request))
        return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        try:
            return self._respond(request)
        except GONE:
            return database_gone(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """A view that failed leaves nothing half written."""
        if connection.in_atomic_block:
            transaction.set_rollback(True)

    def _respond(self, request: HttpRequest) -> HttpResponseBase:
        pending = looks.start()
        with acting(None, channel="sign-in"):
            actor = find_actor(request)
            request.actor = actor  # type: ignore[attr-defined]
            change_actor(actor, channel="web" if actor else "sign-in", read_only=request.method in READING)
            with as_current(actor):
                response = whole(self.get_response(request))
            if response.status_code >= 500:
                transaction.set_rollback(True)
        # Whoever signed in during this request is not yet the actor of its looks: there are none.
        # Of what is not there, and of what failed, nothing was shown; any other answer may hold what was read.
        shown = response.status_code != 404 and response.status_code < 500
        if pending and actor is not None and shown:
            looks.write_as(actor, pending)
        return response


def find_actor(request: HttpRequest) -> Actor | None:
    """The signed-in account as an actor; None for a visitor or an account outside its dates."""
    if SESSION_KEY not in request.session:
        return None
    account = request.user
    if not isinstance(account, Account) or not account.open_on(timezone.localdate()):
        return None
    return Actor(id=account.id, role=account.role, channel="web")


def whole(response: HttpResponseBase) -> HttpResponseBase:
    """A body that is made while it streams would run outside the transaction: make it now."""
    if isinstance(response, StreamingHttpResponse) and not hasattr(response, "file_to_stream"):
        body = b"".join(response)
        return HttpResponse(body, status=response.status_code, headers=dict(response.headers))
    return response


def without_body(response: HttpResponseBase) -> HttpResponseBase:
    """The answer to a HEAD: everything that the GET would say, its length as well, and no body."""
    if isinstance(response, HttpResponse):
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
        return response
    response.close()
    bare = HttpResponse(status=response.status_code, headers=dict(response.headers))
    bare.cookies = response.cookies
    return bare
