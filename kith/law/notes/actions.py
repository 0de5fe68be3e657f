"""Saying why something is late, and what the law allows: an extension, an excuse or a pause, with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.law.models import DutyNote
from kith.law.obligation import Obligation
from kith.law.register import shipped
from kith.law.register.duty import Allowed


class RefusedNoteError(ValueError):
    """What was said cannot be; `field` is where."""

    def __init__(self, says: str, field: str) -> None:
        super().__init__(says)
        self.field = field


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one due date. `reason`: a code of what the register allows; empty where it only says why.

    `on`: the day of the court's or manager's decision, of the refusal, or on which the clock stopped. `until`: the new
    last day, or the day from which the clock goes on (None while it stands still).
    """

    why: str
    reason: str = ""
    on: date | None = None
    until: date | None = None


def allowed_of(duty: str, reason: str) -> Allowed | None:
    """What the register allows of a duty under a reason's code, or None."""
    return next((each for each in shipped()[duty].allows if each.reason == reason), None)


@action("law.say_of_due")
def say_of_due(*, by: Actor, about: Obligation, said: Said) -> UUID:
    """Write down why a due date is late or, where the register allows it, what moves or excuses it; the note's id.

    Why it is late never changes a date. Raises NotPermittedError for a role that the register does not name;
    RefusedNoteError for no reason in words, days that cannot be, and what the law of that duty does not allow.
    """
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=[about.person])
    if not said.why.strip():
        raise RefusedNoteError("Say why, so that whoever reads this later understands", "why")
    allowed = allowed_of(about.duty, said.reason) if said.reason else None
    if said.reason and allowed is None:
        raise RefusedNoteError(
            "The law does not allow that for this duty: say why it is late instead", "what"
        )
    on = said.on or timezone.localdate()
    if allowed is not None:
        _check(by, allowed, about, on, said.until)
    note = DutyNote(
        person_id=about.person,
        duty=about.duty,
        starts_on=about.starts,
        matter_id=UUID(about.ref) if about.ref else None,
        how=allowed.how if allowed else "late",
        reason=said.reason,
        why=said.why.strip()[:500],
        on_day=on,
        until=said.until if allowed and allowed.how != "excused" else None,
        written_by_name=Account.objects.filter(id=by.id).values_list("display_name", flat=True).first() or "",
        recorded_by=by.id,
    )
    note.save(force_insert=True)
    # Which duty it is stays with the note: others read the story, and a duty may start from what they are not told of.
    tell.tell(by=by, about=[about.person], title=TITLES[note.how], facts={"note": str(note.id)})
    concerns([about.person], note=str(note.id), duty=about.duty, how=note.how, reason=note.reason)
    return note.id


TITLES = {
    "late": "Why something is late was written down",
    "extended": "More time was allowed",
    "excused": "Something need not be done, as the law allows",
    "paused": "A clock stands still, as the law allows",
}


def _check(by: Actor, allowed: Allowed, about: Obligation, on: date, until: date | None) -> None:
    if by.role not in allowed.by:
        raise NotPermittedError("Your role does not record this. Ask your manager.")
    if on > timezone.localdate():
        raise RefusedNoteError("The day cannot be in the future", "on")
    if on < about.starts:
        raise RefusedNoteError("The day cannot be before the duty began", "on")
    if allowed.how == "extended" and until is None:
        raise RefusedNoteError("Give the new last day", "until")
    if until is not None and until <= on:
        raise RefusedNoteError("That day must be after the first", "until")
    if allowed.how == "paused" and until is not None and until > timezone.localdate():
        raise RefusedNoteError("Leave it empty until the clock goes on again", "until")


@action("law.end_pause")
def end_pause(*, by: Actor, person: UUID, note: UUID, on: date) -> None:
    """The clock goes on again from a day. Raises NotPermittedError, RefusedNoteError."""
    found = _open(by, [person], note)
    if found.how != "paused" or found.until is not None:
        raise NotPermittedError("No clock stands still here.")
    if not found.on_day < on <= timezone.localdate():
        raise RefusedNoteError("Give a day after it stopped, and not in the future", "until")
    found.until = on
    found.save(update_fields=["until"])
    tell.tell(by=by, about=[found.person_id], title="A clock goes on again", facts={"note": str(note)})
    concerns([found.person_id], note=str(note), until=on.isoformat())


@action("law.take_back_note")
def take_back_note(*, by: Actor, persons: Sequence[UUID], note: UUID) -> None:
    """Take back what was said of a due date by mistake; it stays in the history. Raises NotPermittedError."""
    found = _open(by, persons, note)
    found.taken_back_on = timezone.localdate()
    found.save(update_fields=["taken_back_on"])
    tell.tell(
        by=by,
        about=[found.person_id],
        title="What was said of a due date was taken back",
        facts={"note": str(note)},
    )
    concerns([found.person_id], note=str(note), taken_back=True)


def _open(by: Actor, persons: Sequence[UUID], note: UUID) -> DutyNote:
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=persons[:1])
    found = DutyNote.objects.filter(id=note, person_id__in=persons, taken_back_on__isnull=True).first()
    if found is None:
        raise NotPermittedError("There is nothing here to change.")
    allowed = allowed_of(found.duty, found.reason) if found.reason else None
    if allowed is not None and by.role not in allowed.by:
        raise NotPermittedError("Your role does not record this. Ask your manager.")
    return found
