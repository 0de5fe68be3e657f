"""Where a child in care has lived: each home, its kind, how far away, and why it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

from kith.demo.calibration import weights
from kith.demo.dice import Dice, Weights
from kith.demo.draft import Child, Draft
from kith.demo.legal import status_on
from kith.demo.names import family_name
from kith.demo.network import adult
from kith.demo.places import address_in, places_by_distance
from kith.demo.providers import ADOPTION, FOSTER, FOSTER_KIN, provider_for, urn_for
from kith.demo.shapes.people import DemoAddress, DemoPerson
from kith.demo.working_days import add_years, age_on

FOSTER_OTHER = FOSTER - FOSTER_KIN
CARE_ORDERS = frozenset({"C1", "C2", "E1"})
KINDS: tuple[tuple[int, Weights[str]], ...] = (
    # below this age: kinds of home, from the published shares of each kind and each age together
    (1, Weights({"U3": 0.20, "U6": 0.52, "U5": 0.02, "P1": 0.13, "R3": 0.09, "Z1": 0.04})),
    (5, Weights({"U3": 0.25, "U6": 0.48, "P1": 0.23, "Z1": 0.04})),
    (10, Weights({"U3": 0.12, "U1": 0.09, "U4": 0.25, "U6": 0.32, "P1": 0.16, "K2": 0.03, "Z1": 0.04})),
    (
        16,
        Weights(
            {
                "U3": 0.07,
                "U1": 0.09,
                "U4": 0.32,
                "U6": 0.17,
                "P1": 0.11,
                "K2": 0.16,
                "R1": 0.02,
                "S1": 0.003,
                "Z1": 0.07,
            }
        ),
    ),
    (
        99,
        Weights(
            {
                "U3": 0.03,
                "U1": 0.06,
                "U4": 0.13,
                "U6": 0.08,
                "P1": 0.08,
                "K2": 0.14,
                "K1": 0.003,
                "K3": 0.35,
                "R1": 0.03,
                "R5": 0.006,
                "Z1": 0.12,
            }
        ),
    ),
)
ALONE: Weights[str] = Weights({"K3": 0.50, "U6": 0.40, "Z1": 0.06, "K2": 0.04})
DISTANCES: dict[str, Weights[str]] = {
    # DfE placement distance 2024, where known: near in, near out, far in, far out
    "U": Weights({"near_in": 29000, "near_out": 13810, "far_in": 2560, "far_out": 8090}),
    "K": Weights({"near_in": 2350, "near_out": 1960, "far_in": 400, "far_out": 3830}),
    "P": Weights({"near_in": 4230, "near_out": 620, "far_in": 50, "far_out": 380}),
    "A": Weights({"near_in": 260, "near_out": 490, "far_in": 120, "far_out": 840}),
    "Z": Weights({"near_in": 1640, "near_out": 930, "far_in": 180, "far_out": 1100}),
}
LASTING = {"U3": "U1", "U6": "U4"}
# Codes that the return changed for the years 2024-25 and 2025-26: on the day before, so that no episode that
# ends on the first day of the year is told under the code that has gone.
RENAMED = ((date(2024, 3, 31), "H5", "K3"), (date(2025, 3, 31), "Z1", "Z14"))
MEDIAN_DAYS, SPREAD = 215, 1.25
MOST_HOMES = 14


@dataclass(frozen=True, slots=True)
class Home:
    """One stay: the placement, and why the one before it ended."""

    start: date
    code: str
    provider: str
    address: DemoAddress
    carer: DemoPerson | None
    urn: str
    change: str  # reason for the change that led here; blank for the first
    same_carer: bool = False


def _kind(dice: Dice, child: Child, day: date, status: str) -> str:
    age = age_on(child.dob, day)
    if status == "E1" and age < 10 and dice.chance(0.42):
        return "A6"  # A5 is with the child's own foster carer, which a new home is not
    if child.unaccompanied and age >= 16:
        code = dice.weigh(ALONE)
    else:
        code = dice.weigh(next(table for below, table in KINDS if age < below))
    if status == "J1":
        return dice.pick(("R5", "K1", "K2"))
    if (code == "P1" and status not in CARE_ORDERS) or (code in {"R5", "K1"}):
        return "U6" if age < 16 else "K2"
    return "H5" if code == "K3" and day < RENAMED[0][0] else code


def new_home(draft: Draft, child: Child, day: date, status: str, change: str) -> Home:
    """A different home, found on the day."""
    dice, home = draft.dice, draft.at_home()
    code = _kind(dice, child, day, status)
    if code == "Z1" and day >= RENAMED[1][0]:
        code = "Z14"
    bucket = dice.weigh(DISTANCES["K" if code == "H5" else code[0] if code[0] in DISTANCES else "Z"])
    if code == "P1" and bucket == "near_in" and dice.chance(0.6):
        address = home
    else:
        address = address_in(dice, dice.pick(places_by_distance((home.east, home.north), bucket)))
        draft.addresses.append(address)
    carer = None
    if code in FOSTER or code in ADOPTION:
        part = "kin" if code in FOSTER_KIN else "carer"
        surname = (
            draft.mother.names[0].family
            if part == "kin" and draft.mother
            else family_name(dice, child.ethnicity)
        )
        older = dice.between(24, 45)
        carer = adult(
            draft, part, add_years(child.dob, -older), sex="F", ethnicity=child.ethnicity, surname=surname
        )
    provider = provider_for(dice, code, inside=address.inside)
    return Home(day, code, provider, address, carer, urn_for(dice, code, provider), change)


def homes_road(
    draft: Draft, child: Child, road: list[tuple[date, str]], start: date, until: date
) -> list[Home]:
    """Every home from the first day to the last known, in order."""
    dice = draft.dice
    homes = [new_home(draft, child, start, status_on(road, start), "")]
    settle = 1.0
    while len(homes) < MOST_HOMES:
        now = homes[-1]
        stay = max(1, int(MEDIAN_DAYS * settle * exp(dice.gauss(0, SPREAD))))
        day = now.start + timedelta(days=min(stay, 6000))
        if now.code in ADOPTION:
            break
        if day > until:
            break
        if now.code in LASTING and dice.chance(0.42):
            homes.append(relabelled(now, day, LASTING[now.code]))
            settle = 2.2
            continue
        change = "PLACE"
        while change == "PLACE":
            change = dice.weigh(weights("placement_change"))
        found = new_home(draft, child, day, status_on(road, day), change)
        while found.address is now.address:
            found = new_home(draft, child, day, status_on(road, day), change)
        homes.append(found)
        settle = min(1.6, settle + 0.12)
    return renamed(homes, until)


def relabelled(home: Home, day: date, code: str) -> Home:
    """The same home and carer under another code: only its status changed."""
    return Home(day, code, home.provider, home.address, home.carer, home.urn, "PLACE", same_carer=True)


def renamed(homes: list[Home], until: date) -> list[Home]:
    """The same homes, with those that were under a code when the return changed it carried over."""
    out: list[Home] = []
    for n, home in enumerate(homes):
        out.append(home)
        end = homes[n + 1].start if n + 1 < len(homes) else until + timedelta(days=1)
        for day, old, new in RENAMED:
            if home.code == old and home.start < day < end:
                out.append(relabelled(home, day, new))
    return out
