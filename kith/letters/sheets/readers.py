"""Who of a family may read which lines of a paper. The beginning of a line's id says it, and is kept with the paper.

The database asks the same as a paper leaves (migration 0003): change both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.letters.facts import apart
from kith.letters.parts import Part
from kith.people.models import Relationship

if TYPE_CHECKING:
    from kith.letters.sheets.taken import Asked

# For workers alone: what is due of us, who works with them, where they are, what is new.
STAFF = "staff-"
# A part of the family's plan: each reader gets what was shown to them by name.
SHOWN = "shown-"
# It tells who shares a home, or says so in somebody's words: not for whoever is kept apart.
HOME = "home-"
FOR_STAFF = "Some lines are for workers alone. Leave them out, or let nobody of the family read it."
NOT_SHOWN = (
    "A part of the family’s plan was not shown to everybody of the family who will read this. "
    "Show it first, or leave it out."
)
TELLS_OF_HOME = (
    "It tells who lives with whom, and one who will read it is kept apart from somebody. Make it again."
)


def stops_for(person: UUID, readers: Sequence[UUID], parts: Iterable[Part]) -> str:
    """Why these parts may not go to these readers of the family; empty where they may. Two queries at most."""
    held = list(parts)
    ids = list(ids_in(held))
    if not readers:
        return ""
    if any(each.startswith(STAFF) for each in ids):
        return FOR_STAFF
    if _not_shown(ids, readers):
        return NOT_SHOWN
    tells = any(each.startswith(HOME) for each in ids) or any(each.get("whole") for each in held)
    return TELLS_OF_HOME if tells and apart(person, readers) else ""


def ids_in(parts: Iterable[Part]) -> Iterator[str]:
    """The ids of all lines that were taken."""
    for part in parts:
        yield from part.get("ids", ())


def _not_shown(ids: Iterable[str], readers: Sequence[UUID]) -> bool:
    parts = {UUID(each.removeprefix(SHOWN)[:36]) for each in ids if each.startswith(SHOWN)}
    if not parts:
        return False
    rows: Any = Release.objects.filter(
        kind=ReleasedKind.MEETING, item__in=parts, reader_id__in=readers, withdrawn_at=None
    )
    shown = set(rows.values_list("item", "reader_id"))
    return any((part, reader) not in shown for part in parts for reader in readers)


def known_to(asked: Asked, readers: Sequence[UUID]) -> set[UUID] | None:
    """Whom a drawing or a list may show to these readers; None where nobody of them is kept apart.

    To somebody kept apart only those to whom they are tied themselves: of whoever is new to them, and of a child born
    since, they learn nothing. Two queries for each who is kept apart, one for each other.
    """
    known: set[UUID] | None = None
    for reader in readers:
        if not apart(asked.person, [reader]):
            continue
        ties = Relationship.objects.filter(Q(person_id=reader) | Q(other_id=reader))
        near = {reader, *(end for pair in ties.values_list("person_id", "other_id") for end in pair)}
        known = near if known is None else known & near
    return None if known is None else known | set(asked.ids)
