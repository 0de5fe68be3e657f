"""A time in care, whole: status and homes woven into episodes, as the SSDA903 return tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kith.demo import care_facts, leaving
from kith.demo.calibration import days_in
from kith.demo.dice import Dice, Weights
from kith.demo.draft import Child, Draft
from kith.demo.home_before import IN_CARE_AGAIN, was_home_again
from kith.demo.homes_found import CARE_ORDERS, Home, homes_road
from kith.demo.legal import legal_road, orders_of, status_on
from kith.demo.lived import live_there
from kith.demo.need import ENQUIRY_SHARE
from kith.demo.places import miles_between
from kith.demo.protection import make_enquiry
from kith.demo.providers import FOSTER
from kith.demo.referring import family_factors, need_code, refer
from kith.demo.shapes.care import DemoEpisode, DemoLegalStatus, DemoUnaccompanied
from kith.demo.working_days import add_working_days, add_years, on_working_day

# Days in care so far, for those in care today; and days in the whole stay, for those who left (published).
SO_FAR: Weights[str] = Weights(
    {"3-91": 0.07, "92-182": 0.07, "183-365": 0.13, "366-730": 0.20, "731-1825": 0.31, "1826-5400": 0.22}
)
STAYED: Weights[str] = Weights(
    {
        "3-14": 0.07,
        "15-56": 0.08,
        "57-182": 0.15,
        "183-365": 0.2,
        "366-730": 0.23,
        "731-1825": 0.20,
        "1826-4000": 0.07,
    }
)
TOGETHER = 0.80  # each younger child's chance of sharing the eldest's home; makes the published share apart
ADOPTION_STAY = (500, 1100)  # days from coming into care to the order, for those adopted
SHAREABLE = FOSTER | {"K2", "P1", "R1", "Z1", "Z14"}
SAME_ORDERS = 0.9  # brothers and sisters who came on one day are mostly before the court together
EARLIEST_ALONE = 15
SPECIAL_GUARDIANSHIP = frozenset({"E45", "E46", "E47", "E48"})
CLOSED_AS = {"E11": "RC1", "E12": "RC1", "E41": "RC3", "E3": "RC5", "E7": "RC6"}  # CIN closure reasons


@dataclass(slots=True)
class Shared:
    """The homes and the legal road of the first child, which the others may share."""

    homes: list[Home]
    road: list[tuple[date, str]]


def make_care(draft: Draft) -> None:
    """Everything of a family whose children are, or were, in care."""
    dice = draft.dice
    factors = family_factors(dice, grave=True)
    reason = "" if draft.route == "care" else leaving.route_out(dice, draft)
    started = _first_day(dice, draft, draft.children[0], reason)
    ended = draft.today if draft.route == "care" else leaving.last_day(dice, draft, draft.children[0])
    shared = Shared([], [])
    before = draft.route == "care" and dice.chance(IN_CARE_AGAIN)
    for child in draft.children:
        child.need = need_code(dice, child)
        if child.place:
            own = dice.chance(0.15)
            started = _first_day(dice, draft, child, reason) if own else started
        last = leaving.last_day(dice, draft, child) if draft.route == "care_leaver" else ended
        start = _lawful_start(dice, child, started, last, reason)
        if before:
            was_home_again(draft, child, start)
        make_stay(draft, child, start, None if draft.route == "care" else last, reason=reason, shared=shared)
        refer_before(draft, child, start, factors, None if draft.route in {"care", "care_leaver"} else last)


def _first_day(dice: Dice, draft: Draft, child: Child, reason: str) -> date:
    if draft.route == "care":
        return draft.today - timedelta(days=dice.between(*days_in(dice.weigh(SO_FAR))))
    if draft.route == "care_leaver":
        born = add_years(child.dob, 10)
        return born + timedelta(days=dice.between(0, 2700))
    stay = ADOPTION_STAY if reason in leaving.ADOPTED else days_in(dice.weigh(STAYED))
    return leaving.last_day(dice, draft, child) - timedelta(days=dice.between(*stay))


def _lawful_start(dice: Dice, child: Child, start: date, last: date, reason: str) -> date:
    earliest = child.dob + timedelta(days=dice.pick((0, 0, 2, 9, 30)))
    if child.unaccompanied:
        earliest = add_years(child.dob, EARLIEST_ALONE) + timedelta(days=dice.between(0, 700))
    return min(max(start, earliest), last - timedelta(days=1 if last > child.dob else 0))


def refer_before(
    draft: Draft, child: Child, start: date, factors: tuple[str, ...], left: date | None
) -> None:
    """The referral that came before care; it stays open while the child is helped."""
    dice = draft.dice
    early = 0 if child.unaccompanied else dice.pick((1, 6, 20, 60, 120, 300))
    received = max(on_working_day(start - timedelta(days=early + 3)), child.dob - timedelta(days=120))
    received = min(received, start)
    closed = min(left + timedelta(days=dice.between(0, 60)), draft.today) if left else None
    ceased = draft.episodes[-1].reason_ceased
    reason = CLOSED_AS.get(ceased, "RC4" if ceased in SPECIAL_GUARDIANSHIP else "RC7")
    alone = ("9A",) if child.unaccompanied else factors
    refer(
        draft,
        child,
        received,
        closed=closed,
        reason=reason,
        factors=alone,
        source="6" if child.unaccompanied else "",
    )
    if not child.unaccompanied and dice.chance(ENQUIRY_SHARE["care"]):
        strategy = add_working_days(received, 1)
        make_enquiry(
            draft, child, received, min(strategy, start) if start > received else received, conference=False
        )


def make_stay(
    draft: Draft, child: Child, start: date, end: date | None, *, reason: str, shared: Shared
) -> None:
    """One unbroken time in care over [start, end]; shared: the road of a sibling already there."""
    dice, until = draft.dice, end or draft.today
    known = until - timedelta(days=1) if end else until
    road = legal_road(dice, child, start, known)
    if shared.road and shared.road[0][0] == start and dice.chance(SAME_ORDERS):
        road = list(shared.road)
    if reason in leaving.ADOPTED:
        road = leaving.road_to_adoption(start, until)
    homes = _homes(draft, child, road, known, shared.homes)
    if reason in leaving.ADOPTED:
        homes = leaving.homes_to_adoption(draft, child, homes, ordered=road[-1][0], until=until)
    first = len(draft.episodes)
    ceased = leaving.fitting(dice, reason, homes, road, child) if end else ""
    weave(draft, child, road, homes, end=end, ceased=ceased)
    for code, day, last in orders_of(road, end):
        draft.legal_statuses.append(DemoLegalStatus(child.id, code, day, last))
    live_there(draft, child, homes, end)
    if child.unaccompanied:
        adult_on = add_years(child.dob, 18)
        draft.unaccompanied.append(DemoUnaccompanied(child.id, adult_on if adult_on <= draft.today else None))
    care_facts.make_reviews(draft, child, start, end)
    care_facts.make_missing(draft, child, start, end)
    care_facts.make_health(draft, child, start, end)
    care_facts.make_permanence_before(draft, child, start)
    leaving.make_afterwards(draft, child, start, end, draft.episodes[first:])
    if not shared.homes:
        shared.homes, shared.road = homes, road


def _may_share(home: Home, road: list[tuple[date, str]]) -> bool:
    if home.code == "P1":
        return status_on(road, home.start) in CARE_ORDERS
    return home.code in SHAREABLE


def _homes(
    draft: Draft, child: Child, road: list[tuple[date, str]], until: date, shared: list[Home]
) -> list[Home]:
    start = road[0][0]
    usable = [home for home in shared if home.start <= until]
    if usable and len(usable) == len(shared) and usable[-1].code in SHAREABLE and draft.dice.chance(TOGETHER):
        before = [home for home in usable if home.start <= start]
        entry = before[-1] if before else usable[0]
        joined = Home(start, entry.code, entry.provider, entry.address, entry.carer, entry.urn, "")
        joint = [joined, *(home for home in usable if home.start > start and home is not entry)]
        if all(_may_share(home, road) for home in joint):
            return joint
    return homes_road(draft, child, road, start, until)


@cache
def _new_reason(legal: bool, home: bool, same_carer: bool) -> str:
    if legal and home:
        return "U" if same_carer else "B"
    return "L" if legal else ("T" if same_carer else "P")


def weave(
    draft: Draft,
    child: Child,
    road: list[tuple[date, str]],
    homes: list[Home],
    *,
    end: date | None,
    ceased: str,
) -> None:
    """Episodes: a new one on each day when status or home changed; the last ends as told."""
    statuses, places = dict(road), {home.start: home for home in homes}
    days = sorted({*statuses, *places})
    status, home = road[0][1], homes[0]
    household = draft.at_home()
    for n, day in enumerate(days):
        legal, moved = day in statuses, day in places
        status, home = statuses.get(day, status), places.get(day, home)
        last = n + 1 == len(days)
        following = None if last else places.get(days[n + 1])
        draft.episodes.append(
            DemoEpisode(
                child.id,
                day,
                "S" if n == 0 else _new_reason(legal, moved, home.same_carer),
                status,
                child.need,
                home.code,
                home.provider,
                end if last else days[n + 1],
                (ceased if end else "") if last else "X1",
                following.change if following else "",
                "" if child.unaccompanied else household.postcode,
                home.address.postcode,
                home.urn,
                None if child.unaccompanied else miles_between(household, home.address),
                home.address.inside,
                home.address.id,
                home.carer.id if home.carer else None,
            )
        )
