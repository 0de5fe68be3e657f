"""Time together as a child's workers read it: plans with their times, what stands in the way, what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.bonds.models import (
    Allows,
    AskAnswer,
    Every,
    How,
    LimitKind,
    Meet,
    Stands,
    Tie,
    TimeAsk,
    TimeConsidered,
    TimeLimit,
    TimePlan,
    TimeWith,
    WhyMissed,
)
from kith.design.dates import today
from kith.people.page_queries import who


@dataclass(frozen=True, slots=True)
class MeetLine:
    """One time, as staff read it."""

    id: UUID
    at: datetime
    place: str
    stands: str
    says: str
    why: str
    words: str
    child_said: str
    instead: datetime | None
    why_not_again: str

    @property
    def ahead(self) -> bool:
        return self.stands == Stands.PLANNED and self.at >= timezone.now()

    @property
    def to_say(self) -> bool:
        """Its hour is over, and nobody has said whether it happened."""
        return self.stands == Stands.PLANNED and self.at < timezone.now()


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who sees a plan on their own page. `against`: something stands in the way since."""

    person: UUID
    name: str
    against: bool


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan with its times, the latest first."""

    id: UUID
    child: UUID
    tie: str
    how: str
    times: int
    every: str
    people: tuple[tuple[UUID | None, str], ...]
    what: str
    travel: str
    agreed_with: str
    orders_checked_on: date
    from_on: date
    ended_on: date | None
    why_ended: str
    covert: bool
    meets: tuple[MeetLine, ...] = ()
    readers: tuple[Reader, ...] = ()

    @property
    def names(self) -> str:
        return ", ".join(name for _person, name in self.people)

    @property
    def next(self) -> MeetLine | None:
        ahead = [each for each in self.meets if each.ahead]
        return ahead[-1] if ahead else None

    @property
    def last(self) -> MeetLine | None:
        return next((each for each in self.meets if each.stands == Stands.DONE), None)

    @property
    def missed(self) -> int:
        """How many did not happen in the last three months."""
        since = timezone.now().timestamp() - 91 * 86_400
        return sum(each.stands == Stands.MISSED and each.at.timestamp() >= since for each in self.meets)

    @property
    def to_say(self) -> list[MeetLine]:
        return [each for each in self.meets if each.to_say]


@dataclass(frozen=True, slots=True)
class LimitLine:
    """What stands in the way of one person. `holds`: today."""

    id: UUID
    other: UUID
    name: str
    kind: str
    allows: str
    words: str
    from_on: date
    until: date | None
    told_on: date | None
    covert: bool

    @property
    def all_of_it(self) -> bool:
        return self.allows == Allows.NOTHING.label

    @property
    def holds(self) -> bool:
        return self.from_on <= today() and (self.until is None or self.until > today())


@dataclass(frozen=True, slots=True)
class AskLine:
    """What somebody asked for. `waits`: nobody has answered."""

    id: UUID
    asker: str
    whom: str
    words: str
    asked_on: date
    answer_by: date
    answer: str
    reason: str
    answered_on: date | None
    own_page: bool

    @property
    def waits(self) -> bool:
        return self.answered_on is None

    @property
    def late(self) -> bool:
        return self.waits and self.answer_by < today()


@dataclass(frozen=True, slots=True)
class TimePage:
    """The page of time with family."""

    plans: list[PlanLine] = field(default_factory=list)
    ended: list[PlanLine] = field(default_factory=list)
    limits: list[LimitLine] = field(default_factory=list)
    asks: list[AskLine] = field(default_factory=list)
    considered: TimeConsidered | None = None

    @property
    def against(self) -> list[tuple[PlanLine, Reader]]:
        """Who still sees a plan on their page though something stands in the way."""
        return [(plan, reader) for plan in self.plans for reader in plan.readers if reader.against]


def time_page(ids: Sequence[UUID]) -> TimePage:
    """Everything of a child (all ids of the record), as far as it is open to the actor. Nine statements at most."""
    mine = set(ids)
    named = list(
        TimeWith.objects.filter(person_id__in=ids, plan__tie=Tie.SIBLING.value).values_list(
            "plan_id", flat=True
        )
    )
    plans = list(
        TimePlan.objects.filter(child_id__in=ids).order_by("from_on", "id")
        if not named
        else (TimePlan.objects.filter(child_id__in=ids) | TimePlan.objects.filter(id__in=named)).order_by(
            "from_on", "id"
        )
    )
    limits = list(TimeLimit.objects.filter(child_id__in=ids).order_by("-from_on", "id"))
    asks = list(TimeAsk.objects.filter(child_id__in=ids).order_by("-asked_on", "-recorded_at"))
    held = list(
        Release.objects.filter(
            kind=ReleasedKind.TIME, item__in=[each.id for each in plans], withdrawn_at=None
        ).values_list("item", "reader_id")
        if plans
        else ()
    )
    names = {
        person: each.name
        for person, each in who(
            {
                *(each.other_id for each in limits),
                *(each.asker_id for each in asks),
                *(each.child_id for each in plans if each.child_id not in mine),
                *(reader for _plan, reader in held),
            }
        ).items()
    }
    limited = [_limit(each, names) for each in limits]
    barred = {each.other for each in limited if each.holds and each.all_of_it}
    readers: dict[UUID, list[Reader]] = {}
    for plan, reader in held:
        readers.setdefault(plan, []).append(
            Reader(reader, names.get(reader, "somebody of the family"), reader in barred)
        )
    lines = _lines(plans, readers, names, mine)
    return TimePage(
        [each for each in lines if each.ended_on is None],
        [each for each in lines if each.ended_on is not None],
        limited,
        [_ask(each, names) for each in asks],
        TimeConsidered.objects.filter(child_id__in=ids).order_by("-on").first(),
    )


def _lines(
    plans: Sequence[TimePlan],
    readers: dict[UUID, list[Reader]],
    names: dict[UUID, str],
    mine: set[UUID],
) -> list[PlanLine]:
    ids = [each.id for each in plans]
    people: dict[UUID, list[tuple[UUID | None, str]]] = {}
    for plan, person, name in (
        TimeWith.objects.filter(plan_id__in=ids).order_by("name").values_list("plan_id", "person_id", "name")
        if ids
        else ()
    ):
        if person is None or person not in mine:
            people.setdefault(plan, []).append((person, name))
    meets: dict[UUID, list[MeetLine]] = {}
    for each in (
        Meet.objects.filter(plan_id__in=ids).select_related("instead").order_by("-at", "id") if ids else ()
    ):
        meets.setdefault(each.plan_id, []).append(_meet(each))
    found = []
    for row in plans:
        whom = people.get(row.id, [])
        if row.child_id not in mine:
            whom = [(row.child_id, names.get(row.child_id, "a brother or sister")), *whom]
        found.append(
            PlanLine(
                row.id, row.child_id, str(Tie(row.tie).label), str(How(row.how).label), row.times,
                str(Every(row.every).label), tuple(whom), row.what, row.travel, row.agreed_with,
                row.orders_checked_on, row.from_on, row.ended_on, row.why_ended, row.covert_id is not None,
                tuple(meets.get(row.id, ())), tuple(readers.get(row.id, ())),
            )
        )  # fmt: skip
    return found


def _meet(row: Meet) -> MeetLine:
    return MeetLine(
        row.id, row.at, row.place, row.stands, str(Stands(row.stands).label),
        str(WhyMissed(row.why_missed).label) if row.why_missed else "", row.words, row.child_said,
        row.instead.at if row.instead else None, row.why_not_again,
    )  # fmt: skip


def _limit(row: TimeLimit, names: dict[UUID, str]) -> LimitLine:
    return LimitLine(
        row.id, row.other_id, names.get(row.other_id, "somebody whose record is not open to you"),
        str(LimitKind(row.kind).label), str(Allows(row.allows).label), row.words, row.from_on, row.until,
        row.told_on, row.covert_id is not None,
    )  # fmt: skip


def _ask(row: TimeAsk, names: dict[UUID, str]) -> AskLine:
    return AskLine(
        row.id, names.get(row.asker_id, "somebody of the family"), row.whom, row.words, row.asked_on,
        row.answer_by, str(AskAnswer(row.answer).label) if row.answer else "", row.reason, row.answered_on,
        row.source == "family",
    )  # fmt: skip
