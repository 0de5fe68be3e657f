"""What a person last answered in private, their account, and by which ways something may be sent to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from kith.access.models import Account, AskedInPrivate
from kith.access.models.own_page import SeenBy, Way

# As the database has it: a phone is handed on, a partner comes back.
HOLDS_FOR = timedelta(days=28)
_BEHIND = {Way.TEXT: "phone", Way.EMAIL: "email", Way.POST: "post"}
_SEEN = {"phone": "phone", "email": "e-mail", "post": "post"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was answered on one day. `by`: the worker who asked; answers in words."""

    on: date
    where: str
    by: str
    alone: bool
    phone: str
    email: str
    post: str
    words: str


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """A person's own account. `begun`: its owner has chosen a password or signed in."""

    account: UUID
    login: str
    name: str
    opened: datetime
    begun: bool
    active: bool


def asked_of(ids: Sequence[UUID]) -> list[Asked]:
    """All that a person answered in private, the last first. Two queries."""
    rows = list(AskedInPrivate.objects.filter(person_id__in=ids).order_by("-asked_on", "-recorded_at"))
    names = dict(
        Account.objects.filter(id__in={row.recorded_by for row in rows}).values_list("id", "display_name")
    )
    return [
        Asked(
            row.asked_on,
            row.where_asked,
            names.get(row.recorded_by, "a colleague") if row.recorded_by else "a colleague",
            row.alone,
            row.get_phone_display(),
            row.get_email_display(),
            row.get_post_display(),
            row.words,
        )
        for row in rows
    ]


def last_asked(ids: Sequence[UUID]) -> AskedInPrivate | None:
    """The answers that count: those of the last day. One query."""
    return (
        AskedInPrivate.objects.filter(person_id__in=ids).order_by("-asked_on", "-recorded_at", "id").first()
    )


def still_holds(asked: AskedInPrivate | None, today: date) -> bool:
    """Whether an account may be opened on these answers: given alone, in the last 28 days."""
    return asked is not None and asked.alone and today - HOLDS_FOR <= asked.asked_on <= today


def ways(asked: AskedInPrivate, shared: Collection[str] = ()) -> list[Way]:
    """By which the first link may go to them: by hand, and whatever nobody else sees; nothing of `shared`."""
    return [
        way
        for way in Way
        if way == Way.HAND or (getattr(asked, _BEHIND[way]) == SeenBy.ALONE and way.value not in shared)
    ]


def shared_channels(ids: Sequence[UUID]) -> frozenset[str]:
    """Channels (phone, text, email, post) not to be used: somebody else sees them, or it is not safe. One query.

    As they last said in private, what was overheard since lifting nothing, and as they said since on their own page.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_shared_ways(%s::uuid[])", [list(ids)])
        return frozenset(cursor.fetchone()[0])


def post_is_opened_by_others(persons: Collection[UUID]) -> frozenset[UUID]:
    """Those of these people who said that somebody else opens their post, or that it is not safe. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.id FROM unnest(%s::uuid[]) p (id) WHERE 'post' = ANY (access_shared_ways(ARRAY[p.id]))",
            [list(persons)],
        )
        return frozenset(row[0] for row in cursor.fetchall())


def said_of(shared: Collection[str]) -> str:
    """Why nothing is sent by these channels, in words for staff; empty where there are none."""
    seen = [words for channel, words in _SEEN.items() if channel in shared]
    if not seen:
        return ""
    whose = " and ".join(seen)
    return f"They said that somebody else sees their {whose}, or may, or that it is not safe. Nothing is sent there."


def own_account(person: UUID) -> OwnAccount | None:
    """The person's own account, or None; to whoever may open one. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account, login, name, opened, begun, active FROM access_own_account(%s)", [person]
        )
        row = cursor.fetchone()
    return OwnAccount(*row) if row else None
