"""Kinship care around one child, as its workers read it: who cares, first looks, support, requests and money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.kinship.in_care import IN_CARE, decided_in_care
from kith.kinship.models import (
    AdultCheck,
    Award,
    Caring,
    CheckIn,
    FirstLook,
    LookAdult,
    LookChallenge,
    LookReason,
    MayDecide,
    NeedToKnow,
    NoticeAnswer,
    ReductionNotice,
    Request,
    SupportLine,
    ToldReason,
)
from kith.kinship.rules.lists import everyday

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Decision:
    """One everyday thing: in words, and whether the carer decides it; if not, who does and why."""

    says: str
    may: bool
    words: str


@dataclass(frozen=True, slots=True)
class CaringView:
    """One child with one carer, what the carer decides, and the days on which to ask how it goes."""

    row: Caring
    decisions: tuple[Decision, ...]
    check_ins: tuple[CheckIn, ...]
    shown: bool

    @property
    def not_theirs(self) -> tuple[Decision, ...]:
        """What somebody else decides."""
        return tuple(each for each in self.decisions if not each.may)


@dataclass(frozen=True, slots=True)
class ToldView:
    """What one adult is told, whether it is shown, and what they said against it."""

    row: ToldReason
    shown: bool
    challenges: tuple[LookChallenge, ...]


@dataclass(frozen=True, slots=True)
class LookView:
    """One first look: its adults, the reasons for staff, and what each adult is told; as far as each is open."""

    row: FirstLook
    adults: tuple[LookAdult, ...]
    reasons: tuple[LookReason, ...]
    told: tuple[ToldView, ...]


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice to pay less, and what was said to it."""

    row: ReductionNotice
    answers: tuple[NoticeAnswer, ...]


@dataclass(frozen=True, slots=True)
class AwardView:
    """An award with its notices, the newest first."""

    row: Award
    notices: tuple[NoticeView, ...]


@dataclass(frozen=True, slots=True)
class SupportView:
    """One care with its support plan, requests and money. `asked` and `began` of a request: how many days it waited."""

    row: Caring
    lines: tuple[tuple[SupportLine, bool], ...]
    requests: tuple[Request, ...]
    awards: tuple[AwardView, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that a carer needs to know, and to whom it was shown."""

    row: NeedToKnow
    readers: tuple[UUID, ...]


def released(items: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Who reads which of these items. One statement."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = Release.objects.filter(kind=ReleasedKind.KINSHIP, item__in=list(items), withdrawn_at=None)
    for item, reader in rows.values_list("item", "reader_id"):
        found[item].append(reader)
    return found


def by(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    """Rows by the value of a column, in their order."""
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def carings(child: Sequence[UUID]) -> list[CaringView]:
    """Who cares and cared for a child, what stands now first. Five statements."""
    rows = list(Caring.objects.filter(child_id__in=child).select_related("contact").order_by("-since"))
    ids = [row.id for row in rows]
    said = {
        (each.caring_id, each.what): each
        for each in MayDecide.objects.filter(caring_id__in=ids).order_by("recorded_at")
    }
    asks = by(CheckIn.objects.filter(caring_id__in=ids).order_by("due_on"), "caring_id")
    shown = released(ids)
    theirs = decided_in_care(rows[0].child_id) if any(row.kind in IN_CARE for row in rows) else {}
    views = [
        CaringView(
            row,
            tuple(
                _decision(says, said[row.id, what], theirs.get(what) if row.kind in IN_CARE else None)
                for what, says in everyday().items()
                if (row.id, what) in said
            ),
            tuple(asks[row.id]),
            row.carer_id in shown[row.id],
        )
        for row in rows
    ]
    return sorted(views, key=lambda each: each.row.until is not None)


def _decision(says: str, row: MayDecide, in_care: tuple[bool, str] | None) -> Decision:
    if in_care is None or in_care[0]:
        return Decision(says, row.may, row.words)
    return Decision(says, False, in_care[1])


def looks(child: Sequence[UUID]) -> list[LookView]:
    """First looks for a child, the newest first. Six statements."""
    rows = list(FirstLook.objects.filter(child_id__in=child).order_by("-started_on", "-recorded_at"))
    ids = [row.id for row in rows]
    adults = by(LookAdult.objects.filter(look_id__in=ids).order_by("recorded_at", "id"), "look_id")
    reasons = by(LookReason.objects.filter(look_id__in=ids).order_by("recorded_at", "id"), "look_id")
    told = list(ToldReason.objects.filter(look_id__in=ids).order_by("recorded_at", "id"))
    against = by(
        LookChallenge.objects.filter(told_id__in=[each.id for each in told]).order_by("on", "id"), "told_id"
    )
    shown = released(each.id for each in told)
    words = by(told, "look_id")
    return [
        LookView(
            row,
            tuple(adults[row.id]),
            tuple(reasons[row.id]),
            tuple(ToldView(t, t.person_id in shown[t.id], tuple(against[t.id])) for t in words[row.id]),
        )
        for row in rows
    ]


def checks(adults: Iterable[UUID]) -> list[AdultCheck]:
    """Checks of these adults, as far as each is open to the reader. One statement."""
    return list(
        AdultCheck.objects.filter(person_id__in=list(adults)).order_by("person_id", "kind", "-asked_on")
    )


def need_to_know(child: Sequence[UUID]) -> list[Known]:
    """What carers need to know of a child. Two statements."""
    rows = list(NeedToKnow.objects.filter(child_id__in=child).order_by("recorded_at", "id"))
    shown = released(row.id for row in rows)
    return [Known(row, tuple(shown[row.id])) for row in rows]


def support(child: Sequence[UUID]) -> list[SupportView]:
    """Support, requests and money of each care for a child. Seven statements."""
    rows = list(Caring.objects.filter(child_id__in=child).order_by("until", "-since"))
    ids = [row.id for row in rows]
    found = SupportLine.objects.filter(caring_id__in=ids, stopped_because="").order_by(
        "need", "recorded_at", "id"
    )
    lines = by(found, "caring_id")
    shown = released(each.id for those in lines.values() for each in those)
    requests = by(
        Request.objects.filter(caring_id__in=ids).order_by("-asked_on", "-recorded_at"), "caring_id"
    )
    awards = by(Award.objects.filter(caring_id__in=ids).order_by("-from_on"), "caring_id")
    paid = [each.id for those in awards.values() for each in those]
    notices = by(
        ReductionNotice.objects.filter(award_id__in=paid).order_by("-given_on", "-recorded_at"), "award_id"
    )
    given = [each.id for those in notices.values() for each in those]
    answers = by(NoticeAnswer.objects.filter(notice_id__in=given).order_by("on", "id"), "notice_id")
    return [
        SupportView(
            row,
            tuple((each, row.carer_id in shown[each.id]) for each in lines[row.id]),
            tuple(requests[row.id]),
            tuple(
                AwardView(each, tuple(NoticeView(n, tuple(answers[n.id])) for n in notices[each.id]))
                for each in awards[row.id]
            ),
        )
        for row in rows
    ]
