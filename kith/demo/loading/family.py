"""The family as a group: what it calls itself, and who counts as one of it."""

from __future__ import annotations

from kith.demo.loading.days import ALWAYS, days
from kith.demo.loading.sheet import Sheet

NOT_FAMILY = frozenset({"friend", "carer"})


def load_family(sheet: Sheet) -> None:
    """The family and its members. Who has caused harm counted as one of them until they parted."""
    family = sheet.family
    sheet.put("people_family", family.id, family.name)
    for person in family.people:
        if person.part in NOT_FAMILY:
            continue
        during = ALWAYS
        if person.harm_flag:
            parted = [tie.end for tie in family.relationships if tie.other == person.id and tie.end]
            if not parted:
                continue
            during = days(None, max(parted))
        sheet.add("people_familymember", family.id, person.id, during)
