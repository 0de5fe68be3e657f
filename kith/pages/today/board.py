"""Today: who needs me, and what did I promise?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.actions.reasons import ReasonToSee, reasons_to_see
from kith.access.models import Account, Involvement
from kith.access.working_with import my_people
from kith.core.actor import Actor
from kith.law.due import open_obligations
from kith.pages.due_lines import DueLine, due_lines
from kith.people.models import FamilyMember
from kith.people.page_queries import Who, who
from kith.story.models import Draft

# After this long with nobody in touch, a person is marked.
QUIET_DAYS = 28
_LAST_SEEN = """
SELECT a.person_id, max(a.happened_at) FROM story_about a JOIN story_event e ON e.id = a.event_id
 WHERE a.person_id = ANY (%s) AND e.kind IN ('visit', 'call', 'meeting') GROUP BY a.person_id
"""
_FROM_FAMILIES = """
SELECT e.id, a.person_id, e.title, e.happened_at FROM story_event e JOIN story_about a ON a.event_id = e.id
 WHERE a.person_id = ANY (%s) AND e.source = 'family' AND e.happened_at > now() - interval '14 days'
 ORDER BY e.happened_at
 LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class MyPerson:
    """One person I work with."""

    who: Who
    since: date | None
    last_seen: datetime | None
    quiet: bool
    due: list[DueLine]


@dataclass(frozen=True, slots=True)
class FromFamily:
    """Something a family wrote."""

    event: UUID
    person: Who
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Load of one worker of a team."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Board:
    """The page of one worker."""

    people: list[MyPerson]
    late: list[tuple[Who, DueLine]]
    today_due: list[tuple[Who, DueLine]]
    this_week: list[tuple[Who, DueLine]]
    from_families: list[FromFamily]
    drafts: list[Draft]
    team: list[TeamMember]
    reasons: Sequence[ReasonToSee]
    today: date


def board(by: Actor, account: Account) -> Board:
    """Everything on Today for one account, in a fixed number of queries."""
    today = timezone.localdate()
    since = my_people(account.id)
    ids = list(since)
    names = who(ids)
    lines = due_lines(open_obligations(ids), today)
    seen = _rows(_LAST_SEEN, ids)
    last = {person: at for person, at in seen}
    by_person: dict[UUID, list[DueLine]] = {}
    for line in lines:
        by_person.setdefault(line.person, []).append(line)
    people = [
        MyPerson(names[each], since[each], last.get(each), _is_quiet(last.get(each)), by_person.get(each, []))
        for each in ids
        if each in names
    ]
    ordered = [(names[line.person], line) for line in lines if line.person in names]
    return Board(
        people=sorted(people, key=lambda each: (not each.due, each.who.name)),
        late=[pair for pair in ordered if pair[1].due < today],
        today_due=[pair for pair in ordered if pair[1].due == today],
        this_week=[pair for pair in ordered if 0 < (pair[1].due - today).days <= 7],
        from_families=[
            FromFamily(event, names[person], title, at)
            for event, person, title, at in _rows(_FROM_FAMILIES, ids)
            if person in names
        ],
        drafts=list(Draft.objects.filter(account_id=account.id).order_by("-saved_at")[:10]),
        team=_team(account, today) if account.role == "manager" and account.team_id else [],
        reasons=reasons_to_see(by=by) if account.role == "manager" else (),
        today=today,
    )


def _is_quiet(last: datetime | None) -> bool:
    return last is None or (timezone.now() - last).days > QUIET_DAYS


def _rows(sql: str, ids: Sequence[UUID]) -> list[tuple[Any, ...]]:
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(ids)])
        return list(cursor.fetchall())


def _team(account: Account, today: date) -> list[TeamMember]:
    """People for each worker of the manager's team. Two queries."""
    held = list(
        Involvement.objects.filter(account__team=account.team, during__contains=today).values_list(
            "account__display_name", "person_id", "family_id"
        )
    )
    sizes: dict[UUID, int] = {}
    for family in FamilyMember.objects.filter(
        family_id__in={f for _n, _p, f in held if f}, during__contains=today
    ).values_list("family_id", flat=True):
        sizes[family] = sizes.get(family, 0) + 1
    load: dict[str, int] = {}
    for name, person, family in held:
        load[name] = load.get(name, 0) + (1 if person else sizes.get(family, 0) if family else 0)
    return [TeamMember(name, count) for name, count in sorted(load.items(), key=lambda pair: -pair[1])]
