"""Behind the family door: who has looked at my record."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, family
from kith.access.looking.family_list import looked_at_mine


@family
def looked(request: ActingRequest) -> HttpResponse:
    """Months and broad roles, for each record that the account may open."""
    return render(request, "access/looked_family.html", {"records": looked_at_mine(request.actor.id)})
