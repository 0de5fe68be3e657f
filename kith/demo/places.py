"""Kithshire and its neighbours: a county that is not there.

Postcodes: areas KH, KX, NH and TK have the form of postcode areas but none was ever allocated, so
no postcode here can be a real one, while every usual postcode pattern accepts it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import hypot

from kith.demo.dice import Dice
from kith.demo.shapes.people import DemoAddress

IMPOSSIBLE_AREAS = frozenset({"KH", "KX", "NH", "TK"})
INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"  # the second part of a postcode uses no C, I, K, M, O, V


@dataclass(frozen=True, slots=True)
class Place:
    """A town or village: outward code, and miles on the invented grid (0,0 is the south-west corner)."""

    name: str
    outward: str
    east: float
    north: float
    inside: bool = True


PLACES: tuple[Place, ...] = (
    Place("Kithminster", "KH1", 14, 12),
    Place("Kithminster East", "KH2", 16, 12),
    Place("Upper Kith", "KH3", 13, 15),
    Place("Harbourwick", "KH4", 26, 5),
    Place("Saltmarsh End", "KH5", 28, 8),
    Place("Pellbridge", "KH6", 8, 9),
    Place("Colliers Row", "KH7", 10, 20),
    Place("Thornhay", "KH8", 4, 24),
    Place("Market Ansley", "KH9", 20, 22),
    Place("Whinbeck", "KH10", 27, 27),
    Place("Dunmoor", "KH11", 6, 31),
    Place("Longstrand", "KH12", 33, 12),
    Place("Little Hollow", "KH13", 18, 7),
    Place("Brackenfold", "KH14", 2, 3),
)
NEIGHBOURS: tuple[Place, ...] = (
    Place("Estuary Cross", "KX1", 37, 9, inside=False),
    Place("Wexmoor", "KX4", 36, 24, inside=False),
    Place("Northgate Vale", "NH2", 12, 36, inside=False),
    Place("Fellbury", "NH7", 24, 36, inside=False),
    Place("Westing", "TK3", -4, 8, inside=False),
    Place("Tarnley", "TK5", -5, 22, inside=False),
    Place("Southbank Ferry", "TK8", 14, -4, inside=False),
    Place("Far Carrow", "NH20", 10, 66, inside=False),
    Place("Great Ondle", "KX15", 78, 20, inside=False),
    Place("Oxenreach", "TK17", -52, 6, inside=False),
    Place("Skarrick", "NH31", 40, 140, inside=False),
)
STREETS = (
    "Alder Rise",
    "Bakehouse Yard",
    "Candlewick Row",
    "Drovers Way",
    "Elder Croft",
    "Foundry Steps",
    "Goosefield Lane",
    "Hopper Street",
    "Inkwell Terrace",
    "Juniper Bank",
    "Kiln Garth",
    "Lantern Hill",
    "Millrace Close",
    "Nettle Walk",
    "Oatfield Road",
    "Plover Green",
    "Quarryman Place",
    "Ropewalk View",
    "Sallow Street",
    "Tinkers Fold",
    "Umber Lane",
    "Vetch Meadow",
    "Weavers Loft",
    "Yarrow Court",
)
CITY = (0, 0, 0, 0, 1, 2)  # of six in or by the city, in which place each lives
BUCKETS = ("near_in", "near_out", "far_in", "far_out")
NEAR_MILES = 20.0


def miles_between(one: Place | DemoAddress, other: Place | DemoAddress) -> float:
    """Straight-line miles on the invented grid, to one place."""
    return round(hypot(one.east - other.east, one.north - other.north), 1)


@cache
def places_by_distance(home: tuple[float, float], bucket: str) -> tuple[Place, ...]:
    """Places near or far (over 20 miles) from home, in or out of the county; nearest kind if none."""
    near, inside = bucket.startswith("near"), bucket.endswith("_in")
    candidates = [place for place in PLACES + NEIGHBOURS if place.inside == inside]
    here = Place("", "", *home)
    fitting = [place for place in candidates if (miles_between(here, place) <= NEAR_MILES) == near]
    ordered = sorted(candidates, key=lambda place: miles_between(here, place))
    return tuple(fitting or (ordered[:1] if near else ordered[-1:]))


HOMES_END = 148
"""The highest number of a house: a service stands further along its street, and in nobody's home."""


def address_in(dice: Dice, place: Place, *, beyond: int = 0) -> DemoAddress:
    """A new invented address in the place, its number more than `beyond`."""
    inward = f"{dice.between(1, 9)}{dice.pick(INWARD_LETTERS)}{dice.pick(INWARD_LETTERS)}"
    line = f"{beyond + dice.between(1, HOMES_END)} {dice.pick(STREETS)}"
    return DemoAddress(
        dice.new_id(), line, place.name, f"{place.outward} {inward}", place.east, place.north, place.inside
    )


def home_address(dice: Dice) -> DemoAddress:
    """A family's home somewhere in Kithshire; half live in or by the city, and most of those in its middle."""
    return address_in(dice, PLACES[CITY[dice.between(0, 5)]] if dice.chance(0.45) else dice.pick(PLACES))
