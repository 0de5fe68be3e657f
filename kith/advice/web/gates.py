"""Who may come to a page at all. Every view has exactly one gate; a test walks the addresses for it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from kith.advice.models import Adviser
from kith.advice.roles import Permission
from kith.core.actor import Actor

# In the session: that a code was right in it.
SECOND = "second"
View = Callable[..., HttpResponseBase]


class DeskRequest(HttpRequest):
    """A request past a gate: it has an actor, and at the desk an account."""

    actor: Actor
    user: Adviser


def public(view: View) -> View:
    """For everybody."""
    return _marked(view, "public", view)


def desk(view: View) -> View:
    """For everybody who has an account of the charity's."""
    return _gate(view, None)


def desk_unfinished(view: View) -> View:
    """For everybody who has an account, also while a password or a second step is still to be chosen."""
    return _gate(view, None, finished=False)


def desk_who_may(permission: Permission) -> Callable[[View], View]:
    """For accounts whose role may; for all others the address is not there."""
    return lambda view: _gate(view, permission)


def _gate(view: View, permission: Permission | None, *, finished: bool = True) -> View:
    @functools.wraps(view)
    def gated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        account = request.user
        if not isinstance(account, Adviser) or not account.is_active:
            return redirect_to_login(request.get_full_path(), "/desk/sign-in", "next")
        if finished and account.given:
            return redirect("desk_password")
        if finished and settings.ADVICE_SECOND_STEP and not request.session.get(SECOND):
            return redirect("desk_app")
        if permission is not None and not account.may(permission):
            raise Http404
        return view(request, *args, **kwargs)

    return _marked(gated, permission.value if permission else "desk", view)


def _marked(gated: View, audience: str, view: View) -> View:
    @functools.wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return gated(request, *args, **kwargs)

    marked.audience = audience  # type: ignore[attr-defined]
    return marked
