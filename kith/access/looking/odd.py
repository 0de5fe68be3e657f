"""The auditor's list of a week: looks to ask about. Records stand by their ids; only workers have names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.models.grant import ReasonKind
from kith.access.permissions import Permission
from kith.access.roles import ROLES

MARKS = {
    "street": "Same postcode as their home",
    "surname": "Same surname",
    "allocation": "Was not working with them",
    "closure": "After we had stopped working with them",
}
WEEK = timedelta(days=7)
MOST = 500


@dataclass(frozen=True, slots=True)
class OddLine:
    """What one worker looked at of one record in a week, and why to ask."""

    who: str
    role: str
    person: UUID
    looks: int
    first_at: datetime
    last_at: datetime
    pages: list[str]
    why: str
    marks: tuple[str, ...]


def odd_looks(monday: date) -> list[OddLine]:
    """The week from a Monday: those with the most marks first, then the newest. One query; auditors alone."""
    begins = timezone.make_aware(datetime.combine(monday, time()))
    ends = timezone.make_aware(datetime.combine(monday + WEEK, time()))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, role, person, looks, first_at, last_at, pages, reason_kind, reason,"
            " own_street, same_surname, no_allocation, after_closure FROM access_odd_looks(%s, %s) LIMIT %s",
            [begins, ends, MOST],
        )
        rows = cursor.fetchall()
    return [
        OddLine(
            name,
            ROLES[role].name if role in ROLES else role,
            person,
            looks,
            first,
            last,
            list(pages),
            f"{ReasonKind(kind).label}: {text}" if kind else "",
            tuple(code for code, there in zip(MARKS, marks, strict=True) if there),
        )
        for name, role, person, looks, first, last, pages, kind, text, *marks in rows
    ]


@staff_who_may(Permission.READ_LOGS)
def odd_week(request: ActingRequest) -> HttpResponse:
    """One week of looks to ask about: last week, unless another is asked for; `mark` shows one kind alone."""
    this = _monday(timezone.localdate())
    monday = _asked(request.GET.get("week", ""), this)
    mark = request.GET.get("mark", "")
    lines = odd_looks(monday)
    context = {
        "lines": [each for each in lines if mark not in MARKS or mark in each.marks],
        "counts": {code: sum(code in each.marks for each in lines) for code in MARKS},
        "marks": MARKS,
        "mark": mark if mark in MARKS else "",
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "all_shown": len(lines) < MOST,
        "newer": f"?week={monday + WEEK}" if monday < this else None,
        "older": f"?week={monday - WEEK}" if monday.year > 2000 else None,
    }
    return render(request, "access/odd_week.html", context)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _asked(text: str, this: date) -> date:
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return this - WEEK
    return min(max(_monday(asked), _monday(date(2000, 1, 10))), this)
