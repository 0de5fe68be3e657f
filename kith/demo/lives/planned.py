"""One plan a family: goals in its words, steps of services and of parents, looked at together, answered line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kith.demo.calibration import lived, lived_weights
from kith.demo.lives.ground import Ground
from kith.demo.shapes.plan import DemoLine, DemoLook, DemoPlan, DemoSaid
from kith.demo.words import said
from kith.demo.words.themes import NETWORK_STEPS, STRENGTHS, Theme
from kith.demo.working_days import on_working_day

FIRST_LOOK, NEXT_LOOK = (28, 41), (62, 83)  # days: six weeks, then twelve (duty FH-02)
LONG_OWED = timedelta(days=150)  # nothing is owed for longer
ORGANISATIONS = {
    "school": "Kithshire Schools",
    "health": "Kithshire Community Health",
    "charity": "Kithshire Family Friends",
}
ROLES = {"school": "school_lead", "health": "health_worker", "charity": "charity_worker"}
ONLY_PARENTS = (
    "What services were to do is done. What is left is the family's own, and Mum wants it written down."
)


def plan_together(ground: Ground) -> None:
    """The plan from its first day to now, or to the end of help; none where help has only just begun."""
    start = ground.day(ground.begins, 14, 36)
    if start is None:
        return
    lead, dice = ground.lead(start), ground.dice
    looks = _looks(ground, start)
    agreed = _agreed(ground, start, [each.on for each in looks])
    door = _door(ground, start) if agreed else None
    lines = _lines(ground, start, agreed, door)
    manager = ground.manager(lead, agreed[0] if agreed else start)
    parents = [who.id for who in (ground.draft.mother, ground.draft.father) if who]
    children = [(child.id, "child") for child in ground.draft.children]
    ended = ground.ends if ground.ends and ground.ends < ground.today else None
    (basis, *more) = _bases(ground, start)
    ground.draft.plans.append(
        DemoPlan(
            (*children, *((who, "parent") for who in parents[: dice.pick((1, 2))])),
            *(basis[0], start, lead, manager, agreed, looks[-1] if looks else None, lines, tuple(looks[:-1])),
            ((*basis,), *more),
            ended,
            "What the plan was for is done." if ended else "",
            tuple(ONLY_PARENTS if _only_parents(lines, day, n) else "" for n, day in enumerate(agreed)),
            door[1] if door else None,
        )
    )


def _looks(ground: Ground, start: date) -> list[DemoLook]:
    dice, found, day = ground.dice, list[DemoLook](), start
    while True:
        low, high = NEXT_LOOK if found else FIRST_LOOK
        late = 0 if dice.chance(lived()["review_in_time"]["yes"]) else dice.between(5, 30)
        on = on_working_day(day + timedelta(days=dice.between(low, high) + late))
        if on > ground.last:
            return found
        found.append(
            DemoLook(on, dice.pick(said.CAME), dice.pick(said.LOOKED), on + timedelta(days=NEXT_LOOK[1]))
        )
        day = on


def _agreed(ground: Ground, start: date, looks: list[date]) -> tuple[date, ...]:
    """The first version within days, and another after some of the times that it was looked at."""
    first = ground.day(start, 1, 9)
    if first is None:
        return ()
    later = [on + timedelta(days=1) for on in looks if on > first and ground.dice.chance(0.35)]
    days = [on_working_day(day) for day in later[-2:]]
    return (first, *(day for day in days if day <= ground.last))


def _bases(ground: Ground, start: date) -> list[tuple[str, date, date | None]]:
    """What the law adds, span by span: protection while its plan runs, need with a plan of need, else by agreement."""
    protection = ground.draft.protection_plans[:1]
    need = ground.draft.need_plans[:1]
    after = ground.ends + timedelta(days=1) if ground.ends else None
    if protection:
        begins, ends = max(start, protection[0].start), protection[0].end
        if ends is None or ends > begins:
            found = [("child_protection", begins, ends)]
            return found + (
                [("child_in_need", ends, after)] if ends and (after is None or after > ends) else []
            )
        return [("child_in_need", start, after)]
    return [("child_in_need" if need else "early_help", start, after)]


def _lines(
    ground: Ground, start: date, agreed: tuple[date, ...], door: tuple[UUID, date] | None
) -> tuple[DemoLine, ...]:
    dice, lines = ground.dice, list[DemoLine]()
    for theme in ground.themes:
        words = dice.pick(theme.goals)
        place = len(lines)
        lines.append(
            DemoLine(
                "goal",
                words,
                first=words,
                whose=ground.mother,
                in_whose_words=dice.pick(("Mum", "Mum", "All of us")),
            )
        )
        lines += _steps(ground, theme, start, place)
        lines.append(DemoLine("change", change := dice.pick(theme.change), first=change))
    for strength in dice.sample(STRENGTHS, dice.pick((0, 1, 1, 2))):
        lines.append(DemoLine("strength", strength, first=strength))
    later = len(agreed) > 1
    return tuple(
        _said(ground, line, start, agreed, door, later=later and n % 5 == 4) for n, line in enumerate(lines)
    )


def _steps(ground: Ground, theme: Theme, start: date, goal: int) -> list[DemoLine]:
    dice, found = ground.dice, list[DemoLine]()
    for words, of in dice.sample(theme.ours, dice.pick((1, 1, 2))):
        by_on = start + timedelta(days=dice.between(10, 90))
        worker = _beside(ground, of) if of != "council" else ground.lead(start)
        line = DemoLine(
            *("step", words),
            first=words,
            goal=goal,
            does_it="council" if of == "council" else "service",
            worker=worker,
            service="" if of == "council" else ORGANISATIONS[of],
            by_on=by_on,
            shared=(ORGANISATIONS[of],) if of != "council" and worker else (),
        )
        # Something of a service stands in every version.
        kept = goal == 0 and not found
        found.append(_fate(ground, line, by_on, kept=kept))
    if theme.theirs and dice.chance(0.85):
        words, by_on = dice.pick(theme.theirs), start + timedelta(days=dice.between(20, 100))
        mine = DemoLine(
            "step", words, first=words, goal=goal, does_it="parent", whose=ground.mother, by_on=by_on
        )
        found.append(_fate(ground, mine, by_on) if dice.chance(0.7) else mine)
    if dice.chance(0.25):
        words = dice.pick(NETWORK_STEPS)
        found.append(DemoLine("step", words, first=words, goal=goal, does_it="network"))
    return found


def _beside(ground: Ground, of: str) -> UUID | None:
    """Who of the other service works with them, if somebody does."""
    if ground.draft.lead_role.startswith(of):
        return ground.lead(ground.last)
    return next((one.worker for one in ground.draft.involvements if one.role == ROLES[of]), None)


def _fate(ground: Ground, line: DemoLine, by_on: date, *, kept: bool = False) -> DemoLine:
    """What became of a step whose day has come; of one to come, nothing yet."""
    dice, last = ground.dice, ground.last
    if by_on > last:
        return line
    fate = dice.weigh(lived_weights("step"))
    early = on_working_day(by_on - timedelta(days=dice.between(2, 9)))
    late = on_working_day(by_on + timedelta(days=dice.between(4, 40)))
    if fate == "still owed" and (ground.ends or by_on + LONG_OWED < last):
        fate = "done later"
    if fate == "not done" and kept:
        fate = "done by its day"
    if fate == "not done":
        return replace(line, not_done=min(late, last), why_not=dice.pick(said.WHY_NOT))
    if fate == "done later" and late <= last:
        return replace(line, done=late, how_done=dice.pick(said.HOW_DONE))
    if fate == "done by its day":
        return replace(line, done=min(early, by_on), how_done=dice.pick(said.HOW_DONE))
    return line


def _only_parents(lines: tuple[DemoLine, ...], day: date, version: int) -> bool:
    """Whether all that was still to be done on a day was for parents: then whoever agreed said why (plan.rules)."""
    there = [one for one in lines if one.kind == "step" and (version or one.first is not None)]
    waits = [
        one.does_it
        for one in there
        if not (one.done and one.done <= day) and not (one.not_done and one.not_done <= day)
    ]
    return bool(waits) and set(waits) == {"parent"}


def _door(ground: Ground, start: date) -> tuple[UUID, date] | None:
    """The mother's own page, opened once a worker has gone through with her who else sees it; and since when."""
    draft = ground.draft
    untold = any(one.told_family is None for one in draft.enquiries)
    if ground.ends or untold or not draft.mother or not ground.dice.chance(lived()["door"]["yes"]):
        return None
    opened = ground.day(start, 12, 40)
    if opened is None:
        return None
    draft.life.doors.append((draft.mother.id, opened, ground.lead(opened)))
    return draft.mother.id, opened


