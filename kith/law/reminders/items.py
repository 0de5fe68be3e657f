"""The due days of one worker as a calendar may hold them: a kind, a day and an opaque id, and nothing of whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.crypto import salted_hmac

from kith.access.models import NotYetTold
from kith.access.working_with import people_of
from kith.law import fact_kinds
from kith.law.due import open_obligations, rules_of
from kith.law.obligation import Obligation

QUIET = "Due today: see Kith"
# What these rooms start may be covert: a calendar lies open on a desk, and on a phone in a family's kitchen.
QUIET_ROOMS = frozenset({"protection", "liberty"})


@dataclass(frozen=True, slots=True)
class Item:
    """One entry. `uid` means nothing outside Kith, and another for each account; `href` is for the redirect alone."""

    uid: str
    day: date
    says: str
    href: str


def items(account: UUID, today: date) -> list[Item]:
    """What is due, or late, to the people whom the acting account works with today. Seven statements at most.

    The account's own grants decide whose facts are seen, as on Today.
    """
    people = list(people_of([account], today)[account])
    quiet = _not_told(people)
    named = _may_be_named(today)
    return [
        Item(
            uid=_uid(account, each),
            day=each.due,
            says=f"{each.name}: due" if each.duty in named and each.person not in quiet else QUIET,
            href=f"/people/{each.person}/duties/#{each.duty}-{each.starts.isoformat()}",
        )
        for each in open_obligations(people, as_at=today)
    ]


def _uid(account: UUID, each: Obligation) -> str:
    what = f"{account}/{each.person}/{each.duty}/{each.starts.isoformat()}"
    return salted_hmac("kith.law.reminders", what, algorithm="sha256").hexdigest()[:40]


def _not_told(people: Sequence[UUID]) -> set[UUID]:
    """Those whom an open concern is about."""
    found: Iterable[list[UUID]] = NotYetTold.objects.filter(
        ended_at__isnull=True, persons__overlap=list(people)
    ).values_list("persons", flat=True)
    return {person for persons in found for person in persons}


def _may_be_named(today: date) -> frozenset[str]:
    """The duties whose kind may stand in a calendar in words."""
    known = fact_kinds.known()
    return frozenset(
        duty.id
        for duty in rules_of(today)
        if known[duty.trigger].room not in QUIET_ROOMS or known[duty.trigger].told != "never"
    )
