"""What workers read of a family's meetings: offers, answers, whether it was held, the plan and the council's answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from kith.access.models import Account
from kith.decisions.due import answer_by
from kith.decisions.models import (
    AuthorityAnswer,
    Exemption,
    FamilyMeeting,
    FamilyPlan,
    FamilyPlanLine,
    MeetingOffer,
    MeetingPerson,
    OfferAnswer,
    ReviewMeeting,
    Stage,
)
from kith.decisions.models.family_plan import Answered
from kith.decisions.models.meeting import STAGES, StageKind
from kith.decisions.models.offer import MeetingKind, MeetingPart, OfferAnswered, OfferStage
from kith.decisions.queries.counting import CountsAs, count_as
from kith.people.page_queries import who


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody to whom it was offered, and their last answer."""

    person: UUID
    name: str
    answer: str
    on: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the family's plan, with the council's last answer beside it."""

    id: UUID
    words: str
    could_care: str
    answer: str
    reason: str
    gives: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class Plan:
    """One agreed version, newest first."""

    id: UUID
    number: int
    agreed_on: date
    parts: tuple[Part, ...]

    @property
    def answer_by(self) -> date:
        return answer_by(self.agreed_on)

    @property
    def waits(self) -> bool:
        """Whether a part of it is not answered yet."""
        return any(each.answered_on is None for each in self.parts)


@dataclass(frozen=True, slots=True)
class Meeting:
    id: UUID
    kind: str
    coordinator: str
    planned_at: datetime | None
    held_on: date | None
    closed_on: date | None
    counts: CountsAs | None
    stages: tuple[tuple[str, datetime, datetime | None], ...]
    plans: tuple[Plan, ...]
    reviews: tuple[tuple[date, date | None, str], ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer with all that came of it."""

    id: UUID
    kind: str
    stage: str
    offered_on: date
    by: str
    how_explained: str
    in_letter: bool
    covert: bool
    asked: tuple[Asked, ...]
    meetings: tuple[Meeting, ...]

    @property
    def accepted(self) -> bool:
        return any(each.answer == OfferAnswered.ACCEPTED.label for each in self.asked)

    @property
    def prepared_by_somebody(self) -> bool:
        return any(each.closed_on is None for each in self.meetings)


@dataclass(frozen=True, slots=True)
class Exempt:
    reason: str
    by: str
    on: date


def offers(ids: Sequence[UUID]) -> list[Offer]:
    """Of one person by all ids, the newest first. Twelve statements at most, however many meetings there were."""
    # Who offered it may be closed to the reader, and the offer is not.
    by = Account.objects.filter(id=OuterRef("offered_by_id")).values("display_name")
    found = list(
        MeetingOffer.objects.filter(id__in=MeetingPerson.objects.filter(person_id__in=ids).values("offer_id"))
        .annotate(by=Subquery(by))
        .order_by("-offered_on", "-recorded_at")
    )
    if not found:
        return []
    asked = _asked([each.id for each in found])
    meetings = _meetings([each.id for each in found])
    return [
        Offer(
            each.id,
            MeetingKind(each.kind).label,
            OfferStage(each.stage).label,
            each.offered_on,
            each.by or "",
            each.how_explained,
            each.in_letter,
            each.covert_id is not None,
            tuple(asked.get(each.id, ())),
            tuple(meetings.get(each.id, ())),
        )
        for each in found
    ]


def _asked(ids: Sequence[UUID]) -> dict[UUID, list[Asked]]:
    people = list(
        MeetingPerson.objects.filter(offer_id__in=ids, part=MeetingPart.OFFERED).values_list(
            "offer_id", "person_id"
        )
    )
    names = who({person for _offer, person in people})
    last = {
        (offer, person): (answer, on, words)
        for offer, person, answer, on, words in OfferAnswer.objects.filter(offer_id__in=ids)
        .order_by("answered_on", "recorded_at")
        .values_list("offer_id", "person_id", "answer", "answered_on", "words")
    }
    shown: dict[UUID, list[Asked]] = {}
    for offer, person in people:
        answer, on, words = last.get((offer, person), ("", None, ""))
        name = names[person].name if person in names else "Somebody whose name is not open to you"
        said = OfferAnswered(answer).label if answer else ""
        shown.setdefault(offer, []).append(Asked(person, name, said, on, words))
    return {offer: sorted(each, key=lambda one: one.name) for offer, each in shown.items()}


