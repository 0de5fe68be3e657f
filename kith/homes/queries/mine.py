"""Behind the door: what was shown to me by name, what I said to it and what came of it; and what matters to me."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.homes.models import Wish


@dataclass(frozen=True, slots=True)
class MySaid:
    """What I said, and what came of it."""

    yes: bool | None
    words: str
    needs: str
    on: date
    answer: str
    answered_as: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class MyShown:
    """What was written for me. `choice` and `child` are ids that no page shows."""

    id: UUID
    choice: UUID
    child: UUID
    as_carer: bool
    words: str
    on: date
    said: tuple[MySaid, ...]


@dataclass(frozen=True, slots=True)
class MyWish:
    """What I said matters to me."""

    words: str
    on: date


def my_shown(*, as_carer: bool | None = None) -> tuple[MyShown, ...]:
    """For the account that acts, or whose eyes are looked through, the newest first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM homes_my_shown()")
        rows = cursor.fetchall()
    found: dict[UUID, MyShown] = {}
    for shown, choice, child, carer, words, on, said, *told in rows:
        if as_carer not in (None, carer):
            continue
        held = found.get(shown) or MyShown(shown, choice, child, carer, words, on, ())
        mine = () if said is None else (MySaid(*told),)
        found[shown] = MyShown(shown, choice, child, carer, words, on, (*held.said, *mine))
    return tuple(found.values())


def my_wishes() -> tuple[MyWish, ...]:
    """What I said matters to me, the newest first. One statement."""
    rows = Wish.objects.order_by("-on", "-recorded_at").values_list("words", "on")[:20]
    return tuple(MyWish(words, on) for words, on in rows)


def me() -> UUID | None:
    """Who the account is. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person_id FROM access_dooraccess WHERE account_id = kith_actor() AND capacity = 'self'"
            " AND during @> now()"
        )
        row = cursor.fetchone()
    return None if row is None else row[0]
