"""What is late in a manager's team: a page of its own, since every person of seven workers is looked through for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.working_with import people_of
from kith.law.due import open_obligations
from kith.pages.due_lines import DueLine, due_lines
from kith.people.page_queries import Who, who


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Load of one worker of a team."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class LateInTeam:
    """One person of the team, who works with them, and what is late for them."""

    who: Who
    workers: str
    lines: Sequence[DueLine]


def team_of(account: Account) -> dict[UUID, str]:
    """Who works in a manager's team now, by name; nobody for any other account. One query at most."""
    if account.role != "manager" or not account.team_id:
        return {}
    found = Account.objects.filter(team_id=account.team_id, is_active=True).order_by("display_name")
    return dict(found.values_list("id", "display_name"))


def late_in_team(account: Account) -> list[LateInTeam]:
    """The team's people for whom something is late and who are open to the manager; late longest first."""
    today, team = timezone.localdate(), team_of(account)
    held = people_of(list(team), today) if team else {}
    workers: dict[UUID, list[str]] = {}
    for member, people in held.items():
        for person in people:
            workers.setdefault(person, []).append(team[member])
    late: dict[UUID, list[DueLine]] = {}
    for line in due_lines(open_obligations(list(workers)), today):
        if line.due < today:
            late.setdefault(line.person, []).append(line)
    names = who(late) if late else {}
    return [
        LateInTeam(names[person], " and ".join(workers[person]), lines)
        for person, lines in late.items()
        if person in names
    ]


@staff_who_may(Permission.ALLOCATE)
def team_view(request: ActingRequest) -> HttpResponse:
    """What is late in my team, and with whom?"""
    return render(request, "pages/team.html", {"late": late_in_team(request.user), "here": "/team/"})
