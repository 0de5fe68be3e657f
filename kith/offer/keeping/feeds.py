"""Other directories that are read into ours, as those who keep the directory see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.offer.models import Feed


@dataclass(frozen=True, slots=True)
class Read:
    """One feed: from where, how often, how near, how the last reading went, and how many of it wait for a person."""

    name: str
    source: str
    every_days: int | None
    within_km: int | None
    read_at: datetime | None
    next_at: datetime | None
    failures: int
    trouble: str
    counts: dict[str, int]
    rows: Sequence[Sequence[str]]
    waits: int


def feeds() -> list[Read]:
    """Every feed, those in trouble first. One statement."""
    rows = Feed.objects.annotate(waits=Count("held", filter=Q(held__outcome="")))
    found = [
        Read(
            row.name, _source(row.address), row.every_days, row.within_km, row.read_at, row.next_at, row.failures,
            row.trouble, {name: n for name, n in row.said.items() if name != "rows"}, row.said.get("rows", []),
            row.waits,
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda each: (not each.trouble, not each.rows, each.name))


def _source(address: str) -> str:
    """Where it is read from, without what may be a key in its address; "" for a file."""
    parts = urlsplit(address)
    return f"{parts.hostname or ''}{parts.path}" if address else ""


@staff_who_may(Permission.KEEP_DIRECTORY)
def directory_feeds(request: ActingRequest) -> HttpResponse:
    """What does each feed bring, when was it read, and what could not be read?"""
    return render(request, "offer/feeds.html", {"feeds": feeds()})
