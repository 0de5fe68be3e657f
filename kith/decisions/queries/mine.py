"""Behind the family's door: my invitations, what I was offered, my family's plan. Made only from what I may read.

Nothing here counts, numbers or makes room for what is withheld: rows are those that PostgreSQL lets this account read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.decisions.due import answer_by
from kith.decisions.models import (
    FamilyPlan,
    Invitation,
    InvitationAnswer,
    MeetingOffer,
    OfferAnswer,
    ReviewMeeting,
)
from kith.decisions.models.network import Coming
from kith.decisions.models.offer import MeetingKind, OfferAnswered
from kith.decisions.queries.staff import Part, parts_of


@dataclass(frozen=True, slots=True)
class MyOffer:
    id: UUID
    kind: str
    offered_on: date
    answer: str


@dataclass(frozen=True, slots=True)
class MyInvitation:
    """My own time and place. `words`: as the coordinator added them for me."""

    id: UUID
    meeting: UUID
    come_at: datetime
    place: str
    words: str
    name: str
    phone: str
    answer: str
    over: bool


@dataclass(frozen=True, slots=True)
class MyPlan:
    meeting: UUID
    agreed_on: date
    parts: tuple[Part, ...]

    @property
    def answer_by(self) -> date:
        return answer_by(self.agreed_on)


@dataclass(frozen=True, slots=True)
class MyMeetings:
    """The page."""

    offers: tuple[MyOffer, ...]
    invitations: tuple[MyInvitation, ...]
    plans: tuple[MyPlan, ...]
    again: tuple[date, ...]

    @property
    def nothing(self) -> bool:
        return not (self.offers or self.invitations or self.plans or self.again)


def my_meetings() -> MyMeetings:
    """For the family account that acts. Nine statements at most."""
    return MyMeetings(tuple(_offers()), tuple(my_invitations()), tuple(_plans()), tuple(_again()))


def _offers() -> list[MyOffer]:
    found = list(MeetingOffer.objects.order_by("-offered_on", "id").values_list("id", "kind", "offered_on"))
    last = dict(OfferAnswer.objects.order_by("answered_on", "recorded_at").values_list("offer_id", "answer"))
    return [
        MyOffer(offer, MeetingKind(kind).label, on, OfferAnswered(last[offer]).label if offer in last else "")
        for offer, kind, on in found
    ]


def my_invitations() -> list[MyInvitation]:
    """The newest to each meeting, the next first. Three statements."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT invitation, meeting, name, phone FROM decisions_my_invitations()")
        whom = {invitation: (meeting, name, phone) for invitation, meeting, name, phone in cursor.fetchall()}
    rows = Invitation.objects.filter(id__in=list(whom)).order_by("recorded_at")
    newest = {whom[each.id][0]: each for each in rows}
    last = dict(
        InvitationAnswer.objects.exclude(answer="")
        .order_by("recorded_at")
        .values_list("invitation_id", "answer")
    )
    now = timezone.now()
    found = []
    for meeting, each in newest.items():
        _meeting, name, phone = whom[each.id]
        answer = Coming(last[each.id]).label if each.id in last else ""
        over = each.come_at < now
        found.append(
            MyInvitation(each.id, meeting, each.come_at, each.place, each.words, name, phone, answer, over)
        )
    return sorted(found, key=lambda each: (each.over, each.come_at))


def _plans() -> list[MyPlan]:
    """Of each meeting the newest version of which something was shown to me."""
    rows = (
        FamilyPlan.objects.filter(agreed_on__isnull=False)
        .order_by("number")
        .values_list("meeting_id", "id", "agreed_on")
    )
    newest = {meeting: (plan, on) for meeting, plan, on in rows}
    parts = parts_of([plan for plan, _on in newest.values()]) if newest else {}
    found = [
        MyPlan(meeting, on, tuple(parts[plan]))
        for meeting, (plan, on) in newest.items()
        if on and parts.get(plan)
    ]
    return sorted(found, key=lambda each: each.agreed_on, reverse=True)


def _again() -> list[date]:
    days = ReviewMeeting.objects.filter(held_on__isnull=True, planned_for__gte=timezone.localdate())
    return sorted(set(days.values_list("planned_for", flat=True)))
