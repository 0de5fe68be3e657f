"""Somebody who is kept apart: what they were already given, taking it back, and what words to them would give away.

Kept apart is a ruling that somebody may not know where a person lives (Domestic Abuse Act 2021 s3: a child who sees
or hears it is a victim as well). All of it is asked of functions of the database, which look past what the worker may
read, and answer only a worker who holds the person (or, of words, the reader).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.reads import AS_IT_IS, DAY, ID, Called


@dataclass(frozen=True, slots=True)
class Given:
    """One item that was released to them and stands: what kind, which, when, by which account.

    `held`: it is held back from them; `looked`: and was looked through; `found`: what in it tells; `why`: why not all of
    it could be looked through.
    """

    release: UUID
    kind: str
    item: UUID
    at: datetime
    by: UUID | None
    held: UUID | None
    looked: bool
    found: list[str]
    why: str


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A ruling that is to be looked at again: of whom (empty where the record is not open), since when, who decided."""

    person: UUID
    name: str
    review_on: date
    author: str


def reviews_read() -> Called:
    """Rulings whose day has come, for whoever decided, works with the person or answers for that team."""
    return Called(
        "SELECT person, coalesce(name, ''), review_on, author FROM access_apart_reviews()",
        (ID, AS_IT_IS, DAY, AS_IT_IS),
    )


def given_to(person: UUID, other: UUID) -> list[Given]:
    """All that `other`, who is kept apart from `person`, may read by name, what is held back first. One statement.

    Nothing where they are not kept apart, and for whoever does not hold `person`.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT release, kind, item, at, by, held, looked, found, why FROM access_given_to(%s, %s)",
            [person, other],
        )
        return [Given(*row) for row in cursor.fetchall()]


@action("access.take_back_from_kept_apart")
def take_back_from_kept_apart(*, by: Actor, person: UUID, other: UUID, release: UUID) -> None:
    """Take back one item from somebody who is kept apart, whoever released it. What was read stays read.

    Raises NotPermittedError: where they are not kept apart, and where it was not theirs or was taken back already.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[person])
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_take_back(%s, %s, %s)", [person, other, release])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("There was nothing to take back.")
    concerns([person], other=other, release=release)
    tell.tell(by=by, about=[person], title="Something was taken back from somebody who is kept apart")


def refuse_what_tells(reader: UUID, words: Iterable[str]) -> None:
    """Look through words that are to go to somebody for what stands near those they are kept apart from.

    Raises NotPermittedError, for the worker alone, with what was found: home, number, worker, team, school or other
    organisation, place to meet. One statement.
    """
    said = "\n".join(each for each in words if each)
    with connection.cursor() as cursor:
        cursor.execute("SELECT what, found FROM access_tells_of(%s, %s)", [reader, said])
        if found := cursor.fetchall():
            raise NotPermittedError(told(found))


def told(found: Iterable[tuple[str, str]]) -> str:
    """What was found, in words for the worker."""
    each = "; ".join(f"{what}, “{words}”" for what, words in found)
    return f"They are kept apart from somebody, and this would tell them: {each}. Say it in other words, or leave it out."
