"""The road from a first enquiry to approval: who waits where, since when, and how long each stage took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from kith.homes.models import Enquiry, EnquiryStep, Leaving, PanelRule, Stage, WhyLeft, WhyStopped

STAGES: tuple[str, ...] = tuple(stage.value for stage in Stage)


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage: how many came to it, how many wait in it now, middle days from it to the next, longest wait now."""

    stage: str
    name: str
    came: int
    waiting: int
    middle_days: int | None
    longest: int | None


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """Somebody on the road: at which stage, for how many days, and in all."""

    id: UUID
    name: str
    could_offer: str
    stage: str
    stage_name: str
    since: date
    days: int
    days_in_all: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """The whole road. `approved_days`: middle days from enquiry to approval. `stopped`: why, with how many."""

    stages: tuple[StageLine, ...]
    on_the_way: tuple[OnTheWay, ...]
    approved_days: int | None
    stopped: tuple[tuple[str, int], ...]
    left: tuple[tuple[str, int], ...]


def panel_needed(day: date) -> bool:
    """Whether a panel is needed on a day; needed where nothing is set, as the regulations have it. One statement."""
    rule = PanelRule.objects.filter(starts_on__lte=day).order_by("-starts_on").first()
    return True if rule is None else rule.needed


def funnel(today: date, since: date) -> Funnel:
    """The road of everybody who asked since a day, and why carers left since then. Four statements."""
    asked = list(Enquiry.objects.filter(on__gte=since).order_by("on", "id"))
    came: dict[UUID, list[EnquiryStep]] = defaultdict(list)
    for step in EnquiryStep.objects.filter(enquiry__on__gte=since):
        came[step.enquiry_id].append(step)
    for steps in came.values():
        steps.sort(key=lambda each: (each.on, STAGES.index(each.stage)))
    with_panel = panel_needed(today)
    stages = [Stage(code) for code in STAGES if code != Stage.STOPPED and (with_panel or code != Stage.PANEL)]
    whole = [
        (came[each.id][-1].on - each.on).days for each in asked if came[each.id][-1].stage == Stage.APPROVED
    ]
    why = [steps[-1].why for steps in came.values() if steps[-1].stage == Stage.STOPPED]
    left = list(Leaving.objects.filter(told_on__gte=since).values_list("why", flat=True))
    return Funnel(
        tuple(_line(stage, list(came.values()), today) for stage in stages),
        tuple(_on_the_way(asked, came, today)),
        round(median(whole)) if whole else None,
        _counted(why, dict(WhyStopped.choices)),
        _counted(left, dict(WhyLeft.choices)),
    )


def _line(stage: Stage, roads: Sequence[Sequence[EnquiryStep]], today: date) -> StageLine:
    passed, waits = [], []
    came = 0
    for steps in roads:
        for place, step in enumerate(steps):
            if step.stage != stage:
                continue
            came += 1
            if place + 1 < len(steps):
                passed.append((steps[place + 1].on - step.on).days)
            elif stage is not Stage.APPROVED:
                waits.append((today - step.on).days)
    return StageLine(
        stage.value,
        str(stage.label),
        came,
        len(waits),
        round(median(passed)) if passed else None,
        max(waits) if waits else None,
    )


def _on_the_way(asked: Sequence[Enquiry], came: dict[UUID, list[EnquiryStep]], today: date) -> list[OnTheWay]:
    found = []
    for each in asked:
        last = came[each.id][-1]
        if last.stage in {Stage.APPROVED, Stage.STOPPED}:
            continue
        found.append(
            OnTheWay(
                each.id,
                each.name,
                each.could_offer,
                last.stage,
                str(Stage(last.stage).label),
                last.on,
                (today - last.on).days,
                (today - each.on).days,
            )
        )
    return sorted(found, key=lambda one: -one.days)


def _counted(codes: Sequence[str], words: dict[str, str]) -> tuple[tuple[str, int], ...]:
    numbers = {code: codes.count(code) for code in set(codes)}
    return tuple(
        (str(words[code]), numbers[code]) for code in sorted(numbers, key=lambda c: (-numbers[c], c))
    )
