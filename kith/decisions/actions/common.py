"""What the actions of this room share: whose meeting it is, telling from a coordinator, releasing a row by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import DoorAccess, Release
from kith.access.models.door import Capacity, ReleasedKind
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, doing, nothing_to_tell
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.decisions.models import FamilyMeeting, MeetingPerson
from kith.decisions.models.offer import MeetingPart
from kith.marked import marked

NOT_YOURS = "This meeting is not yours, or it is closed."
NOT_ON_THE_RECORD = "what prepares a family's meeting is not on the record that workers read"


def meeting_of(by: Actor, meeting: UUID) -> FamilyMeeting:
    """The open meeting that this coordinator prepares. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.COORDINATE)
    found = FamilyMeeting.objects.filter(id=meeting, coordinator_id=by.id, closed_on__isnull=True).first()
    if found is None:
        raise NotPermittedError(NOT_YOURS)
    doing().summary["meeting"] = str(meeting)
    return found


def unsaid() -> None:
    """Nothing goes on the story: what a coordinator prepares stays with the coordinator."""
    nothing_to_tell(NOT_ON_THE_RECORD)


def tell_from_meeting(meeting: UUID, code: str, words: str = "") -> UUID:
    """One event on the story of the meeting's children, by a coordinator who cannot read that story; its id."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_tell(%s, %s, %s)", [meeting, code, words])
        made: UUID = cursor.fetchone()[0]
    doing().told = True
    doing().summary["event"] = str(made)
    return made


def children_of(offer: UUID) -> list[UUID]:
    """The children whom an offer is about, as far as the actor may read it. One query."""
    found = MeetingPerson.objects.filter(offer_id=offer, part=MeetingPart.CHILD)
    return list(found.values_list("person_id", flat=True))


def not_to_come(day: date) -> None:
    """Raises NotPermittedError for a day that is still to come."""
    if day > timezone.localdate():
        raise NotPermittedError("This day is still to come.")


def release(by: Actor, reader: UUID, items: Iterable[UUID], *, prepared: bool, how_prepared: str) -> None:
    """Let one person read some rows, by name. Rows that they read already are left. Raises CannotBeError before they
    are prepared; NotPermittedError."""
    how = refuse_unprepared(prepared=prepared, how=how_prepared)
    wanted = list(items)
    held = set(
        Release.objects.filter(reader_id=reader, item__in=wanted, withdrawn_at__isnull=True).values_list(
            "item", flat=True
        )
    )
    with connection.cursor() as cursor:
        for item in wanted:
            cursor.execute("SELECT decisions_may_release(%s, %s)", [item, reader])
            if not cursor.fetchone()[0]:
                raise NotPermittedError(
                    "This cannot go to them: they may not be asked, it comes of something not yet told,"
                    " or it says where somebody lives."
                )
    for item in wanted:
        if item not in held:
            Release(
                reader_id=reader,
                kind=ReleasedKind.MEETING,
                item=item,
                prepared=prepared,
                how_prepared=how,
                released_at=timezone.now(),
                recorded_by=by.id,
            ).save(force_insert=True)
    doing().summary["reader"] = str(reader)


def me(by: Actor) -> UUID:
    """The person whose account this is. Raises NotPermittedError where there is none."""
    found = DoorAccess.objects.filter(
        account_id=by.id, capacity=Capacity.SELF, during__contains=timezone.now()
    ).values_list("person_id", flat=True)
    person = found.first()
    if person is None:
        raise NotPermittedError(marked("There is nothing here to answer."))
    return person
