"""The store fills core's ports itself: what may be done hangs on the role alone, and nothing is told on any timeline."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from kith.advice.roles import KEEPER, ROLES
from kith.core import tell
from kith.core.action import NotPermittedError, checked, nothing_to_tell
from kith.core.actor import Actor
from kith.core.tasks import SERVICES


def permit(by: Actor, permission: str, persons: Iterable[UUID] = ()) -> None:
    """Raise NotPermittedError unless the actor's role may. Who asked is no Person: `persons` is always empty."""
    role = ROLES.get(by.role)
    own = by == KEEPER or (by.id, by.role) == (KEEPER.id, KEEPER.role)
    if not own and (role is None or permission not in role.may or tuple(persons)):
        raise NotPermittedError("Your role does not do this here.")
    checked()


def may(by: Actor, permission: str, why: str) -> None:
    """Check permission in an action of the store, and say why no timeline hears of it."""
    tell.permit(by=by, permission=permission)
    nothing_to_tell(why)


def fill_ports() -> None:
    """At start-up, in the store's own process."""
    tell.permit.fill(permit)
    SERVICES.add("advice.keeper", KEEPER)
