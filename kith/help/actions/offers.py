"""Offering help, and the answer. An enquiry into harm that ends without a plan ends with one of these."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.help.models import HelpOffer, OfferAnswer, OfferWhy
from kith.story.writing import clean_text


@action("help.offer_help")
def offer_help(
    *,
    by: Actor,
    person: UUID,
    what: str,
    why: str,
    on: date,
    answer: str = "",
    answered_on: date | None = None,
    words: str = "",
    enquiry: UUID | None = None,
    concern: UUID | None = None,
) -> HelpOffer:
    """Record that help was offered because of `person`, and the answer if it was given at once.

    `concern`: not yet told, that it comes from: then nothing of it reaches a family's door. Raises
    NotPermittedError: for an offer of nothing, a day to come, and an answer before the offer.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[person])
    offered = clean_text(what).strip()
    if not offered:
        raise NotPermittedError("Say what was offered.")
    _days(on, answered_on)
    if bool(answer) != (answered_on is not None):
        raise NotPermittedError("Say both what the answer was and when it was given.")
    made = HelpOffer.objects.create(
        person_id=person,
        why=OfferWhy(why),
        what=offered[:2000],
        offered_on=on,
        offered_by_id=by.id,
        answer=OfferAnswer(answer) if answer else "",
        answered_on=answered_on,
        words=clean_text(words).strip()[:2000],
        enquiry=enquiry,
        covert_id=concern,
        recorded_by=by.id,
    )
    facts = {"offer": str(made.id), "why": str(made.why), "answer": answer}
    concerns([person], **facts)
    tell.tell(by=by, about=[person], title="Help was offered", facts=facts, covert=concern)
    return made


@action("help.answer_offer")
def answer_offer(*, by: Actor, offer: UUID, answer: str, on: date, words: str = "") -> None:
    """Record the family's answer to an offer; "not now" may be answered again. Raises NotPermittedError."""
    found = HelpOffer.objects.filter(id=offer).first()
    if found is None:
        raise NotPermittedError("There is no such offer.")
    about = [found.person_id] if found.person_id else []
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=about)
    _days(found.offered_on, on)
    if found.answer not in {"", OfferAnswer.LATER}:
        raise NotPermittedError("It was answered already.")
    HelpOffer.objects.filter(id=offer).update(
        answer=OfferAnswer(answer), answered_on=on, words=clean_text(words).strip()[:2000]
    )
    facts = {"offer": str(offer), "answer": answer}
    concerns(about, **facts)
    says = f"Help that was offered was answered: {OfferAnswer(answer).label}"
    tell.tell(by=by, about=about, title=says, facts=facts, covert=found.covert_id)


def _days(on: date, answered: date | None) -> None:
    if on > timezone.localdate() or (answered is not None and answered > timezone.localdate()):
        raise NotPermittedError("This day is still to come.")
    if answered is not None and answered < on:
        raise NotPermittedError("The answer cannot come before the offer.")
