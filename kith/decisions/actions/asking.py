"""What workers do around a meeting: ask somebody independent to coordinate it, add whom they know of, hear of a risk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.decisions.actions.common import children_of, not_to_come
from kith.decisions.models import FamilyMeeting, MeetingOffer, MeetingPerson, NetworkPerson, RiskTold
from kith.decisions.models.network import NetworkPart
from kith.decisions.models.offer import MeetingPart
from kith.design.text import safe_text
from kith.people.page_queries import who
from kith.story.writing import clean_text


@action("decisions.ask_coordinator")
def ask_coordinator(
    *,
    by: Actor,
    offer: UUID,
    coordinator: UUID,
    on: date,
    why_agreed: str,
    safety_notes: str = "",
    kind: str = "",
) -> FamilyMeeting:
    """Ask somebody independent to prepare the meeting. They see the network, why, and the safety notes: no record.

    Raises NotPermittedError: for who offered it, or works for these people in any other way.
    """
    children = children_of(offer)
    tell.permit(by=by, permission=Permission.OFFER_MEETING, persons=children)
    not_to_come(on)
    held = MeetingOffer.objects.filter(id=offer).first()
    if held is None or not children or not why_agreed.strip():
        raise NotPermittedError("Say what the meeting is for, in words that you agreed with the family.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_independent(%s, %s)", [offer, coordinator])
        if not cursor.fetchone()[0]:
            raise NotPermittedError(
                "The coordinator has to be independent: not their lead, worker or manager, nor who offered it."
            )
    if FamilyMeeting.objects.filter(offer_id=offer, closed_on__isnull=True).exists():
        raise NotPermittedError("Somebody prepares this meeting already.")
    made = FamilyMeeting(
        offer_id=offer,
        kind=kind or held.kind,
        coordinator_id=coordinator,
        asked_on=on,
        why_agreed=clean_text(why_agreed).strip()[:1000],
        safety_notes=clean_text(safety_notes).strip()[:1000],
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    parts: dict[UUID, str] = dict(
        MeetingPerson.objects.filter(offer_id=offer).values_list("person_id", "part")
    )
    _into_network(by, made.id, parts)
    name = Account.objects.filter(id=coordinator).values_list("display_name", flat=True).first() or ""
    facts = {"meeting": str(made.id), "offer": str(offer)}
    tell.tell(
        by=by,
        about=children,
        title=f"{name} was asked to prepare the family's meeting",
        facts=facts,
        covert=held.covert_id,
    )
    return made


@action("decisions.add_to_network")
def add_to_network(*, by: Actor, meeting: UUID, persons: Sequence[UUID]) -> None:
    """Add people of the record to whom the family could ask. The coordinator settles with the family who is asked.

    Raises NotPermittedError.
    """
    held = FamilyMeeting.objects.filter(id=meeting).first()
    children = children_of(held.offer_id) if held else []
    tell.permit(by=by, permission=Permission.OFFER_MEETING, persons=children)
    if held is None or not children:
        raise NotPermittedError("There is no such meeting.")
    _into_network(by, meeting, {each: MeetingPart.OFFERED for each in persons})
    nothing_to_tell("who could be asked is on the meeting's own list")
    concerns(persons, meeting=str(meeting))


def _into_network(by: Actor, meeting: UUID, parts: Mapping[UUID, str]) -> None:
    there = set(NetworkPerson.objects.filter(meeting_id=meeting).values_list("person_id", flat=True))
    names = who([each for each in parts if each not in there])
    for person, known in sorted(names.items(), key=lambda pair: str(pair[0])):
        NetworkPerson(
            meeting_id=meeting,
            person_id=person,
            name=safe_text(known.known_as or known.name)[:120],
            named_by="their worker",
            part=NetworkPart.CHILD if parts[person] == MeetingPart.CHILD else NetworkPart.OTHER,
            recorded_by=by.id,
        ).save(force_insert=True)


@action("decisions.end_coordinating")
def end_coordinating(*, by: Actor, meeting: UUID, why: str) -> None:
    """End a coordinator's work, and with it their access: somebody else can be asked. Raises NotPermittedError."""
    held = FamilyMeeting.objects.filter(id=meeting, closed_on__isnull=True).first()
    children = children_of(held.offer_id) if held else []
    tell.permit(by=by, permission=Permission.OFFER_MEETING, persons=children)
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_end_coordinating(%s, %s)", [meeting, clean_text(why).strip()])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("There is no such meeting, or you did not say why.")
    tell.tell(
        by=by,
        about=children,
        title="Somebody else is to prepare the family's meeting",
        facts={"meeting": str(meeting)},
    )


@action("decisions.seen_risk")
def seen_risk(*, by: Actor, risk: UUID) -> None:
    """A worker says: I have this, and I act. Raises NotPermittedError."""
    found = RiskTold.objects.filter(id=risk, seen_at__isnull=True).first()
    children = children_of(found.offer_id) if found else []
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=children)
    if found is None or not children:
        raise NotPermittedError("There is nothing here that waits for you.")
    RiskTold.objects.filter(id=risk, seen_at__isnull=True).update(seen_at=timezone.now(), seen_by_id=by.id)
    tell.tell(
        by=by,
        about=children,
        title="What the meeting's coordinator told was taken up",
        facts={"of": str(found.told_id)},
    )
