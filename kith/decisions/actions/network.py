"""Who could come: named by the child and the family, and for each: may ask, ask only if somebody agrees, never."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.decisions.actions.common import meeting_of, not_to_come, unsaid
from kith.decisions.models import (
    FamilyPlan,
    FamilyPlanLine,
    Invitation,
    NetworkPerson,
    NeverReason,
    ReviewMeeting,
)
from kith.decisions.models.network import MayAsk, NetworkPart, Orders
from kith.design.text import safe_text
from kith.story.writing import clean_text


@action("decisions.name_person")
def name_person(
    *, by: Actor, meeting: UUID, name: str, tie: str = "", named_by: str = "", part: str = "other"
) -> NetworkPerson:
    """Somebody who matters, by the name that the family uses. They need be in no record. Raises NotPermittedError."""
    meeting_of(by, meeting)
    unsaid()
    if not safe_text(name):
        raise NotPermittedError("Say what the family calls them.")
    made = NetworkPerson(
        meeting_id=meeting,
        name=safe_text(name)[:120],
        tie=safe_text(tie)[:80],
        named_by=safe_text(named_by)[:120],
        part=NetworkPart(part),
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    return made


@action("decisions.settle_asking")
def settle_asking(
    *,
    by: Actor,
    person: UUID,
    may_ask: str,
    agreed_with: str,
    part: str = "",
    only_if: UUID | None = None,
    never_because: str = "",
) -> None:
    """May they be asked, only if somebody agrees, or never: settled with the child and the safe parent.

    Never is an outcome. Its reason is locked, and what they were sent or shown is taken back. Raises NotPermittedError.
    """
    found = in_network(by, person)
    unsaid()
    answer = MayAsk(may_ask)
    if not agreed_with.strip():
        raise NotPermittedError("Say with whom you settled it: the child, the parent who is safe.")
    if answer is MayAsk.ONLY_IF and not _of(found.meeting_id, only_if, found.id):
        raise NotPermittedError("Say who has to agree first.")
    if (
        answer is MayAsk.NEVER
        and not never_because.strip()
        and not NeverReason.objects.filter(network=found).exists()
    ):
        raise NotPermittedError("Say why. Only you and a manager of the family read it.")
    found.may_ask, found.agreed_with = answer, safe_text(agreed_with)[:200]
    found.only_if_id = only_if if answer is MayAsk.ONLY_IF else None
    found.only_if_agreed_on = None
    found.part = NetworkPart(part) if part else found.part
    found.save(update_fields=["may_ask", "agreed_with", "only_if", "only_if_agreed_on", "part"])
    if answer is MayAsk.NEVER:
        words = clean_text(never_because).strip()[:1000]
        # A second reason stands beside the first.
        if words and not NeverReason.objects.filter(network=found, reason=words).exists():
            NeverReason(network=found, reason=words, recorded_by=by.id).save(force_insert=True)
        _take_back(found)


@action("decisions.only_if_agreed")
def only_if_agreed(*, by: Actor, person: UUID, on: date) -> None:
    """Whoever had to agree before this person is asked did agree. Raises NotPermittedError."""
    found = in_network(by, person)
    unsaid()
    not_to_come(on)
    if found.may_ask != MayAsk.ONLY_IF:
        raise NotPermittedError("Nobody has to agree first.")
    found.only_if_agreed_on = on
    found.save(update_fields=["only_if_agreed_on"])


@action("decisions.check_orders")
def check_orders(*, by: Actor, person: UUID, orders: str, checked_with: str, allow: str = "") -> None:
    """Court orders and bail were checked before this person is asked; and what they still allow.

    Raises NotPermittedError.
    """
    found = in_network(by, person)
    unsaid()
    answer = Orders(orders)
    if answer is not Orders.NOT_CHECKED and not checked_with.strip():
        raise NotPermittedError("Say with whom you checked it.")
    found.orders, found.orders_checked_with = answer, safe_text(checked_with)[:200]
    found.orders_allow = safe_text(allow)[:300] if answer is Orders.SOME else ""
    found.save(update_fields=["orders", "orders_checked_with", "orders_allow"])


def in_network(by: Actor, person: UUID) -> NetworkPerson:
    """Somebody of the network of a meeting that this coordinator prepares. Raises NotPermittedError."""
    found = NetworkPerson.objects.filter(id=person).first()
    if found is None:
        raise NotPermittedError("This is nobody whom the family named.")
    meeting_of(by, found.meeting_id)
    return found


@action("decisions.take_back")
def take_back(*, by: Actor, person: UUID) -> int:
    """Take back all that one of the network was shown of the meeting by name; how many items. What was read stays read.

    Raises NotPermittedError where there is nothing.
    """
    found = in_network(by, person)
    unsaid()
    meeting = found.meeting_id
    items = [
        *Invitation.objects.filter(network=found).values_list("id", flat=True),
        *FamilyPlan.objects.filter(meeting_id=meeting).values_list("id", flat=True),
        *FamilyPlanLine.objects.filter(plan__meeting_id=meeting).values_list("id", flat=True),
        *ReviewMeeting.objects.filter(meeting_id=meeting).values_list("id", flat=True),
    ]
    theirs = Release.objects.filter(reader_id=found.person_id, kind=ReleasedKind.MEETING, item__in=items)
    taken = theirs.filter(withdrawn_at__isnull=True).update(withdrawn_at=timezone.now()) if items else 0
    if not taken:
        raise NotPermittedError("There is nothing to take back.")
    return taken


def _of(meeting: UUID, other: UUID | None, besides: UUID) -> bool:
    return (
        other is not None
        and other != besides
        and NetworkPerson.objects.filter(id=other, meeting_id=meeting).exists()
    )


def _take_back(found: NetworkPerson) -> None:
    """What this person was shown by name. The database shows them nothing of the meeting any more in any event."""
    items = list(Invitation.objects.filter(network=found).values_list("id", flat=True))
    taken = Release.objects.filter(kind=ReleasedKind.MEETING, item__in=items, withdrawn_at__isnull=True)
    taken.update(withdrawn_at=timezone.now())
