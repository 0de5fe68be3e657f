"""Asking a court for a care or supervision order, and the family's own meeting that comes before it.

Section 31ZA of the Children Act 1989 (Children's Wellbeing and Schools Act 2026 s1): the meeting is offered; if
anybody accepts, it is held before the application; a senior may find that it is not in the child's best interests.
Whether that binds on a day is what the register of duties says of PL-01, and nothing here. An emergency protection
order is not under Part 4, and nothing here stands in its way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.decisions.queries import Fgdm, fgdm
from kith.design.dates import plain_date, today
from kith.law.judge import force
from kith.law.register import effective_register
from kith.people.actions import CannotBeError
from kith.protection.models import MeetingStood, OrderApplication, OrderKind, PreProceedings

OFFER = "PL-01"


@dataclass(frozen=True, slots=True)
class Standing:
    """How the family's own meeting stands for a child on a day. `missing`: what is still owed, in words, or "".

    `binding`: whether the law asks for it on that day; until then it is good practice, and advises.
    """

    stood: MeetingStood
    binding: bool
    says: str
    missing: str

    @property
    def stops(self) -> bool:
        """Whether an application of that day waits for the meeting."""
        return self.binding and bool(self.missing)


def standing(ids: Sequence[UUID], on: date) -> Standing:
    """How the meeting stands for the child of these records on a day. Five statements."""
    held = fgdm(ids, on)
    duty = effective_register(on)[OFFER]
    binding = force(duty, on, on) == "required"
    stood, says, missing = _stood(held)
    return Standing(stood, binding, says, missing)


def _stood(held: Fgdm) -> tuple[MeetingStood, str, str]:
    if held.exempt_on is not None:
        says = f"A senior found on {plain_date(held.exempt_on)} that it is not in the child's best interests."
        return MeetingStood.EXEMPT, says, ""
    if held.offered_on is None:
        return MeetingStood.MISSING, "The family was not offered its own meeting.", "Offer it."
    offered = f"The family was offered its own meeting on {plain_date(held.offered_on)}"
    if held.held_on is not None:
        return MeetingStood.HELD, f"{offered}. It was held on {plain_date(held.held_on)}.", ""
    if held.accepted:
        return MeetingStood.MISSING, f"{offered} and said yes. It is not held yet.", "Hold it first."
    if held.declined_by_all:
        return MeetingStood.DECLINED, f"{offered}. Everybody asked said no.", ""
    return (
        MeetingStood.MISSING,
        f"{offered}. Not everybody has answered.",
        "Wait for the answers, or ask again.",
    )


@action("journeys.apply_for_order")
def apply_for_order(
    *, by: Actor, ids: Sequence[UUID], kind: str, on: date, why_without: str = "", made_already: bool = False
) -> OrderApplication:
    """The council asks a court for an order about a child; the time before court that goes on is tied to it.

    Where the family's own meeting is missing: refused while the law asks for it, and recorded with `why_without`
    before that. `made_already`: it was asked, whatever should have been; that is always recordable with the reason,
    and a director is told. Raises NotPermittedError, CannotBeError. `ids`: of the child, the canonical one first.
    """
    person = ids[0]
    tell.permit(by=by, permission=Permission.PROTECT, persons=[person])
    if on > today():
        raise CannotBeError("That day is still to come.", field="on")
    found = standing(ids, on)
    if found.stops and not made_already:
        says = "The law asks for the family's own meeting before this."
        raise CannotBeError(f"{says} {found.says} {found.missing}", field="kind")
    if found.missing and not why_without.strip():
        says = "Say why a court is asked without the family's own meeting."
        raise CannotBeError(f"{says} {found.says}", field="why_without")
    matter = (
        PreProceedings.objects.select_for_update()
        .filter(person_id__in=ids, started_on__lte=on, applied_to_court_on=None)
        .order_by("-started_on")
        .first()
    )
    made = OrderApplication.objects.create(
        person_id=person,
        pre_proceedings=matter,
        kind=OrderKind(kind),
        applied_on=on,
        meeting_stood=found.stood,
        binding=found.binding,
        why_without=why_without.strip() if found.missing else "",
        recorded_by=by.id,
    )
    if matter is not None:
        matter.applied_to_court_on = on
        matter.save(update_fields=["applied_to_court_on"])
    facts = {"application": str(made.id), "on": on.isoformat(), "meeting": str(found.stood)}
    concerns([person], **facts)
    says = f"A court was asked for {OrderKind(kind).label}. The family's own meeting: {found.stood.label}"
    tell.tell(by=by, about=[person], title=says, facts=facts)
    return made
