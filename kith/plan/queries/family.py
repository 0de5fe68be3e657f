"""The plan behind the family's door: lines released to the reader by name, and what the reader said of them.

Nothing here counts, numbers or makes room for what is withheld; who is thought to cause harm, which step keeps
somebody safe, and which service does it are not in what is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.access.working_with import workers_told
from kith.design.dates import plain_date, today
from kith.people.page_queries import who
from kith.plan.models import OURS, Answer, Change, Goal, How, PlanLine, Progress, Side, Step, Strength


@dataclass(frozen=True, slots=True)
class MySaid:
    """What was said of a line, as far as the reader may know: by them, or by us to them."""

    mine: bool
    words: str
    how: str
    on: date


@dataclass(frozen=True, slots=True)
class MyLine:
    """One line as its reader sees it. `does`: who does it; `late`: it is ours, and was not done in time."""

    id: UUID
    words: str
    does: str
    ours: bool
    by: str
    stands: str
    late: bool
    over: bool
    goal: UUID | None
    said: tuple[MySaid, ...]
    order: date


@dataclass(frozen=True, slots=True)
class MyPlan:
    """The page: what has to change, what we owe (late first), goals with their steps, what goes well."""

    changes: list[MyLine]
    owed: list[MyLine]
    theirs: list[MyLine]
    goals: list[tuple[MyLine, list[MyLine]]]
    strengths: list[MyLine]

    @property
    def empty(self) -> bool:
        """Whether nothing was shared yet."""
        return not (self.changes or self.owed or self.theirs or self.goals or self.strengths)

    @property
    def lines(self) -> list[MyLine]:
        """All of them, each once."""
        found = [*self.changes, *self.owed, *self.theirs, *self.strengths]
        found += [line for goal, steps in self.goals for line in (goal, *steps)]
        return list({each.id: each for each in found}.values())


def my_plan() -> MyPlan:
    """What the acting family account, or whose eyes are looked through, may read. Nine statements at most."""
    changes, goals = list(Change.objects.order_by("recorded_at")), list(Goal.objects.order_by("recorded_at"))
    steps, strengths = (
        list(Step.objects.order_by("recorded_at")),
        list(Strength.objects.order_by("recorded_at")),
    )
    rows: list[PlanLine] = [*changes, *goals, *steps, *strengths]
    if not rows:
        return MyPlan([], [], [], [], [])
    said = _said()
    names = {
        each: one.known_as or one.name
        for each, one in who({step.person_id for step in steps if step.person_id}).items()
    }
    told = {each.account: each.name for each in workers_told()}
    shown = {row.id: _line(row, said.get(row.id, ()), names, told) for row in rows}
    walked = [shown[step.id] for step in steps]
    held = {goal.id for goal in goals}
    return MyPlan(
        changes=[shown[each.id] for each in changes],
        owed=_first(line for line in walked if line.ours),
        theirs=_first(line for line in walked if not line.ours and line.goal not in held),
        goals=[(shown[goal.id], _first(line for line in walked if line.goal == goal.id)) for goal in goals],
        strengths=[shown[each.id] for each in strengths],
    )


def my_plan_in_short() -> list[MyLine]:
    """Of it the three lines to know first: what we owe, late ones first, then what has to change. Two statements."""
    owed = Step.objects.filter(does_it__in=OURS, done_on=None, not_done_on=None).order_by("recorded_at")
    change = Change.objects.filter(met_on=None).order_by("recorded_at")
    return [
        *_first(_line(row, (), {}, {}) for row in owed),
        *(_line(row, (), {}, {}) for row in change),
    ][:3]


def my_line(item: UUID) -> MyLine | None:
    """One of those lines, or None. Nine statements at most."""
    return next((each for each in my_plan().lines if each.id == item), None)


def _said() -> dict[UUID, tuple[MySaid, ...]]:
    found: dict[UUID, tuple[MySaid, ...]] = {}
    hows = dict(How.choices)
    for row in Progress.objects.order_by("recorded_at"):
        one = MySaid(row.side == Side.FAMILY, row.words, str(hows[row.how]), row.on)
        found[row.item] = (*found.get(row.item, ()), one)
    for answer in Answer.objects.order_by("recorded_at"):
        says = {True: "You agree", False: "That is not what you said", None: ""}[answer.agrees]
        one = MySaid(True, answer.words, says, answer.recorded_at.date())
        found[answer.item] = (*found.get(answer.item, ()), one)
    return found


def _line(row: PlanLine, said: tuple[MySaid, ...], names: dict[UUID, str], told: dict[UUID, str]) -> MyLine:
    step = row if isinstance(row, Step) else None
    ours = step is not None and step.does_it in OURS
    over = bool(
        getattr(row, "met_on", None) or getattr(row, "reached_on", None) or getattr(row, "dropped_on", None)
        or (step and (step.done_on or step.not_done_on))
    )  # fmt: skip
    late = ours and not over and step is not None and step.by_on is not None and step.by_on < today()
    return MyLine(
        id=row.id,
        words=row.words,
        does=_does(step, names, told) if step else "",
        ours=ours,
        by=plain_date(step.by_on) if step and step.by_on else "",
        stands=_stands(row, late=late),
        late=late,
        over=over,
        goal=step.goal_id if step else None,
        said=said,
        order=(step.by_on if step else None) or date.max,
    )


def _does(step: Step, names: dict[UUID, str], told: dict[UUID, str]) -> str:
    """A worker by name only where the reader was told of them; never a service, which may stand near a home."""
    if step.does_it in OURS:
        return told.get(step.account_id, "We") if step.account_id else "We"
    return names.get(step.person_id, "Your family") if step.person_id else "Your family"


def _stands(row: PlanLine, *, late: bool) -> str:
    if isinstance(row, Step):
        if row.done_on:
            return f"Done on {plain_date(row.done_on)}."
        if row.not_done_on:
            return "Not done."
        return "This is late. We are sorry." if late else ""
    if isinstance(row, Goal):
        return "You got there." if row.reached_on else "We let this one go." if row.dropped_on else ""
    return "This is so now." if isinstance(row, Change) and row.met_on else ""


def _first(lines: Iterable[MyLine]) -> list[MyLine]:
    """Ours that are late first, then what is to come, then what is over."""
    return sorted(lines, key=lambda line: (not line.late, line.over, line.order))
