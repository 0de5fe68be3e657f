"""Writing a fact that a return asks for, and correcting one. What a worker writes no later load changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import DatabaseError, IntegrityError, transaction

from kith.access.permissions import Permission
from kith.care.same_home import settle_same_home
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.core.ranges import DateRange
from kith.design.dates import plain_date
from kith.returns.load.shapes import FactTable
from kith.returns.recording.facts import RECORDED, model_of
from kith.returns.recording.words import FACTS

TWICE = "That is recorded already. Correct what is there, or say another."


@action("returns.record_fact")
def record_fact(
    *,
    by: Actor,
    person: UUID,
    persons: Sequence[UUID],
    table: str,
    values: Mapping[str, Any],
    of: UUID | None = None,
) -> UUID:
    """Write a fact of `table` (as `RECORDED` names it), or correct the one with the id `of`; returns its id.

    `persons`: every id that the person goes by; `values`: by column. SSDA903 guide and CIN census guide say what each
    column means. Raises NotPermittedError; CannotBeError for days in the wrong order, for a fact that is there already
    or overlaps with one, and where there is no such fact.
    """
    fact = RECORDED[table]
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[person])
    model: Any = model_of(fact)
    row = (
        model.objects.filter(id=of, person_id__in=persons).first()
        if of
        else model(person_id=person, recorded_by=by.id)
    )
    if row is None:
        raise CannotBeError("There is no such fact any more.")
    if getattr(row, "derived", False):
        raise CannotBeError(
            "This follows from where they live and by what law. Put that right under “In care”."
        )
    for column, value in values.items():
        setattr(row, column, value)
    _settle_days(row, fact.span_columns if fact.span else None)
    row.source = Source.WORKER
    try:
        with transaction.atomic():
            row.save(force_insert=not of)
    except IntegrityError as error:
        raise CannotBeError(_in_the_way(fact, row), field=_first_asked(fact)) from error
    except DatabaseError as error:
        # Row level security: some facts, such as health, are open to fewer people than the record is.
        if getattr(error.__cause__, "sqlstate", "") == "42501":
            raise NotPermittedError("You may not record this about them.") from error
        raise
    if table == "care_episode":
        settle_same_home(by=by, person=row.person_id)
    concerns([person], fact=row.id, table=table)
    tell.tell(by=by, about=[person], title=f"{FACTS[table]}: {'corrected' if of else 'recorded'}")
    return UUID(str(row.id))


def _first_asked(fact: FactTable) -> str:
    return fact.key[0].column if fact.key else "collection_year" if fact.yearly else ""


def _in_the_way(fact: FactTable, row: Any) -> str:
    """What is there already: the one whose nights these are, where it is that; else that it is told twice."""
    nights = getattr(row, "during", None)
    if nights is None:
        return TWICE
    first, last = fact.span_columns
    other = (
        type(row)._default_manager.filter(person_id=row.person_id, during__overlap=nights).exclude(id=row.id)
    ).first()
    if other is None:
        return TWICE
    began, ended = getattr(other, first), getattr(other, last)
    until = f"ended on {plain_date(ended)}" if ended else "has not ended"
    return (
        f"One that began on {plain_date(began)} and {until} has some of these nights. End or correct that one first,"
        " or change these days."
    )


def _settle_days(row: Any, span: tuple[str, str] | None) -> None:
    if span is None:
        return
    first, last = (getattr(row, column) for column in span)
    if last is not None and last < first:
        raise CannotBeError("It cannot end before it began.", field=span[1])
    if hasattr(row, "during"):
        row.during = None if last == first else DateRange(first, last, "[)")
