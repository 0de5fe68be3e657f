"""Nights within a home: hospital, breaks, friends; and nights where nobody should sleep, which are never refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.care.actions.common import (
    NOT_HERE,
    as_the_nights_allow,
    born,
    in_order,
    may_change,
    needed,
    not_to_come,
    told,
    words,
)
from kith.care.models import Away, Slept, SleptPlace
from kith.care.models.whereabouts import AwayKind
from kith.care.unlawful import why_unlawful
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.design.text import safe_text


@action("care.go_away")
def go_away(
    *, by: Actor, person: UUID, kind: str, began_on: date, back_on: date | None = None, said: str = ""
) -> UUID:
    """Some nights elsewhere while the home goes on; the id. Raises NotPermittedError, CannotBeError."""
    may_change(by, person)
    not_to_come(began_on, "began_on")
    in_order(began_on, back_on, field="back_on")
    made = Away.objects.create(
        person_id=person, kind=AwayKind(kind).value, began_on=began_on, back_on=back_on, words=words(said, 500),
        recorded_by=by.id,
    )  # fmt: skip
    told(by, person, f"Away from home for now: {AwayKind(kind).label}", away=made.id, on=began_on)
    return made.id


@action("care.come_back")
def come_back(*, by: Actor, away: UUID, on: date) -> None:
    """They are back at home. Raises NotPermittedError, CannotBeError for days out of order."""
    found = Away.objects.select_for_update().filter(id=away).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    not_to_come(on, "on")
    in_order(found.began_on, on, field="on")
    found.back_on = on
    found.save(update_fields=["back_on"])
    told(by, found.person_id, "Back at home", away=away, on=on)


@action("care.slept_elsewhere")
def slept_elsewhere(
    *,
    by: Actor,
    person: UUID,
    first_on: date,
    unlawful: Sequence[str],
    where: str,
    last_on: date | None = None,
    chosen_by: str = "",
    tried: str = "",
    child_says: str = "",
    kind: str = "",
) -> UUID:
    """Where a child truly slept, though nobody should; the id. Nothing refuses it; the director is told at once.

    `kind`: a code of `HomeKind`, where it was such a home. Raises NotPermittedError; CannotBeError for a night to come,
    without where, and without why it should not have been.
    """
    may_change(by, person)
    not_to_come(first_on, "first_on")
    not_to_come(last_on, "last_on")
    in_order(first_on, last_on, field="last_on")
    why = why_unlawful(kind=kind, on=first_on, born_on=born(person), said=unlawful)
    if not why:
        raise CannotBeError(
            "Choose why nobody should have slept there. If it was a home like any other, record a move instead.",
            field="unlawful",
        )
    place = needed(where, "where", "Say what place it was, and where.", 300)
    made = Slept.objects.create(
        person_id=person, first_on=first_on, last_on=last_on, unlawful=why, chosen_by=safe_text(chosen_by)[:120],
        tried=words(tried), child_says=words(child_says), recorded_by=by.id,
    )  # fmt: skip
    with as_the_nights_allow(person, field="where"):
        SleptPlace.objects.create(slept=made, person_id=person, where=place, recorded_by=by.id)
    told(
        by,
        person,
        "Slept where no child should: the director was told",
        slept=made.id,
        on=first_on,
        why=",".join(why),
    )
    return made.id


@action("care.slept_no_more")
def slept_no_more(*, by: Actor, slept: UUID, last_on: date) -> None:
    """The last such night. Raises NotPermittedError, CannotBeError for days out of order."""
    found = Slept.objects.select_for_update().filter(id=slept).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    not_to_come(last_on, "last_on")
    in_order(found.first_on, last_on, field="last_on")
    found.last_on = last_on
    found.save(update_fields=["last_on"])
    told(by, found.person_id, "No longer sleeps where no child should", slept=slept, on=last_on)
