"""What was written down wrongly of an enquiry, or of the time before court, put right as a whole.

Both begin on pages of their own, and go on there step by step. Here each item that the census asks (N00148, N00109 to
N00111; N00826 to N00835) is said as it was. What the record said before is in its history.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.people.actions import CannotBeError
from kith.protection.actions.common import not_before, not_to_come, referral_theirs
from kith.protection.actions.enquiries import open_concern
from kith.protection.models import PreProceedings, Section47


@action("protection.correct_enquiry")
def correct_enquiry(
    *,
    by: Actor,
    person: UUID,
    persons: Sequence[UUID],
    of: UUID,
    started_on: date,
    conference_target_on: date | None = None,
    conference_on: date | None = None,
    conference_not_required: bool | None = None,
    referral_id: UUID | None = None,
) -> UUID:
    """Correct an enquiry; returns its id. `persons`: every id that the child goes by.

    A conference before the enquiry began, or one that was held though none was needed, is recorded as it was: the rules
    mark it. Raises NotPermittedError; CannotBeError for a day to come, one after the enquiry was decided, and an enquiry
    that is not there.
    """
    tell.permit(by=by, permission=Permission.PROTECT, persons=[person])
    not_to_come(started_on, field="started_on", what="The day on which it began")
    if conference_on is not None:
        not_to_come(conference_on, field="conference_on", what="The day of the conference")
    row = Section47.objects.select_for_update().filter(id=of, person_id__in=persons).first()
    if row is None:
        raise CannotBeError("This enquiry is not recorded any more.")
    if row.decided_on is not None:
        says = "It was decided before that day: choose the day of the decision or an earlier one."
        not_before(row.decided_on, started_on, field="started_on", says=says)
    if row.strategy_on == row.started_on:
        # The day of the strategy discussion is the day on which it began, wherever that was written so.
        row.strategy_on = started_on
    row.started_on, row.conference_target_on, row.conference_on = (
        started_on,
        conference_target_on,
        conference_on,
    )
    row.conference_not_required = conference_not_required
    row.referral_id = referral_theirs(persons, referral_id)
    _keep(row)
    _say(by, row, "An enquiry into harm was corrected", covert=open_concern(row.person_id, started_on))
    return row.id


@action("protection.correct_before_court")
def correct_before_court(
    *,
    by: Actor,
    person: UUID,
    persons: Sequence[UUID],
    of: UUID,
    started_on: date,
    referral_id: UUID | None = None,
    **said: Any,
) -> UUID:
    """Correct a time before court; returns its id. `persons`: every id that the child goes by.

    `said`: the other columns of `PreProceedings` that the census asks, by name; days in an odd order are recorded as they
    were. Raises NotPermittedError; CannotBeError for a beginning to come, and for what is not there.
    """
    tell.permit(by=by, permission=Permission.PROTECT, persons=[person])
    not_to_come(started_on, field="started_on", what="The day on which it began")
    row = PreProceedings.objects.select_for_update().filter(id=of, person_id__in=persons).first()
    if row is None:
        raise CannotBeError("This time before court is not recorded any more.")
    row.started_on, row.referral_id = started_on, referral_theirs(persons, referral_id)
    for column in ASKED & said.keys():
        setattr(row, column, said[column])
    _keep(row)
    _say(by, row, "The time before court was corrected")
    return row.id


ASKED = frozenset(
    {
        "letter_sent_on", "family_meeting_offered", "family_meeting_held", "first_meeting_on", "review_meetings",
        "decided_on", "outcome", "applied_to_court_on", "letter_of_issue_on",
    }
)  # fmt: skip


def _keep(row: Any) -> None:
    row.source = Source.WORKER
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise CannotBeError("These days cannot all be so. Look at each again.") from error


def _say(by: Actor, row: Any, title: str, **more: Any) -> None:
    told = {"fact": str(row.id)}
    concerns([row.person_id], **told)
    tell.tell(by=by, about=[row.person_id], title=title, facts=told, **more)
