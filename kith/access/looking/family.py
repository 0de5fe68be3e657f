"""Behind the family door: who has looked at my record."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, family
from kith.access.looking.family_list import looked_at_mine
from kith.design.dates import month_and_year, today


@family
def looked(request: ActingRequest) -> HttpResponse:
    """Months and broad roles, for each record that the account may open."""
    return render(
        request,
        "access/looked_family.html",
        {"records": looked_at_mine(request.actor.id), "first": first_list(today())},
    )


def first_list(on: date) -> str:
    """The month in which the month of a day can come onto the list: told by the calendar alone, so it tells nothing."""
    two_on = date(on.year + (on.month + 1) // 12, (on.month + 1) % 12 + 1, 1)
    return month_and_year(two_on)
