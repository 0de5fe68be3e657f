"""How long the record of carers is kept once they foster no more, as the register of law has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kith.homes.models import Home
from kith.law.due import rules_of
from kith.law.engine import derive
from kith.law.facts import Fact

KEPT = "FO-13"


@dataclass(frozen=True, slots=True)
class Kept:
    """Since when nobody fosters there, and until when the record is kept at least."""

    closed_on: date
    until: date


def kept(home: Home, today: date) -> Kept | None:
    """Of a foster home whose approval has ended; None while one holds, is to come, or never was. Two statements."""
    ends = list(home.approvals.values_list("ends_on", flat=True))
    last = None if None in ends else max((each for each in ends if each is not None), default=None)
    closed = min((each for each in (last, home.closed_on) if each is not None), default=None)
    if not ends or closed is None or closed > today:
        return None
    facts = [Fact("foster_record_closed", home.id, closed, ref=str(home.id))]
    found = next(iter(derive(facts, rules_of(today, KEPT), as_at=today)), None)
    return None if found is None else Kept(closed, found.due)
