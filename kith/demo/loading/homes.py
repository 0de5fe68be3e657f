"""Where people live, how it is safe to reach them, and who may know: a ruling on each pair."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from kith.demo.loading.days import ALWAYS, days
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoResidence

ANY_TIME = frozenset({"Any time"})
NEVER = "It is not safe for them to know."
TOLD_US = "What she told her worker, alone, and what the police told us."
LOOK_AGAIN = timedelta(days=75)
LEADS = frozenset({"lead_practitioner", "social_worker"})
TOGETHER = "They live together."
CARES = "They care for the child in their home."
AGREED = "The family and its worker agreed on it."
Ruling = tuple[bool, str, date | None]


def load_homes(sheet: Sheet) -> None:
    """Addresses and contact points of each person, and the rulings on who may know them."""
    places = {address.id: address for address in sheet.family.addresses}
    for one in sheet.family.residences:
        place = places[one.address]
        sheet.add(
            "people_address",
            one.person,
            "home",
            f"{place.line}\n{place.place}",
            place.postcode,
            one.protected,
            True,
            days(one.start, one.end),
        )
    for point in sheet.family.contacts:
        sheet.add(
            "people_contactpoint",
            point.person,
            point.kind,
            point.value,
            point.protected,
            "safe" if point.safe in ANY_TIME else "care",
            "" if point.safe in ANY_TIME else point.safe,
            ALWAYS,
        )
    for (person, other), (may, why, start) in rulings(sheet).items():
        told = ("", None) if may else (TOLD_US, sheet.today + LOOK_AGAIN)
        sheet.add("people_mayknow", _author(sheet, person), person, other, may, why, days(start), *told)


def _author(sheet: Sheet, person: UUID) -> UUID | None:
    """Who decided it: the worker who leads for them, or who else works with them now."""
    held = [each for each in sheet.family.involvements if each.person == person and each.end is None]
    leads = (each.worker for each in held if each.role in LEADS)
    return next(leads, held[0].worker if held else None)


def rulings(sheet: Sheet) -> dict[tuple[UUID, UUID], Ruling]:
    """(whose home, who asks) to (may they know, why, since when). "Must not" wins over every "may".

    A ruling opens all of a person's homes, so only what is true of where they live now counts.
    """
    found: dict[tuple[UUID, UUID], Ruling] = {}
    now = list(_now(sheet))
    for one in now:
        for other in one.may_know:
            found[one.person, other] = (True, AGREED, one.start)
        for beside in now:
            if beside.address == one.address:
                found[one.person, beside.person] = (True, TOGETHER, max(one.start, beside.start))
    for episode in sheet.family.episodes:
        if episode.end is None and episode.carer:
            found[episode.person, episode.carer] = (True, CARES, episode.start)
    for home in sheet.family.residences:
        for other in home.must_not_know:
            found[home.person, other] = (False, NEVER, None)
    for point in sheet.family.contacts:
        for other in point.must_not_know:
            found[point.person, other] = (False, NEVER, None)
    return {pair: ruling for pair, ruling in found.items() if pair[0] != pair[1]}


def _now(sheet: Sheet) -> Iterator[DemoResidence]:
    return (one for one in sheet.family.residences if one.end is None)
