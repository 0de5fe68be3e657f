"""A referral and what follows at once: its assessment, an earlier referral, a later child's own."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo.calibration import share, weights
from kith.demo.dice import Dice, Weights
from kith.demo.draft import Child, Draft
from kith.demo.routes import CARE_ROUTES
from kith.demo.shapes.help import DemoAssessment, DemoReferral
from kith.demo.working_days import add_working_days, on_working_day, working_day_by

SOURCES: dict[str, Weights[str]] = {
    "individual": Weights({"1A": 0.55, "1B": 0.2, "1C": 0.15, "1D": 0.1}),
    "school": Weights({"2A": 1.0}),
    "education": Weights({"2B": 1.0}),
    "health": Weights({"3A": 0.15, "3B": 0.2, "3C": 0.1, "3D": 0.1, "3E": 0.25, "3F": 0.2}),
    "housing": Weights({"4": 1.0}),
    "authority": Weights({"5A": 0.3, "5B": 0.2, "5C": 0.2, "5D": 0.3}),
    "police": Weights({"6": 1.0}),
    "legal": Weights({"7": 1.0}),
    "other": Weights({"8": 1.0}),
    "anonymous": Weights({"9": 1.0}),
    "unknown": Weights({"10": 1.0}),
}
EARLIEST_BEFORE_BIRTH = timedelta(days=150)
TOO_LATE = timedelta(days=40)  # before the end of help, to begin
NOTHING_FOUND = ("21",)
CUT_SHORT = 0.06  # late ones that closing brought back within time, made up for


def need_code(dice: Dice, child: Child) -> str:
    """The primary need; a child's disability only where there is one."""
    if child.unaccompanied:
        return "N8"
    in_care = child.route in CARE_ROUTES
    if child.disabilities and dice.chance(0.17 if in_care else 0.59):
        return "N2"
    table = weights("looked_after_need" if in_care else "need_code")
    code = "N2"
    while code == "N2":
        code = dice.weigh(table)
    if in_care and code == "N8":
        code = dice.weigh(Weights({"N8": 0.15, "N1": 0.85}))  # most of N8 are the unaccompanied
    return code


def family_factors(dice: Dice, *, grave: bool = False) -> tuple[str, ...]:
    """Assessment factors found for a family; 21 where none was, which cannot be where it is `grave`."""
    found = tuple(key for key in weights("factor").values if dice.chance(share("factor", key)))
    return found or ((dice.weigh(weights("factor")),) if grave else NOTHING_FOUND)


def refer(
    draft: Draft,
    child: Child,
    received: date,
    *,
    closed: date | None,
    reason: str = "",
    factors: tuple[str, ...] = (),
    no_action: bool = False,
    source: str = "",
) -> date | None:
    """A referral and, unless no action follows, its assessment. Returns the day it was authorised."""
    dice = draft.dice
    source = source or dice.weigh(SOURCES[dice.weigh(weights("referral_source"))])
    decided = add_working_days(received, 1 if dice.chance(0.93) else 2)
    if no_action:
        draft.referrals.append(DemoReferral(child.id, received, source, decided, True, child.need, decided))
        return None
    draft.referrals.append(
        DemoReferral(child.id, received, source, decided, False, child.need, closed, reason if closed else "")
    )
    due = add_working_days(received, 45)
    in_time = dice.chance(share("assessment_in_time", "yes") - CUT_SHORT)
    authorised: date | None = add_working_days(
        received, dice.between(12, 45) if in_time else dice.between(46, 66)
    )
    if authorised and authorised > (closed or draft.today):
        authorised = closed  # None while open: still being written
    draft.assessments.append(
        DemoAssessment(
            child.id, received, min(decided, draft.today), due, authorised, factors if authorised else ()
        )
    )
    return authorised


def assess_again(
    draft: Draft, child: Child, received: date, started: date, *, factors: tuple[str, ...], until: date
) -> None:
    """A new assessment within a referral, with an enquiry that came long after the first."""
    authorised = add_working_days(started, draft.dice.between(12, 44))
    done = authorised <= until
    draft.assessments.append(
        DemoAssessment(
            child.id,
            received,
            started,
            add_working_days(started, 45),
            authorised if done else None,
            factors if done else (),
        )
    )


def refer_again(draft: Draft, child: Child, received: date, factors: tuple[str, ...]) -> None:
    """Perhaps an earlier referral in the twelve months before this one."""
    dice = draft.dice
    earlier = on_working_day(received - timedelta(days=dice.between(75, 350)))
    if earlier < child.dob - EARLIEST_BEFORE_BIRTH:
        return
    if dice.chance(0.17):
        refer(draft, child, earlier, closed=None, no_action=True)
    else:
        closed = min(add_working_days(earlier, dice.between(20, 48)), received - timedelta(days=1))
        reasons = ("RC8", "RC9") if factors == NOTHING_FOUND else ("RC8", "RC9", "RC7")
        refer(draft, child, earlier, closed=closed, reason=dice.pick(reasons), factors=factors)


def refer_late(
    draft: Draft, child: Child, closed: date | None, factors: tuple[str, ...], source: str
) -> None:
    """A child on the way only after the family's referral: helped with it, or told of after it closed."""
    begin = working_day_by(child.dob - EARLIEST_BEFORE_BIRTH, draft.today)
    if closed and begin >= closed - TOO_LATE:
        begin = working_day_by(max(begin, closed + timedelta(days=1)), draft.today)
        refer(draft, child, begin, closed=None, no_action=True, source=source)
    else:
        refer(draft, child, begin, closed=closed, reason="RC7", factors=factors, source=source)


def child_opening(child: Child, opened: date, today: date) -> date:
    """The family's day, or for a younger child a day before the birth."""
    return min(max(opened, on_working_day(child.dob - EARLIEST_BEFORE_BIRTH)), today)
