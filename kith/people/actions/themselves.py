"""What the returns ask of a person themselves, beside birth: sex, ethnic group, and that they have died."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import plain_date, today
from kith.people.actions.common import Recorded
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.ethnicity_words import WORDS
from kith.people.may import EDIT_PERSON
from kith.people.models import Person
from kith.people.models.person import BirthKnowledge, Sex


@action("people.change_sex")
def change_sex(*, by: Actor, person: UUID, sex: str) -> Recorded:
    """Say, or correct, the sex that the returns ask (N00783). Raises CannotBeError for a code that is none."""
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if sex not in Sex.values:
        raise CannotBeError("Choose one of these.", field="sex")
    _write(person, sex=sex)
    concerns([person])
    tell.tell(by=by, about=[person], title="The sex that the returns ask was recorded")
    return Recorded(person)


@action("people.record_ethnicity")
def record_ethnicity(*, by: Actor, person: UUID, ethnicity: str) -> Recorded:
    """Record the ethnic group that they, or their parents, say (SSDA903 ETHNIC). Raises CannotBeError for no code."""
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if ethnicity not in WORDS:
        raise CannotBeError("Choose one of these.", field="ethnicity")
    _write(person, ethnicity=ethnicity)
    concerns([person])
    tell.tell(by=by, about=[person], title="The ethnic group was recorded")
    return Recorded(person)


@action("people.record_death")
def record_death(*, by: Actor, person: UUID, died_on: date | None) -> Recorded:
    """Record the day on which they died (N00108), or take it back with None; the history keeps what was said.

    Raises CannotBeError for a day to come, and for one before a birth that is known for sure.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if died_on is not None and died_on > today():
        raise CannotBeError("This day is still to come. Enter a day up to today.", field="died_on")
    known = Person.objects.filter(id=person, birth_knowledge=BirthKnowledge.EXACT).values_list(
        "born_on", flat=True
    )
    born = known.first()
    if died_on is not None and born is not None and died_on < born:
        raise CannotBeError(
            f"They were born on {plain_date(born)}, after that day. Correct this day, or the date of birth first.",
            field="died_on",
        )
    _write(person, died_on=died_on)
    concerns([person])
    tell.tell(
        by=by,
        about=[person],
        title="Their death was recorded" if died_on else "That they had died was taken back",
    )
    return Recorded(person)


def _write(person: UUID, **facts: Any) -> None:
    """From then on it is the worker's: no later return overwrites it."""
    with plainly():
        Person.objects.filter(id=person).update(**facts, source=Source.WORKER)
