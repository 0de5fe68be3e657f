"""What was released to a family account, as it may know it: which items, and nothing of who released them or how."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from kith.access.models.door import ReleasedKind


def released_to_me(kind: ReleasedKind) -> list[UUID]:
    """Items of a kind released to the acting family account, or to whose eyes are looked through. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT item FROM access_my_released() WHERE kind = %s", [kind.value])
        return [item for (item,) in cursor.fetchall()]


def among_released(kind: ReleasedKind) -> RawSQL:
    """The same items for a read of them, as in `id__among=among_released(ReleasedKind.EVENT)`."""
    return RawSQL("ARRAY(SELECT item FROM access_my_released() WHERE kind = %s)", [kind.value])
