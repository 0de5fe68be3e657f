"""What the pages of restricting read. Requests carry a reference and never a name of whose record it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import Account, Restriction, RestrictionAllows, UnmaskRequest
from kith.access.models.restriction import RestrictionKind
from kith.access.roles import ROLES, role_named
from kith.core.labels import Label
from kith.core.ranges import during
from kith.people.models import PersonName

HOW = {
    "involvement": "works with them",
    "team": "manages somebody who works with them",
    "reason": "opened it with a reason today",
    "door": "a family's own account",
}
TAKEN_BACK = timedelta(hours=24)
"""For so long whoever restricted a record may take that back alone."""
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opener:
    """An account that opens a record today. `how` is empty for one that does not."""

    account: UUID
    name: str
    role: str
    how: str
    family: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A restriction in force, as those who may open the record see it."""

    id: UUID
    reference: str
    kind: str
    says: str
    reason: str
    check_with: str
    since: date | None
    may_open: list[str]
    takes_two: bool
    """Whether lifting it takes a second person."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that waits, or one's own. `person` only where the record is open to the reader."""

    id: UUID
    reference: str
    kind: str
    check_with: str
    asks_for: str
    asked_by: UUID
    asker: str
    reason: str
    asked_at: datetime
    decider: str
    agreed_at: datetime | None
    declined_at: datetime | None
    declined_why: str
    person: UUID | None
    names: UUID | None
    named: str

    @property
    def asks(self) -> str:
        """What is asked for, in words that end with the record's reference."""
        return {"lift": "to lift", "name": f"to name {self.named} on"}.get(self.asks_for, "to open")

    def decided_by(self, account: UUID) -> bool:
        """Whether this account may be the second person: neither the asker nor the one to be named."""
        return self.waits and account not in {self.asked_by, self.names}

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet."""
        return self.agreed_at is None and self.declined_at is None


@dataclass(frozen=True, slots=True)
class TwoHands:
    """One request at a record, as those who may open it see it."""

    asker: str
    reason: str
    asks_for: str
    asked_at: datetime
    says: str


def reference_of(restriction: UUID) -> str:
    """What "check with" gives to whoever asks: it names the restriction and tells nothing of the person."""
    text = str(restriction).upper()
    return f"{text[:4]}-{text[4:8]}"


def openers(person: UUID) -> list[Opener]:
    """Who opens this record today, workers by name, then families' accounts. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT account, name, role, came_from FROM access_openers(%s)", [person])
        rows = cursor.fetchall()
    found = [
        Opener(account, name, role_named(role).name, HOW.get(how, how), role_named(role).family)
        for account, name, role, how in rows
    ]
    return sorted(found, key=lambda each: (each.family, each.name))


def workers_named(q: str, besides: Sequence[UUID] = (), at_most: int = 20) -> list[Account]:
    """Workers of this database's authority and its partners whose name has `q`, with open accounts. One query."""
    today = timezone.localdate()
    if not q.strip():
        return []
    found = Account.objects.filter(is_active=True, display_name__icontains=q.strip()).exclude(id__in=besides)
    found = found.filter(role__in=[code for code, role in ROLES.items() if role.opens & Label.NORMAL])
    found = found.exclude(until_on__lt=today).select_related("organisation", "team")
    return list(found.order_by("display_name", "id")[:at_most])


def may_be_named(restriction: UUID, account: UUID) -> Account | None:
    """A worker with an open account who is not named on this restriction yet; None for anybody else. One query."""
    found = (
        Account.objects.filter(id=account, is_active=True).exclude(allowed__restriction=restriction).first()
    )
    return None if found is None or found.is_family or not found.role_class.opens & Label.NORMAL else found


def taken_back_by(account: UUID, limit: Restriction) -> bool:
    """Whether one person may still take a restriction back: their own, that only restricts, within a day of it."""
    fresh = timezone.now() - limit.recorded_at < TAKEN_BACK
    return limit.kind == RestrictionKind.RESTRICTED and limit.recorded_by == account and fresh


def limit_in_force(ids: Sequence[UUID], reader: UUID | None = None) -> Limit | None:
    """The restriction that bars others from a record, if one does: until it is over. Two queries."""
    not_over = during(timezone.localdate())
    limit = Restriction.objects.filter(person_id__in=ids, during__overlap=not_over).first()
    if limit is None:
        return None
    allows = RestrictionAllows.objects.filter(restriction=limit).values_list(
        "account__display_name", flat=True
    )
    return Limit(
        id=limit.id,
        reference=reference_of(limit.id),
        kind=limit.kind,
        says=limit.get_kind_display(),
        reason=limit.reason,
        check_with=limit.check_with,
        since=limit.during.lower,
        may_open=sorted(allows),
        takes_two=reader is None or not taken_back_by(reader, limit),
    )


def restriction_named(reference: str) -> UUID | None:
    """The restriction that a reference names, where two people may open it; None for all others. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_restriction_named(%s)", [reference])
        found: UUID | None = cursor.fetchone()[0]
    return found


def requests() -> list[Asked]:
    """Requests waiting for a second person, and the reader's own of the last month, oldest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, reference, kind, check_with, asks_for, asked_by, asker, reason, asked_at, decider,"
            " agreed_at, declined_at, declined_why, person, names, named FROM access_requests()"
        )
        return [Asked(*row) for row in cursor.fetchall()]


def two_hands_at(ids: Sequence[UUID]) -> list[TwoHands]:
    """Who asked to open or lift a restricted record or to name somebody, and what came of it, newest first. One query."""
    asked = UnmaskRequest.objects.filter(restriction__person_id__in=ids).select_related(
        "asked_by", "agreed_by", "declined_by"
    )
    return [
        TwoHands(
            asker=each.asked_by.display_name,
            reason=each.reason,
            asks_for=each.get_asks_for_display(),
            asked_at=each.recorded_at,
            says=_came_of(each),
        )
        for each in asked.order_by("-recorded_at")[:20]
    ]


def words_of_names(ids: Sequence[UUID]) -> set[str]:
    """Every word of three letters or more in these people's names, in small letters. One query."""
    names = PersonName.objects.filter(person_id__in=ids).values_list("given", "family")
    return {
        word.lower() for pair in names for part in pair for word in re.findall(r"\w+", part) if len(word) > 2
    }


def _came_of(asked: UnmaskRequest) -> str:
    if asked.agreed_by is not None:
        return f"{asked.agreed_by.display_name} agreed"
    if asked.declined_by is not None:
        return f"{asked.declined_by.display_name} said no"
    return "Waiting for a second person"
