"""What the family door shows of the story: what was released by name, and one's own words.

Nothing here counts, hints at or makes room for what is withheld: rows are those that PostgreSQL lets
this account read, and no others are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access.models.door import ReleasedKind
from kith.access.released import among_released, released_to_me
from kith.core.models_base import Source
from kith.core.reads import ACCOUNT, AT, ID, Called
from kith.marked import marked
from kith.story.models import Document, Event, EventKind
from kith.story.queries.parts import DocumentView, PassageView, documents_of, passages_of

HOW_FAMILIES_SAY_IT = {
    EventKind.NOTE: marked("A note"),
    EventKind.VISIT: marked("A visit"),
    EventKind.CALL: marked("A phone call"),
    EventKind.MEETING: marked("A meeting"),
    EventKind.OWN_WORDS: marked("Own words"),
    EventKind.DOCUMENT: marked("A document"),
}


def kind_for_families(kind: str) -> str:
    """What a kind of event is called behind the family's door."""
    return HOW_FAMILIES_SAY_IT.get(EventKind(kind), marked("Something that happened"))


@dataclass(frozen=True, slots=True)
class SharedItem:
    """One thing on my page. No facts, labels or ids of other people: what is not here cannot leak."""

    id: UUID
    kind_name: str
    title: str
    happened_at: datetime
    all_day: bool
    by: str
    passages: tuple[PassageView, ...]
    documents: tuple[DocumentView, ...]
    put_right: bool


def shared_with_me() -> list[SharedItem]:
    """What was released to this account's person by name and may be told, newest first. Four queries."""
    items = released_to_me(ReleasedKind.EVENT)
    return _items(list(Event.objects.filter(id__in=items).order_by("-happened_at", "id")))


@dataclass(frozen=True, slots=True)
class MyVisit:
    """When somebody came, who it was, and what was agreed."""

    id: UUID
    title: str
    happened_at: datetime
    by: str
    agreed: tuple[str, ...]


def my_visits(at_most: int = 6) -> list[MyVisit]:
    """The visits among what was released to this account's person by name, newest first. Two queries at most."""
    found = Event.objects.filter(kind=EventKind.VISIT, id__among=among_released(ReleasedKind.EVENT))
    by_id = {each.id: each for each in found.order_by("-happened_at", "id")[: at_most * 2]}
    passages = passages_of(by_id) if by_id else {}
    replaced = {each.replaces_id for each in by_id.values()}
    return [
        MyVisit(
            each.id, each.title, each.happened_at, each.written_by_name,
            tuple(one.text for one in passages.get(each.id, ()) if one.part == "agreed"),
        )
        for each in by_id.values()
        if each.id not in replaced
    ][:at_most]  # fmt: skip


def sent_by_me(account: UUID) -> list[SharedItem]:
    """The own words that this account wrote, newest first. Three queries."""
    found = Event.objects.filter(recorded_by=account, source=Source.FAMILY, kind=EventKind.OWN_WORDS)
    return _items(list(found.order_by("-happened_at", "id")))


def sent_read() -> Called:
    """(id, moment) of the newest own words that `account` sent."""
    # Named in the statement itself: the index of what families sent is of these alone, and no value told later has it.
    return Called(
        "SELECT id, happened_at FROM story_event"
        f" WHERE recorded_by = %s AND source = '{Source.FAMILY.value}' AND kind = '{EventKind.OWN_WORDS.value}'"
        " ORDER BY happened_at DESC LIMIT 10",
        (ID, AT),
        (ACCOUNT,),
    )


def shared_item(account: UUID, event: UUID) -> SharedItem | None:
    """One of the above, or None."""
    return next((one for one in [*shared_with_me(), *sent_by_me(account)] if one.id == event), None)


def document_for(event: UUID, document: UUID) -> Document | None:
    """A file that the reader may have, of this event. One query."""
    return Document.objects.filter(id=document, event_id=event).first()


def _items(events: Sequence[Event]) -> list[SharedItem]:
    by_id = {each.id: each for each in events}
    passages = passages_of(by_id) if by_id else {}
    documents = documents_of(by_id) if by_id else {}
    # When the newer version has been released too, the older one makes way for it.
    replaced = {each.replaces_id for each in events if each.replaces_id}
    return [
        SharedItem(
            id=each.id,
            kind_name=kind_for_families(each.kind),
            title=each.title,
            happened_at=each.happened_at,
            all_day=each.all_day,
            by=each.written_by_name,
            passages=tuple(passages.get(each.id, ())),
            documents=tuple(documents.get(each.id, ())),
            put_right=each.replaces_id is not None,
        )
        for each in events
        if each.id not in replaced
    ]
