"""Spans in which a clock stands still, for a reason: what remained when it stopped is counted from when it went on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kith.law import calendar, clock
from kith.law.chain import Link
from kith.law.deadline import Deadline
from kith.law.facts import Fact
from kith.law.history import History
from kith.law.reasoning import Step, plain
from kith.law.register.duty import Duty


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stopped on a day and goes on from another: that day is day 0 of what remains."""

    on: date
    end: date
    says: str = ""
    lasts: bool = False


def due_of(duty: Duty, trigger: Fact, link: Link, history: History) -> clock.Due:
    """When a link is due, with what its clock stood still for. A deadline before a day never stands still."""
    due = clock.due(link.starts, link.clock)
    if not (duty.paused_by or duty.extended_by) or link.clock.direction == "before":
        return due
    steps = list(due.because)
    day = due.day
    pauses = _pauses(duty, trigger, history)
    for pause, moved in moves(day, link.starts, link.met, pauses, link.clock):
        steps.append(Step("paused", _words(pause, moved)))
        day = moved
    given = _extensions(duty, trigger, history)
    for more, moved in extended(day, link.met, given):
        steps.append(Step("paused", f"{more.says} On {plain(more.on)}: the end moves to {plain(moved)}."))
        day = moved
    return clock.Due(day, tuple(steps))


@dataclass(frozen=True, slots=True)
class More:
    """More time, decided on a day, until another; `most`: so much at most, each time or `in_all`."""

    on: date
    end: date
    most: Deadline | None = None
    in_all: bool = False
    says: str = ""


def extended(due: date, met: date | None, given: Iterable[More]) -> Iterator[tuple[More, date]]:
    """Each extension that moves a due day, and to where: never past its most, nor once the duty was met.

    One that is given late is counted from the day on which it was given: what was late until then stays so as at then.
    """
    first = due
    for more in sorted(given, key=lambda each: (each.on, each.end)):
        if met is not None and more.on >= met:
            return
        counted = first if more.in_all else max(due, more.on)
        end = more.end if more.most is None else min(more.end, clock.last_day(counted, more.most))
        if end > due:
            due = end
            yield more, due


def _extensions(duty: Duty, trigger: Fact, history: History) -> list[More]:
    return [
        More(fact.on, fact.until, each.most, each.in_all, each.says)
        for each in duty.extended_by
        for fact in history.matching((each,), trigger.ref)
        if fact.until is not None
    ]


def moves(
    due: date, starts: date, met: date | None, pauses: Iterable[Pause], deadline: Deadline
) -> Iterator[tuple[Pause, date]]:
    """Each pause that moves a due day, and to where: those begun by the due day and before the duty was met.

    A clock in working days stands still for the working days of the pause, any other for its days.
    """
    for pause in _joined(pauses):
        stopped = max(pause.on, starts)
        if pause.end <= stopped:
            continue
        if stopped > due or (met is not None and stopped >= met):
            return
        if deadline.days == "working":
            due = calendar.add_working_days(due, calendar.working_days_between(stopped, pause.end))
        else:
            due += pause.end - stopped
        if deadline.rolls_forward:
            due = calendar.next_working_day(due)
        yield pause, due


def _pauses(duty: Duty, trigger: Fact, history: History) -> list[Pause]:
    """Of this matter, where the duty is about one; one that lasts has stood still up to the day asked about."""
    ref = trigger.ref if duty.same_ref else None
    return [
        Pause(fact.on, fact.until or history.as_at, each.says, fact.until is None)
        for each in duty.paused_by
        for fact in history.matching((each,), ref)
    ]


def _joined(pauses: Iterable[Pause]) -> list[Pause]:
    """Pauses that overlap or meet, as one."""
    found: list[Pause] = []
    for pause in sorted(pauses, key=lambda each: (each.on, each.end)):
        if found and pause.on <= found[-1].end:
            last = found[-1]
            longest = max(last, pause, key=lambda each: each.end)
            found[-1] = Pause(last.on, longest.end, last.says, longest.lasts)
        else:
            found.append(pause)
    return found


def _words(pause: Pause, moved: date) -> str:
    until = f"is still, on {plain(pause.end)}" if pause.lasts else f"went on from {plain(pause.end)}"
    stood = f"The clock stopped on {plain(pause.on)} and {until}"
    return f"{pause.says} {stood}: the end moves to {plain(moved)}."
