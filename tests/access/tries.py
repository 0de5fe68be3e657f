"""What somebody tries with SQL of their own, through the app's own login, in their own name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import Error, connection

from kith.access.models import Account
from kith.core.acting import acting
from tests.support import make


def tries(account: Account, statement: str, values: Sequence[Any] = ()) -> bool:
    """Whether the statement changed anything."""
    try:
        with acting(make.actor(account)), connection.cursor() as cursor:
            cursor.execute(statement, list(values))
            return cursor.rowcount > 0
    except Error:
        return False


def reads(account: Account, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows that the statement gives; none where it is refused."""
    try:
        with acting(make.actor(account)), connection.cursor() as cursor:
            cursor.execute(statement, list(values))
            return list(cursor.fetchall())
    except Error:
        return []