def _meetings(ids: Sequence[UUID]) -> dict[UUID, list[Meeting]]:
    found = list(
        FamilyMeeting.objects.filter(offer_id__in=ids).select_related("coordinator").order_by("-recorded_at")
    )
    if not found:
        return {}
    of = [each.id for each in found]
    stages: dict[UUID, list[tuple[str, datetime, datetime | None]]] = {}
    for meeting, stage, from_at, to_at in sorted(
        Stage.objects.filter(meeting_id__in=of).values_list("meeting_id", "stage", "from_at", "to_at"),
        key=lambda row: STAGES.index(row[1]),
    ):
        stages.setdefault(meeting, []).append((StageKind(stage).label, from_at, to_at))
    reviews: dict[UUID, list[tuple[date, date | None, str]]] = {}
    for meeting, planned, held, came in (
        ReviewMeeting.objects.filter(meeting_id__in=of)
        .order_by("planned_for")
        .values_list("meeting_id", "planned_for", "held_on", "came_of_it")
    ):
        reviews.setdefault(meeting, []).append((planned, held, came))
    agreed, counted = plans(of), count_as([each.id for each in found if each.held_on])
    shown: dict[UUID, list[Meeting]] = {}
    for each in found:
        shown.setdefault(each.offer_id, []).append(
            Meeting(
                each.id,
                MeetingKind(each.kind).label,
                each.coordinator.display_name,
                each.planned_at,
                each.held_on,
                each.closed_on,
                counted.get(each.id),
                tuple(stages.get(each.id, ())),
                tuple(agreed.get(each.id, ())),
                tuple(reviews.get(each.id, ())),
                each.apart_from_id is not None,
            )
        )
    return shown


def plans(meetings: Sequence[UUID]) -> dict[UUID, list[Plan]]:
    """Agreed plans of these meetings, with the council's answers. Three statements."""
    found = list(
        FamilyPlan.objects.filter(meeting_id__in=meetings, agreed_on__isnull=False).order_by("-number")
    )
    parts = parts_of([each.id for each in found]) if found else {}
    shown: dict[UUID, list[Plan]] = {}
    for each in found:
        if each.agreed_on is not None:
            plan = Plan(each.id, each.number, each.agreed_on, tuple(parts.get(each.id, ())))
            shown.setdefault(each.meeting_id, []).append(plan)
    return shown


def parts_of(plans: Sequence[UUID]) -> dict[UUID, list[Part]]:
    """The parts of these plans that the reader may see, in order, each with its last answer. Two statements."""
    lines = list(
        FamilyPlanLine.objects.filter(plan_id__in=plans)
        .order_by("position")
        .values_list("id", "plan_id", "words", "could_care__name")
    )
    answers = {
        line: (answer, reason, gives, on)
        for line, answer, reason, gives, on in AuthorityAnswer.objects.filter(
            line_id__in=[row[0] for row in lines]
        )
        .order_by("answered_on", "recorded_at")
        .values_list("line_id", "answer", "reason", "gives", "answered_on")
    }
    shown: dict[UUID, list[Part]] = {}
    for line, plan, words, carer in lines:
        answer, reason, gives, on = answers.get(line, ("", "", "", None))
        said = Answered(answer).label if answer else ""
        shown.setdefault(plan, []).append(Part(line, words, carer or "", said, reason, gives, on))
    return shown


def exemptions(ids: Sequence[UUID]) -> list[Exempt]:
    """Where a meeting was found to be against this child's best interests. One statement."""
    found = Exemption.objects.filter(person_id__in=ids).order_by("-decided_on", "-recorded_at")
    return [Exempt(*row) for row in found.values_list("reason", "authorised_by__display_name", "decided_on")]
