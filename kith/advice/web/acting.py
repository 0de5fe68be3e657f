"""One transaction for each request, and it has an actor: an account of the charity's, or the public's door.

A GET runs in a transaction that PostgreSQL holds read-only. The looks that it makes at what somebody asked are written
in a second one, committed before the first byte leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.db import connection, transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseBase,
    HttpResponseNotAllowed,
)
from django.template.loader import render_to_string

from kith.advice.models import Adviser
from kith.advice.roles import DOOR
from kith.core.acting import acting, call_as, change_actor
from kith.core.actor import Actor, as_current

READING = frozenset({"GET", "HEAD"})
_looks: ContextVar[list[tuple[UUID, str]] | None] = ContextVar("advice_looks", default=None)


class ActorMiddleware:
    """Sets `request.actor` and opens the request's transaction."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in READING | {"POST"}:
            return HttpResponseNotAllowed(sorted(READING | {"POST"}))
        if "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(render_to_string("design/errors/400.html"))
        head = request.method == "HEAD"
        if head:
            request.method = "GET"
        answer = self._respond(request)
        if head and isinstance(answer, HttpResponse):
            answer.headers["Content-Length"] = str(len(answer.content))
            answer.content = b""
        return answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """A view that failed leaves nothing half written."""
        if connection.in_atomic_block:
            transaction.set_rollback(True)

    def _respond(self, request: HttpRequest) -> HttpResponseBase:
        pending: list[tuple[UUID, str]] = []
        token = _looks.set(pending)
        try:
            with acting(None, channel="sign-in"):
                actor = _find_actor(request) or DOOR
                request.actor = actor  # type: ignore[attr-defined]
                change_actor(actor, read_only=request.method in READING)
                with as_current(actor):
                    response = self.get_response(request)
                if response.status_code >= 500:
                    transaction.set_rollback(True)
        finally:
            _looks.reset(token)
        if pending and response.status_code < 400:
            for contact, page in pending:
                call_as(actor, "advice_record_look(%s, %s)", str(contact), page)
        return response


def looked_at(contact: UUID, page: str) -> None:
    """The page under way shows what this contact said. Raises LookupError outside a request."""
    pending = _looks.get()
    if pending is None:
        raise LookupError("A look belongs to a request.")
    pending.append((contact, page))


def _find_actor(request: HttpRequest) -> Actor | None:
    if SESSION_KEY not in request.session:
        return None
    account = request.user
    if not isinstance(account, Adviser) or not account.is_active:
        return None
    return Actor(id=account.id, role=account.role, channel="web")
