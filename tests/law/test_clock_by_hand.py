"""Ends of time worked out by hand: one row for each, with the statute or guidance and the sum in words.

The numbers are those of the duties named; whether each is law, guidance or custom the register says. What the
engine makes of such ends (met, late, excused) is in test_worked_examples.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kith.law import clock
from kith.law.deadline import Deadline

Row = tuple[str, dict[str, Any], str, str, str]


def working(days: int, **more: Any) -> dict[str, Any]:
    return {"value": days, "unit": "day", "days": "working"} | more


def of(value: int, unit: str, **more: Any) -> dict[str, Any]:
    return {"value": value, "unit": unit} | more


# statute or guidance; length of time; from; last day in time; the sum in words
ROWS: list[Row] = [
    ("Working Together ch.3: decision on a referral in 1 working day", working(1), "2024-12-24", "2024-12-27",
     "Tuesday. Christmas Day and Boxing Day do not count, so Friday is the first working day."),
    ("Working Together ch.3: strategy discussion, 1 working day by custom", working(1), "2025-08-22", "2025-08-26",
     "Friday before the summer bank holiday: Saturday, Sunday and Monday the 25th do not count."),
    ("Working Together ch.3: first core group in 10 working days", working(10), "2022-09-08", "2022-09-23",
     "9th is 1; 12th to 16th are 2 to 6; the 19th is the state funeral; 20th to 23rd are 7 to 10."),
    ("Local procedures: core group every 6 weeks, over a leap day", of(6, "week"), "2024-02-15", "2024-03-28",
     "42 days: 14 to 29 February, 28 more to 28 March."),
    ("Local procedures: report 2 working days before a conference", working(2, direction="before"),
     "2025-05-06", "2025-05-01", "Back from Tuesday: Monday is the May holiday; Friday 2nd is 1, Thursday 1st is 2."),
    ("Local procedures: report 5 working days before a review conference", working(5, direction="before"),
     "2026-04-08", "2026-03-30",
     "Back from Wednesday: 7th is 1; Easter Monday and Good Friday do not count; 2nd, 1st, 31st, 30th are 2 to 5."),
    ("London procedures: review in 10 days after a birth, over a leap day", of(10, "day"), "2024-02-20", "2024-03-01",
     "9 days to 29 February, and one more."),
    ("SI 2010/959 reg 4: care plan in 10 working days over the New Year", working(10), "2024-12-20", "2025-01-08",
     "23rd, 24th, 27th, 30th, 31st are 1 to 5; 2nd and 3rd January 6 and 7; 6th to 8th are 8 to 10."),
    ("SI 2010/959 reg 9: placement plan in 5 working days over Easter", working(5), "2025-04-17", "2025-04-28",
     "Good Friday and Easter Monday do not count: 22nd to 25th are 1 to 4, Monday 28th is 5."),
    ("SI 2010/959 reg 23: an emergency placement, 6 working days", working(6), "2025-05-02", "2025-05-13",
     "Monday 5th is a holiday: 6th to 9th are 1 to 4, 12th is 5, 13th is 6."),
    ("SI 2010/959 reg 28(2)(a): visit within 1 week", of(1, "week"), "2025-08-22", "2025-08-29",
     "Seven days, Friday to Friday; a bank holiday in between counts like any day."),
    ("SI 2010/959 reg 28(2)(b): visits no more than 6 weeks apart", of(6, "week"), "2024-12-18", "2025-01-29",
     "42 days: 13 to 31 December, 29 more."),
    ("SI 2010/959 reg 28(2)(c): 3 months, to a shorter month", of(3, "month"), "2024-11-30", "2025-02-28",
     "30 February is not: the last day of that month."),
    ("SI 2010/959 reg 24: temporary approval, 16 weeks", of(16, "week"), "2024-12-02", "2025-03-24",
     "112 days: 29 to 31 December, 31, 28, then 24."),
    ("SI 2010/959 reg 50: records kept for 75 years", of(75, "year"), "2024-02-29", "2099-02-28",
     "29 February 2099 is not: the last day of that month."),
    ("Statutory guidance 2014: return interview in 72 hours, when clocks go forward", of(72, "hour"),
     "2025-03-29", "2025-04-02",
     "The hour is not known, so from midnight; an hour of the 30th is skipped, so 72 hours end at 1 in the morning."),
    ("Statutory guidance 2014: return interview in 72 hours, when clocks go back", of(72, "hour"),
     "2025-10-25", "2025-10-28", "From midnight; the 26th has 25 hours, so 72 hours end at 11 at night."),
    ("Children Act 1989 s46(6): police protection, 72 hours", of(72, "hour"), "2025-01-10", "2025-01-13",
     "From the midnight that ends the 10th: three whole days."),
    ("Children Act 1989 s32(1)(a)(ii): 26 weeks beginning with the day of issue",
     of(26, "week", first_day_counts=True), "2025-01-01", "2025-07-01",
     "182 days of which 1 January is the first: 181 to the end of June, and one more."),
    ("Children Act 1989 s14A(7): notice 3 months before applying", of(3, "month", direction="before"),
     "2025-05-31", "2025-02-28", "31 February is not: the last day of that month."),
    ("Public Law Working Group 2021: pre-proceedings in 16 weeks", of(16, "week"), "2025-09-01", "2025-12-22",
     "112 days: 29 to 30 September, 31, 30, then 22."),
    ("SI 2005/1533 reg 4: private fostering, first visit in 7 working days", working(7), "2025-12-19", "2026-01-02",
     "22nd to 24th are 1 to 3; 29th to 31st are 4 to 6; New Year's Day does not count; 2nd is 7."),
    ("SI 2005/1533 reg 8(1)(b): private fostering, visits 12 weeks apart", of(12, "week"), "2023-12-31", "2024-03-24",
     "84 days: 31, 29 of a leap February, then 24."),
    ("SI 2011/581 reg 27: 28 days to ask for a review, in a leap February", of(28, "day"), "2024-02-01", "2024-02-29",
     "28 days after the 1st."),
    ("SI 2011/581 reg 28: review of a foster carer in a year, from a leap day", of(12, "month"),
     "2024-02-29", "2025-02-28", "29 February 2025 is not: the last day of that month."),
    ("SI 2010/2571 reg 7: pathway plan review in 6 months", of(6, "month"), "2025-08-31", "2026-02-28",
     "31 February is not: the last day of that month."),
    ("SI 2010/2571 reg 7: review in 28 days after a move", of(28, "day"), "2025-02-01", "2025-03-01",
     "27 to 28 February, and one more."),
    ("SI 2010/2571 reg 8(2)(c): visits 2 months apart", of(2, "month"), "2025-12-31", "2026-02-28",
     "31 February is not: the last day of that month."),
    ("SI 2010/959 reg 42: needs assessed in 3 months of the 16th birthday", of(3, "month"), "2025-11-30", "2026-02-28",
     "30 February is not: the last day of that month."),
    ("SI 1991/1505 reg 15: secure accommodation reviewed in 1 month", of(1, "month"), "2025-01-31", "2025-02-28",
     "31 February is not: the last day of that month."),
    ("Working Together ch.5: rapid review in 15 working days", working(15), "2025-12-12", "2026-01-07",
     "15th to 19th are 1 to 5; 22nd to 24th 6 to 8; 29th to 31st 9 to 11; 2nd is 12; 5th to 7th are 13 to 15."),
    ("SI 2006/1738 reg 14: complaint answered in 10 working days", working(10), "2023-05-02", "2023-05-17",
     "3rd to 5th are 1 to 3; the coronation is kept on the 8th; 9th to 12th are 4 to 7; 15th to 17th are 8 to 10."),
    ("SI 2006/1738 reg 17: stage two in 25 working days over the Platinum Jubilee", working(25),
     "2022-05-16", "2022-06-22",
     "17th to 20th are 1 to 4; 23rd to 27th 5 to 9; 30th to 1 June 10 to 12, for the spring holiday was moved to the"
     " 2nd and the 3rd was proclaimed; 6th to 10th 13 to 17; 13th to 17th 18 to 22; 20th to 22nd 23 to 25."),
    ("UK GDPR art 12(3): a month, to the next working day over Easter", of(1, "month", rolls_forward=True),
     "2025-03-19", "2025-04-22", "19 April is a Saturday, and Monday the 21st is Easter Monday: Tuesday."),
    ("UK GDPR art 12(3): a month, to a shorter month", of(1, "month", rolls_forward=True), "2025-01-31", "2025-02-28",
     "31 February is not: the last day of that month, a Friday."),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} from {row[2]}" for row in ROWS])
def test_an_end_worked_out_by_hand(row: Row) -> None:
    _, length, start, end, _ = row
    deadline = Deadline.model_validate(length)
    found = clock.due(date.fromisoformat(start), deadline)
    assert found.day == clock.last_day(date.fromisoformat(start), deadline) == date.fromisoformat(end)
