"""The chain of one duty from one trigger: each link runs from the trigger or the last time it was met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kith.law import clock, fact_kinds
from kith.law.coverage import Covered
from kith.law.facts import Fact
from kith.law.history import History
from kith.law.register.duty import Clock, Duty


@dataclass(frozen=True, slots=True)
class Link:
    """One link: the day the clock starts, when it was met, and what its start was."""

    clock: Clock
    opens: date
    starts: date
    met: date | None
    from_what: str


def links(duty: Duty, trigger: Fact, history: History, covered: Covered) -> Iterator[Link]:
    """Every link of the chain that the record can decide, in order.

    Where the record begins after the trigger, nobody can tell which review a first known one was. Then only
    endless clocks are run, from the first day of the record: the kindest reading that the law leaves open.
    """
    opens = clock.due(trigger.on, duty.opens).day if duty.opens else trigger.on
    if duty.promised_from is not None and trigger.on < duty.promised_from:
        # A promise made later starts, for whom it still concerns, on its own day.
        over = trigger.until is not None and trigger.until <= duty.promised_from
        if over or not fact_kinds.known()[trigger.kind].span:
            return
        opens = duty.promised_from
        trigger = replace(trigger, on=opens)
    days = _met_on(duty, trigger, history, opens)
    for each in duty.clock:
        if covered.since > opens:
            yield from _from_record(each, trigger, [day for day in days if day >= covered.since], covered)
        else:
            yield from _from_trigger(each, trigger, days, opens)


def _from_trigger(each: Clock, trigger: Fact, days: list[date], opens: date) -> Iterator[Link]:
    first, last = each.links
    for number in range(first, (len(days) if last is None else min(last, len(days))) + 1):
        met = days[number] if number < len(days) else None
        if not each.holds(trigger.on if number == 0 else days[number - 1]):
            continue
        if number == 0:
            yield Link(each, opens, trigger.on, met, "trigger")
        elif trigger.until is None or days[number - 1] < trigger.until:
            yield Link(each, days[number - 1], days[number - 1], met, "last")


def _from_record(each: Clock, trigger: Fact, days: list[date], covered: Covered) -> Iterator[Link]:
    if each.links[1] is not None or (trigger.until is not None and trigger.until <= covered.since):
        return
    starts = [covered.since, *(day for day in days if trigger.until is None or day < trigger.until)]
    for number, start in enumerate(starts):
        met = days[number] if number < len(days) else None
        if each.holds(start):
            yield Link(each, start, start, met, "record" if number == 0 else "last")


def _met_on(duty: Duty, trigger: Fact, history: History, opens: date) -> list[date]:
    """The days on which the duty was met within the trigger's span, each once.

    What lasts and had begun before meets it at once: a worker who was named already need not be named again.
    """
    if duty.met_by_end:
        return [trigger.until] if trigger.until else []
    found = history.matching(duty.met_by, trigger.ref if duty.same_ref else None)
    if any(each.direction == "before" for each in duty.clock):
        opens = trigger.on - timedelta(days=36_500)
    last = trigger.until or date.max
    lasting = {fact.kind for fact in found if fact_kinds.known()[fact.kind].span}
    days = {
        opens for fact in found if fact.kind in lasting and fact.on < opens <= last and _goes_on(fact, opens)
    }
    return sorted(days | {fact.on for fact in found if opens <= fact.on <= last})


def _goes_on(fact: Fact, on: date) -> bool:
    return fact.until is None or fact.until > on
