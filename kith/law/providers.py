"""The port through which rooms give the law their facts; higher rooms fill it at start-up.

A room's facts are one SQL query, so that those of one child and those of a county are read alike, and anybody
who knows SQL can check what the law is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kith.law.coverage import Coverage, Covered

Covers = Callable[[date, datetime | None], Iterable[Covered]]
COLUMNS = ("kind", "person", "day", "until", "ref", "detail")


@dataclass(frozen=True, slots=True)
class Reads:
    """A table that a room's facts are read from: its model, and the columns that are needed of it.

    `known`: whether `law_holding` tells who has a row in it (kith.law.holding), to everybody who may read that row.
    """

    model: type[Any]
    columns: tuple[str, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class Provider:
    """A room's facts, and which kinds of fact it records from when.

    `facts` is a query of the columns kind (text), person (uuid), day and until (dates), ref (uuid: facts of one
    matter share it) and detail (jsonb: text to text). It names its tables in braces, as in `FROM {review}`;
    `reads` says what those are. Each is given with one more column, `person`: whose fact it is once linked
    records are taken for the one person that they are. Rows are as they stand, or as they were believed to be.
    `live`: the kinds that only workers write here, so that no return covers them: they are covered from the day on
    which the council began to work in Kith (`KITH_LIVE_FROM`).

    The query is read twice: by PostgreSQL for some people, by DuckDB for everybody (docs/adr/0027). It keeps to
    what both understand alike; a test holds the two to the same facts.
    """

    room: str
    covers: Covers
    facts: str = ""
    reads: Mapping[str, Reads] = field(default_factory=dict)
    live: tuple[str, ...] = ()


_providers: dict[str, Provider] = {}


def register(provider: Provider) -> None:
    """Add a room's provider. Raises ValueError if that room already has a different one."""
    held = _providers.get(provider.room)
    if held is not None and held != provider:
        raise ValueError(f"The room {provider.room} already gives facts to the law: register it once.")
    _providers[provider.room] = provider


def forget(room: str) -> None:
    """Take a room's provider away again (for tests)."""
    _providers.pop(room, None)


def known() -> list[Provider]:
    """Every room's provider, in the order in which they came."""
    return list(_providers.values())


def live_kinds() -> tuple[str, ...]:
    """What only workers write, of all rooms."""
    return tuple(kind for p in _providers.values() for kind in p.live)


def coverage(as_at: date, believed: datetime | None = None) -> Coverage:
    """What all rooms together record."""
    return Coverage.of(each for p in _providers.values() for each in p.covers(as_at, believed))
