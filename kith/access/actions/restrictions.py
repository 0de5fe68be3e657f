"""Restricting a record to named people, and opening it again only by two."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.functions import TransactionNow
from django.db import connection

from kith.access.models import Restriction, RestrictionAllows, UnmaskRequest
from kith.access.models.restriction import AsksFor, RestrictionKind
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.ranges import during


@action("access.restrict")
def restrict(
    *, by: Actor, person: UUID, kind: str, reason: str, check_with: str, allow: list[UUID], on: date
) -> Restriction:
    """Restrict a record to the accounts in `allow`. Whoever restricts it keeps it only if named there.

    `check_with` is what others are told: a team or role, never a place.
    """
    tell.permit(by=by, permission=Permission.RESTRICT, persons=[person])
    if not allow:
        raise NotPermittedError("Name at least one worker who may still open the record.")
    tell.tell(by=by, about=[person], title="The record was restricted to named people", facts={"kind": kind})
    limit = Restriction(
        person_id=person,
        kind=RestrictionKind(kind),
        reason=reason,
        check_with=check_with,
        during=during(on),
        recorded_by=by.id,
    )
    # Who may still open it is written first: the restriction itself closes the door behind it.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT access_restrict(%s, %s, %s, %s, %s, %s::date, %s::uuid[], %s)",
            [limit.id, person, kind, reason, check_with, on, [str(each) for each in allow], by.id],
        )
    return limit


@action("access.ask_to_unmask")
def ask_to_unmask(*, by: Actor, restriction: UUID, reason: str) -> UnmaskRequest:
    """Ask to be named on a restricted record. Nothing opens until somebody else agrees.

    `reason` is read by whoever decides, who may not know whose record it is: it names nobody.
    """
    tell.permit(by=by, permission=Permission.UNMASK)
    asked = UnmaskRequest(restriction_id=restriction, asked_by_id=by.id, reason=reason, recorded_by=by.id)
    asked.save(force_insert=True)
    nothing_to_tell("the story of a restricted record is told when it opens")
    concerns([], unmask_request=asked.id)
    return asked


@action("access.agree_to_unmask")
def agree_to_unmask(*, by: Actor, request: UUID) -> UnmaskRequest:
    """A second person agrees; whoever asked is then named on the restriction, and may open the record for a day.

    Raises NotPermittedError when the two are one, or it was decided already.
    """
    asked = undecided(by, request, AsksFor.OPEN)
    decide(request, agreed_by_id=by.id, agreed_at=TransactionNow())
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_unmask(%s)", [asked.id])
    return asked


def undecided(by: Actor, request: UUID, *asks_for: str) -> UnmaskRequest:
    """A request that somebody else made and nobody has decided. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.UNMASK)
    asked = UnmaskRequest.objects.filter(
        id=request, agreed_at__isnull=True, declined_at__isnull=True, asks_for__in=asks_for
    ).first()
    if asked is None:
        raise NotPermittedError("There is no such request waiting.")
    if asked.asked_by_id == by.id:
        raise NotPermittedError("Somebody else must agree: one person alone cannot open a restricted record.")
    nothing_to_tell("the story of a restricted record is told when it opens")
    concerns([], unmask_request=asked.id)
    return asked


def decide(request: UUID, **decision: Any) -> None:
    """Write a decision once. Raises NotPermittedError where another was quicker."""
    if UnmaskRequest.objects.filter(id=request).update(**decision) != 1:
        raise NotPermittedError("Somebody has decided this already.")


def allowed(restriction: UUID) -> list[UUID]:
    """The accounts named on a restriction, as far as the actor may see it."""
    return list(
        RestrictionAllows.objects.filter(restriction_id=restriction).values_list("account_id", flat=True)
    )
