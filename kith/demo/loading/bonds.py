"""Brothers and sisters in care who live apart: why, the plan, and the time that they spend together."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

from kith.demo.dice import Dice
from kith.demo.loading.days import later
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoEpisode

WRITTEN, PLANNED, KEPT, MET = 0.75, 0.3, 0.8, 0.85
REASONS = {
    "no_home": "Nobody could take all of them when they came into care.",
    "came_later": "They came into care on different days, and the first home was full.",
    "needs": "One of them needs more care than that home could give.",
    "ended": "Their home ended for one of them. The other asked to stay.",
}
VIEWS = ("I want to live with them again.", "I miss them most at bedtime.", "Once a week is not enough.", "")
DOES = (
    "We play football and eat chips.",
    "Swimming.",
    "We bake something.",
    "We go to the park with the dog.",
)
PLACES = ("The leisure centre café", "The family centre", "The library", "The park by the bandstand")
MISSED = ("worker", "travel", "ill", "school")
FOUR_O_CLOCK = 16 * 60
LIVES_WITH_PARENTS = "P1"


def load_bonds(sheet: Sheet) -> None:
    """For each pair who sleep in two homes tonight, with dice of their own: more of this changes nobody."""
    family = sheet.family
    now = {each.person: each for each in family.episodes if each.end is None}
    dice = Dice(sheet.seed, "bonds", family.index)
    for one, other in combinations([each for each in family.children if each in now], 2):
        by = _worker(sheet, one)
        if by is None or now[one].address == now[other].address:
            continue
        since = max(now[one].start, now[other].start)
        if dice.chance(WRITTEN):
            _why(sheet, dice, by, (now[one], now[other]), since)
        if dice.chance(KEPT):
            _time(sheet, dice, by, (one, other), since)


def _worker(sheet: Sheet, child: UUID) -> UUID | None:
    held = [each for each in sheet.family.involvements if each.person == child and each.end is None]
    return next(
        (each.worker for each in held if each.role == "social_worker"), held[0].worker if held else None
    )


def _why(sheet: Sheet, dice: Dice, by: UUID, homes: tuple[DemoEpisode, DemoEpisode], since: date) -> None:
    today = sheet.today
    one, other = homes
    with_family = LIVES_WITH_PARENTS in {each.placement for each in homes}
    reason = "family" if with_family else dice.pick(tuple(REASONS))
    words = REASONS.get(reason, "One of them lives with a parent again.")
    plan = not with_family and dice.chance(PLANNED)
    on = max(since, today - timedelta(days=dice.between(5, 80)))
    sheet.add(
        *("bonds_apartbecause", by, one.person, other.person, reason, words, dice.pick(VIEWS)),
        *(("plan", "A home for all of them is looked for near their school.") if plan else ("not_now", "")),
        *(today + timedelta(days=dice.between(30, 150)) if plan else None, on + timedelta(days=91), on),
    )


def _time(sheet: Sheet, dice: Dice, by: UUID, pair: tuple[UUID, UUID], since: date) -> None:
    today = sheet.today
    every = dice.pick(("week", "month", "month"))
    begun = max(since, today - timedelta(days=200))
    plan = sheet.add(
        *("bonds_timeplan", by, pair[0], "sibling", "together", 1, every, dice.pick(DOES)),
        *("Their carers bring them. We pay the fares.", "The children and both homes", begun, begun),
    )
    sheet.add("bonds_timewith", by, plan, pair[1], sheet.people[pair[1]].names[0].given)
    step = timedelta(days=7 if every == "week" else 28)
    day, met = begun + step, []
    while day < today:
        met.append(day)
        day += step
    for then in met[-6:]:
        at = later(then, FOUR_O_CLOCK)
        if dice.chance(MET):
            sheet.add("bonds_meet", by, plan, at, dice.pick(PLACES), "done", "", "")
        else:
            sheet.add(
                *("bonds_meet", by, plan, at, dice.pick(PLACES), "missed", dice.pick(MISSED)),
                "The next one was kept as it was.",
            )
    sheet.add(
        "bonds_meet",
        by,
        plan,
        later(day + timedelta(days=1), FOUR_O_CLOCK),
        dice.pick(PLACES),
        "planned",
        "",
        "",
    )
