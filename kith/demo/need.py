"""From a first worry to help: the whole roads of children in need, and of those with a protection plan."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo.calibration import days_in, share, weights
from kith.demo.dice import Dice, Weights
from kith.demo.draft import Draft
from kith.demo.protection import make_enquiry, make_protection
from kith.demo.referring import (
    SOURCES,
    TOO_LATE,
    assess_again,
    child_opening,
    family_factors,
    need_code,
    refer,
    refer_again,
    refer_late,
)
from kith.demo.shapes.help import DemoNeedPlan
from kith.demo.working_days import add_working_days, on_working_day, working_day_by

# How long open, for those on a need route: with the other routes this makes the published lengths.
OPEN_FOR: Weights[str] = Weights(
    {"0-91": 0.35, "92-182": 0.13, "183-365": 0.155, "366-730": 0.13, "731-2500": 0.235}
)
PREGNANCY = timedelta(days=270)
OLD_NEWS = timedelta(days=100)  # what an assessment found so long ago is asked again
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
        if strategy - begin > OLD_NEWS:
            assess_again(draft, child, begin, strategy, factors=factors, until=closed or today)
        make_enquiry(draft, child, begin, strategy, conference=True, held=conference)
        make_protection(draft, child, conference, ended, categories)
        if ended and closed and closed > ended:
            draft.need_plans.append(DemoNeedPlan(child.id, ended, closed))
