"""A correction is a new event that replaces; what was believed before stays, and stays readable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.story.actions.notes import Sections
from kith.story.models import About, Event, EventKind, Passage
from kith.story.writing import PutRightAlreadyError, Telling, put

OF_A_VISIT = frozenset({"alone", "why_not_alone"})
CORRECTABLE = frozenset({EventKind.NOTE, EventKind.VISIT, EventKind.CALL, EventKind.MEETING})


@action("story.correct_event")
def correct_event(
    *,
    by: Actor,
    event: UUID,
    title: str,
    sections: Sections,
    happened_at: datetime,
    all_day: bool,
    why: str,
    persons: Sequence[UUID] | None = None,
    details: Mapping[str, str] | None = None,
) -> UUID:
    """Put an event right by a new one; the new one's id. It is staff-only until it is released itself.

    `persons`: whom it is about, where that was wrong. `details`: of a visit, whether those seen were seen alone and why
    not (`alone`, `why_not_alone`), where that was wrong. Raises NotPermittedError for what is somebody's
    own words or was written by an action, and for what the actor cannot read whole; PutRightAlreadyError
    for what was put right before.
    """
    old = Event.objects.filter(id=event).first()
    if old is None:
        raise NotPermittedError("There is nothing here to put right.")
    about = list(About.objects.filter(event=old).values_list("person_id", flat=True))
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons={*about, *(persons or ())})
    if old.kind not in CORRECTABLE:
        raise NotPermittedError(
            "Nobody's own words are put right by somebody else. Write a note beside them."
        )
    if Passage.objects.filter(event=old).count() < len(old.facts.get("sections", [])):
        raise NotPermittedError(
            "Part of this is not open to you. Ask somebody who can read all of it to put it right."
        )
    if Event.objects.filter(replaces=old).exists():
        raise PutRightAlreadyError
    facts = {name: value for name, value in old.facts.items() if name != "sections"}
    if old.kind == EventKind.VISIT:
        facts |= {name: value for name, value in (details or {}).items() if name in OF_A_VISIT}
    telling = Telling(
        kind=EventKind(old.kind),
        title=title,
        passages=[marked for part in sections.values() for marked in part],
        happened_at=happened_at,
        all_day=all_day,
        facts=facts | {"sections": [name for name, part in sections.items() for _ in part], "why": why},
        label=Label(old.label),
        covert=old.covert_id,
        replaces=old.id,
    )
    concerns(about, replaces=str(old.id))
    return put(by=by, persons=persons or about, telling=telling).id
