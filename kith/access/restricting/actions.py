"""Declining, and lifting: whoever restricted takes it back within a day; all else is lifted by two."""

from __future__ import annotations

from uuid import UUID

from django.contrib.postgres.functions import TransactionNow
from django.db import connection

from kith.access.actions.restrictions import decide, undecided
from kith.access.models import Restriction, UnmaskRequest
from kith.access.models.restriction import AsksFor
from kith.access.permissions import Permission
from kith.access.restricting.queries import taken_back_by
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor


@action("access.decline_to_unmask")
def decline(*, by: Actor, request: UUID, why: str) -> None:
    """Say no to a request, and why; whoever asked is told. Raises NotPermittedError without a why."""
    undecided(by, request, *AsksFor)
    if not why.strip():
        raise NotPermittedError("Say why, so that whoever asked knows what to do.")
    decide(request, declined_by_id=by.id, declined_at=TransactionNow(), declined_why=why.strip()[:300])


@action("access.lift")
def lift(*, by: Actor, restriction: UUID, reason: str) -> None:
    """Take back a restriction of one's own, within 24 hours: from now the record is found and opened as before.

    Raises NotPermittedError without a reason, for a record that is not open to the actor, for what is sealed or
    relocated, and for a restriction that is older or another's: those take two (`ask_to_lift`).
    """
    limit = mine(by, restriction, reason)
    tell.tell(by=by, about=[limit.person_id], title="The record is no longer restricted to named people")
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_lift(%s, %s)", [restriction, reason.strip()[:300]])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("This is lifted by two people, never by one.")
    concerns([limit.person_id], restriction=restriction)


@action("access.ask_to_lift")
def ask_to_lift(*, by: Actor, restriction: UUID, reason: str) -> UnmaskRequest:
    """Ask a second person to lift a restriction. Raises NotPermittedError; so for one that may be taken back alone."""
    limit = mine(by, restriction, reason)
    if taken_back_by(by.id, limit):
        raise NotPermittedError("One person is enough to lift this.")
    asked = UnmaskRequest(
        restriction_id=restriction,
        asked_by_id=by.id,
        reason=reason.strip()[:300],
        asks_for=AsksFor.LIFT,
        recorded_by=by.id,
    )
    asked.save(force_insert=True)
    tell.tell(by=by, about=[limit.person_id], title="Somebody asked to lift the restriction of the record")
    concerns([limit.person_id], unmask_request=asked.id)
    return asked


@action("access.agree_to_lift")
def agree_to_lift(*, by: Actor, request: UUID) -> None:
    """A second person agrees, and the restriction is lifted. Raises NotPermittedError."""
    undecided(by, request, AsksFor.LIFT)
    decide(request, agreed_by_id=by.id, agreed_at=TransactionNow())
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_lift_agreed(%s)", [request])


def mine(by: Actor, restriction: UUID, reason: str) -> Restriction:
    """A restriction in force of a record that is open to the actor. Raises NotPermittedError, without a reason too."""
    limit = Restriction.objects.filter(id=restriction, lifted_at__isnull=True).first()
    if limit is None:
        raise NotPermittedError("There is no such restriction open to you.")
    tell.permit(by=by, permission=Permission.RESTRICT, persons=[limit.person_id])
    if not reason.strip():
        raise NotPermittedError("Say why others may open the record.")
    return limit
