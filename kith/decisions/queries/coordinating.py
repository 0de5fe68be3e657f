"""What a coordinator reads: the road of a meeting, and for each person of the network who still needs what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from kith.core.actor import Actor
from kith.decisions.models import (
    FamilyMeeting,
    FamilyPlan,
    Feedback,
    Invitation,
    InvitationAnswer,
    NetworkPerson,
    NeverReason,
    Prepared,
    PrivateCheck,
    ReviewMeeting,
    Stage,
)
from kith.decisions.models.meeting import STAGES, StageKind
from kith.decisions.models.network import Coming, MayAsk, NetworkPart
from kith.decisions.queries.needs import needs_of
from kith.decisions.queries.staff import Part, parts_of
from kith.design.dates import plain_date


@dataclass(frozen=True, slots=True)
class MyMeeting:
    """One line of the coordinator's list."""

    id: UUID
    why: str
    children: str
    planned_at: datetime | None
    held_on: date | None


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person of the network, as the coordinator keeps them. `needs`: what is still to do, first things first."""

    id: UUID
    name: str
    tie: str
    part: str
    may_ask: str
    has_page: bool
    prepared: Prepared | None
    invitation: Invitation | None
    answer: InvitationAnswer | None
    checks: tuple[PrivateCheck, ...]
    needs: tuple[str, ...]
    row: NetworkPerson
    never_because: tuple[NeverReason, ...] = ()

    @property
    def coming(self) -> str:
        return Coming(self.answer.answer).label if self.answer and self.answer.answer else ""


@dataclass(frozen=True, slots=True)
class Road:
    """The page of one meeting."""

    meeting: FamilyMeeting
    people: tuple[Somebody, ...]
    stages: tuple[tuple[str, str, datetime | None, datetime | None], ...]
    plan: FamilyPlan | None
    parts: tuple[Part, ...]
    reviews: tuple[ReviewMeeting, ...]
    feedback: tuple[Feedback, ...]
    other: UUID | None = None
    stations: tuple[tuple[str, bool, str], ...] = field(default=())

    @property
    def still(self) -> list[Somebody]:
        """Who still needs the coordinator before the day (or after it)."""
        return [each for each in self.people if each.needs]


def mine(by: Actor) -> list[MyMeeting]:
    """The open meetings that this coordinator prepares, the next first. Two statements."""
    found = list(FamilyMeeting.objects.filter(coordinator_id=by.id, closed_on__isnull=True))
    names: dict[UUID, list[str]] = {}
    for meeting, name in NetworkPerson.objects.filter(
        meeting_id__in=[each.id for each in found], part=NetworkPart.CHILD
    ).values_list("meeting_id", "name"):
        names.setdefault(meeting, []).append(name)
    lines = [
        MyMeeting(
            each.id,
            each.why_agreed,
            " and ".join(sorted(names.get(each.id, []))),
            each.planned_at,
            each.held_on,
        )
        for each in found
    ]
    return sorted(
        lines,
        key=lambda each: (
            each.held_on is not None,
            each.planned_at is None,
            each.planned_at or timezone.now(),
        ),
    )


def road(by: Actor, meeting: UUID) -> Road | None:
    """One open meeting of this coordinator's; None for any other. Fourteen statements at most."""
    found = FamilyMeeting.objects.filter(id=meeting, coordinator_id=by.id, closed_on__isnull=True).first()
    if found is None:
        return None
    people = _people(found)
    begun = {each.stage: (each.from_at, each.to_at) for each in Stage.objects.filter(meeting=found)}
    plan = FamilyPlan.objects.filter(meeting=found).order_by("-number").first()
    parts = tuple(parts_of([plan.id]).get(plan.id, ())) if plan else ()
    reviews = tuple(ReviewMeeting.objects.filter(meeting=found).order_by("planned_for"))
    return Road(
        meeting=found,
        people=people,
        stages=tuple((each, StageKind(each).label, *begun.get(each, (None, None))) for each in STAGES),
        plan=plan,
        parts=parts,
        reviews=reviews,
        feedback=tuple(Feedback.objects.filter(meeting=found).order_by("recorded_at")),
        other=_other(found),
        stations=_stations(found, people, plan, parts, reviews),
    )