def _said(
    ground: Ground,
    line: DemoLine,
    start: date,
    agreed: tuple[date, ...],
    door: tuple[UUID, date] | None,
    *,
    later: bool,
) -> DemoLine:
    """Who of the family reads a line, and what they said of it: behind their door, or as a worker took it down."""
    dice, spoken = ground.dice, list[DemoSaid]()
    if later and line.kind in {"change", "strength"}:
        line = replace(line, first=None)
    if door is None:
        if line.kind == "goal" and agreed and ground.draft.mother and dice.chance(0.12):
            wrong = dice.chance(0.4)
            words = dice.pick(said.DISAGREES) if wrong else ""
            lead = ground.lead(agreed[0])
            spoken.append(DemoSaid(ground.draft.mother.id, words, agreed[0], agrees=not wrong, taken_by=lead))
        return replace(line, said=tuple(spoken))
    who, opened = door
    since = max(opened, agreed[-1] if line.first is None else start)
    for low, high in ((3, 90), (91, 200), (201, 300)):
        on = ground.day(since, low, high)
        if line.kind in {"goal", "step"} and on and dice.chance(0.6):
            how = dice.weigh(lived_weights("goes"))
            spoken.append(DemoSaid(who, dice.pick(said.PROGRESS[how]), on, how=how))
    return replace(line, readers=(who,), said=tuple(spoken))
