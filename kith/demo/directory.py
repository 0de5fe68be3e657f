"""Kithshire's services: every name is made of its invented towns, and every number is kept for fiction.

Numbers: 01632 960000 to 960999 and 0808 157 0000 to 0999, which Ofcom keeps for drama. No charity of that name exists.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files

from kith.demo.accounts import DOMAIN
from kith.demo.dice import Dice
from kith.demo.places import HOMES_END, PLACES, Place, address_in
from kith.offer.shapes import CostFacts, HoursFacts, PhoneFacts, PlaceFacts, ServiceFacts

MOST = 300
_WHO = (
    "Lamplight",
    "Kettle",
    "Stepping Stile",
    "Bramble",
    "Copper Bell",
    "Otter Lane",
    "Hearth",
    "Wheelhouse",
)
_SORTS = ("Trust", "Project", "Together", "Hub")
_HALLS = ("Village Hall", "Family Hub", "Library", "Old School", "Community Barn", "Sports Pavilion")
_ACCESS = (
    "No steps",
    "Wide doors",
    "Hearing loop",
    "Parking for blue badges",
    "Toilet with a changing bench",
)
_GETTING_HERE = (
    "Buses 4 and 4A stop outside.",
    "Bus 12 to the market, then five minutes on foot. No parking.",
    "Free parking behind the building. The way in is at the side.",
    "Ten minutes from the station on foot, with no steep hill.",
    "",
)
_TONGUES = ("Polish", "Urdu", "Arabic", "Romanian", "British Sign Language")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of service: name after the town, what it is, needs, ages, days, hours, pounds (None: words)."""

    name: str
    says: str
    needs: tuple[str, ...]
    ages: tuple[int | None, int | None]
    days: tuple[int, ...]
    opens: int
    closes: int
    pounds: str


@cache
def _kinds(where: str) -> tuple[Kind, ...]:
    """Those of the data file that are in each town ("town"), by telephone ("line"), or secret."""
    read = tomllib.loads((files("kith.demo") / "data" / "services.toml").read_text(encoding="utf-8"))
    return tuple(
        Kind(
            each["name"], each["says"], tuple(each["needs"]), (each.get("from"), each.get("to")), tuple(each["days"]),
            each["opens"], each["closes"], each["pounds"],
        )
        for each in read["kind"]
        if each["where"] == where
    )  # fmt: skip


def directory(seed: int, today: date, children: int) -> Iterator[tuple[Dice, ServiceFacts]]:
    """The services of a demo of so many children, each with the dice from which its ids come: 300 for a whole county."""
    wanted = min(MOST, max(12, children // 5))
    secret, kinds = _kinds("secret"), _kinds("town")
    anywhere = (*secret, *_kinds("line"))
    for number, kind in enumerate(anywhere):
        dice = Dice(seed, "directory", number)
        yield dice, _facts(dice, kind, None, today, secret=kind in secret)
    for number in range(wanted - len(anywhere)):
        dice = Dice(seed, "directory", len(anywhere) + number)
        # Every kind once, each in another town; then each in the next: no two are of one kind and one town.
        round_, at = divmod(number, len(kinds))
        yield dice, _facts(dice, kinds[at], PLACES[(round_ + at) % len(PLACES)], today, secret=False)


def _facts(dice: Dice, kind: Kind, place: Place | None, today: date, *, secret: bool) -> ServiceFacts:
    who = f"{place.name if place else 'Kithshire'} {dice.pick(_WHO)} {dice.pick(_SORTS)}"
    at: tuple[PlaceFacts, ...] = ()
    if place is not None:
        address, hall = address_in(dice, place, beyond=HOMES_END), f"{place.name} {dice.pick(_HALLS)}"
        access = tuple(each for each in _ACCESS if dice.chance(0.5))
        at = (PlaceFacts(hall, address.line, place.name, "Kithshire", address.postcode, access=access),)
    number = (
        f"0808 157 0{dice.between(0, 999):03d}" if place is None else f"01632 960{dice.between(0, 999):03d}"
    )
    at = tuple(replace(each, getting_here=dice.pick(_GETTING_HERE)) for each in at)
    pounds = Decimal(kind.pounds)
    first, last = kind.ages
    return ServiceFacts(
        name=f"{place.name} {kind.name}" if place else kind.name,
        provider=who,
        provider_says="A local charity, invented for the demonstration.",
        description=kind.says,
        minimum_age=first,
        maximum_age=last,
        needs=kind.needs,
        languages=("English", *([dice.pick(_TONGUES)] if dice.chance(0.3) else [])),
        area=f"{place.name} and around" if place else "All of Kithshire",
        confidential=secret,
        provider_email=f"directory-{dice.between(100, 999)}@{DOMAIN}" if dice.chance(0.9) else "",
        assured_on=_assured(dice, today),
        places=at,
        hours=(
            HoursFacts(
                kind.days, time(kind.opens), time(kind.closes), "term time only" if dice.chance(0.3) else ""
            ),
        ),
        costs=(CostFacts(pounds, "each time" if pounds else ""),),
        phones=(PhoneFacts(number),),
    )


def _assured(dice: Dice, today: date) -> date | None:
    """Seven in ten within five months, one in ten about to go stale, fifteen in a hundred stale, the rest never."""
    throw = dice.between(1, 100)
    if throw > 95:
        return None
    days = (
        dice.between(0, 145)
        if throw <= 70
        else dice.between(160, 178)
        if throw <= 80
        else dice.between(190, 500)
    )
    return today - timedelta(days=days)
