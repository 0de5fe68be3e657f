"""Enquiries, conferences and child protection plans, mostly on time and sometimes late."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo.calibration import share
from kith.demo.draft import Child, Draft
from kith.demo.shapes.help import DemoConference, DemoProtectionPlan, DemoSection47
from kith.demo.working_days import add_months, add_working_days, on_working_day

CONFERENCE_DAYS = 15  # working days from the strategy discussion (Working Together)
LATE_REVIEW = 0.07  # a setting of the demo, not a published figure


def make_enquiry(
    draft: Draft, child: Child, referred: date, strategy: date, *, conference: bool, held: date | None = None
) -> None:
    """A section 47 enquiry from its strategy discussion to its outcome."""
    if strategy > draft.today:
        return
    told: date | None = strategy + timedelta(days=draft.dice.pick((0, 0, 1, 1, 2, 5)))
    if told and told >= draft.today:
        told = None
    draft.enquiries.append(
        DemoSection47(
            child.id,
            referred,
            strategy,
            add_working_days(strategy, CONFERENCE_DAYS),
            held,
            not conference,
            told,
        )
    )
    if held:
        draft.conferences.append(
            DemoConference(child.id, "initial", held, add_working_days(strategy, CONFERENCE_DAYS))
        )


def make_protection(draft: Draft, child: Child, started: date, ended: date | None, category: str) -> None:
    """A plan with its reviews: the first within three months, then within six."""
    dice, reviews = draft.dice, list[date]()
    due = add_months(started, 3)
    while True:
        held = on_working_day(due - timedelta(days=dice.between(3, 14)))
        if dice.chance(LATE_REVIEW):
            held = add_working_days(due, dice.between(1, 12))
        if held > (ended or draft.today):
            break
        reviews.append(held)
        draft.conferences.append(DemoConference(child.id, "review", held, due))
        due = add_months(held, 6)
    latest = dice.pick(("NEG", "EMO")) if len(reviews) > 1 and dice.chance(0.12) else category
    again = child.dob < started - timedelta(days=700) and dice.chance(share("plan_again", "yes") * 1.25)
    draft.protection_plans.append(
        DemoProtectionPlan(
            child.id,
            started,
            ended,
            category,
            latest,
            dice.pick((1, 1, 1, 2)) if again else 0,
            tuple(reviews),
        )
    )
