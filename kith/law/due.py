"""What is due to people: the facts that the rooms hold, put to the register as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from kith.law import providers
from kith.law.engine import derive
from kith.law.obligation import Obligation
from kith.law.oddities import Oddity, oddities
from kith.law.recorded import facts_of, recorded
from kith.law.register import Register, effective_register

# A few hundred people at a time keeps memory flat whatever the size of the council.
SLICE = 500


def today() -> date:
    """Today in England."""
    return timezone.localdate()


def rules_of(day: date, duty: str | None = None) -> Register:
    """The register as it holds on a day, council's own settings included; `duty` narrows it to one id.

    Raises KeyError for an id that the register does not hold.
    """
    rules = effective_register(day)
    return rules.only(duty) if duty else rules


def obligations(
    persons: Sequence[UUID],
    *,
    as_at: date | None = None,
    believed: datetime | None = None,
    duty: str | None = None,
) -> Iterator[Obligation]:
    """Obligations of these people as at a day (default today in England), as believed at a moment.

    `duty` narrows to one id of the register; an unknown id raises KeyError. The actor's own grants decide
    whose facts are seen. Linked records are one person, who comes once, by the kept id where it was asked about.
    Raises NotPermittedError when a family's account asks what was believed.
    """
    day = as_at or today()
    rules = rules_of(day, duty)
    covered = providers.coverage(day, believed)
    for start in range(0, len(persons), SLICE):
        facts = facts_of(persons[start : start + SLICE], believed=believed)
        yield from derive(facts, rules, as_at=day, coverage=covered)


def open_obligations(persons: Sequence[UUID], *, as_at: date | None = None) -> list[Obligation]:
    """What still can and should be done: due, or late with something left to do. Soonest first."""
    return still_open(obligations(persons, as_at=as_at))


@dataclass(frozen=True, slots=True)
class Standing:
    """How some people stand today: what is to be done for them, and what in their record cannot be right."""

    open: list[Obligation]
    odd: list[Oddity]


def standing(persons: Sequence[UUID]) -> Standing:
    """What is open, and what is odd, from one read of the record. One statement, and that of what is covered."""
    day = today()
    held = recorded(persons)
    found = derive(held.facts, rules_of(day), as_at=day, coverage=providers.coverage(day))
    return Standing(still_open(found), oddities(held.facts, held.impossible, day))


def still_open(found: Iterable[Obligation]) -> list[Obligation]:
    """Of these, what can and should still be done, soonest first."""
    still = [each for each in found if each.state in {"due", "late"} and each.closed is None]
    return sorted(still, key=lambda each: (each.due, each.duty))
