"""Ways out of care: home, family, adoption, adult life; and what is known of care leavers after."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo.calibration import share, weights
from kith.demo.dice import Dice, Weights
from kith.demo.draft import Child, Draft
from kith.demo.homes_found import Home, new_home
from kith.demo.providers import ADOPTION, FOSTER, FOSTER_KIN, OWN_SERVICE
from kith.demo.shapes.care import DemoAdoption, DemoCareLeaverYear, DemoEpisode
from kith.demo.working_days import add_years, age_on, on_working_day

ADOPTED = frozenset({"adopted"})
BY_ADOPTION = frozenset({"E11", "E12"})
AT_18: Weights[str] = Weights({"E5": 0.58, "E6": 0.14, "E8": 0.18, "E4A": 0.10})
OLDEST_ADOPTED = 8
YOUNG_ADOPTED = 0.42  # of the young, so that the published share of all leave by adoption
ADOPTER_PAIRS = (
    ("MF", "L11", 2),
    ("MF", "L11", 2),
    ("MF", "L3", 2),
    ("FF", "L12", 2),
    ("MM", "L12", 2),
    ("F1", "L0", 1),
)
TOUCH: Weights[str] = Weights({"YES": 0.93, "NO": 0.03, "REFU": 0.02, "NREQ": 0.015, "RHOM": 0.005})
UNKNOWN_TO_US = 0.88  # of those with whom there is no touch, so that the published share is not known
DAYS: Weights[str] = Weights(
    {
        "F1": 0.065,
        "P1": 0.005,
        "F2": 0.21,
        "P2": 0.02,
        "F4": 0.035,
        "F5": 0.20,
        "P5": 0.075,
        "G4": 0.13,
        "G5": 0.20,
        "G6": 0.06,
    }
)
GOOD_HOMES: Weights[str] = Weights(
    {
        "U1": 0.34,
        "D1": 0.19,
        "B1": 0.14,
        "Z1": 0.13,
        "E1": 0.06,
        "K1": 0.05,
        "C1": 0.04,
        "T1": 0.02,
        "Y1": 0.03,
    }
)
POOR_HOMES: Weights[str] = Weights({"S2": 0.22, "X2": 0.42, "V2": 0.10, "W2": 0.05, "Y2": 0.11, "B2": 0.10})


def route_out(dice: Dice, draft: Draft) -> str:
    """How this family's children left: a reason, or `adopted` and `SGO` to be made exact later."""
    if draft.route == "care_leaver":
        return "at 18"
    child = draft.children[0]
    if child.unaccompanied:
        return dice.pick(("E15", "E8", "E3"))
    youngest, eldest, now = draft.children[-1], draft.children[0], draft.today
    if (
        age_on(eldest.dob, now) <= OLDEST_ADOPTED
        and age_on(youngest.dob, now) >= 2
        and dice.chance(YOUNG_ADOPTED)
    ):
        return "adopted"
    reason = "adopted"
    while reason in {"adopted", "E15"}:
        reason = dice.weigh(weights("left_care_under_18"))
    if reason == "SGO" and age_on(youngest.dob, now) < 1:
        return "E4A"
    return "E4A" if reason == "E9" and age_on(eldest.dob, now) < 14 else reason


def last_day(dice: Dice, draft: Draft, child: Child) -> date:
    """The day care ended: the eighteenth birthday, or a day in the last year."""
    if draft.route == "care_leaver":
        return add_years(child.dob, 18)
    born = max((one.dob for one in draft.children), default=child.dob)
    room = max(1, min(365, (draft.today - born).days - 20))
    day = draft.today - timedelta(days=dice.between(1, room))
    # Who leaves on the last day was looked after the whole year too: two sets of answers at once.
    return day - timedelta(days=1) if (day.month, day.day) == (3, 31) else day


def fitting(dice: Dice, reason: str, homes: list[Home], road: list[tuple[date, str]], child: Child) -> str:
    """The exact reason code, true to the last home and status."""
    home, status = homes[-1], road[-1][1]
    if reason == "at 18":
        return _at_18(dice, home, child)
    if reason == "SGO":
        kin, foster = home.code in FOSTER_KIN, home.code in FOSTER
        return ("E45" if kin else "E46") if foster else "E47"
    if reason in ADOPTED:
        return "E11" if dice.chance(0.35) else "E12"
    if status == "J1":
        return "E14"
    return reason


