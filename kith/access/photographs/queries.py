"""Whose face a family account sees, and one face itself."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from kith.access.models import NoPhotographs, Photograph
from kith.core.reads import ID, Called, Reads


def faces_told_read() -> Called:
    """Accounts of workers whose photograph the acting family account, or whose eyes are looked through, may see.

    None where they chose so, or where it could lead them to somebody they are kept apart from.
    """
    return Called("SELECT account FROM access_faces_told()", (ID,))


_faces = Reads(faces=faces_told_read)


def faces_told() -> frozenset[UUID]:
    """What `faces_told_read` gives, by itself. One query."""
    return frozenset(account for (account,) in _faces.run()["faces"])


def face_of(account: UUID) -> tuple[str, bytes] | None:
    """(media type, picture) of a worker, as far as the actor may see it: staff always. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT media_type, content FROM access_face_of(%s)", [account])
        row = cursor.fetchone()
    return (str(row[0]), bytes(row[1])) if row else None


def has_given(account: UUID) -> bool:
    """Whether this worker, who is the actor, gave a photograph. One query."""
    return Photograph.objects.filter(account_id=account).exists()


def chose_none(account: UUID) -> bool:
    """Whether this family account, which is the actor's, chose to see none. One query."""
    return NoPhotographs.objects.filter(account_id=account).exists()
