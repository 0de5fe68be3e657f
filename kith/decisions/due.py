"""By when the council answers a plan, and by when somebody is asked alone: working days, as the register counts them."""

from __future__ import annotations

from datetime import date

from kith.law.calendar import add_working_days

# Our own promise (FM-01 in the register; WORKFLOWS: a local default).
ANSWER_DAYS = 5
# After the meeting each child and each adult who was hurt is asked alone, soon.
CHECK_DAYS = 2


def answer_by(agreed_on: date) -> date:
    """The last day for the council's answer to a plan that the family agreed."""
    return add_working_days(agreed_on, ANSWER_DAYS)


def check_by(held_on: date) -> date:
    """The last day for the private check after the meeting."""
    return add_working_days(held_on, CHECK_DAYS)
