"""The port through which rooms give the law their facts; higher rooms fill it at start-up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.law.coverage import Coverage, Covered
from kith.law.facts import Fact, FactProvider

Covers = Callable[[date, datetime | None], Iterable[Covered]]


@dataclass(frozen=True, slots=True)
class Provider:
    """A room's facts, and which kinds of fact it records from when."""

    room: str
    facts: FactProvider
    covers: Covers


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


def gather(persons: Sequence[UUID], as_at: date, believed: datetime | None = None) -> Iterator[Fact]:
    """The facts of every room about these people. Ask for a few hundred people at a time."""
    for provider in _providers.values():
        yield from provider.facts(persons, as_at, believed)


def coverage(as_at: date, believed: datetime | None = None) -> Coverage:
    """What all rooms together record."""
    return Coverage.of(each for p in _providers.values() for each in p.covers(as_at, believed))
