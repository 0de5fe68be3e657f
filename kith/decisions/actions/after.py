"""After the meeting: looking at the plan again, what the family thought of it, and the end of the coordinator's work."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.decisions.actions.common import me, meeting_of, not_to_come, tell_from_meeting, unsaid
from kith.decisions.models import Feedback, ReviewMeeting
from kith.design.text import safe_text
from kith.story.writing import clean_text


@action("decisions.plan_review")
def plan_review(*, by: Actor, meeting: UUID, on: date) -> ReviewMeeting:
    """A day on which the family looks at its plan again. Raises NotPermittedError."""
    meeting_of(by, meeting)
    unsaid()
    made = ReviewMeeting(meeting_id=meeting, planned_for=on, recorded_by=by.id)
    made.save(force_insert=True)
    return made


@action("decisions.hold_review")
def hold_review(*, by: Actor, review: UUID, on: date, came_of_it: str) -> None:
    """The family looked at its plan again, and what it says came of it. Raises NotPermittedError."""
    found = ReviewMeeting.objects.filter(id=review).first()
    if found is None:
        raise NotPermittedError("There is no such meeting.")
    meeting_of(by, found.meeting_id)
    not_to_come(on)
    found.held_on, found.came_of_it = on, clean_text(came_of_it).strip()[:1000]
    found.save(update_fields=["held_on", "came_of_it"])
    tell_from_meeting(found.meeting_id, "reviewed")


@action("decisions.give_feedback")
def give_feedback(*, by: Actor, meeting: UUID, score: int, words: str = "") -> None:
    """By the family's door: what one thought of it, from 1 (bad) to 5 (good). Workers of the family do not read it.

    Raises NotPermittedError.
    """
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    person = me(by)
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_was_told(%s, %s)", [meeting, by.id])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("There is nothing here to answer.")
    if not 1 <= score <= 5:
        raise NotPermittedError("Choose from 1 to 5.")
    Feedback(
        meeting_id=meeting,
        person_id=person,
        score=score,
        words=clean_text(words).strip()[:1000],
        source=Source.FAMILY,
        recorded_by=by.id,
    ).save(force_insert=True)
    nothing_to_tell("what the family thought of a meeting is no worker's to read")


@action("decisions.end_meeting")
def end_meeting(*, by: Actor, meeting: UUID, why: str) -> None:
    """The coordinator's work ends, and with it their access to all of it. Raises NotPermittedError."""
    meeting_of(by, meeting)
    if not why.strip():
        raise NotPermittedError("Say how it ended.")
    tell_from_meeting(meeting, "closed")
    found = meeting_of(by, meeting)
    found.closed_on, found.why_closed = timezone.localdate(), safe_text(why)[:300]
    found.save(update_fields=["closed_on", "why_closed"])
