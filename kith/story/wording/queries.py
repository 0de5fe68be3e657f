"""The list as it holds now: what came with Kith, with what the council decided laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access.models import Account
from kith.design.wording import Entry, shipped
from kith.story.models import OtherWords


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry as the page shows it. `ours`: the council decided on it; `offered`: not ended; `since`: when decided."""

    entry: Entry
    ours: bool
    offered: bool
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of an entry's history: what was decided, by whom, when and why."""

    entry: Entry
    offered: bool
    by: str
    at: datetime
    reason: str


def in_use() -> tuple[Entry, ...]:
    """The entries that are offered, in order of key. One statement."""
    return tuple(each.entry for each in listed() if each.offered)


def listed() -> tuple[Listed, ...]:
    """Every entry, those that were ended too, in order of key. One statement."""
    found = {each.key: Listed(each, ours=False, offered=True, since=None) for each in shipped()}
    latest = OtherWords.objects.order_by("key", "-recorded_at", "-id").distinct("key")
    found |= {
        row.key: Listed(entry_of(row), ours=True, offered=row.offered, since=row.recorded_at)
        for row in latest
    }
    return tuple(found[key] for key in sorted(found))


def one(key: str) -> Listed | None:
    """One entry as it holds now, or None. One statement."""
    return next((each for each in listed() if each.entry.key == key), None)


def history(key: str) -> list[Decision]:
    """What was decided on an entry, the latest first. Two statements."""
    rows = list(OtherWords.objects.filter(key=key).order_by("-recorded_at", "-id")[:100])
    names = _names({row.recorded_by for row in rows if row.recorded_by})
    return [
        Decision(
            entry=entry_of(row),
            offered=row.offered,
            by=names.get(row.recorded_by, "a colleague") if row.recorded_by else "a colleague",
            at=row.recorded_at,
            reason=row.reason,
        )
        for row in rows
    ]


def entry_of(row: OtherWords) -> Entry:
    """The entry that a decision holds."""
    return Entry(
        key=row.key,
        phrases=tuple(row.phrases),
        not_in=tuple(row.not_in),
        why=row.why,
        instead=tuple(row.instead),
        source=row.cited,
        link=row.link,
    )


def _names(ids: set[UUID]) -> dict[UUID, str]:
    return dict(Account.objects.filter(id__in=ids).values_list("id", "display_name")) if ids else {}
