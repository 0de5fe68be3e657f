"""What was looked at under one reason, for whoever answers for the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class LookUnder:
    """One look: which page and when."""

    page: str
    at: datetime


def looks_under(reason: UUID) -> list[LookUnder]:
    """Looks made under a reason, oldest first; none for a reason that is not the reader's to answer for. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT page, at FROM access_looks_under(%s)", [reason])
        return [LookUnder(*row) for row in cursor.fetchall()]
