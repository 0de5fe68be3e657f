"""Dates and ages as people say them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, ngettext

from kith.design import dates_in
from kith.design.language import in_english

LONDON = ZoneInfo("Europe/London")


def london_day(moment: date | datetime) -> date:
    """The calendar day in England; a naive datetime is taken to be London time already."""
    if isinstance(moment, datetime):
        return moment.astimezone(LONDON).date() if moment.tzinfo else moment.date()
    return moment


def today() -> date:
    """Today in England, whatever the server's own zone."""
    return datetime.now(LONDON).date()


def short_date(day: date | datetime) -> str:
    """`4 December 2026`."""
    on = london_day(day)
    return f"{on.day} {on:%B %Y}" if in_english() else dates_in.short_day(on)


def plain_date(day: date | datetime) -> str:
    """`Friday 4 December 2026`."""
    if not in_english():
        return dates_in.full_day(london_day(day))
    return f"{london_day(day):%A} {short_date(day)}"


def plain_time(moment: datetime) -> str:
    """`2:05pm`, `midday`, `midnight`, in London time (GOV.UK style)."""
    at = moment.astimezone(LONDON) if moment.tzinfo else moment
    if not in_english():
        return dates_in.clock(at)
    if at.minute == 0 and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'pm' if at.hour >= 12 else 'am'}"


def plain_moment(moment: datetime) -> str:
    """`Friday 4 December 2026 at 2:05pm`."""
    if in_english():
        return f"{plain_date(moment)} at {plain_time(moment)}"
    return gettext("%(day)s at %(time)s") % {"day": plain_date(moment), "time": plain_time(moment)}


def month_and_year(day: date) -> str:
    """`December 2026`."""
    return f"{day:%B %Y}" if in_english() else dates_in.month(day)


def working_days(number: int) -> str:
    """`1 working day`, `3 working days`."""
    said = ngettext("%(number)s working day", "%(number)s working days", number)
    return said % {"number": number}


def count(number: int, thing: str) -> str:
    """`1 day`, `3 days`: for nouns that take an s."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to a later one; a month is complete on its day number."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


def age(born: date, on: date) -> str:
    """Age as a family would say it: days, weeks, months, then `3 years 2 months`, and years from 18.

    A birthday on 29 February comes on 1 March in other years. Raises ValueError if `on` is before birth.
    """
    days = (on - born).days
    if days < 0:
        raise ValueError(f"{on} is before the date of birth {born}")
    if days < 14:
        return count(days, "day") if days else "born today"
    months = months_between(born, on)
    if months < 3:
        return count(days // 7, "week")
    if months < 24:
        return count(months, "month")
    years, rest = divmod(months, 12)
    if years >= 18 or not rest:
        return count(years, "year")
    return f"{count(years, 'year')} {count(rest, 'month')}"


def age_or_unborn(born: date | None, expected: date | None, on: date) -> str:
    """Age; or `unborn, due ...`; or plain words that neither date is known."""
    if born is not None and born <= on:
        return age(born, on)
    due = expected or born
    if due is None:
        return "age not known"
    if due < on:
        return f"unborn, was due {plain_date(due)}"
    return f"unborn, due {plain_date(due)}"


def relative(day: date | datetime, on: date) -> str:
    """How far a day is from `on`: `today`, `tomorrow`, `in 3 days`, `2 weeks ago`, `in 5 months`."""
    there = london_day(day)
    days = (there - on).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    span = _span(abs(days), months_between(min(there, on), max(there, on)))
    return f"in {span}" if days > 0 else f"{span} ago"


def _span(days: int, months: int) -> str:
    if days < 14:
        return count(days, "day")
    if months < 2:
        return count(days // 7, "week")
    return count(months, "month") if months < 24 else count(months // 12, "year")
