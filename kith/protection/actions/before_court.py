"""The time before court: begun, the letter, meetings, and how it ended.

Source: Children Act 1989 s31ZA; the CIN census 2026-27 asks for each of these days (N00826 to N00834). What a worker
writes here is from then on the worker's: a later return lists the difference and changes nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.people.actions import CannotBeError
from kith.protection.actions.common import not_before, not_to_come, referral_open
from kith.protection.models import PreProceedings, PreProceedingsMeeting

CODES = ("A", "B", "C")
"""What the census takes for how it ended (code set CS131). Their wording was not published where it could be read."""


@action("protection.begin_pre_proceedings")
def begin_pre_proceedings(*, by: Actor, person: UUID, on: date) -> PreProceedings:
    """A legal planning meeting decided to begin the time before court (PPStartDate, N00826).

    Raises NotPermittedError; CannotBeError for a day to come, and for one that a time before court began on already.
    """
    tell.permit(by=by, permission=Permission.PROTECT, persons=[person])
    not_to_come(on, field="on", what="That day")
    if PreProceedings.objects.filter(person_id=person, started_on=on).exists():
        raise CannotBeError("That is recorded already for this day.", field="on")
    made = PreProceedings.objects.create(
        person_id=person, referral_id=referral_open(person, on), started_on=on, recorded_by=by.id
    )
    _say(by, made, "The time before court began", on=on)
    return made


@action("protection.record_letter_before_proceedings")
def record_letter(*, by: Actor, pre_proceedings: UUID, sent_on: date, meeting_offered: bool) -> None:
    """The letter before proceedings went out, and did or did not offer the family its own meeting.

    N00827, N00828; the offer belongs in the letter (Children Act 1989 s31ZA(6)). A letter without it is recorded
    all the same, and stands as late in the register. Raises NotPermittedError, CannotBeError.
    """
    found = _found(by, pre_proceedings)
    not_to_come(sent_on, field="sent_on", what="The day it was sent")
    says = "The letter cannot go before the day on which this time began."
    not_before(sent_on, found.started_on, field="sent_on", says=says)
    _write(found, by, letter_sent_on=sent_on, family_meeting_offered=meeting_offered)
    offered = (
        "and offered the family its own meeting" if meeting_offered else "without offering a family meeting"
    )
    _say(by, found, f"The letter before proceedings was sent, {offered}", on=sent_on, offered=meeting_offered)


@action("protection.record_meeting_before_court")
def record_meeting_before_court(*, by: Actor, pre_proceedings: UUID, held_on: date) -> None:
    """A meeting with the parents before court: the earliest is the first, the others look at it again.

    N00830, N00831. Raises NotPermittedError, CannotBeError.
    """
    found = _found(by, pre_proceedings)
    not_to_come(held_on, field="held_on", what="The day of the meeting")
    says = "The meeting cannot come before the day on which this time began."
    not_before(held_on, found.started_on, field="held_on", says=says)
    meeting, new = PreProceedingsMeeting.objects.get_or_create(
        person_id=found.person_id, pre_proceedings=found, held_on=held_on, defaults={"recorded_by": by.id}
    )
    if not new:
        raise CannotBeError("A meeting is recorded already for this day.", field="held_on")
    # What a return told of meetings stays counted: it gave how many, and not on which days.
    first = min(held_on, found.first_meeting_on or held_on)
    again = (found.review_meetings or 0) + (found.first_meeting_on is not None)
    _write(found, by, first_meeting_on=first, review_meetings=again)
    _say(by, found, "A meeting before court was held", on=held_on, meeting=str(meeting.id))


@action("protection.decide_pre_proceedings")
def decide_pre_proceedings(*, by: Actor, pre_proceedings: UUID, on: date, outcome: str, why: str) -> None:
    """The time before court ended: the day, the census's code (N00833), and why, for the story.

    Raises NotPermittedError, CannotBeError.
    """
    found = _found(by, pre_proceedings)
    not_to_come(on, field="on", what="That day")
    says = "It cannot end before it began."
    not_before(on, found.started_on, field="on", says=says)
    if outcome not in CODES:
        raise CannotBeError("Choose A, B or C.", field="outcome")
    if not why.strip():
        raise CannotBeError("Say in a line why it ended.", field="why")
    _write(found, by, decided_on=on, outcome=outcome)
    _say(by, found, f"The time before court ended: {why.strip()}", on=on, outcome=outcome)


def _found(by: Actor, pre_proceedings: UUID) -> PreProceedings:
    found = PreProceedings.objects.select_for_update().filter(id=pre_proceedings).first()
    if found is None:
        raise NotPermittedError("This is not open to you.")
    tell.permit(by=by, permission=Permission.PROTECT, persons=[found.person_id])
    return found


def _write(found: PreProceedings, by: Actor, **facts: Any) -> None:
    for name, value in (facts | {"source": Source.WORKER}).items():
        setattr(found, name, value)
    found.save(update_fields=[*facts, "source"])


def _say(by: Actor, found: PreProceedings, title: str, *, on: date, **facts: Any) -> None:
    told = {"pre_proceedings": str(found.id), "on": on.isoformat(), **facts}
    concerns([found.person_id], **told)
    tell.tell(by=by, about=[found.person_id], title=title, facts=told)