def _at_18(dice: Dice, home: Home, child: Child) -> str:
    if home.code in FOSTER and dice.chance(0.80):
        return "E17"
    if child.disabilities and dice.chance(0.3):
        return "E7"
    return dice.weigh(AT_18)


def road_to_adoption(start: date, until: date) -> list[tuple[date, str]]:
    """Interim order at once, then a care order, and a placement order before the child is placed."""
    days = (until - start).days
    final = start + timedelta(days=days * 4 // 10)
    return [(start, "C1"), (final, "C2"), (final + timedelta(days=1), "E1")]


def homes_to_adoption(
    draft: Draft, child: Child, homes: list[Home], *, ordered: date, until: date
) -> list[Home]:
    """The homes before, then the adopters' home; the steps to the order are added to the draft."""
    dice = draft.dice
    placed = ordered + timedelta(days=max(2, (until - ordered).days * 3 // 10))
    before = [home for home in homes if home.start < placed and home.code not in ADOPTION]
    if not before:
        first = new_home(draft, child, homes[0].start, "C1", "")
        before = [first]
    home = new_home(draft, child, placed, "V2", "CARPL")
    while home.carer is None:
        home = new_home(draft, child, placed, "V2", "CARPL")
    adopters = Home(placed, "A6", "PR1", home.address, home.carer, OWN_SERVICE["A"], "CARPL")
    pair, status, count = dice.pick(ADOPTER_PAIRS)
    draft.adoptions.append(
        DemoAdoption(
            child.id,
            on_working_day(ordered - timedelta(days=20)),
            placed - timedelta(days=1),
            placed,
            until,
            False,
            count,
            pair,
            status,
        )
    )
    return [*before, adopters]


def make_afterwards(
    draft: Draft, child: Child, start: date, end: date | None, episodes: list[DemoEpisode]
) -> None:
    """For a placement order, the steps so far; for a care leaver, each birthday since."""
    dice = draft.dice
    if end is None:
        orders = [one.start for one in episodes if one.legal_status == "E1"]
        if orders:
            placed = [one.start for one in episodes if one.placement in ADOPTION]
            pair, status, count = dice.pick(ADOPTER_PAIRS)
            draft.adoptions.append(
                DemoAdoption(
                    child.id,
                    on_working_day(orders[0] - timedelta(days=20)),
                    placed[0] if placed else None,
                    placed[0] if placed else None,
                    None,
                    False,
                    count if placed else 0,
                    pair if placed else "",
                    status if placed else "",
                )
            )
        return
    left = episodes[-1]
    ordered = next((one.start for one in episodes if one.legal_status == "E1"), None)
    if ordered and left.reason_ceased not in BY_ADOPTION:
        draft.adoptions.append(_given_up(dice, child, ordered, end))
    if draft.route != "care_leaver" or (end - start).days < 91:
        return
    for years in range(18, 22):
        birthday = add_years(child.dob, years)
        if end < birthday <= draft.today:
            draft.care_leaver_years.append(_birthday(dice, child, birthday))


def _given_up(dice: Dice, child: Child, ordered: date, end: date) -> DemoAdoption:
    """A decision that was reversed by the day care ended."""
    decided = on_working_day(ordered - timedelta(days=20))
    why = dice.pick(("RD1", "RD3", "RD3", "RD4"))
    return DemoAdoption(child.id, decided, None, None, None, False, 0, "", "", end, why)


def _birthday(dice: Dice, child: Child, birthday: date) -> DemoCareLeaverYear:
    touch = dice.weigh(TOUCH)
    # Rule 344 of the return: of whoever went home nothing more is told.
    if touch == "RHOM" or (touch != "YES" and dice.chance(UNKNOWN_TO_US)):
        return DemoCareLeaverYear(child.id, birthday, touch, "0", "0")
    suitable = dice.chance(
        share("care_leaver_home", "suitable") / (1 - share("care_leaver_home", "not known"))
    )
    day, home = dice.weigh(DAYS), dice.weigh(GOOD_HOMES if suitable else POOR_HOMES)
    return DemoCareLeaverYear(child.id, birthday, touch, "G5" if home == "X2" else day, home)
