"""The family as a group: what it calls itself, and who counts as one of it."""

from __future__ import annotations

from datetime import date

from kith.demo.loading.days import ALWAYS, days
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoPerson
from kith.demo.working_days import age_on

NOT_FAMILY = frozenset({"friend", "carer"})
GROWN_UP = 20  # of age when this family's help began, too


def load_family(sheet: Sheet) -> None:
    """The family and its members. Who has caused harm counted as one of them until they parted."""
    family = sheet.family
    sheet.put("people_family", family.id, family.name)
    for person in family.people:
        if person.part in NOT_FAMILY or _of_another_home(person, sheet.today):
            continue
        during = ALWAYS
        if person.harm_flag:
            parted = [tie.end for tie in family.relationships if tie.other == person.id and tie.end]
            if not parted:
                continue
            during = days(None, max(parted))
        sheet.add("people_familymember", family.id, person.id, during)


def _of_another_home(person: DemoPerson, today: date) -> bool:
    """A young cousin is of the network, and has a family of their own: this one's help is not theirs."""
    return person.part == "kin" and person.dob is not None and age_on(person.dob, today) < GROWN_UP
