"""Enquiries and the time before court of one child, as the staff's pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.help.models import OfferAnswer
from kith.protection.models import (
    EnquiryOutcome,
    MeetingStood,
    OrderApplication,
    OrderKind,
    PreProceedings,
    PreProceedingsMeeting,
    Section47,
)


@dataclass(frozen=True, slots=True)
class BeforeCourt:
    """One time before court. `meetings`: the days known; a return tells only the first and how many came after."""

    id: UUID
    started_on: date
    letter_sent_on: date | None
    offered_in_letter: bool | None
    first_meeting_on: date | None
    reviews: int
    meetings: tuple[date, ...]
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Application:
    """One application to the court, and how the family's own meeting stood. `without`: why there was none."""

    id: UUID
    kind: str
    applied_on: date
    stood: str
    without: str
    heard_on: date | None
    ended_on: date | None
    how_ended: str


def before_court(ids: Sequence[UUID]) -> list[BeforeCourt]:
    """Each time before court of these records, the newest first. Two statements."""
    held: dict[UUID, list[date]] = {}
    rows = PreProceedingsMeeting.objects.filter(person_id__in=ids).order_by("held_on")
    for matter, day in rows.values_list("pre_proceedings_id", "held_on"):
        held.setdefault(matter, []).append(day)
    return [
        BeforeCourt(
            id=each.id,
            started_on=each.started_on,
            letter_sent_on=each.letter_sent_on,
            offered_in_letter=each.family_meeting_offered,
            first_meeting_on=each.first_meeting_on,
            reviews=each.review_meetings or 0,
            meetings=tuple(held.get(each.id, ())),
            ended_on=each.decided_on,
        )
        for each in PreProceedings.objects.filter(person_id__in=ids).order_by("-started_on", "id")
    ]


def applications(ids: Sequence[UUID]) -> list[Application]:
    """Each application for these records, the newest first. One statement."""
    rows = OrderApplication.objects.filter(person_id__in=ids).order_by("-applied_on", "id")
    return [
        Application(
            each.id,
            OrderKind(each.kind).label,
            each.applied_on,
            MeetingStood(each.meeting_stood).label,
            each.why_without,
            each.first_hearing_on,
            each.ended_on,
            each.how_ended,
        )
        for each in rows
    ]


def open_before_court(ids: Sequence[UUID]) -> PreProceedings | None:
    """The newest time before court that has not ended, or None. One statement."""
    return PreProceedings.objects.filter(person_id__in=ids, decided_on=None).order_by("-started_on").first()


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One enquiry. `found`: its outcome in words, once decided; `offered`: the help, where it ended with an offer."""

    id: UUID
    began: date
    decided_on: date | None
    found: str
    conference_by: date | None
    held_on: date | None
    not_needed: bool
    offered: str
    offered_on: date | None
    answer: str
    words: str
    offer: UUID | None
    waits_for_answer: bool

    def late(self, today: date) -> bool:
        """Whether a conference was due and none is recorded, for one that was not ended without."""
        return self.conference_by is not None and self.conference_by < today and not self.not_needed


def enquiries(ids: Sequence[UUID]) -> list[Enquiry]:
    """Each enquiry about these records, the newest first. One statement."""
    rows = (
        Section47.objects.filter(person_id__in=ids).select_related("help_offer").order_by("-started_on", "id")
    )
    return [
        Enquiry(
            id=each.id,
            began=each.strategy_on or each.started_on,
            decided_on=each.decided_on,
            found=EnquiryOutcome(each.outcome).label if each.outcome else "",
            conference_by=None if each.conference_not_required else each.conference_target_on,
            held_on=each.conference_on,
            not_needed=bool(each.conference_not_required),
            offered=each.help_offer.what if each.help_offer else "",
            offered_on=each.help_offer.offered_on if each.help_offer else None,
            answer=str(OfferAnswer(each.help_offer.answer).label)
            if each.help_offer and each.help_offer.answer
            else "",
            words=each.help_offer.words if each.help_offer else "",
            offer=each.help_offer_id,
            waits_for_answer=each.help_offer is not None
            and each.help_offer.answer in {"", OfferAnswer.LATER},
        )
        for each in rows
    ]


def without_meeting() -> list[tuple[UUID, date]]:
    """(person, day) of the last year's applications that went without the meeting that the law asks for.

    For a director alone; nothing for anybody else, nor of restricted records. One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT person, applied_on FROM protection_without_meeting()")
        return list(cursor.fetchall())
