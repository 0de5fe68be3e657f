"""Names and birth."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.people.actions.common import Recorded, span, written
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.may import EDIT_PERSON
from kith.people.models import Person, PersonName
from kith.people.models.person import BirthKnowledge

OLDEST = 110


@action("people.record_name")
def record_name(
    *,
    by: Actor,
    person: UUID,
    kind: str,
    given: str,
    family: str,
    preferred: bool = False,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Recorded:
    """Write a name down; with `preferred` it becomes the one on pages and letters, and the former one stays.

    Raises CannotBeError (empty name, dates the wrong way round) and NotPermittedError.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    held = span(from_on, until_on)
    with plainly():
        if preferred:
            standing = PersonName.objects.filter(person_id=person, preferred=True)
            standing.update(preferred=False, preferred_until=timezone.now())
        made = PersonName.objects.create(
            person_id=person,
            kind=kind,
            given=given.strip(),
            family=family.strip(),
            preferred=preferred,
            during=held,
            **written(by),
        )
    concerns([person], name=made.id, kind=kind)
    tell.tell(by=by, about=[person], title="A name was recorded", facts={"kind": kind})
    return Recorded(made.id)


@action("people.change_born")
def change_born(*, by: Actor, person: UUID, born_on: date | None, birth_knowledge: str) -> Recorded:
    """Correct a date of birth, or record that the child has been born; what was believed stays in the
    history.

    Raises CannotBeError for an exact or estimated birth that is still to come.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    check_birth(born_on, birth_knowledge)
    with plainly():
        Person.objects.filter(id=person).update(
            born_on=None if birth_knowledge == BirthKnowledge.UNKNOWN else born_on,
            birth_knowledge=birth_knowledge,
            source=Source.WORKER,
        )
    concerns([person], birth_knowledge=birth_knowledge)
    tell.tell(
        by=by, about=[person], title="The date of birth was changed", facts={"how_known": birth_knowledge}
    )
    return Recorded(person, doubts_about_birth(born_on, birth_knowledge))


def check_birth(born_on: date | None, birth_knowledge: str) -> None:
    """Raises CannotBeError where no calendar allows it."""
    if birth_knowledge != BirthKnowledge.UNKNOWN and born_on is None:
        raise CannotBeError("Enter the date, or say that it is not known.", field="born_on")
    if birth_knowledge in (BirthKnowledge.EXACT, BirthKnowledge.ESTIMATED) and born_on and born_on > today():
        raise CannotBeError(
            "This day is still to come. For a baby not yet born, choose “expected”.", field="born_on"
        )


def doubts_about_birth(born_on: date | None, birth_knowledge: str) -> tuple[str, ...]:
    """What is odd about a date of birth, though it may be true."""
    if born_on is None:
        return ()
    days = (today() - born_on).days
    if birth_knowledge == BirthKnowledge.EXPECTED:
        if days > 21:
            return ("The date expected is more than three weeks past: has the baby been born?",)
        return ("The date expected is more than ten months away: is the year right?",) if days < -310 else ()
    return (f"That would be more than {OLDEST} years ago: is the year right?",) if days > OLDEST * 366 else ()
