"""Offering a meeting, what each person answers, and the exemption that only a senior may make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from kith.access.allocating.kin import kin_of
from kith.access.permissions import Permission
from kith.access.working_with import LEADS, who_works_with
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.decisions.actions.common import children_of, me, not_to_come, release
from kith.decisions.models import Exemption, MeetingOffer, MeetingPerson, OfferAnswer
from kith.decisions.models.offer import MeetingKind, MeetingPart, OfferAnswered, OfferStage
from kith.story.writing import clean_text


@action("decisions.offer_meeting")
def offer_meeting(
    *,
    by: Actor,
    children: Sequence[UUID],
    offered_to: Sequence[UUID],
    kind: str,
    on: date,
    how_explained: str,
    stage: str,
    in_letter: bool = False,
    family: UUID | None = None,
    covert: UUID | None = None,
) -> MeetingOffer:
    """Offer these children's family a meeting of its own, and say to whom and how it was explained.

    `in_letter`: it stood in the letter before proceedings. Source: s31ZA(1), (6) Children Act 1989; Working Together
    2026 on family group decision making. Raises NotPermittedError.
    """
    tell.permit(by=by, permission=Permission.OFFER_MEETING, persons=children)
    not_to_come(on)
    if not children or not offered_to or not how_explained.strip():
        raise NotPermittedError("Say for which child, to whom it was offered, and how it was explained.")
    if not set(offered_to) <= kin_of(children):
        raise NotPermittedError("Choose somebody of this family or network.")
    made = MeetingOffer(
        family_id=family,
        kind=MeetingKind(kind),
        offered_by_id=by.id,
        offered_on=on,
        how_explained=clean_text(how_explained).strip()[:500],
        in_letter=in_letter,
        stage=OfferStage(stage),
        covert_id=covert,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    parts = {each: MeetingPart.OFFERED for each in offered_to} | {
        each: MeetingPart.CHILD for each in children
    }
    for person, part in sorted(parts.items(), key=lambda pair: str(pair[0])):
        MeetingPerson(offer=made, person_id=person, part=part, recorded_by=by.id).save(force_insert=True)
    facts = {"offer": str(made.id), "on": on.isoformat(), "to": len(offered_to), "in_letter": in_letter}
    says = f"A {MeetingKind(kind).label} was offered to the family"
    tell.tell(by=by, about=children, title=says, facts=facts, covert=covert)
    return made


@action("decisions.record_answer")
def record_answer(
    *, by: Actor, offer: UUID, person: UUID, answer: str, on: date, words: str = ""
) -> OfferAnswer:
    """Record what somebody to whom it was offered answered. A later answer holds, and the earlier one stays.

    Raises NotPermittedError.
    """
    children = children_of(offer)
    tell.permit(by=by, permission=Permission.OFFER_MEETING, persons=children)
    not_to_come(on)
    held = MeetingOffer.objects.filter(id=offer).first()
    if held is None or not MeetingPerson.objects.filter(offer_id=offer, person_id=person).exists():
        raise NotPermittedError("It was not offered to them.")
    made = _answer(by, offer, person, answer, on, words=words, source=Source.WORKER)
    facts = {"offer": str(offer), "answer": answer, "on": on.isoformat()}
    tell.tell(
        by=by,
        about=children,
        title="Somebody answered the offer of a family meeting",
        facts=facts,
        covert=held.covert_id,
    )
    return made


@action("decisions.answer_offer")
def answer_offer(*, by: Actor, offer: UUID, answer: str, words: str = "") -> OfferAnswer:
    """By the family's door: one's own answer, which nobody else of the family sees. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    person = me(by)
    if not MeetingOffer.objects.filter(id=offer).exists():
        raise NotPermittedError("There is nothing here to answer.")
    made = _answer(by, offer, person, answer, timezone.localdate(), words=words, source=Source.FAMILY)
    nothing_to_tell("the answer stands beside the offer, where the family's worker reads it")
    concerns([person], offer=str(offer), answer=answer)
    return made


def _answer(
    by: Actor, offer: UUID, person: UUID, answer: str, on: date, *, words: str, source: Source
) -> OfferAnswer:
    made = OfferAnswer(
        offer_id=offer,
        person_id=person,
        answer=OfferAnswered(answer),
        answered_on=on,
        words=clean_text(words).strip()[:1000],
        source=source,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    return made


@action("decisions.share_offer")
def share_offer(*, by: Actor, offer: UUID, reader: UUID, prepared: bool, how_prepared: str) -> None:
    """Let somebody to whom it was offered see the offer on their own page, and answer there.

    Raises NotPermittedError: also while it comes of a concern not yet told.
    """
    children = children_of(offer)
    tell.permit(by=by, permission=Permission.RELEASE, persons=children)
    if not children:
        raise NotPermittedError("There is nothing here to share.")
    release(by, reader, [offer], prepared=prepared, how_prepared=how_prepared)
    facts = {"offer": str(offer), "reader": str(reader), "prepared": prepared}
    tell.tell(
        by=by, about=children, title="An offer of a meeting was put on somebody's page by name", facts=facts
    )
    concerns([reader], **facts)


@action("decisions.exempt")
def exempt(*, by: Actor, person: UUID, reason: str, on: date, asked_by: UUID | None = None) -> Exemption:
    """Say that a family meeting would be against this child's best interests: s31ZA(3) Children Act 1989.

    By a named senior with a reason; never by whoever asked for it, or leads for the child. Raises NotPermittedError.
    """
    tell.permit(by=by, permission=Permission.EXEMPT_MEETING, persons=[person])
    not_to_come(on)
    if not reason.strip():
        raise NotPermittedError("Say why it would be against the child's best interests.")
    leads = {each.account for each in who_works_with([person]) if each.current and each.role_code in LEADS}
    offered = MeetingOffer.objects.filter(people__person_id=person, offered_by_id=by.id).exists()
    if by.id == asked_by or by.id in leads or offered:
        raise NotPermittedError("Somebody else has to decide this: you asked for it, or you lead for them.")
    made = Exemption(
        person_id=person,
        reason=clean_text(reason).strip()[:2000],
        asked_by_id=asked_by,
        authorised_by_id=by.id,
        decided_on=on,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    facts = {"exemption": str(made.id), "on": on.isoformat()}
    tell.tell(
        by=by,
        about=[person],
        title="No family meeting: it was found not to be in the child's best interests",
        facts=facts,
    )
    return made
