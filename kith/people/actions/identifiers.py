"""Numbers that others know a person by."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.people.actions.common import Recorded, number_kept, written
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.check_digits import doubt_about
from kith.people.may import EDIT_PERSON
from kith.people.models import Identifier
from kith.people.models.identifier import Scheme


@action("people.record_identifier")
def record_identifier(
    *,
    by: Actor,
    person: UUID,
    scheme: str,
    value: str,
    trace_status: str = "",
    verified_on: date | None = None,
    reason_unknown: str = "",
) -> Recorded:
    """Record a number, even one whose check digit is wrong: that is marked, never refused.

    Raises CannotBeError when it is empty or too long, is already there, or is a council's number that somebody else has.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    kept = number_kept(value, field="value")
    if not kept and not reason_unknown:
        raise CannotBeError("Enter the number, or say why it is not known.", field="value")
    with plainly():
        made = Identifier.objects.create(
            person_id=person,
            scheme=scheme,
            value=kept,
            trace_status=trace_status if scheme == Scheme.NHS else "",
            verified_on=verified_on,
            reason_unknown=reason_unknown if scheme == Scheme.UPN else "",
            **written(by),
        )
    doubt = doubt_about(scheme, kept) if kept else ""
    concerns([person], identifier=made.id, scheme=scheme, sound=not doubt)
    tell.tell(by=by, about=[person], title="A number was recorded", facts={"scheme": scheme})
    return Recorded(made.id, (doubt,) if doubt else ())
