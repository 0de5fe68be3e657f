"""What was done about a family's own meeting for one child: for the check before court (s31ZA) and for the returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.decisions.models import Exemption, MeetingFact, MeetingPerson, OfferAnswer
from kith.decisions.models.offer import Happened, MeetingPart, OfferAnswered


@dataclass(frozen=True, slots=True)
class Fgdm:
    """As it stood on a day. The offer is the newest about the child; answers and meeting are that offer's."""

    offered_on: date | None = None
    offer: UUID | None = None
    asked: int = 0
    accepted: bool = False
    declined_by_all: bool = False
    held_on: date | None = None
    exempt_on: date | None = None
    exempt_reason: str = ""
    offered_in_letter: bool = False


def fgdm(ids: Sequence[UUID], as_at: date) -> Fgdm:
    """Offered, accepted, held or exempt, for a child by all ids, as at a day. At most four statements.

    Of each person the last answer counts; one yes is enough, and no answer, or "not now", is no refusal. Source:
    section 31ZA(1) to (3) Children Act 1989.
    """
    exemption = (
        Exemption.objects.filter(person_id__in=ids, decided_on__lte=as_at)
        .order_by("-decided_on", "-recorded_at")
        .values_list("decided_on", "reason")
        .first()
    )
    exempt_on, exempt_reason = exemption or (None, "")
    facts = list(
        MeetingFact.objects.filter(
            person_id__in=ids, happened_on__lte=as_at, kind__in=[Happened.OFFERED, Happened.HELD]
        )
        .order_by("-happened_on", "-recorded_at")
        .values_list("offer_id", "kind", "happened_on", "in_letter")
    )
    newest = next((each for each in facts if each[1] == Happened.OFFERED), None)
    if newest is None:
        return Fgdm(exempt_on=exempt_on, exempt_reason=exempt_reason)
    offer, _kind, offered_on, in_letter = newest
    asked = set(
        MeetingPerson.objects.filter(offer_id=offer, part=MeetingPart.OFFERED).values_list(
            "person_id", flat=True
        )
    )
    last: dict[UUID, str] = dict(
        OfferAnswer.objects.filter(offer_id=offer, answered_on__lte=as_at)
        .order_by("answered_on", "recorded_at")
        .values_list("person_id", "answer")
    )
    return Fgdm(
        offered_on=offered_on,
        offer=offer,
        asked=len(asked),
        accepted=OfferAnswered.ACCEPTED in last.values(),
        declined_by_all=bool(asked) and all(last.get(each) == OfferAnswered.DECLINED for each in asked),
        held_on=next((on for of, kind, on, _l in facts if of == offer and kind == Happened.HELD), None),
        exempt_on=exempt_on,
        exempt_reason=exempt_reason,
        offered_in_letter=in_letter,
    )
