"""What is due: for one payee and one child, which nights at how much a week, and why that much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from kith.money.reckoning.bands import GROWN_UP, Version, birthday, changes, held_on, years_old

NO_RATE, TWO_CARERS, NO_BIRTH_DATE = "no_rate", "two_carers", "no_birth_date"


@dataclass(frozen=True, slots=True)
class Entitled:
    """A fact that is paid for: a child's nights with somebody. `until` is None while it lasts.

    `weekly` is told where an award says how much; else the rates of `kind` say it by age. `of`: the fact's own id.
    """

    payee: UUID
    child: UUID
    kind: str
    first: date
    until: date | None
    born: date | None = None
    weekly: int | None = None
    of: UUID | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Nights `[first, until)` at one rate. `trouble`: why it cannot be paid as it stands."""

    payee: UUID
    child: UUID
    kind: str
    first: date
    until: date
    weekly: int
    born: date | None = None
    band: UUID | None = None
    of: UUID | None = None
    trouble: str = ""

    @property
    def age(self) -> int | None:
        """How old the child is on the first night."""
        return years_old(self.born, self.first) if self.born else None


def pieces(facts: Iterable[Entitled], rates: Mapping[str, Sequence[Version]], until: date) -> list[Piece]:
    """Everything due before `until`, cut where a rate or a band changes; nights that two people claim are marked.

    A fact that ends before it begins is worth nothing. At 18 an allowance by age ends.
    """
    made = [piece for fact in facts for piece in _of(fact, rates.get(fact.kind, ()), until)]
    return sorted(_claimed_once(made), key=lambda each: (each.payee, each.child, each.first, each.kind))


def _of(fact: Entitled, versions: Sequence[Version], until: date) -> list[Piece]:
    first, end = fact.first, min(fact.until or until, until)
    if fact.weekly is None and fact.born is not None:
        end = min(end, birthday(fact.born, GROWN_UP))
    if end <= first:
        return []
    base = Piece(fact.payee, fact.child, fact.kind, first, end, 0, fact.born, of=fact.of)
    if fact.weekly is not None:
        return [replace(base, weekly=fact.weekly)]
    if fact.born is None:
        return [replace(base, trouble=NO_BIRTH_DATE)]
    days = [first, *changes(fact.born, versions, first, end), end]
    return _joined([_at(base, fact.born, versions, start, stop) for start, stop in pairwise(days)])


def _at(base: Piece, born: date, versions: Sequence[Version], start: date, stop: date) -> Piece:
    version, age = held_on(versions, start), years_old(born, start)
    cut = replace(base, first=start, until=stop)
    if version is None:
        return replace(cut, trouble=NO_RATE)
    band = version.band(age)
    return replace(cut, weekly=band.weekly, band=band.id)


def _joined(found: list[Piece]) -> list[Piece]:
    """Neighbours at the same band are one."""
    joined: list[Piece] = []
    for each in found:
        last = joined[-1] if joined else None
        if last and (last.band, last.weekly, last.trouble) == (each.band, each.weekly, each.trouble):
            joined[-1] = replace(last, until=each.until)
        else:
            joined.append(each)
    return joined


def _claimed_once(found: list[Piece]) -> list[Piece]:
    """Nights of one child that are due to more than one fact at once are cut out and marked: a person has to say whose.

    One is paid for a night; that both were written down is a contradiction of the record, never a reason to pay twice.
    """
    by_child: dict[UUID, list[Piece]] = {}
    for each in found:
        by_child.setdefault(each.child, []).append(each)
    made: list[Piece] = []
    for theirs in by_child.values():
        days = sorted({day for each in theirs for day in (each.first, each.until)})
        for each in theirs:
            inside = [each.first, *(day for day in days if each.first < day < each.until), each.until]
            cut = []
            for start, stop in pairwise(inside):
                others = any(o is not each and o.first < stop and start < o.until for o in theirs)
                trouble = each.trouble or (TWO_CARERS if others else "")
                cut.append(replace(each, first=start, until=stop, trouble=trouble))
            made += _joined(cut)
    return made
