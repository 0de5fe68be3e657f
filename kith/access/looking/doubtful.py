"""Entries of the audit that an auditor asks about first. Records stand by their ids; only workers have names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.doubtful import doubtful_entries

MOST = 200


@dataclass(frozen=True, slots=True)
class DoubtfulLine:
    """One entry. `beyond`: people it names whom its account could not find; `alone`: nothing was written with it."""

    at: datetime
    who: str
    role: str
    action: str
    beyond: tuple[UUID, ...]
    alone: bool


def doubtful_lines(at_most: int = MOST) -> list[DoubtfulLine]:
    """The newest first, as far as the actor may read the audit. Two queries."""
    entries = doubtful_entries(at_most)
    accounts = Account.objects.filter(id__in={each.actor for each in entries})
    names = dict(accounts.values_list("id", "display_name"))
    return [
        DoubtfulLine(
            each.at,
            names.get(each.actor, "An account that is not shown"),
            ROLES[each.role].name if each.role in ROLES else each.role,
            each.action,
            tuple(each.beyond),
            each.alone,
        )
        for each in entries
    ]


@staff_who_may(Permission.READ_LOGS)
def doubtful(request: ActingRequest) -> HttpResponse:
    """What was written down that may not be what happened?"""
    lines = doubtful_lines()
    return render(request, "access/doubtful.html", {"lines": lines, "all_shown": len(lines) < MOST})
