"""The matters of a person that a family may be told of, what each would show, and who was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.law import fact_kinds
from kith.law.due import rules_of, today
from kith.law.recorded import facts_of
from kith.people.page_queries import who


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who may read it now."""

    reader: UUID
    name: str
    since: date


@dataclass(frozen=True, slots=True)
class Matter:
    """What started some duties; `item` is the id that is released, `shows` what its readers may see."""

    item: UUID
    says: str
    began: date
    shows: tuple[str, ...]
    told: tuple[Told, ...]


def matters(persons: Sequence[UUID]) -> list[Matter]:
    """Of one person, by all ids, the latest first. Five statements at most."""
    shown: dict[str, list[str]] = {}
    for duty in rules_of(today()):
        if duty.shown and duty.clock:
            kind = fact_kinds.known()[duty.trigger].matter or duty.trigger
            alone = " (the child alone reads it)" if duty.shown.to == ("child",) else ""
            shown.setdefault(kind, []).append(duty.family_name + alone)
    found = [each for each in facts_of(persons) if each.kind in shown and each.ref and each.on <= today()]
    told = _told([UUID(each.ref) for each in found])
    return [
        Matter(
            item=UUID(each.ref),
            says=fact_kinds.known()[each.kind].says.capitalize(),
            began=each.on,
            shows=tuple(shown[each.kind]),
            told=tuple(told.get(UUID(each.ref), ())),
        )
        for each in sorted(found, key=lambda each: each.on, reverse=True)
    ]


def _told(items: Sequence[UUID]) -> dict[UUID, list[Told]]:
    rows = list(
        Release.objects.filter(kind=ReleasedKind.DUTY, item__in=items, withdrawn_at__isnull=True)
        .order_by("released_at")
        .values_list("item", "reader_id", "released_at__date")
    )
    names = who({reader for _item, reader, _day in rows}) if rows else {}
    found: dict[UUID, list[Told]] = {}
    for item, reader, day in rows:
        name = names[reader].name if reader in names else "Somebody whose name is not open to you"
        found.setdefault(item, []).append(Told(reader, name, day))
    return found
