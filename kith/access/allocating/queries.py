"""What the pages of allocating read: who works with them, workers by name, what waits for a yes, who is left behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from kith.access.allocating.subject import Subject
from kith.access.models import Account, Handed, Involvement, NotYetTold
from kith.access.models.involvement import InvolvementRole
from kith.access.restricting.queries import workers_named
from kith.access.working_with import LEADS
from kith.core.reads import ACCOUNT
from kith.people.models import FamilyMember
from kith.people.page_queries import Who, who

# How long before a lead's account ends their manager is shown whom they leave.
SOON = timedelta(days=28)
MOST = 20


@dataclass(frozen=True, slots=True)
class AtWork:
    """One worker in one role: the involvements that say so, with whom, since when, and what is known of a yes."""

    ids: tuple[UUID, ...]
    account: UUID
    name: str
    role: str
    role_code: str
    place: str
    since: date | None
    until: date | None
    reason_ended: str
    leads: bool
    covert: bool
    through: tuple[str, str] | None
    yes: str
    closed: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A worker who may be chosen. `load` is how many people and families they hold, where the manager knows it."""

    id: UUID
    name: str
    role: str
    place: str
    load: int | None
    until: date | None


@dataclass(frozen=True, slots=True)
class ForMe:
    """Somebody who was handed to a worker and waits for the yes."""

    id: UUID
    name: str
    href: str
    role: str
    since: date | None
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Somebody whose lead's account has ended, or soon does."""

    name: str
    href: str
    lead: str
    role: str
    until: date | None


def at_work(subject: Subject) -> list[AtWork]:
    """Who works with them and did, current ones first, leads before others. Two queries."""
    today = timezone.localdate()
    families = list(
        FamilyMember.objects.filter(person_id__in=subject.ids).values_list("family_id", flat=True)
    )
    held = Involvement.objects.filter(
        Q(person_id__in=subject.ids) | Q(family_id__in=families)
    ).select_related("account__organisation", "account__team", "family", "arises_from", "handed")
    rows = list(held.order_by("-during", "id"))
    grouped: dict[tuple[object, ...], list[Involvement]] = {}
    for each in rows:
        # The same work with several of a family, said at once, is one line of the family's page.
        key = (each.account_id, each.role, each.during.lower, each.during.upper, each.arises_from_id)
        other = each.family_id if each.family_id != subject.family else None
        grouped.setdefault((*key, other), []).append(each)
    lines = [_at_work(group, subject, today) for group in grouped.values()]
    return sorted(lines, key=lambda each: (each.over, not each.leads))


def _at_work(group: Sequence[Involvement], subject: Subject, today: date) -> AtWork:
    held = group[0]
    account = held.account
    asked = [each.handed.said_yes_at for each in group if hasattr(each, "handed")]
    yes = "" if not asked else ("Said yes" if any(asked) else "Has not said yes yet")
    elsewhere = held.family if held.family_id and held.family_id != subject.family else None
    return AtWork(
        ids=tuple(each.id for each in group),
        account=account.id,
        name=account.display_name,
        role=held.get_role_display(),
        role_code=held.role,
        place=_place(account),
        since=held.during.lower,
        until=held.during.upper,
        reason_ended=held.reason_ended,
        leads=held.role in LEADS,
        covert=held.arises_from is not None and held.arises_from.ended_at is None,
        through=(elsewhere.known_as, f"/families/{elsewhere.id}/workers/") if elsewhere else None,
        yes=yes,
        closed=not account.is_active or (account.until_on is not None and account.until_on < today),
        over=held.during.upper is not None and held.during.upper <= today,
    )


def candidates(q: str, by: Account, besides: Sequence[UUID] = ()) -> list[Candidate]:
    """Workers whose name has `q`, with how much those of the manager's own team hold. Two queries."""
    found = workers_named(q, besides)
    mine = [each.id for each in found if by.team_id and each.team_id == by.team_id]
    held = Involvement.objects.filter(account_id__in=mine, during__contains=timezone.localdate())
    load = dict(held.values_list("account_id").annotate(Count("id"))) if mine else {}
    return [
        Candidate(
            each.id,
            each.display_name,
            each.role_class.name,
            _place(each),
            load.get(each.id, 0) if each.id in mine else None,
            each.until_on,
        )
        for each in found
    ]


def open_concerns(ids: Sequence[UUID]) -> list[tuple[str, str]]:
    """Concerns about these people that the family is not told of: id, and words to know each by. One query."""
    found = NotYetTold.objects.filter(persons__overlap=list(ids), ended_at__isnull=True).order_by("-since")
    return [(str(each.id), each.reason) for each in found]


def handed_read() -> QuerySet[Handed, Any]:
    """What was handed to an account and waits for its yes, oldest first; rows for `for_my_yes`."""
    waiting = Handed.objects.filter(
        involvement__account_id=ACCOUNT, said_yes_at__isnull=True, involvement__during__endswith__isnull=True
    )
    return waiting.order_by("recorded_at").values_list(
        "id",
        "involvement__person_id",
        "involvement__family_id",
        "involvement__family__known_as",
        "involvement__role",
        "involvement__during",
        "recorded_at",
    )[:MOST]


def for_my_yes(rows: Iterable[Sequence[Any]], names: Mapping[UUID, Who]) -> list[ForMe]:
    """What waits for a yes. `names` are those known already; two queries where somebody's is not."""
    rows = list(rows)
    unknown = [person for _id, person, *_rest in rows if person and person not in names]
    known = {**names, **(who(unknown) if unknown else {})}
    return [
        ForMe(
            id=handed,
            name=known_as or known[person].name,
            href=f"/families/{family}/" if family else f"/people/{person}/",
            role=InvolvementRole(role).label,
            since=during.lower,
            asked_at=asked_at,
        )
        for handed, person, family, known_as, role, during, asked_at in rows
        if family or person in known
    ]


def left_behind(account: Account, at_most: int = 20) -> list[LeftBehind]:
    """For a manager: who of the team's people has a lead whose account ended or soon ends. One to three queries."""
    if account.role != "manager" or account.team_id is None:
        return []
    today = timezone.localdate()
    gone = Q(account__is_active=False) | Q(account__until_on__lte=today + SOON)
    held = list(
        Involvement.objects.filter(gone, account__team_id=account.team_id, role__in=LEADS)
        .filter(during__contains=today, during__endswith__isnull=True)
        .select_related("account", "family")
        .order_by("account__until_on", "id")[:at_most]
    )
    if not held:
        return []
    names = {
        each: found.name for each, found in who([one.person_id for one in held if one.person_id]).items()
    }
    lines = []
    for one in held:
        name, href = _whom(one, names)
        if name:
            until = one.account.until_on if one.account.is_active else None
            lines.append(
                LeftBehind(
                    name,
                    f"{href}workers/{one.id}/hand-over/",
                    one.account.display_name,
                    one.get_role_display(),
                    until,
                )
            )
    return lines


def _whom(held: Involvement, names: dict[UUID, str]) -> tuple[str, str]:
    if held.family is not None:
        return held.family.known_as, f"/families/{held.family_id}/"
    return names.get(held.person_id, "") if held.person_id else "", f"/people/{held.person_id}/"


def _place(account: Account) -> str:
    return ", ".join(str(part) for part in (account.team, account.organisation) if part)
