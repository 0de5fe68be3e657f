"""Which kinds of fact the record holds, and since when: silence outside it proves nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kith.law.facts import EARLIEST


@dataclass(frozen=True, slots=True)
class Covered:
    """One kind of fact is fully recorded from a day, and (where known) up to a day."""

    kind: str
    since: date = EARLIEST
    through: date | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is recorded. `complete` is the record that holds every kind since ever."""

    kinds: dict[str, Covered] = field(default_factory=dict)
    complete: bool = False

    @classmethod
    def of(cls, covered: Iterable[Covered]) -> Coverage:
        """Join what several rooms record: the earliest start and the latest end of each kind."""
        kinds: dict[str, Covered] = {}
        for new in covered:
            old = kinds.get(new.kind)
            kinds[new.kind] = new if old is None else _joined(old, new)
        return cls(kinds)

    def of_all(self, kinds: Iterable[str]) -> Covered | None:
        """The time in which all these kinds are recorded, or None if any of them is not recorded at all."""
        if self.complete:
            return Covered("all")
        found = [self.kinds.get(kind) for kind in kinds]
        known = [each for each in found if each is not None]
        if len(known) < len(found):
            return None
        ends = [each.through for each in known if each.through is not None]
        return Covered(
            kind=" and ".join(each.kind for each in known),
            since=max((each.since for each in known), default=EARLIEST),
            through=min(ends, default=None),
        )


EVERYTHING = Coverage(complete=True)


def _joined(old: Covered, new: Covered) -> Covered:
    through = None if old.through is None or new.through is None else max(old.through, new.through)
    return Covered(old.kind, min(old.since, new.since), through)
