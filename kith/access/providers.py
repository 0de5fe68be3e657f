"""What `access` gives to the rooms below it: permission, and an open door for whoever adds a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import connection
from psycopg.types.range import TimestamptzRange

from kith.access import gates
from kith.access.models import Reason
from kith.access.models.grant import ReasonKind
from kith.access.permissions import Permission
from kith.access.roles import NEVER_BY_REASON, role_named
from kith.core import tell
from kith.core.action import NotPermittedError, checked
from kith.core.actor import Actor
from kith.people import gates as people_gates

_OPEN_TO_ACTOR = """
SELECT count(DISTINCT person) FROM access_grant
 WHERE actor = kith_actor() AND person = ANY(%s::uuid[]) AND level >= 2 AND during @> now()
"""
SERVICE_ROLES = frozenset(
    [
        "loader",
        "demo",
        "matcher",
        "morning",
        "sealer",
        "counter",
        "checker",
        "sweeper",
        "postman",
        "doorkeeper",
    ]
)


def permit(*, by: Actor, permission: str, persons: Iterable[UUID] = ()) -> None:
    """Check that the actor's role may do it, and that each person is open to the actor.

    Raises NotPermittedError, with words fit to be shown, and says nothing of whether a person exists.
    """
    if by.role in SERVICE_ROLES:
        checked()
        return
    role = role_named(by.role)
    if Permission(permission) not in role.may:
        raise NotPermittedError(f"As {role.name} you cannot {Permission(permission).value}.")
    wanted = {str(person) for person in persons}
    if wanted:
        with connection.cursor() as cursor:
            cursor.execute(_OPEN_TO_ACTOR, [sorted(wanted)])
            if cursor.fetchone()[0] != len(wanted):
                raise NotPermittedError("You cannot do this for somebody whose record is not open to you.")
    checked()


def person_created(*, by: Actor, person: UUID) -> None:
    """Whoever adds a person may open the record for 24 hours, as with any reason."""
    if by.role in SERVICE_ROLES:
        return
    with connection.cursor() as cursor:
        # The transaction's own clock, so that the record is open within it.
        cursor.execute("SELECT now()")
        now = cursor.fetchone()[0]
    Reason.objects.create(
        account_id=by.id,
        person_id=person,
        kind=ReasonKind.CREATED,
        text="Added this person.",
        label_mask=int(role_named(by.role).opens & ~NEVER_BY_REASON),
        during=TimestamptzRange(now, now + timedelta(hours=24), "[)"),
        recorded_by=by.id,
    )


def fill() -> None:
    """Fill the ports of `core` and `people` (at start-up)."""
    tell.permit.fill(permit)
    tell.person_created.fill(person_created)
    people_gates.staff_gate.fill(gates.staff)
    people_gates.permission_gate.fill(gates.staff_who_may)
    people_gates.person_gate.fill(gates.person_page)