def _other(meeting: FamilyMeeting) -> UUID | None:
    """The meeting that is held apart from this one, of the same conference and coordinator."""
    first = meeting.apart_from_id or meeting.id
    rows = FamilyMeeting.objects.filter(Q(id=first) | Q(apart_from_id=first), closed_on__isnull=True)
    return rows.exclude(id=meeting.id).values_list("id", flat=True).first()


def _people(meeting: FamilyMeeting) -> tuple[Somebody, ...]:
    rows = list(NetworkPerson.objects.filter(meeting=meeting).order_by("recorded_at", "name"))
    ids = [each.id for each in rows]
    prepared = {each.network_id: each for each in Prepared.objects.filter(network_id__in=ids)}
    # Of each the last one holds.
    invited = {
        each.network_id: each
        for each in Invitation.objects.filter(network_id__in=ids).order_by("recorded_at")
    }
    answers = {
        each.invitation_id: each
        for each in InvitationAnswer.objects.filter(invitation__network_id__in=ids).order_by("recorded_at")
    }
    checks: dict[UUID, list[PrivateCheck]] = {}
    for each in PrivateCheck.objects.filter(network_id__in=ids).order_by("asked_on", "recorded_at"):
        checks.setdefault(each.network_id, []).append(each)
    never: dict[UUID, list[NeverReason]] = {}
    if any(row.may_ask == MayAsk.NEVER for row in rows):
        for because in NeverReason.objects.filter(network_id__in=ids).order_by("recorded_at", "id"):
            never.setdefault(because.network_id, []).append(because)
    shown = []
    for row in rows:
        invitation = invited.get(row.id)
        answer = answers.get(invitation.id) if invitation else None
        mine_checks = tuple(checks.get(row.id, ()))
        ready = prepared.get(row.id)
        shown.append(
            Somebody(
                id=row.id,
                name=row.name,
                tie=row.tie,
                part=row.part,
                may_ask=MayAsk(row.may_ask).label,
                has_page=row.person_id is not None,
                prepared=ready,
                invitation=invitation,
                answer=answer,
                checks=mine_checks,
                needs=tuple(
                    needs_of(
                        meeting,
                        row,
                        ready=ready,
                        asked=invitation is not None,
                        answered=bool(answer and answer.answer),
                        checks=mine_checks,
                    )
                ),
                row=row,
                never_because=tuple(never.get(row.id, ())),
            )
        )
    return tuple(shown)


def _stations(
    meeting: FamilyMeeting,
    people: Sequence[Somebody],
    plan: FamilyPlan | None,
    parts: Sequence[Part],
    reviews: Sequence[ReviewMeeting],
    /,
) -> tuple[tuple[str, bool, str], ...]:
    """(what, whether it is done, when or how far) from being asked to looking again."""
    settled = [each for each in people if each.row.may_ask != MayAsk.NOT_YET]
    asked = [each for each in people if each.invitation]
    agreed = plan.agreed_on if plan else None
    held = meeting.held_on
    return (
        ("Asked to prepare it", True, plain_date(meeting.asked_on)),
        (
            "Who could come",
            bool(people) and len(settled) == len(people),
            f"{len(settled)} of {len(people)} settled",
        ),
        (
            "A day found",
            meeting.planned_at is not None,
            plain_date(meeting.planned_at) if meeting.planned_at else "",
        ),
        ("Invited", bool(asked) and all(each.coming for each in asked), f"{len(asked)} asked"),
        ("Held", held is not None, plain_date(held) if held else ""),
        ("The family's plan agreed", agreed is not None, plain_date(agreed) if agreed else ""),
        ("Answered by the council", bool(parts) and all(each.answered_on for each in parts), ""),
        ("Looked at again", any(each.held_on for each in reviews), ""),
    )
