"""Putting a letter, as it was sent, on its reader's own page; and taking it off again."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.access.own_door.routes import routes_of
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.notify import set_up
from kith.core.prepared import refuse_unprepared
from kith.design.text import safe_text
from kith.letters.actions.leaving import carry
from kith.letters.checking import stops
from kith.letters.laid_out import paper
from kith.letters.models import Carried, Letter, Sending
from kith.story.models import EventKind
from kith.story.writing import Telling, put


@action("letters.release")
def release(
    *, by: Actor, sending: UUID, prepared: bool, how_prepared: str, tell_by: UUID | None = None
) -> None:
    """Let whoever it was addressed to read it on their own page. `tell_by`: a way that they chose to be told of it.

    Raises CannotBeError: before they were prepared; NotPermittedError: where it is for nobody of the family, has no file,
    is there already, would tell of somebody whom they are kept apart from, and for a way that they did not choose.
    """
    found, letter = _found(sending, by)
    if not letter.readers or letter.for_whom != "family" or not found.file:
        raise NotPermittedError("This did not go to somebody of the family.")
    how = refuse_unprepared(prepared=prepared, how=safe_text(how_prepared))
    if why := stops(letter, paper(letter, goes_to=found.goes_to), found.goes_to, by=by.id):
        raise NotPermittedError(why)
    reader = letter.readers[0]
    if Release.objects.filter(item=found.id, reader_id=reader, withdrawn_at__isnull=True).exists():
        raise CannotBeError("It is on their page already.")
    Release.objects.bulk_create(
        [
            Release(
                reader_id=reader, kind=ReleasedKind.LETTER, item=found.id, prepared=True, how_prepared=how,
                released_at=timezone.now(), recorded_by=by.id,
            )
        ]
    )  # fmt: skip
    if tell_by is not None:
        route = next((one for one in routes_of([reader]) if one.id == tell_by), None)
        if route is None or not set_up(route.channel):
            raise NotPermittedError("They did not choose to be told this way, or it is not safe any more.")
        carry(found, Carried(route.channel), route.value, by=by, route=route.id)
    _say(letter, found, "Put on their own page", by=by)


@action("letters.take_back")
def take_back(*, by: Actor, sending: UUID) -> None:
    """Take it off their page again. What was read stays read. Raises NotPermittedError."""
    found, letter = _found(sending, by)
    taken = Release.objects.filter(item=found.id, kind=ReleasedKind.LETTER, withdrawn_at__isnull=True)
    if not taken.update(withdrawn_at=timezone.now()):
        raise NotPermittedError("There was nothing to take back.")
    _say(letter, found, "Taken back from their own page", by=by)


def _found(sending: UUID, by: Actor) -> tuple[Sending, Letter]:
    found = Sending.objects.select_related("letter").filter(id=sending).first()
    if found is None:
        raise NotPermittedError("There is no such letter.")
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.person_id])
    return found, found.letter


def _say(letter: Letter, sending: Sending, what: str, *, by: Actor) -> None:
    told = Telling(
        EventKind.RECORD,
        f"{what}: {letter.subject}",
        facts={"letter": str(letter.id), "sending": str(sending.id)},
        label=letter.strictest,
    )
    put(by=by, persons=[letter.person_id], telling=told)
    concerns(letter.readers[:1], letter=str(letter.id), sending=str(sending.id))
