"""Where one's own sign-in codes go or could go; and for a worker, whether somebody signs in so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.access.codes.sending import can_send
from kith.access.models import CodeChoice


@dataclass(frozen=True, slots=True)
class MyCode:
    """A phone or e-mail address of one's own. `chosen`: codes go there."""

    contact: UUID
    channel: str
    value: str
    chosen: bool


def my_codes() -> list[MyCode]:
    """Where the actor's codes go, first, and where they could; nothing where no code can be sent. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT contact, channel, value, chosen FROM access_my_codes()")
        found = [MyCode(*row) for row in cursor.fetchall()]
    return [each for each in found if can_send(each.channel)]


def codes_go_to(ids: Sequence[UUID]) -> list[tuple[str, datetime]]:
    """(number or address, since when) of somebody's codes, for staff who may read where. One query."""
    found = CodeChoice.objects.filter(
        contact__person_id__in=list(ids), proved_at__isnull=False, ended_at__isnull=True
    )
    return [(value, since) for value, since in found.values_list("contact__value", "proved_at") if since]
