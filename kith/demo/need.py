"""From a first worry to help: referrals, assessments, enquiries and plans of children in need."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo.calibration import days_in, share, weights
from kith.demo.dice import Dice, Weights
from kith.demo.draft import Child, Draft
from kith.demo.protection import make_enquiry, make_protection
from kith.demo.routes import CARE_ROUTES
from kith.demo.shapes.help import DemoAssessment, DemoNeedPlan, DemoReferral
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
# How long open, for those on a need route: with the other routes this makes the published lengths.
OPEN_FOR: Weights[str] = Weights(
    {"0-91": 0.35, "92-182": 0.13, "183-365": 0.155, "366-730": 0.13, "731-2500": 0.235}
)
EARLIEST_BEFORE_BIRTH = timedelta(days=150)
PREGNANCY = timedelta(days=270)
TOO_LATE = timedelta(days=40)  # before the end of help, to begin
NOTHING_FOUND = ("21",)
CUT_SHORT = 0.06  # late ones that closing brought back within time, made up for
ENQUIRY_SHARE = {"need": 0.3, "need_ended": 0.25, "assessed": 0.15, "care": 0.6}


def day_back(dice: Dice, today: date, low: int, high: int) -> date:
    """A day low to high days ago, busier and quieter by month as referrals are."""
    months = weights("referral_month")
    busiest = max(share("referral_month", month) for month in months.values)
    for _ in range(6):
        day = today - timedelta(days=dice.between(low, high))
        if day.weekday() < 5 and dice.chance(share("referral_month", str(day.month)) / busiest):
            return day
    return day


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
    """Assessment factors found for a family; 21 where none was, which cannot be where what was found is `grave`."""
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
    """A child who was on the way only after the family's referral: helped with it, or told of after it closed."""
    begin = working_day_by(child.dob - EARLIEST_BEFORE_BIRTH, draft.today)
    if closed and begin >= closed - TOO_LATE:
        begin = working_day_by(max(begin, closed + timedelta(days=1)), draft.today)
        refer(draft, child, begin, closed=None, no_action=True, source=source)
    else:
        refer(draft, child, begin, closed=closed, reason="RC7", factors=factors, source=source)


def child_opening(child: Child, opened: date, today: date) -> date:
    """The family's day, or for a younger child a day before the birth."""
    return min(max(opened, on_working_day(child.dob - EARLIEST_BEFORE_BIRTH)), today)


def make_need(draft: Draft) -> None:
    """The whole road of a family that is not in care."""
    dice, today, route = draft.dice, draft.today, draft.route
    enquiry = dice.chance(ENQUIRY_SHARE.get(route, 0))
    factors = family_factors(dice, grave=enquiry or route not in {"no_action", "assessed", "waiting"})
    source = dice.weigh(SOURCES[dice.weigh(weights("referral_source"))])
    again = dice.chance(0.285)
    if route in {"protection", "protection_ended"}:
        make_protection_road(draft, factors, source, again=again)
        return
    ended: date | None = None
    if route in {"no_action", "assessed"}:
        opened = day_back(dice, today, 3 if route == "no_action" else 75, 365)
    elif route == "waiting":
        opened = day_back(dice, today, 1, 68)
    elif route == "need":
        opened = day_back(dice, today, *days_in(dice.weigh(OPEN_FOR)))
    else:
        ended = working_day_by(today - timedelta(days=dice.between(4, 365)), today)
        opened = day_back(dice, ended, 80, 600)
    if route == "assessed":
        ended = add_working_days(opened, dice.between(15, 46))
    for child in draft.children:
        child.need = need_code(dice, child)
        start = child_opening(child, opened, today)
        if ended and start >= ended - TOO_LATE:
            if opened < child.dob - PREGNANCY:
                refer_late(draft, child, ended, factors, source)
                continue
            start = opened
        if again:
            refer_again(draft, child, start, factors)
        reason = _why_closed(dice, route, enquiry=enquiry)
        authorised = refer(
            draft,
            child,
            start,
            closed=ended,
            reason=reason,
            factors=factors,
            no_action=route == "no_action",
            source=source,
        )
        if enquiry:
            make_enquiry(draft, child, start, add_working_days(start, 2), conference=False)
        if authorised and route in {"need", "need_ended"} and (ended is None or authorised < ended):
            draft.need_plans.append(DemoNeedPlan(child.id, authorised, ended))


def _why_closed(dice: Dice, route: str, *, enquiry: bool) -> str:
    """After the assessment alone (RC8, RC9), but never so after an enquiry; or when help was at its end."""
    if route == "assessed" and not enquiry:
        return dice.pick(("RC8", "RC9"))
    return "RC7" if route in {"assessed", "need_ended"} else ""


def make_protection_road(draft: Draft, factors: tuple[str, ...], source: str, *, again: bool) -> None:
    """Referral, enquiry, conference and plan; for some the plan has ended and help goes on or stops."""
    dice, today = draft.dice, draft.today
    started = today - timedelta(days=dice.between(*days_in(dice.weigh(weights("plan_duration")))))
    ended: date | None = None
    if draft.route == "protection_ended":
        ended = working_day_by(today - timedelta(days=dice.between(10, 365)), today)
        started = ended - timedelta(days=dice.between(80, 600))
    late = not dice.chance(share("conference_in_time", "yes"))
    wait = dice.between(16, 24) if late else dice.between(8, 15)
    conference = working_day_by(started, today)
    strategy = conference - timedelta(days=wait * 7 // 5)
    while add_working_days(strategy, wait) > conference:
        strategy -= timedelta(days=1)
    strategy = on_working_day(strategy)
    opened = on_working_day(strategy - timedelta(days=dice.pick((1, 2, 4, 10, 40, 120, 300))))
    opened = min(opened, strategy)
    categories = dice.weigh(weights("plan_category"))
    for child in draft.children:
        child.need = need_code(dice, child)
        closed = min(ended + timedelta(days=dice.between(0, 90)), today) if ended else None
        if strategy < child.dob - PREGNANCY:
            refer_late(draft, child, closed, factors, source)
            continue
        begin = min(child_opening(child, opened, today), strategy)
        if again:
            refer_again(draft, child, begin, factors)
        refer(draft, child, begin, closed=closed, reason="RC7", factors=factors, source=source)
        make_enquiry(draft, child, begin, strategy, conference=True, held=conference)
        make_protection(draft, child, conference, ended, categories)
        if ended and closed and closed > ended:
            draft.need_plans.append(DemoNeedPlan(child.id, ended, closed))
