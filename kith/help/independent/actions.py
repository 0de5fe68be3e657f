"""What a worker writes down: that somebody was told of independent advice, and how."""

from __future__ import annotations

from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, action, concerns
from kith.core.actor import Actor

HOW = {
    "said": "I said it, and gave the number",
    "slip": "I gave them the slip",
    "device": "They used this device, and I looked away",
}


@action("help.tell_of_advice")
def tell_of_advice(*, by: Actor, person: UUID, how: str) -> None:
    """Write down that somebody was told. Nothing says what they then did: nobody here knows. Raises CannotBeError."""
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=[person])
    if how not in HOW:
        raise CannotBeError("Choose how you told them.", field="how")
    concerns([person], how=how)
    tell.tell(
        by=by, about=[person], title="They were told of advice that is not the council’s", facts={"how": how}
    )
