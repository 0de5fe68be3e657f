"""The legal road of a child in care: which basis held from which day."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo.dice import Dice
from kith.demo.draft import Child
from kith.demo.working_days import age_on, on_working_day

# Share of each age on section 20 alone, and with a placement order (chosen to meet the published totals).
SECTION_20 = ((1, 0.08), (5, 0.06), (10, 0.08), (16, 0.12), (99, 0.20))
PLACEMENT_ORDER = ((1, 0.14), (5, 0.36), (10, 0.055), (99, 0.0))
PROCEEDINGS_DAYS = (180, 330)  # court time: about 36 to 40 weeks on average


def _by_age(table: tuple[tuple[int, float], ...], age: int) -> float:
    return next(value for below, value in table if age < below)


def legal_road(dice: Dice, child: Child, start: date, until: date) -> list[tuple[date, str]]:
    """Days on which the reported status changed, first day first. until: the day that is last known."""
    age = age_on(child.dob, until)
    if child.unaccompanied or dice.chance(_by_age(SECTION_20, age)):
        return [(start, "V2")]
    if age >= 14 and dice.chance(0.006):
        return [(start, "J1")]
    first = dice.pick(("C1", "C1", "C1", "V2", "V2", "L2", "L1"))
    road = [(start, first)]
    order = start
    if first != "C1":
        wait = {"L1": (1, 3), "L2": (3, 7), "V2": (6, 60)}[first]
        order = start + timedelta(days=dice.between(*wait))
        road.append((order, "C1"))
    final = on_working_day(order + timedelta(days=dice.between(*PROCEEDINGS_DAYS)))
    road.append((final, "C2"))
    age_at_order = age_on(child.dob, final)
    if dice.chance(_by_age(PLACEMENT_ORDER, age_at_order if age < 10 else age)):
        placed = on_working_day(final + timedelta(days=dice.pick((0, 0, 14, 40))))
        road[-1:] = [(placed, "E1")] if placed == final else [(final, "C2"), (placed, "E1")]
    return [(day, status) for day, status in road if day <= until]


def status_on(road: list[tuple[date, str]], day: date) -> str:
    """The status in force on the day."""
    return [status for start, status in road if start <= day][-1]


def orders_of(road: list[tuple[date, str]], end: date | None) -> list[tuple[str, date, date | None]]:
    """Each basis with its own dates: a care order lasts beneath a placement order, though not reported."""
    out: list[tuple[str, date, date | None]] = []
    for n, (start, status) in enumerate(road):
        following = road[n + 1][0] if n + 1 < len(road) else end
        if status == "E1" and out and out[-1][0] == "C2":
            out[-1] = ("C2", out[-1][1], end)
        elif status == "E1":
            if out:
                out[-1] = (out[-1][0], out[-1][1], start)
            out.append(("C2", start, end))
        out.append((status, start, following))
    return out
