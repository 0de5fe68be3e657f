"""What waits for somebody who may be away, shown to their manager and to duty too: nothing waits on one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.access.models import Account

SQL = """SELECT 'closed', * FROM access_closed_for_others() UNION ALL
SELECT 'risk', * FROM decisions_risks_for_others() UNION ALL
SELECT 'unread', * FROM story_unread_in_team()"""


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing that a colleague was told of and has not answered. A restricted record says only whom to ring."""

    kind: str
    id: UUID
    person: UUID | None
    name: str
    check_with: str
    at: datetime


def waits_for_others(account: Account) -> dict[str, list[Waits]]:
    """By kind ("closed", "risk", "unread"), oldest first, for managers and duty; {} for others. One statement."""
    if account.role not in {"manager", "front_door"}:
        return {}
    found: dict[str, list[Waits]] = {}
    with connection.cursor() as cursor:
        cursor.execute(SQL)
        for row in cursor.fetchall():
            found.setdefault(row[0], []).append(Waits(*row))
    return found
