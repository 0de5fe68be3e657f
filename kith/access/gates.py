"""Who may come to a page at all. Every view has exactly one gate; a test walks the addresses for it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Concatenate, Literal, ParamSpec
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from kith.access.door import OpenPerson, ReasonNeededError, open_person
from kith.access.models import Account
from kith.access.reason_page import render_reason_page
from kith.core.actor import Actor

P = ParamSpec("P")
Audience = Literal["public", "staff", "family", "signed_in"]
View = Callable[..., HttpResponseBase]


class ActingRequest(HttpRequest):
    """A request past a gate: it has an actor and a signed-in account."""

    actor: Actor
    user: Account
    opened: OpenPerson


def _gate(audience: Audience, view: View, permission: str | None = None) -> View:
    @functools.wraps(view)
    def gated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if audience != "public":
            actor = getattr(request, "actor", None)
            if actor is None:
                return redirect_to_login(request.get_full_path(), "/sign-in", "next")
            account = request.user
            if not isinstance(account, Account):
                raise Http404
            if audience == "staff" and account.is_family:
                # Family accounts have their own door; staff addresses look to them like nothing there.
                if request.path == "/":
                    return redirect("/my/")
                raise Http404
            if audience == "family" and not account.is_family:
                raise Http404
            if permission is not None and permission not in account.role_class.may:
                raise Http404
        return view(request, *args, **kwargs)

    gated.audience = audience  # type: ignore[attr-defined]
    return gated


def public(view: View) -> View:
    """For everybody, signed in or not."""
    return _gate("public", view)


def signed_in(view: View) -> View:
    """For every account."""
    return _gate("signed_in", view)


def staff(view: View) -> View:
    """For staff of the council and its partners."""
    return _gate("staff", view)


def family(view: View) -> View:
    """For families, young people and carers."""
    return _gate("family", view)


def family_who_may(permission: str) -> Callable[[View], View]:
    """For those behind the family's door whose role has a permission; for all others the address is not there."""
    return lambda view: _gate("family", view, permission)


def staff_who_may(permission: str) -> Callable[[View], View]:
    """For staff whose role has a permission; for all others the address is not there."""
    return lambda view: _gate("staff", view, permission)


def person_page(
    page: str, needs: str | None = None
) -> Callable[[Callable[Concatenate[ActingRequest, OpenPerson, P], HttpResponseBase]], View]:
    """A staff page about one person: the view gets the person already opened, and the look is logged.

    The address must have `<uuid:person_id>`. Old addresses of linked records redirect; who may find but
    not open gets the page that asks for a reason, at the same address. With `needs` nothing is there for a role
    without that permission, once the record is open.
    """

    def decorate(view: Callable[Concatenate[ActingRequest, OpenPerson, P], HttpResponseBase]) -> View:
        def opened(
            request: ActingRequest, person_id: UUID, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            try:
                person = open_person(by=request.actor, person=person_id, page=page)
            except ReasonNeededError as needed:
                return render_reason_page(request, needed.person)
            if person.moved and request.method == "GET":
                return redirect(request.path.replace(str(person_id), str(person.id)))
            if needs is not None and needs not in request.user.role_class.may:
                raise Http404
            request.opened = person
            return view(request, person, *args, **kwargs)

        return _gate("staff", functools.wraps(view)(opened))

    return decorate
