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
    if not duty.paused_by or link.clock.direction == "before":
        return due
    steps = list(due.because)
    day = due.day
    pauses = _pauses(duty, trigger, history)
    for pause, moved in moves(day, link.starts, link.met, pauses, link.clock):
        steps.append(Step("paused", _words(pause, moved)))
        day = moved
    return clock.Due(day, tuple(steps))


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
