"""Triggers that no room records, because they follow from other facts and the calendar alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kith.law.facts import Fact
from kith.law.months import birthday

CARE_LEAVER_AGES = range(17, 22)


def care_years(looked_after: Iterable[Fact], as_at: date) -> Iterator[Fact]:
    """One `care_year` for each 1 April on which a child is looked after, ended with care or with the year.

    The SSDA903 OC2 questions are asked of children looked after for the twelve months to 31 March. What was
    not done within its year cannot be done in it any more: it stays late, and the next year asks anew.
    """
    for care in looked_after:
        last = min(care.until or as_at, as_at)
        for year in range(care.on.year, last.year + 1):
            first = date(year, 4, 1)
            if care.on <= first <= last:
                over = date(year + 1, 4, 1)
                ends = care.until if care.until and care.until < over else over if over <= as_at else None
                yield Fact("care_year", care.person, first, ends, care.ref)


def care_leaver_birthdays(
    leavers: Iterable[Fact], births: Iterable[Fact], looked_after: Iterable[Fact], as_at: date
) -> Iterator[Fact]:
    """One `care_leaver_birthday` for each birthday from 17 to 21 after leaving care, up to a year ahead.

    SSDA903 OC3 asks nothing about a birthday on which the young person is still looked after (rule 1007).
    """
    born = max(births, key=lambda birth: birth.on, default=None)
    if born is None:
        return
    periods = tuple(looked_after)
    days = [(age, birthday(born.on, age)) for age in CARE_LEAVER_AGES]
    for leaver in leavers:
        for age, day in days:
            if not _during(leaver, day) or day.year > as_at.year + 1:
                continue
            if not any(_during(care, day) for care in periods):
                yield Fact("care_leaver_birthday", leaver.person, day, detail={"age": str(age)})


def _during(span: Fact, day: date) -> bool:
    return span.on <= day and (span.until is None or day < span.until)
