"""One Family Help lead at a time: who leads already, and managers who take turns to say who does."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Q

from kith.access.models import Involvement
from kith.access.models.involvement import InvolvementRole
from kith.core.action import NotPermittedError
from kith.core.actor import Actor
from kith.core.ranges import DateRange


def take_turns(persons: Sequence[UUID], family: UUID | None) -> None:
    """Another who allocates for any of these waits until this transaction ends, and then sees what it did.

    In one order for all, so that no two wait for each other.
    """
    with connection.cursor() as cursor:
        for each in sorted({str(one) for one in (*persons, family) if one is not None}):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 14))", [each])


def may_allocate(by: Actor, persons: Sequence[UUID], family: UUID | None, to: UUID) -> None:
    """Check that `by` says who works with these people: never themself, and not by a reason that lasts a day.

    Where nobody leads for them yet a reason is enough, so that somebody referred comes to a worker. Raises
    NotPermittedError.
    """
    if to == by.id:
        raise NotPermittedError("Nobody gives themselves work with somebody: ask another manager.")
    asked: list[tuple[UUID | None, UUID | None]] = [(each, None) for each in persons]
    if family is not None:
        asked.append((None, family))
    with connection.cursor() as cursor:
        for one in asked:
            cursor.execute("SELECT access_may_allocate(%s, %s)", list(one))
            if not cursor.fetchone()[0]:
                raise NotPermittedError(
                    "This record is open to you by a reason alone, and somebody leads for them."
                    " The manager of that team says who works with them."
                )


def no_other_leads(
    persons: Sequence[UUID], family: UUID | None, kind: str, span: DateRange, after: Sequence[UUID] = ()
) -> None:
    """Check that nobody else is their Family Help lead on any day of `span`; for other roles nothing is checked.

    With `after`, the involvements that lead before, only who begins in that time counts: two who lead already, as
    records of before may tell, are no reason to keep either from handing over. Call `take_turns` first.
    Raises NotPermittedError.
    """
    if kind != InvolvementRole.LEAD_PRACTITIONER:
        return
    # Not a constraint: what was so, two at once too, is always recordable.
    held = Involvement.objects.filter(role=kind, during__overlap=span).exclude(id__in=after)
    if after:
        held = held.filter(during__startswith__gte=span.lower)
    who = Q(person_id__in=persons)
    who |= Q(family__members__person_id__in=persons, family__members__during__overlap=span)
    if family is not None:
        who |= Q(family_id=family)
    if held.filter(who).exists():
        raise NotPermittedError(
            "Somebody else leads for them from then on: change or end that first."
            if after
            else "Somebody leads for them already, or soon will. Hand over the lead instead."
        )
