"""One event with who may read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access.models import Release
from kith.story.models import About, Event
from kith.story.queries.names import names
from kith.story.queries.timeline import Line, lines_of


@dataclass(frozen=True, slots=True)
class ReleasedTo:
    """Somebody who may read it: which items, since when, prepared or not and how."""

    reader: UUID
    name: str
    prepared: bool
    how_prepared: str
    since: datetime
    items: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event, who behind the family door may read it or parts of it, and the account that wrote it."""

    line: Line
    released: tuple[ReleasedTo, ...]
    writer: UUID | None


def event_page(event: UUID, persons: Sequence[UUID]) -> EventPage | None:
    """An event about one of `persons`; None where there is none that the reader may see. Up to 13 queries."""
    if not About.objects.filter(event_id=event, person_id__in=persons).exists():
        return None
    found = Event.objects.select_related("covert").filter(id=event).first()
    if found is None:
        return None
    line = lines_of([found])[0]
    items = [found.id, *(each.id for each in line.passages), *(each.id for each in line.documents)]
    rows = list(Release.objects.filter(item__in=items, withdrawn_at__isnull=True).order_by("released_at"))
    known = names({row.reader_id for row in rows}) if rows else {}
    released: dict[UUID, ReleasedTo] = {}
    for row in rows:
        before = released.get(row.reader_id)
        released[row.reader_id] = ReleasedTo(
            reader=row.reader_id,
            name=known.get(row.reader_id, "Somebody whose name is not open to you"),
            prepared=row.prepared,
            how_prepared=row.how_prepared,
            since=before.since if before else row.released_at,
            items=(before.items if before else frozenset()) | {row.item},
        )
    return EventPage(line, tuple(released.values()), found.recorded_by)
