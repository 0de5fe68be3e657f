"""Why a finding is so: the reason that goes along with the return. It stays when the finding clears."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.returns.models import Finding
from kith.returns.settling.actions import permit_settling

LONGEST = 1000


class CannotExplainError(Exception):
    """The reason cannot be kept; the message is fit to be shown, and `field` is the one to mend."""

    def __init__(self, says: str, field: str = "reason") -> None:
        super().__init__(says)
        self.field = field


@action("returns.explain")
def explain(*, by: Actor, finding: UUID, reason: str) -> Finding:
    """Give the reason why it is so, in place of one given before, which history keeps.

    A returns officer may for all findings that they are shown; a worker for people whose record is open to them.
    Raises NotPermittedError, or CannotExplainError.
    """
    words = " ".join(reason.split())
    if not words:
        raise CannotExplainError("Write why it is so.")
    if len(words) > LONGEST:
        raise CannotExplainError(f"Write no more than {LONGEST} characters.")
    return _write(by, finding, words)


@action("returns.take_explanation_back")
def take_explanation_back(*, by: Actor, finding: UUID) -> Finding:
    """Take a reason back: the finding is to be mended again. Raises as `explain` does."""
    return _write(by, finding, "")


def _write(by: Actor, finding: UUID, words: str) -> Finding:
    found = Finding.objects.filter(id=finding).first()
    persons = permit_settling(by=by, person=found.person_id if found else None)
    if found is None or (found.person_id is None and persons):
        raise CannotExplainError("There is no such finding.")
    if found.cleared_on is not None:
        raise CannotExplainError("It is put right already. Nothing needs a reason.")
    found.explanation = words
    found.explained_by, found.explained_at = (by.id, timezone.now()) if words else (None, None)
    found.save(update_fields=["explanation", "explained_by", "explained_at"])
    concerns([found.person_id] if found.person_id else [], finding=found.id, rule=found.code)
    nothing_to_tell("it is a note to the return, kept beside the finding")
    return found
