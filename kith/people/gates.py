"""Gates and the door, as ports: this room stands below `access`, which fills them at start-up.

The three are `staff`, `staff_who_may` and `person_page` of `kith.access.gates`. A view that is gated here
says its audience, as every view of Kith does, before the ports are filled.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase

from kith.core.actor import Actor
from kith.core.ports import Port

View = Callable[..., HttpResponseBase]

staff_gate: Port[[View], View] = Port("people.staff_gate", "lets staff in")
permission_gate: Port[[str], Callable[[View], View]] = Port("people.permission_gate", "lets in staff who may")
person_gate: Port[[str], Callable[[View], View]] = Port("people.person_gate", "opens one record to a page")


class RoleOfAccount(Protocol):
    """What a role may do, by the words of `kith.people.may`."""

    @property
    def may(self) -> frozenset[str]: ...


class AccountSeen(Protocol):
    """As much of an account as pages of this room need."""

    display_name: str

    @property
    def role_class(self) -> RoleOfAccount: ...


class ActingRequest(HttpRequest):
    """A request past a gate."""

    actor: Actor
    user: AccountSeen  # type: ignore[assignment]


class OpenPerson(Protocol):
    """A record that the door has opened: its canonical id, and all ids that it stands for."""

    @property
    def id(self) -> UUID: ...

    @property
    def ids(self) -> tuple[UUID, ...]: ...


def staff(view: View) -> View:
    """For staff of the council and its partners."""
    return _late(view, lambda: staff_gate(view))


def staff_who_may(permission: str) -> Callable[[View], View]:
    """For staff whose role has a permission, by its words."""
    return lambda view: _late(view, lambda: permission_gate(permission)(view))


def person_page(page: str) -> Callable[[View], View]:
    """A staff page about one person; the address must have `<uuid:person_id>`."""
    return lambda view: _late(view, lambda: person_gate(page)(view))


def _late(view: View, make: Callable[[], View]) -> View:
    """The gated view, made at its first request: addresses are read before every port is filled."""
    made: list[View] = []

    @functools.wraps(view)
    def gated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not made:
            made.append(make())
        return made[0](request, *args, **kwargs)

    gated.audience = "staff"  # type: ignore[attr-defined]
    return gated
