"""What the register of law says, for readers: the law as data, with its source and the day on which it was checked.

The one place at which the service takes anything of the house: the law of England as data, with no Django and no record
behind it. The same law read twice from two files would be two laws before long (docs/adr/0187).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kith.law.pages.words import NO_TIME, begins, times
from kith.law.register import Duty, shipped

FORCE = {
    "in_force": "This is law.",
    "prospective": "Parliament has passed this.",
    "guidance": "The government’s guidance says this. Councils follow it unless they have good reason not to.",
    "local_default": "Many councils work like this. It is not a number in law.",
    "beyond_the_law": "Some councils promise this.",
}


@dataclass(frozen=True, slots=True)
class Law:
    """One duty as a reader of advice sees it."""

    id: str
    says: str
    within: str
    force: str
    citation: str
    link: str
    checked_on: date


def duties() -> dict[str, Duty]:
    """Every duty of the register, by its id."""
    return {duty.id: duty for duty in shipped()}


def law_of(duty_id: str, today: date) -> Law:
    """The duty of that id in words. Raises KeyError for one that the register does not hold."""
    return _as_law(shipped()[duty_id], today)


def laws_of(duty_ids: tuple[str, ...], today: date) -> tuple[Law, ...]:
    """Several, in the order given."""
    return tuple(law_of(each, today) for each in duty_ids)


def newest(duty_ids: tuple[str, ...]) -> date:
    """The law day: the last day on which one of these duties began, changed or was checked."""
    found = [shipped()[each] for each in duty_ids]
    return max(day for each in found for day in (each.source.checked_on, each.commences_on) if day)


def _as_law(duty: Duty, today: date) -> Law:
    when = "; ".join(each for each in times(duty, today) if duty.clock and each != NO_TIME)
    status = duty.status
    if status == "prospective" and duty.commences_on and duty.commences_on <= today:
        status = "in_force"
    force = f"{FORCE[status]} {begins(duty, today).removeprefix('Passed by Parliament. ')}".strip()
    return Law(
        duty.id, duty.name, when, force, duty.source.citation, duty.source.link, duty.source.checked_on
    )
