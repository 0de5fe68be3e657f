"""Who could care for a child, as the child's workers read it: how each stands, and who has no outcome yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from django.utils import timezone

from kith.access.models import Account
from kith.design.dates import london_day
from kith.kinship.models import Challenge, Exploration, Explored, MayAsk, NeverBecause, Outcome, WhyNot
from kith.people.models import PersonIdentity


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
    """One person named. `came`: all outcomes, the last first; `locked`: on a meeting's map, and changed there.

    `others`: the same person as they were named elsewhere, on the map of another meeting or by hand.
    """

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
    person: UUID | None = None
    others: tuple[CouldCare, ...] = ()

    @property
    def never(self) -> bool:
        """Never to be asked is an outcome by itself, whatever else was written, and on whichever map it stands."""
        return self.may_ask == MayAsk.NEVER or any(each.never for each in self.others)

    @property
    def has_outcome(self) -> bool:
        """Whether a home elsewhere may be looked for as far as this person goes."""
        return self.never or bool(self.outcome) or any(each.outcome for each in self.others)

    @property
    def may_be_asked(self) -> bool:
        """Whether asking is settled: they may, or whoever had to agree did; on every map that they are on."""
        return all(each.may_be_asked for each in self.others) and self._settled

    @property
    def _settled(self) -> bool:
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
    """Everybody named for a child (all ids of the record), once: no outcome yet first, then by name. Four statements.

    Who stands on two maps as the same person of the record is one line: the one last said of, with the others beside it.
    Nobody is made one by their name alone.
    """
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
    found = _once([(_view(row, came.get(row.id, []), said), _last(row, came.get(row.id))) for row in rows])
    return sorted(found, key=lambda each: (each.has_outcome, each.name.casefold()))


def unexplored(child: Sequence[UUID]) -> list[str]:
    """Who was named and has no outcome yet, by name: until there is nobody, family and friends come before strangers.

    Whoever records that a home was looked for elsewhere asks this first (Children Act 1989 s22C(6)-(7)). An outcome, or a
    never, of the same person on another map is theirs as well. Three statements.
    """
    rows = list(
        Exploration.objects.filter(child_id__in=child).values_list("id", "name", "person_id", "may_ask")
    )
    came = set(
        Explored.objects.filter(exploration__in=[row[0] for row in rows]).values_list(
            "exploration_id", flat=True
        )
    )
    same = _same({row[2] for row in rows if row[2]})
    whom = {row[0]: same.get(row[2], row[2]) or row[0] for row in rows}
    done = {whom[each] for each, _name, _person, may in rows if may == MayAsk.NEVER or each in came}
    return sorted({name for each, name, _person, _may in rows if whom[each] not in done})


def _last(row: Exploration, came: list[Explored] | None) -> datetime:
    return came[0].recorded_at if came else datetime.min.replace(tzinfo=UTC)


def _once(found: list[tuple[CouldCare, datetime]]) -> list[CouldCare]:
    """One line for each person of the record: that of which something was said last, with the others beside it."""
    same = _same({each.person for each, _at in found if each.person})
    groups: dict[UUID, list[tuple[CouldCare, datetime]]] = {}
    for one in found:
        person = one[0].person
        groups.setdefault(same.get(person, person) if person else one[0].id, []).append(one)
    lines = []
    for group in groups.values():
        first, *others = (each for each, _at in sorted(group, key=lambda pair: pair[1], reverse=True))
        lines.append(replace(first, others=tuple(others)) if others else first)
    return lines


def _same(persons: set[UUID]) -> dict[UUID, UUID]:
    """For each of these the record that stands for all that are linked. One statement where there are two or more."""
    if len(persons) < 2:
        return {}
    links = PersonIdentity.objects.filter(person_id__in=persons, during__contains=timezone.now())
    return dict(links.values_list("person_id", "canonical_id"))


@dataclass(frozen=True, slots=True)
class Because:
    """One reason why somebody is never to be asked, as far as it may be read; with who wrote it, and when."""

    reason: str
    by: str
    on: date


def never_because(exploration: UUID) -> list[Because]:
    """Why they are never to be asked, the first first: all reasons to a manager, to others their own. Two statements."""
    rows = list(NeverBecause.objects.filter(exploration_id=exploration).order_by("recorded_at", "id"))
    names = dict(
        Account.objects.filter(id__in={row.recorded_by for row in rows if row.recorded_by}).values_list(
            "id", "display_name"
        )
        if rows
        else ()
    )
    return [
        Because(
            row.reason,
            names.get(row.recorded_by, "a colleague") if row.recorded_by else "a colleague",
            london_day(row.recorded_at),
        )
        for row in rows
    ]


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
        person=row.person_id,
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
