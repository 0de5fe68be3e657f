"""Behind the family's door: my invitations, what I was offered, my family's plan. Made only from what I may read.

Nothing here counts, numbers or makes room for what is withheld: rows are those that PostgreSQL lets this account read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models.expressions import RawSQL
from django.utils import timezone

from kith.core.reads import AS_IT_IS, ID, TODAY, Called, Read, Reads, Row
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


Answers = Mapping[str, Sequence[Row]]
_INVITED: dict[str, Read] = {
    "invited": lambda: Called(
        "SELECT invitation, meeting, name, phone FROM decisions_my_invitations()",
        (ID, ID, AS_IT_IS, AS_IT_IS),
    ),
    "invitations": lambda: (
        Invitation.objects.filter(
            id__among=RawSQL("ARRAY(SELECT invitation FROM decisions_my_invitations())", ())
        )
        .order_by("recorded_at")
        .values_list("id", "come_at", "place", "words")
    ),
    "coming": lambda: (
        InvitationAnswer.objects.exclude(answer="")
        .order_by("recorded_at")
        .values_list("invitation_id", "answer")
    ),
}
MY_MEETINGS: dict[str, Read] = {
    **_INVITED,
    "offers": lambda: MeetingOffer.objects.order_by("-offered_on", "id").values_list(
        "id", "kind", "offered_on"
    ),
    "answers": lambda: OfferAnswer.objects.order_by("answered_on", "recorded_at").values_list(
        "offer_id", "answer"
    ),
    "plans": lambda: (
        FamilyPlan.objects.filter(agreed_on__isnull=False)
        .order_by("number")
        .values_list("meeting_id", "id", "agreed_on")
    ),
    "again": lambda: ReviewMeeting.objects.filter(held_on__isnull=True, planned_for__gte=TODAY).values_list(
        "planned_for"
    ),
}
"""Everything that the page asks `today`, but for the parts of the plans."""
_page, _invitations = Reads(**MY_MEETINGS), Reads(**_INVITED)


def my_meetings(read: Answers | None = None) -> MyMeetings:
    """For the family account that acts. Three statements at most.

    `read`: the answers to the reads of `MY_MEETINGS`, where they were read already: one statement less.
    """
    read = _page.run(today=timezone.localdate()) if read is None else read
    return MyMeetings(
        tuple(_offers(read)),
        tuple(my_invitations(read)),
        tuple(_plans(read["plans"])),
        tuple(sorted({day for (day,) in read["again"]})),
    )


def _offers(read: Answers) -> list[MyOffer]:
    last: dict[UUID, str] = dict(read["answers"])
    return [
        MyOffer(offer, MeetingKind(kind).label, on, OfferAnswered(last[offer]).label if offer in last else "")
        for offer, kind, on in read["offers"]
    ]


def my_invitations(read: Answers | None = None) -> list[MyInvitation]:
    """The newest to each meeting, the next first. One statement, where they were not read already."""
    read = _invitations.run() if read is None else read
    whom = {invitation: (meeting, name, phone) for invitation, meeting, name, phone in read["invited"]}
    newest = {whom[row[0]][0]: row for row in read["invitations"]}
    last: dict[UUID, str] = dict(read["coming"])
    now = timezone.now()
    found = []
    for meeting, (invitation, come_at, place, words) in newest.items():
        _meeting, name, phone = whom[invitation]
        answer = Coming(last[invitation]).label if invitation in last else ""
        over = come_at < now
        found.append(MyInvitation(invitation, meeting, come_at, place, words, name, phone, answer, over))
    return sorted(found, key=lambda each: (each.over, each.come_at))


def _plans(rows: Sequence[Row]) -> list[MyPlan]:
    """Of each meeting the newest version of which something was shown to me."""
    newest = {meeting: (plan, on) for meeting, plan, on in rows}
    parts = parts_of([plan for plan, _on in newest.values()]) if newest else {}
    found = [
        MyPlan(meeting, on, tuple(parts[plan]))
        for meeting, (plan, on) in newest.items()
        if on and parts.get(plan)
    ]
    return sorted(found, key=lambda each: each.agreed_on, reverse=True)
