"""What every action of this room does the same way: the plan, who may write it, the line and its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils import timezone

from kith.access.models import Grant
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, concerns
from kith.core.actor import Actor
from kith.marked import marked
from kith.people.actions.conflicts import CannotBeError
from kith.plan.models import Change, Goal, Part, Plan, PlanLine, PlanPerson, Step, Strength
from kith.plan.models.lines import WORDS
from kith.story.writing import clean_text

LINES: tuple[type[PlanLine], ...] = (Goal, Step, Strength, Change)
NOT_HERE = "There is no such plan, or it is not open to you."


def open_plan(plan: UUID, *, by: Actor, permission: Permission = Permission.PLAN) -> tuple[Plan, list[UUID]]:
    """The plan, and the children and parents it is about, each of whom is open to the actor.

    Raises NotPermittedError.
    """
    found = Plan.objects.filter(id=plan).first()
    about = main_people(plan) if found else []
    tell.permit(by=by, permission=permission, persons=about)
    if found is None or not about:
        raise NotPermittedError(NOT_HERE)
    return found, about


def main_people(plan: UUID) -> list[UUID]:
    """The children and parents whom a plan is about. One statement."""
    rows = PlanPerson.objects.filter(plan_id=plan, part__in=[Part.CHILD, Part.PARENT])
    return list(rows.values_list("person_id", flat=True))


def opened(persons: list[UUID], *, by: Actor) -> list[UUID]:
    """Those of them whose records are open to the actor. One statement."""
    held = Grant.objects.filter(actor=by.id, person__in=persons, level=2, during__contains=timezone.now())
    return [*dict.fromkeys(held.values_list("person", flat=True))]


def line_of(item: UUID) -> PlanLine:
    """A line of any kind. Raises NotPermittedError. Four statements at most."""
    for model in LINES:
        found = model._default_manager.filter(id=item).first()
        if found is not None:
            return found
    raise NotPermittedError(marked("There is no such line, or it is not open to you."))


def words_kept(words: str, *, field: str = "words", most: int = WORDS, needed: bool = True) -> str:
    """Words as they are kept. Raises CannotBeError where there are none, or too many."""
    kept = clean_text(words).strip()
    if needed and not kept:
        raise CannotBeError(marked("Write it in a few words."), field=field)
    if len(kept) > most:
        raise CannotBeError(f"Write it in {most} characters or fewer.", field=field)
    return kept


def said(
    by: Actor, plan: Plan, about: list[UUID], title: str, *, covert: UUID | None = None, **facts: Any
) -> None:
    """Put it on the story of those whom the plan is about, staff-only, and name it in the audit by ids alone."""
    kept = {"plan": str(plan.id)} | {name: str(value) for name, value in facts.items() if value is not None}
    tell.tell(by=by, about=about, title=title, facts=kept, covert=covert or plan.covert_id)
    concerns(about, **kept)


@contextmanager
def as_far_as_open(message: str = NOT_HERE) -> Iterator[None]:
    """What PostgreSQL refuses by its policies is not permitted; what its constraints refuse stays an error of its own."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") == "42501":
            raise NotPermittedError(message) from error
        raise
