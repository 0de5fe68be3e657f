"""The one plan of a told family: its lines, who reads each by name, what was said of it, and how it once stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DemoSaid:
    """What somebody who signs in said of a line: an answer (agrees or not), or how it goes (well, some, stuck)."""

    person: UUID
    words: str
    on: date
    agrees: bool | None = None
    how: str = ""
    taken_by: UUID | None = None  # the worker who took it down, where they have no page of their own


@dataclass(frozen=True, slots=True)
class DemoLine:
    """A goal, step, strength or change. first: its words in the first version; None where it came later.

    readers: those of the family to whom it is released by name; shared: organisations that read it.
    """

    kind: str
    words: str
    readers: tuple[UUID, ...] = ()
    first: str | None = None
    whose: UUID | None = None
    in_whose_words: str = ""
    goal: int | None = None  # the place of its goal in the plan
    does_it: str = ""
    worker: UUID | None = None
    by: UUID | None = None  # who wrote it and shared it, where that is not the lead
    service: str = ""
    by_on: date | None = None
    keeps_safe: bool = False
    done: date | None = None
    how_done: str = ""
    not_done: date | None = None
    why_not: str = ""
    shared: tuple[str, ...] = ()
    said: tuple[DemoSaid, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoLook:
    """The plan was looked at again together."""

    on: date
    who_came: str
    what_changed: str
    next_on: date


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """people: whom it is about, with their part. agreed: the days on which the manager agreed, the first one first."""

    people: tuple[tuple[UUID, str], ...]
    basis: str
    start: date
    lead: UUID
    manager: UUID
    agreed: tuple[date, ...]
    look: DemoLook | None
    lines: tuple[DemoLine, ...]
    looks: tuple[DemoLook, ...] = ()  # those before the last
    bases: tuple[tuple[str, date, date | None], ...] = ()  # further ones, each from, up to
    ended: date | None = None
    why_ended: str = ""
    why_only_parents: tuple[str, ...] = ()  # of each version, where it asks things of parents alone
    shown: date | None = None  # not before this day were its lines released
