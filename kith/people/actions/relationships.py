"""Ties between people: both sides are written, so that either page shows the tie."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.core.ranges import DateRange
from kith.design.dates import short_date, today
from kith.people.actions.common import Recorded, may_name, span, written
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.kinship_words import PARENTS, inverse, sides
from kith.people.may import EDIT_PERSON
from kith.people.models import Person, Relationship
from kith.people.models.relationship import RelationshipKind


@action("people.record_relationship")
def record_relationship(
    *,
    by: Actor,
    person: UUID,
    other: UUID,
    kind: str,
    in_their_words: str = "",
    closeness: int | None = None,
    lives_together: bool | None = None,
    parental_responsibility: bool | None = None,
    responsibility_from: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
) -> Recorded:
    """Record what `other` is to `person`, and the inverse. The words and the closeness are the person's own.

    Raises CannotBeError: the same tie again in the same time, a tie to oneself, somebody who cannot be named.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if person == other:
        raise CannotBeError("Choose somebody else: nobody is their own relative.", field="other")
    may_name(other)
    held = span(from_on, until_on)
    if Relationship.objects.filter(
        person_id=person, other_id=other, kind=kind, during__overlap=held
    ).exists():
        raise CannotBeError("This tie is already recorded for that time.", field="kind")
    sex = Person.objects.filter(id=person).values_list("sex", flat=True).first() or "U"
    with plainly():
        made = Relationship.objects.create(
            person_id=person,
            other_id=other,
            kind=kind,
            in_their_words=in_their_words.strip(),
            closeness=closeness,
            lives_together=lives_together,
            parental_responsibility=parental_responsibility,
            responsibility_from=responsibility_from.strip(),
            during=held,
            **written(by),
        )
        back = Relationship.objects.create(
            person_id=other,
            other_id=person,
            kind=inverse(kind, sex_of_person=sex),
            lives_together=lives_together,
            during=held,
            **written(by),
        )
    concerns([person, other], relationship=made.id, inverse=back.id, kind=kind)
    tell.tell(by=by, about=[person], title="Somebody who matters was recorded", facts={"kind": kind})
    # Read only now: the tie is what lets the actor know the other's age.
    born = dict(Person.objects.filter(id__in=[person, other]).values_list("id", "born_on"))
    return Recorded(made.id, _doubts(person, other, kind, born))


@action("people.end_relationship")
def end_relationship(*, by: Actor, relationship: UUID, on: date) -> None:
    """Close a tie, both sides, from `on`; it stays in the history, and other ties between the two stay as they are.

    Raises CannotBeError if it began later, or has ended by then already.
    """
    row = Relationship.objects.filter(id=relationship).first()
    tell.permit(by=by, permission=EDIT_PERSON, persons=[row.person_id] if row else [])
    if row is None:
        raise CannotBeError("This tie is no longer there.")
    if row.during.lower is not None and row.during.lower >= on:
        raise CannotBeError("The tie began after that day.", field="on")
    if row.during.upper is not None and row.during.upper <= on:
        raise CannotBeError(f"This tie ended already, on {short_date(row.during.upper)}.", field="on")
    with plainly():
        for side in [row, *_other_side(row)]:
            side.during = DateRange(side.during.lower, on, "[)")
            side.save(update_fields=["during"])
    concerns([row.person_id, row.other_id], relationship=relationship)
    tell.tell(by=by, about=[row.person_id], title="A tie came to an end", facts={"kind": row.kind})


def _other_side(row: Relationship) -> list[Relationship]:
    """The row that tells the same tie from the other's side, if there is one.

    Several ties may have the same inverse (a mother's and an adoptive parent's): then the one written with this one.
    """
    kinds = [kind for kind in RelationshipKind if row.kind in sides(kind) or kind in sides(row.kind)]
    back = Relationship.objects.filter(
        person_id=row.other_id, other_id=row.person_id, kind__in=kinds, during=row.during
    )
    return sorted(back, key=lambda each: abs(each.recorded_at - row.recorded_at))[:1]


def _doubts(person: UUID, other: UUID, kind: str, born: dict[UUID, date | None]) -> tuple[str, ...]:
    """What is odd about a tie, though it may be true."""
    doubts = []
    child, parent = (person, other) if kind in PARENTS else (other, person)
    if kind in PARENTS | {RelationshipKind.CHILD}:
        early, late = born.get(parent), born.get(child)
        if early and late and (late - early).days < 12 * 365:
            doubts.append("The parent would be younger than 12 at the birth: check both dates of birth.")
        birth_parents = Relationship.objects.filter(
            person_id=child, kind__in=[*PARENTS], during__contains=today()
        ).values("other_id")
        if birth_parents.distinct().count() > 2:
            doubts.append(
                "This child now has more than two parents by birth: is one a step-parent or adoptive parent?"
            )
    return tuple(doubts)
