"""From a day and a length of time to the last day on which the law is still kept, with the reasoning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from kith.law import calendar
from kith.law.calendar import LONDON
from kith.law.deadline import Deadline
from kith.law.months import add_months, last_day_of_months
from kith.law.reasoning import Step, plain


@dataclass(frozen=True, slots=True)
class Due:
    """The last day in time, and how it was reached."""

    day: date
    because: tuple[Step, ...]


@lru_cache(maxsize=65_536)
def due(start: date, deadline: Deadline) -> Due:
    """The last day in time, counted from a start. The day itself still keeps the law.

    The start is day 0 (Lester v Garland, as restated in Dodds v Walker) unless the deadline counts its first
    day. Weeks are seven days; months follow the corresponding date. Hours counted from a bare day run from
    its end, so that nobody is called late who may not be.
    """
    end = _end(start, deadline)
    steps = [Step("arithmetic", _sum(start, deadline, end))]
    if deadline.days == "working":
        steps += _skipped(start, end)
    if last_day(start, deadline) != end:
        end = last_day(start, deadline)
        steps.append(Step("arithmetic", f"That is not a working day, so the end moves to {plain(end)}."))
    return Due(end, tuple(steps))


def last_day(start: date, deadline: Deadline) -> date:
    """The day of `due`, without its reasoning."""
    end = _end(start, deadline)
    return calendar.next_working_day(end) if deadline.rolls_forward else end


def due_moment(start: datetime, deadline: Deadline) -> datetime:
    """The moment at which a number of hours ends, in UTC, whatever the clocks do in between.

    `start` must know its time zone; raises ValueError if not, or if the deadline is not in hours.
    """
    if start.tzinfo is None:
        raise ValueError("The start of a clock in hours needs a time zone: give it in UTC or in London time.")
    if deadline.unit != "hour":
        raise ValueError(f"{deadline} is not a number of hours: count it in days with due().")
    return start.astimezone(UTC) + timedelta(hours=deadline.value)


def _end(start: date, deadline: Deadline) -> date:
    value = deadline.value if deadline.direction == "after" else -deadline.value
    if deadline.unit in ("month", "year"):
        months = value * (12 if deadline.unit == "year" else 1)
        return last_day_of_months(start, months) if deadline.first_day_counts else add_months(start, months)
    day_nought = start - timedelta(days=1) if deadline.first_day_counts else start
    if deadline.unit == "hour":
        return _end_of_hours(start, deadline)
    if deadline.days == "working":
        return calendar.add_working_days(day_nought, value)
    return day_nought + timedelta(days=value * (7 if deadline.unit == "week" else 1))


def _end_of_hours(start: date, deadline: Deadline) -> date:
    day = start if deadline.first_day_counts else start + timedelta(days=1)
    last = due_moment(datetime.combine(day, time.min, LONDON), deadline) - timedelta(microseconds=1)
    return last.astimezone(LONDON).date()


def _sum(start: date, deadline: Deadline, end: date) -> str:
    way = "before" if deadline.direction == "before" else "after"
    first = "counting that day as the first" if deadline.first_day_counts else "not counting that day"
    if deadline.unit == "hour":
        edge = "start" if deadline.first_day_counts else "end"
        first = f"the hour is not known, so counting from the {edge} of that day"
    return f"{deadline} {way} {plain(start)}, {first}, is {plain(end)}."


def _skipped(start: date, end: date) -> list[Step]:
    names = [f"{plain(day)} ({name})" for day, name in calendar.holidays_skipped(start, end)]
    if not names:
        return []
    return [Step("holidays", f"Weekends do not count, nor do these holidays: {', '.join(names)}.")]
