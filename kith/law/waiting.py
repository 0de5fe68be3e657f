"""Duties that nothing can decide yet, because no room records their facts; they light up by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kith.law import fact_kinds
from kith.law.coverage import Coverage
from kith.law.register.duty import Duty


@dataclass(frozen=True, slots=True)
class Waiting:
    """One duty, the kinds of fact that nobody records, and the rooms that will."""

    duty: Duty
    kinds: tuple[str, ...]
    rooms: tuple[str, ...]


def waiting(duties: Iterable[Duty], coverage: Coverage) -> Iterator[Waiting]:
    """The duties whose trigger, or what meets it, is not recorded, in the order given."""
    for duty in duties:
        missing = tuple(kind for kind in needs(duty) if not _recorded(kind, coverage))
        if missing:
            yield Waiting(duty, missing, tuple(sorted({fact_kinds.known()[kind].room for kind in missing})))


def needs(duty: Duty) -> tuple[str, ...]:
    """The kinds of fact without which a duty cannot be decided, each once: those it is worked out of."""
    found: dict[str, None] = {}
    for kind in (duty.trigger, *(match.fact for match in duty.met_by)):
        for each in fact_kinds.known()[kind].out_of or (kind,):
            found[each] = None
    return tuple(found)


def _recorded(kind: str, coverage: Coverage) -> bool:
    return coverage.of_all((kind,)) is not None
