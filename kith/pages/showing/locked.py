"""The lock itself: while a session shows something to a family, it opens nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

KEY = "kith_showing"
# What the locked session still answers: the page, the way out, and signing out, which is a way out as well.
OPEN_WHILE_LOCKED = frozenset({"showing", "showing_item", "showing_leave"})
SIGN_OUT = "account_logout"


def lock(request: HttpRequest, *, person: UUID, account: UUID) -> None:
    """From now on the session shows `person`'s page as `account` sees it. The session gets a new key, so that
    no page that the browser kept can be gone back to."""
    request.session[KEY] = {"person": str(person), "account": str(account)}
    request.session.cycle_key()


def unlock(request: HttpRequest) -> None:
    """Give the session back to the worker."""
    request.session.pop(KEY, None)
    request.session.cycle_key()


def shown(request: HttpRequest) -> tuple[UUID, UUID] | None:
    """(person, account) that the session shows, or None where it is not locked."""
    kept = request.session.get(KEY)
    return (UUID(kept["person"]), UUID(kept["account"])) if kept else None


class ShowingMiddleware:
    """Sends every other address of a locked session back to what is shown."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """None lets the view answer."""
        if KEY not in request.session:
            return None
        name = request.resolver_match.url_name if request.resolver_match else ""
        if name in OPEN_WHILE_LOCKED or (name == SIGN_OUT and request.method == "POST"):
            return None
        if name == "photograph":
            # Not as the worker, to whom every face is shown.
            from kith.pages.showing.views import showing_face

            return showing_face(request, **kwargs)
        return redirect("showing")
