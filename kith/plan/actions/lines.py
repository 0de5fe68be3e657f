"""Lines of the plan: adding them, saying them in other words, and what became of each."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.design.dates import today
from kith.design.text import safe_text
from kith.people.actions.conflicts import CannotBeError
from kith.plan.actions.awaiting import awaited
from kith.plan.actions.common import as_far_as_open, line_of, open_plan, said, words_kept
from kith.plan.models import OURS, Awaited, Change, DoesIt, Goal, PlanLine, Step, Strength


@action("plan.add_goal")
def add_goal(
    *, by: Actor, plan: UUID, words: str, whose: UUID | None = None, in_whose_words: str = "", **more: Any
) -> UUID:
    """A goal, in the words of whoever wants it; its id. `more`: label, covert.

    Raises NotPermittedError, CannotBeError.
    """
    line = Goal(whose_id=whose, in_whose_words=safe_text(in_whose_words)[:120])
    return _added(by, plan, line, words, "A goal was added to the plan", **more)


@action("plan.add_step")
def add_step(
    *,
    by: Actor,
    plan: UUID,
    words: str,
    does_it: str,
    goal: UUID | None = None,
    person: UUID | None = None,
    account: UUID | None = None,
    service: str = "",
    by_on: date | None = None,
    keeps_safe: bool = False,
    **more: Any,
) -> UUID:
    """A step: who does what by when; its id. Raises NotPermittedError, CannotBeError."""
    line = Step(does_it=DoesIt(does_it).value, goal_id=_goal(plan, goal), by_on=by_on, keeps_safe=keeps_safe)
    _whose(line, person=person, account=account, service=service)
    made = _added(by, plan, line, words, "A step was added to the plan", **more)
    awaited(made, by)
    return made


@action("plan.add_strength")
def add_strength(*, by: Actor, plan: UUID, words: str, whose: UUID | None = None, **more: Any) -> UUID:
    """What goes well already; its id. Raises NotPermittedError, CannotBeError."""
    return _added(by, plan, Strength(whose_id=whose), words, "A strength was added to the plan", **more)


@action("plan.add_change")
def add_change(*, by: Actor, plan: UUID, words: str, **more: Any) -> UUID:
    """What has to change for us to stop being involved; its id. Raises NotPermittedError, CannotBeError."""
    return _added(by, plan, Change(), words, "What has to change was added to the plan", **more)


@action("plan.reword_line")
def reword_line(*, by: Actor, item: UUID, words: str) -> None:
    """Say a line in other words. Whoever could read it reads it again once it is shared again.

    Raises NotPermittedError, CannotBeError.
    """
    kept = words_kept(words)
    _changed(by, item, "A line of the plan was put in other words", words=kept)


@action("plan.reach_goal")
def reach_goal(*, by: Actor, item: UUID, on: date) -> None:
    """The goal is reached. Raises NotPermittedError; CannotBeError for a day to come."""
    _changed(by, item, "A goal of the plan was reached", Goal, reached_on=_not_to_come(on))


@action("plan.drop_goal")
def drop_goal(*, by: Actor, item: UUID, on: date, why: str) -> None:
    """Let a goal go, and say why. Raises NotPermittedError, CannotBeError."""
    kept = words_kept(why, field="why", most=300)
    _changed(by, item, "A goal of the plan was let go", Goal, dropped_on=_not_to_come(on), why_dropped=kept)


@action("plan.meet_change")
def meet_change(*, by: Actor, item: UUID, on: date) -> None:
    """What had to change is so. Raises NotPermittedError, CannotBeError."""
    _changed(by, item, "What had to change has changed", Change, met_on=_not_to_come(on))


@action("plan.assign_step")
def assign_step(
    *,
    by: Actor,
    item: UUID,
    does_it: str,
    person: UUID | None = None,
    account: UUID | None = None,
    service: str = "",
    by_on: date | None = None,
) -> None:
    """Say anew who does a step, and by when. Raises NotPermittedError, CannotBeError."""
    line = Step(does_it=DoesIt(does_it).value)
    _whose(line, person=person, account=account, service=service)
    kept = {"does_it": line.does_it, "person_id": person, "account_id": account, "service": line.service}
    _changed(by, item, "A step of the plan has somebody else to do it", Step, by_on=by_on, **kept)


@action("plan.finish_step")
def finish_step(*, by: Actor, item: UUID, on: date, how: str = "") -> None:
    """A step is done. Raises NotPermittedError; CannotBeError for a day to come."""
    kept = words_kept(how, field="how", most=300, needed=False)
    done = {"done_on": _not_to_come(on), "how_done": kept, "not_done_on": None, "not_done_why": ""}
    _changed(by, item, "A step of the plan is done", Step, **done)
    _seen_by(by, item)


@action("plan.step_not_done")
def step_not_done(*, by: Actor, item: UUID, why: str) -> None:
    """A step is not done, and why. Raises NotPermittedError; CannotBeError where no reason is given."""
    kept = words_kept(why, field="why", most=300)
    not_done = {"not_done_on": today(), "not_done_why": kept, "done_on": None, "how_done": ""}
    _changed(by, item, "A step of the plan is not done", Step, **not_done)
    _seen_by(by, item)


def _added(
    by: Actor,
    plan: UUID,
    line: PlanLine,
    words: str,
    title: str,
    *,
    label: int = Label.NORMAL.value,
    covert: UUID | None = None,
) -> UUID:
    found, about = open_plan(plan, by=by)
    if found.ended_on is not None:
        raise CannotBeError("This plan has ended. Begin another.")
    line.words, line.label, line.covert_id = words_kept(words), label, covert
    line.plan_id, line.recorded_by = plan, by.id
    with as_far_as_open():
        line.save(force_insert=True)
    said(by, found, about, title, covert=covert, item=line.id)
    return line.id


def _changed(by: Actor, item: UUID, title: str, kind: type[PlanLine] | None = None, **values: Any) -> None:
    line = line_of(item)
    found, about = open_plan(line.plan_id, by=by)
    if kind is not None and not isinstance(line, kind):
        raise NotPermittedError("That cannot be said of this line.")
    if not type(line)._default_manager.filter(id=item).update(**values):
        raise NotPermittedError("Only somebody who writes this plan can change it.")
    said(by, found, about, title, covert=line.covert_id, item=item)


def _seen_by(by: Actor, item: UUID) -> None:
    """Whoever says what became of a step is not told of it."""
    Awaited.objects.filter(step_id=item, account_id=by.id, seen_at=None).update(seen_at=timezone.now())


def _goal(plan: UUID, goal: UUID | None) -> UUID | None:
    if goal is not None and not Goal.objects.filter(id=goal, plan_id=plan).exists():
        raise CannotBeError("Choose a goal from the list.", field="goal")
    return goal


def _whose(step: Step, *, person: UUID | None, account: UUID | None, service: str) -> None:
    """Services name a worker or a service, families a person; whoever is asked by name is asked as one of those."""
    ours = step.does_it in OURS
    if ours and person is not None:
        raise CannotBeError("A step of ours is done by a worker or a service.", field="person")
    if not ours and (account is not None or service):
        raise CannotBeError("A step of the family is done by one of them.", field="account")
    step.person_id, step.account_id, step.service = person, account, safe_text(service)[:120]


def _not_to_come(on: date) -> date:
    if on > today():
        raise CannotBeError("This day is still to come.", field="on")
    return on
