"""What every maker of a life stands on: the family, its span of help, and who leads and oversees on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.demo.dice import Dice
from kith.demo.draft import Draft
from kith.demo.shapes.story import DemoInvolvement
from kith.demo.words.themes import THEMES, Theme
from kith.demo.working_days import age_on, on_working_day

ENGLAND = ZoneInfo("Europe/London")
# Family Help came to Kithshire so long ago: a year of lives, and the half year in which it settled.
SINCE = timedelta(days=540)
YEAR = timedelta(days=366)


@dataclass(slots=True)
class Ground:
    """One family with Family Help over [begins, ends]; ends is None while it lasts. `dice`: chance of lives alone."""

    draft: Draft
    dice: Dice
    begins: date
    ends: date | None
    themes: tuple[Theme, ...]

    @property
    def today(self) -> date:
        return self.draft.today

    @property
    def last(self) -> date:
        """The last day on which anything was done: yesterday, or the day of the end."""
        return min(self.ends or self.today, self.today - timedelta(days=1))

    @property
    def mother(self) -> UUID:
        """The mother, or the eldest child where nobody of the parents is known."""
        return self.draft.mother.id if self.draft.mother else self.draft.children[0].id

    def day(self, start: date, low: int, high: int) -> date | None:
        """A working day low to high days after start; None where it is not over yet, or after the end."""
        found = on_working_day(start + timedelta(days=self.dice.between(low, high)))
        return found if self.begins <= found <= self.last else None

    def lead(self, on: date) -> UUID:
        """Who led on a day; the next who did where nobody had begun."""
        theirs = leads_of(self.draft)
        held = [one for one in theirs if one.start <= on]
        return (held[-1] if held else theirs[0]).worker

    def manager(self, worker: UUID, on: date) -> UUID:
        """The manager of a worker's team, or another who was there on the day."""
        crew = self.draft.workforce
        found = crew.overseen_by.get(worker)
        if found and found.start <= on and (found.end is None or found.end > on):
            return found.id
        return crew.choose(self.dice, "team_manager", on).id


def leads_of(draft: Draft) -> list[DemoInvolvement]:
    """Those who led for the first child that has a lead, in their order."""
    held = [one for one in draft.involvements if one.role == draft.lead_role]
    first = held[0].person if held else None
    return sorted((one for one in held if one.person == first), key=lambda one: one.start)


def themes_of(draft: Draft, dice: Dice) -> tuple[Theme, ...]:
    """One to three things that are hard, as the last assessments found them."""
    found = {code for one in draft.assessments for code in one.factors}
    oldest = max(age_on(child.dob, draft.today) for child in draft.children)
    fits = [each for each in THEMES if each.factors & found and each.oldest <= oldest]
    others = [each for each in THEMES if each not in fits and each.oldest <= oldest]
    return tuple(dice.sample(fits, 3) or dice.sample(others, dice.pick((1, 2))))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of a day in England."""
    return datetime.combine(day, time(hour, minute), ENGLAND)


def apart(dice: Dice) -> UUID:
    """An id next to no other: a request's reference is made of it, and tells nothing."""
    return UUID(bytes=blake2b(dice.new_id().bytes, digest_size=16).digest(), version=4)
