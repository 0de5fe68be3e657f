"""Who could care for a child, as the child's workers read it: how each stands, and who has no outcome yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.kinship.models import Challenge, Exploration, Explored, MayAsk, NeverBecause, Outcome, WhyNot


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """What somebody said against an outcome. `answer` is empty until somebody answered."""

    id: UUID
    by_whom: str
    words: str
    on: date
    answer: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class ExploredView:
    """One outcome, with what was said against it."""

    id: UUID
    says: str
    on: date
    why: str
    words: str
    against_map: bool
    challenges: tuple[ChallengeView, ...]


@dataclass(frozen=True, slots=True)
class CouldCare:
    """One person named. `came`: all outcomes, the last first; `locked`: on a meeting's map, and changed there."""

    id: UUID
    child: UUID
    name: str
    tie: str
    named_by: str
    words: str
    may_ask: str
    settled_with: str
    only_if: str
    only_if_agreed_on: date | None
    could_care: bool
    locked: bool
    outcome: str
    came: tuple[ExploredView, ...]

    @property
    def never(self) -> bool:
        """Never to be asked is an outcome by itself, whatever else was written."""
        return self.may_ask == MayAsk.NEVER

    @property
    def has_outcome(self) -> bool:
        """Whether a home elsewhere may be looked for as far as this person goes."""
        return self.never or bool(self.outcome)

    @property
    def may_be_asked(self) -> bool:
        """Whether asking is settled: they may, or whoever had to agree did."""
        return self.may_ask == MayAsk.MAY or (
            self.may_ask == MayAsk.ONLY_IF and self.only_if_agreed_on is not None
        )

    @property
    def stands(self) -> str:
        """How it stands, in words."""
        if self.never:
            return "never to be asked"
        return str(dict(Outcome.choices)[self.outcome]) if self.outcome else "nothing yet"


def who_could_care(child: Sequence[UUID]) -> list[CouldCare]:
    """Everybody named for a child (all ids of the record): no outcome yet first, then by name. Three statements."""
    rows = list(Exploration.objects.filter(child_id__in=child).order_by("name", "id"))
    outcomes = Explored.objects.filter(exploration__in=[row.id for row in rows]).order_by(
        "-recorded_at", "id"
    )
    came: dict[UUID, list[Explored]] = {}
    for each in outcomes:
        came.setdefault(each.exploration_id, []).append(each)
    said: dict[UUID, list[Challenge]] = {}
    explored = [each.id for those in came.values() for each in those]
    for one in Challenge.objects.filter(explored_id__in=explored).order_by("on", "id") if explored else ():
        said.setdefault(one.explored_id, []).append(one)
    found = [_view(row, came.get(row.id, []), said) for row in rows]
    return sorted(found, key=lambda each: (each.has_outcome, each.name.casefold()))


def unexplored(child: Sequence[UUID]) -> list[str]:
    """Who was named and has no outcome yet, by name: until there is nobody, family and friends come before strangers.

    Whoever records that a home was looked for elsewhere asks this first (Children Act 1989 s22C(6)-(7)). Two statements.
    """
    rows = Exploration.objects.filter(child_id__in=child).exclude(may_ask=MayAsk.NEVER)
    named = dict(rows.values_list("id", "name"))
    done = set(Explored.objects.filter(exploration__in=list(named)).values_list("exploration_id", flat=True))
    return sorted({name for each, name in named.items() if each not in done})


def never_because(exploration: UUID) -> str:
    """Why they are never to be asked, for the few who read it; "" for all others. One statement."""
    found = NeverBecause.objects.filter(exploration_id=exploration).values_list("reason", flat=True).first()
    return found or ""


def _view(row: Exploration, came: list[Explored], said: dict[UUID, list[Challenge]]) -> CouldCare:
    return CouldCare(
        id=row.id,
        child=row.child_id,
        name=row.name,
        tie=row.tie,
        named_by=row.named_by,
        words=row.words,
        may_ask=row.may_ask,
        settled_with=row.settled_with,
        only_if=row.only_if,
        only_if_agreed_on=row.only_if_agreed_on,
        could_care=row.could_care,
        locked=row.from_map is not None,
        outcome=came[0].outcome if came else "",
        came=tuple(_outcome(each, said.get(each.id, [])) for each in came),
    )


def _outcome(row: Explored, said: list[Challenge]) -> ExploredView:
    kind = str(dict(WhyNot.choices)[row.why_not]) if row.why_not else ""
    return ExploredView(
        id=row.id,
        says=str(dict(Outcome.choices)[row.outcome]),
        on=row.on,
        why=f"{kind}: {row.reason}" if kind and row.reason else kind or row.reason,
        words=row.words,
        against_map=row.against_map,
        challenges=tuple(
            ChallengeView(each.id, each.by_whom, each.words, each.on, each.answer, each.answered_on)
            for each in said
        ),
    )
