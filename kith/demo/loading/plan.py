"""The one plan of each told family that has one: its lines, who reads them by name, and the versions kept."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from kith.core.labels import Label
from kith.demo.loading.days import days, later, moment
from kith.demo.loading.sheet import Sheet
from kith.demo.loading.workforce import organisation_id
from kith.demo.shapes.plan import DemoLine, DemoPlan
from kith.plan.actions.agreeing import frozen
from kith.plan.models import Change, Goal, PlanLine, Step, Strength

READ = "Read through together, line by line."
KINDS: dict[str, type[PlanLine]] = {"goal": Goal, "step": Step, "strength": Strength, "change": Change}
COLUMNS: dict[str, tuple[str, ...]] = {
    "goal": ("whose_id", "in_whose_words", "reached_on"),
    "step": (
        *("goal_id", "does_it", "person_id", "account_id", "service", "by_on", "keeps_safe", "done_on"),
        *("how_done", "not_done_on", "not_done_why"),
    ),
    "strength": ("whose_id",),
    "change": ("met_on",),
}


def load_plans(sheet: Sheet) -> None:
    """Plans, as their lead wrote them and a manager agreed."""
    for plan in sheet.family.plans:
        made = sheet.add("plan_plan", plan.lead, sheet.family.id, plan.start, plan.ended, plan.why_ended)
        for person, part in plan.people:
            sheet.add("plan_planperson", plan.lead, made, person, part)
        for basis, since, until in plan.bases or ((plan.basis, plan.start, None),):
            sheet.add("plan_planbasis", plan.lead, made, basis, days(since, until))
        lines = _lines(sheet, plan)
        for place, (one, line) in enumerate(zip(plan.lines, lines, strict=True)):
            day = plan.start if one.first is not None else plan.agreed[-1]
            at = later(day, 600 + place)
            kept = (getattr(line, name) for name in COLUMNS[one.kind])
            sheet.put(
                f"plan_{one.kind}",
                line.id,
                one.by or plan.lead,
                at,
                "demo",
                made,
                one.words,
                line.label,
                *kept,
            )
            _shared(sheet, plan, made, line.id, one)
        _versions(sheet, plan, made, lines)
        for look in (*plan.looks, *((plan.look,) if plan.look else ())):
            sheet.add(
                *("plan_planreview", plan.lead, made, look.on, look.who_came, look.what_changed),
                look.next_on,
            )


def _lines(sheet: Sheet, plan: DemoPlan) -> list[PlanLine]:
    ids = [sheet.new_id() for _ in plan.lines]
    return [_line(one, made, ids) for one, made in zip(plan.lines, ids, strict=True)]


def _line(one: DemoLine, made: UUID, ids: list[UUID]) -> PlanLine:
    line = KINDS[one.kind](id=made, words=one.words, label=Label.NORMAL.value)
    if isinstance(line, Goal):
        line.whose_id, line.in_whose_words = one.whose, one.in_whose_words
    elif isinstance(line, Strength):
        line.whose_id = one.whose
    elif isinstance(line, Step):
        line.goal_id = None if one.goal is None else ids[one.goal]
        line.does_it, line.person_id, line.account_id = one.does_it, one.whose, one.worker
        line.service, line.by_on, line.keeps_safe = one.service, one.by_on, one.keeps_safe
        line.done_on, line.how_done = one.done, one.how_done
        line.not_done_on, line.not_done_why = one.not_done, one.why_not
    return line


def _shared(sheet: Sheet, plan: DemoPlan, made: UUID, item: UUID, one: DemoLine) -> None:
    for reader in one.readers:
        day = plan.start if one.first is not None else plan.agreed[-1]
        day = max(day, plan.shown or day)
        sheet.add("access_release", one.by or plan.lead, reader, "plan", item, True, READ, moment(day))
    for name in one.shared:
        sheet.add("plan_planshare", plan.lead, made, item, organisation_id(sheet.seed, name))
    for said in one.said:
        theirs, at = said.taken_by or sheet.account_of(said.person), later(said.on, 1140)
        if said.how:
            sheet.add(
                *("plan_progress", theirs, at, "family", made, item, "family", said.person, None),
                *(said.how, said.words, said.on),
            )
        else:
            source = "demo" if said.taken_by else "family"
            sheet.add("plan_answer", theirs, at, source, made, item, said.person, said.words, said.agrees)


def _versions(sheet: Sheet, plan: DemoPlan, made: UUID, lines: list[PlanLine]) -> None:
    """Each as it stood: the first in its own words, without what came later and what became of it since."""
    for number, day in enumerate(plan.agreed, start=1):
        standing = []
        for one, line in zip(plan.lines, lines, strict=True):
            if number == 1 and one.first is None:
                continue
            then = {"words": one.first or one.words if number == 1 else one.words}
            standing.append(frozen([line])[0] | then | _not_since(one, day))
        content = json.dumps(standing)
        sheet.add(
            *("plan_planversion", plan.manager, made, number, content, Label.NORMAL.value, "{}"),
            *(day, plan.manager, plan.why_only_parents[number - 1] if plan.why_only_parents else ""),
        )


def _not_since(one: DemoLine, day: date) -> dict[str, None]:
    if one.kind != "step":
        return {}
    later_on = {"done_on": one.done, "not_done_on": one.not_done}
    return {name: None for name, on in later_on.items() if on is not None and on > day}
