"""What a time in care brings with it: reviews, times missing, health through the year."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo.dice import Dice, Weights
from kith.demo.draft import Child, Draft
from kith.demo.shapes.care import DemoHealthYear, DemoMissing, DemoPreviousPermanence, DemoReview
from kith.demo.working_days import add_months, add_working_days, age_on, on_working_day

FIRST_REVIEW_DAYS = 20  # working days from the first day in care (regulation 33)
LATE_REVIEW = 0.06  # settings of the demo, not published figures
TAKES_PART: Weights[str] = Weights(
    {"PN1": 0.47, "PN2": 0.07, "PN3": 0.01, "PN4": 0.04, "PN5": 0.06, "PN6": 0.28, "PN7": 0.07}
)
MISSING_A_YEAR = 0.17  # of those aged 11 and over, so that 11% of all are missing in a year (recalled)
INTERVIEW_IN_TIME = 0.63  # return conversation within 72 hours (FIGURES 5, found)


def make_reviews(draft: Draft, child: Child, start: date, end: date | None) -> None:
    """First within 20 working days, then three months, then each six; now and then one is late."""
    dice, last = draft.dice, end or draft.today
    due, count = add_working_days(start, FIRST_REVIEW_DAYS), 0
    while True:
        if dice.chance(LATE_REVIEW):
            held = add_working_days(due, dice.between(1, 15))
        else:
            held = on_working_day(due - timedelta(days=dice.between(1, 9 if count == 0 else 21)))
            held = held if held <= due else due
        if held >= last:
            break
        part = "PN0" if age_on(child.dob, held) < 4 else dice.weigh(TAKES_PART)
        draft.reviews.append(DemoReview(child.id, due, held, part))
        count += 1
        due = add_months(held, 3 if count == 1 else 6)
    if end is None:
        draft.reviews.append(DemoReview(child.id, due, None, ""))


def make_missing(draft: Draft, child: Child, start: date, end: date | None) -> None:
    """Times missing or away in each year of care from the age of eleven; none overlap."""
    dice, last = draft.dice, end or draft.today
    day = max(start, add_months(child.dob, 12 * 11))
    while day < last - timedelta(days=3):
        year_end = min(day + timedelta(days=365), last)
        if dice.chance(MISSING_A_YEAR):
            gone = day + timedelta(days=dice.between(0, 60))
            for _ in range(dice.pick((1, 1, 1, 2, 3, 5))):
                back = gone + timedelta(days=dice.pick((0, 1, 1, 1, 2, 4)))
                if back >= year_end:
                    break
                in_time = dice.chance(INTERVIEW_IN_TIME)
                told = back + timedelta(days=dice.between(0, 3) if in_time else dice.between(4, 9))
                draft.missing.append(
                    DemoMissing(
                        child.id,
                        "M" if dice.chance(0.85) else "A",
                        gone,
                        back,
                        True,
                        told if (in_time or dice.chance(0.5)) and told <= draft.today else None,
                    )
                )
                gone = back + timedelta(days=dice.between(3, 60))
        day = year_end


def make_health(draft: Draft, child: Child, start: date, end: date | None) -> None:
    """One row for each 31 March that found the child the whole year in care."""
    dice, last = draft.dice, end or draft.today
    for year in range(max(start.year, last.year - 5), last.year + 1):
        if start <= date(year - 1, 4, 1) and date(year, 3, 31) <= last:
            draft.health_years.append(_health_year(dice, child, date(year, 3, 31)))


def make_permanence_before(draft: Draft, child: Child, start: date) -> None:
    """Whether the child had left care before, for adoption or guardianship."""
    dice = draft.dice
    before = dice.chance(0.02 if not child.unaccompanied else 0)
    ordered = add_months(child.dob, 24)
    if before and start > add_months(child.dob, 36):
        draft.previous_permanence.append(
            DemoPreviousPermanence(child.id, dice.pick(("P1", "P2", "P2", "P3")), "999", ordered, start)
        )
    else:
        draft.previous_permanence.append(DemoPreviousPermanence(child.id, "Z1", "", None, start))


def _health_year(dice: Dice, child: Child, year_end: date) -> DemoHealthYear:
    """What is asked goes by age: strengths and difficulties 4 to 16, checks below 5, offending from 10."""
    age, at_start = age_on(child.dob, year_end), age_on(child.dob, date(year_end.year - 1, 4, 1))
    asked = age >= 4 and at_start < 17
    answered = asked and dice.chance(0.77)
    misuse = age >= 12 and dice.chance(0.04)
    helped = dice.chance(0.6) if misuse else None
    return DemoHealthYear(
        child.id,
        year_end,
        min(40, max(0, int(dice.gauss(14, 6.5)))) if answered else None,
        dice.pick(("SDQ2", "SDQ4", "SDQ5")) if asked and not answered else "",
        dice.chance(0.02) if age >= 10 else None,
        dice.chance(0.88) if age < 5 else None,
        dice.chance(0.82),
        dice.chance(0.76),
        dice.chance(0.89),
        misuse,
        helped,
        dice.chance(0.8) if helped is False else None,
    )
