"""What starts a clock of the law around care, and that what it asks was done."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.care.actions.common import NOT_HERE, may_change, not_to_come, told, words
from kith.care.models import CareMatter
from kith.care.models.matter import STARTS, MatterKind
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor


@action("care.note_matter")
def note_matter(
    *, by: Actor, person: UUID, kind: str, on: date, done_on: date | None = None, said: str = ""
) -> UUID:
    """Something happened that the law asks something of; its id. It may have been done already.

    Raises NotPermittedError; CannotBeError for a day to come, and for the same of one day twice.
    """
    may_change(by, person)
    not_to_come(on, "on")
    not_to_come(done_on, "done_on")
    if kind not in STARTS and done_on is None:
        raise CannotBeError("Say on which day it was done: this is written down once it is.", field="done_on")
    try:
        with transaction.atomic():
            made = CareMatter.objects.create(
                person_id=person, kind=MatterKind(kind).value, on=on, done_on=done_on, words=words(said, 500),
                recorded_by=by.id,
            )  # fmt: skip
    except IntegrityError as error:
        raise CannotBeError(
            "This is written down for that day already. Choose it in the list.", field="on"
        ) from error
    told(by, person, "Something happened that the law asks something of", matter=made.id, kind=kind, on=on)
    return made.id


@action("care.matter_done")
def matter_done(*, by: Actor, matter: UUID, done_on: date) -> None:
    """What the law asks of it was done. Raises NotPermittedError; CannotBeError for a day to come."""
    found = CareMatter.objects.select_for_update().filter(id=matter).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    not_to_come(done_on, "done_on")
    found.done_on = done_on
    found.save(update_fields=["done_on"])
    told(by, found.person_id, "What the law asks was done", matter=matter, kind=found.kind, on=done_on)
