"""Enquiries into harm (Children Act 1989 s47): begun at a strategy discussion, and how they end.

Nothing of an enquiry reaches a family's door: from the strategy discussion on it arises from a concern not yet
told, unless the worker says who was told what. Nobody is looked into and then left: an enquiry that ends without a
conference ends with an offer of help, accepted or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from kith.access.models import NotYetTold
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import plain_date
from kith.help.actions.offers import offer_help
from kith.help.models import OfferWhy
from kith.law import clock
from kith.law.calendar import LONDON
from kith.law.register import effective_register
from kith.people.actions import CannotBeError
from kith.protection.actions.common import not_before, not_to_come, referral_open
from kith.protection.models import EnquiryOutcome, Section47
from kith.story.actions import start_not_yet_told

CONFERENCE = "CP-03"
"""The duty by which a conference is held; its clock stands in the register alone."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Help as it was offered: what, on which day, and the answer once there is one (with its day and their words)."""

    what: str
    on: date
    answer: str = ""
    answered_on: date | None = None
    words: str = ""


@action("protection.begin_enquiry")
def begin_enquiry(
    *,
    by: Actor,
    persons: Sequence[UUID],
    strategy_on: date,
    why_not_told: str = "",
    who_was_told: str = "",
) -> list[Section47]:
    """A strategy discussion began an enquiry about each of these children.

    `why_not_told`: why telling the family would not be safe yet; else `who_was_told` what, and when. One of the two
    is needed. Where a concern about them is open already it goes on. Raises NotPermittedError; CannotBeError for a
    day to come, a child of whom an enquiry began on that day already, and nothing said of the telling.
    """
    tell.permit(by=by, permission=Permission.PROTECT, persons=persons)
    not_to_come(strategy_on, field="strategy_on", what="The day of the strategy discussion")
    if not why_not_told.strip() and not who_was_told.strip():
        raise CannotBeError("Say why the family is not told yet, or who was told what.", field="why_not_told")
    if Section47.objects.filter(person_id__in=persons, started_on=strategy_on).exists():
        raise CannotBeError("An enquiry of that day is recorded already.", field="strategy_on")
    concern = _concern(by, persons, strategy_on, why_not_told) if why_not_told.strip() else None
    target = clock.last_day(strategy_on, effective_register(strategy_on)[CONFERENCE].clock[0])
    made = [
        Section47.objects.create(
            person_id=each,
            referral_id=referral_open(each, strategy_on),
            started_on=strategy_on,
            strategy_on=strategy_on,
            conference_target_on=target,
            recorded_by=by.id,
        )
        for each in persons
    ]
    facts = {"on": strategy_on.isoformat(), "enquiries": [str(each.id) for each in made]}
    concerns(persons, **facts)
    said = f". The family was told: {who_was_told.strip()}" if concern is None else ""
    tell.tell(by=by, about=persons, title=f"An enquiry into harm began{said}", facts=facts, covert=concern)
    return made


@action("protection.decide_enquiry")
def decide_enquiry(
    *, by: Actor, enquiry: UUID, outcome: str, on: date, offered: Offered | None = None
) -> Section47:
    """What an enquiry found. Without a conference it ends with an offer of help, and is refused without one.

    Raises NotPermittedError; CannotBeError for a day to come or before it began, one decided already, or no offer.
    """
    found = Section47.objects.select_for_update().filter(id=enquiry).first()
    if found is None:
        raise NotPermittedError("This is not open to you.")
    tell.permit(by=by, permission=Permission.PROTECT, persons=[found.person_id])
    not_to_come(on, field="on", what="That day")
    not_before(on, found.started_on, field="on", says="It cannot end before it began.")
    if found.outcome:
        raise CannotBeError("A colleague has decided it already.", field="outcome")
    found.outcome = EnquiryOutcome(outcome)
    concern = open_concern(found.person_id, found.started_on)
    if found.outcome != EnquiryOutcome.CONFERENCE:
        found.conference_not_required = True
        found.help_offer_id = _offer(by, found, offered, concern)
    found.decided_on, found.source = on, Source.WORKER
    found.save(update_fields=["outcome", "decided_on", "conference_not_required", "help_offer", "source"])
    facts = {"enquiry": str(found.id), "outcome": found.outcome, "on": on.isoformat()}
    concerns([found.person_id], **facts)
    says = f"The enquiry into harm ended on {plain_date(on)}: {EnquiryOutcome(outcome).label}"
    tell.tell(by=by, about=[found.person_id], title=says, facts=facts, covert=concern)
    return found


@action("protection.record_initial_conference")
def record_initial_conference(*, by: Actor, enquiry: UUID, held_on: date) -> None:
    """The first conference was held (N00110). Raises NotPermittedError, CannotBeError."""
    found = Section47.objects.select_for_update().filter(id=enquiry).first()
    if found is None:
        raise NotPermittedError("This is not open to you.")
    tell.permit(by=by, permission=Permission.PROTECT, persons=[found.person_id])
    not_to_come(held_on, field="held_on", what="The day of the conference")
    not_before(held_on, found.started_on, field="held_on", says="It cannot be held before the enquiry began.")
    found.conference_on, found.conference_not_required, found.source = held_on, False, Source.WORKER
    found.save(update_fields=["conference_on", "conference_not_required", "source"])
    facts = {"enquiry": str(found.id), "on": held_on.isoformat()}
    concerns([found.person_id], **facts)
    covert = open_concern(found.person_id, found.started_on)
    tell.tell(
        by=by, about=[found.person_id], title="The first conference was held", facts=facts, covert=covert
    )


def open_concern(person: UUID, since: date) -> UUID | None:
    """The concern about a person, begun by a day, that the family is not told of; what arises from it bears it."""
    found = NotYetTold.objects.filter(persons__contains=[person], ended_at=None, since__date__lte=since)
    return found.order_by("-since").values_list("id", flat=True).first()


def _concern(by: Actor, persons: Sequence[UUID], on: date, why: str) -> UUID:
    held = NotYetTold.objects.filter(
        persons__contains=sorted(set(persons), key=str), ended_at=None, since__date__lte=on
    ).first()
    if held is not None:
        return held.id
    since = datetime.combine(on, time.min, LONDON)
    return start_not_yet_told(by=by, persons=persons, reason=why.strip(), since=since)


def _offer(by: Actor, found: Section47, offered: Offered | None, concern: UUID | None) -> UUID:
    if offered is None or not offered.what.strip():
        raise CannotBeError("Say what help was offered. Nobody is looked into and then left.", field="what")
    made = offer_help(
        by=by,
        person=found.person_id,
        what=offered.what,
        why=OfferWhy.AFTER_ENQUIRY,
        on=offered.on,
        answer=offered.answer,
        answered_on=offered.answered_on,
        words=offered.words,
        enquiry=found.id,
        concern=concern,
    )
    return made.id
