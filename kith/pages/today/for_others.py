"""What waits for somebody who may be away, shown to their manager and to duty too: nothing waits on one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import Account
from kith.core.working_time import one_working_day_later

SQL = """SELECT 'closed', * FROM access_closed_for_others() UNION ALL
SELECT 'risk', * FROM decisions_risks_for_others() UNION ALL
SELECT 'unread', * FROM story_unread_in_team() UNION ALL
SELECT * FROM access_said_safe_for_others()"""


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
    """By kind ("closed", "risk", "unread", "safe"), oldest first, for managers and duty; {} for others. One statement.

    Who works with somebody has one working day to read how it is safe to reach them; with nobody it is duty's at once.
    """
    if account.role not in {"manager", "front_door"}:
        return {}
    found: dict[str, list[Waits]] = {}
    with connection.cursor() as cursor:
        cursor.execute(SQL)
        for row in cursor.fetchall():
            waits = Waits(*row)
            if waits.kind == "safe" and one_working_day_later(waits.at) > timezone.now():
                continue
            found.setdefault(waits.kind.removesuffix("_alone"), []).append(waits)
    return found
