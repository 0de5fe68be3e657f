"""What homes and allowances cost, by kind, beside how many needs of the children there are said to be met.

A sum of a few families tells of them, so it is hidden as a count would be; and no sum over all kinds stands beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.law.accountability.periods import in_words, last_day, quarters
from kith.law.accountability.suppress import FEW

KINDS = {
    "kin": "Family and friends who foster",
    "order": "Special guardianship and other kinship allowances",
    "own": "Our own foster carers: allowances",
    "agency": "Foster carers of agencies and other councils",
    "residential": "Children’s homes",
    "supported": "Supported accommodation",
}


@dataclass(frozen=True, slots=True)
class Spend:
    """One kind: pounds and children, None where hidden; of a hundred needs so many are said to be met, or unknown."""

    name: str
    pounds: int | None
    children: int | None
    a_child: int | None
    met: int | None


def spend(first: date, until: date) -> list[Spend]:
    """Each kind, as it may be shown. Nothing for whoever does not answer for the whole council. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, pence, children, families, needs, met FROM insight_spend(%s, %s)", [first, until]
        )
        found = {row[0]: row[1:] for row in cursor.fetchall()}
    return [_shown(name, found[kind]) for kind, name in KINDS.items() if kind in found]


@staff_who_may(Permission.SEE_ACCOUNTABILITY)
def insight_spend(request: ActingRequest) -> HttpResponse:
    """What does it cost, and does it meet what the children need? One statement."""
    days = quarters(timezone.localdate())
    quarter = _asked(request.GET, days)
    lines = spend(quarter, last_day(quarter) + timedelta(days=1))
    context = {
        "lines": lines,
        "all_of_us": request.user.role in {"director", "auditor"},
        "quarter": quarter.isoformat(),
        "period": in_words(quarter),
        "quarters": [(day.isoformat(), in_words(day)) for day in days],
        "signed_in_as": request.user.display_name,
        "here": "/insight/",
    }
    return render(request, "insight/spend.html", context)


def _shown(name: str, row: Sequence[int]) -> Spend:
    pence, children, families, needs, met = row
    if families <= FEW:
        return Spend(name, None, None, None, None)
    return Spend(
        name, pence // 100, children, pence // 100 // children, 100 * met // needs if needs > FEW else None
    )


def _asked(query: Mapping[str, str], days: Sequence[date]) -> date:
    return next((day for day in days if day.isoformat() == query.get("quarter", "")), days[0])
