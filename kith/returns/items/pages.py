"""The page that tells where each item of a return comes from. It holds nothing about anybody."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.returns.codes import ReturnKind
from kith.returns.findings.years import NAMES
from kith.returns.items.listing import YEARS, by_table


@staff_who_may(Permission.READ_AGGREGATES)
def returns_items(request: ActingRequest) -> HttpResponse:
    """One return's tables, and of each item the pages that record it or what it is worked out from."""
    kind: ReturnKind = "cin" if request.GET.get("kind") == "cin" else "ssda903"
    context = {"tables": by_table(kind), "kind": kind, "names": NAMES, "years": YEARS}
    return render(request, "returns/items.html", context)
