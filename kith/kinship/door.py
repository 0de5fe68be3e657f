"""What a carer reads behind their own door: everything in one statement, from a function that gives it and no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that its reader may read: its kind, about which child, for which care, and what it says."""

    kind: str
    id: UUID
    child: UUID
    caring: UUID | None
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Door:
    """All of it, and who the reader is (None for an account that is nobody)."""

    me: UUID | None
    items: tuple[Item, ...]

    def of(self, kind: str, caring: UUID | None = None, **where: Any) -> list[Item]:
        """The items of a kind: of one care, and with these values."""
        return [
            each
            for each in self.items
            if each.kind == kind
            and (caring is None or each.caring == caring)
            and all(each.body.get(name) == value for name, value in where.items())
        ]

    @property
    def children(self) -> list[UUID]:
        """The children of whom it tells."""
        return list(dict.fromkeys(each.child for each in self.items))


SQL = """
SELECT kind, item, child, caring, body::text FROM kinship_my_door()
UNION ALL SELECT 'me', d.person_id, d.person_id, NULL, '{}' FROM access_dooraccess d
 WHERE d.account_id = coalesce(kith_on_behalf_of(), kith_actor()) AND d.capacity = 'self' AND d.during @> now()
"""


def my_door() -> Door:
    """For the account that acts, or whose eyes are looked through. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(SQL)
        return door_from(cursor.fetchall())


def door_from(rows: Iterable[Sequence[Any]]) -> Door:
    """From rows as the statement gives them."""
    items = [Item(kind, item, child, caring, json.loads(body)) for kind, item, child, caring, body in rows]
    me = next((each.id for each in items if each.kind == "me"), None)
    return Door(me, tuple(each for each in items if each.kind != "me"))
