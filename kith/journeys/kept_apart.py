"""Somebody is kept apart from now on: what they were given before is looked through again, inside documents too."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kith.access.apart import given_to
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.files import FileStoreError
from kith.story.actions.releases import KEEPS_ITS_PLACE
from kith.story.looked_through import Looked
from kith.story.models import Document
from kith.story.sending import looked_through

# Looked through in one go; the rest stay held until somebody presses again.
MOST_FILES = 60


@dataclass(frozen=True, slots=True)
class Searched:
    """How many documents were looked through, in how many something was found or left unread, how many still wait."""

    looked: int
    stays: int
    waits: int


def search_again(person: UUID, other: UUID) -> Searched:
    """Look through the documents that are held back from `other`. Four statements and two for each document.

    Nothing where they are not kept apart today: then what the ruling held stays held.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT held, name, media_type, digest FROM journeys_held_files(%s, %s)", [person, other]
        )
        files = cursor.fetchall()
        stays = 0
        for held, name, media_type, digest in files[:MOST_FILES]:
            looked = _looked(name, media_type, digest)
            cursor.execute(
                "SELECT access_looked(%s, %s, %s, %s, %s)",
                [person, other, held, f"{name}\n{looked.words}".replace("\x00", " "), looked.why[:120]],
            )
            stays += bool(cursor.fetchone()[0] or looked.why)
    return Searched(min(len(files), MOST_FILES), stays, max(0, len(files) - MOST_FILES))


def _looked(name: str, media_type: str, digest: str) -> Looked:
    if media_type in KEEPS_ITS_PLACE:
        return Looked("", "it may say where it was taken")
    try:
        return looked_through(Document(name=name, media_type=media_type, digest=digest))
    except FileStoreError:
        return Looked("", "it could not be opened")


@action("journeys.look_again_at_what_was_given")
def look_again(*, by: Actor, person: UUID, other: UUID) -> Searched:
    """Look through all that stands released to somebody who is kept apart once more: since they moved, or a file waits.

    Raises NotPermittedError, so where they are not kept apart.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[person])
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_look_again(%s, %s)", [person, other])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("They are not kept apart.")
    searched = search_again(person, other)
    concerns([person], other=other, looked=searched.looked, stays=searched.stays)
    tell.tell(
        by=by, about=[person], title="What somebody who is kept apart can read was looked through again"
    )
    return searched


@action("journeys.read_by_hand")
def read_by_hand(*, by: Actor, person: UUID, other: UUID, held: UUID) -> None:
    """A worker opened and read a file that no program could, and says that it tells nothing: it may be read again.

    Raises NotPermittedError: for a file that is not open to them, one in which something was found, and one not held.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[person])
    item = next((each.item for each in given_to(person, other) if each.held == held), None)
    if item is None or not Document.objects.filter(id=item).exists():
        raise NotPermittedError("There is nothing to give back.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_read_by_hand(%s, %s, %s)", [person, other, held])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("There is nothing to give back.")
    concerns([person], other=other, held=held)
    tell.tell(by=by, about=[person], title="A file was read, and may be read by somebody who is kept apart")
