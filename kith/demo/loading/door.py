"""The family door: accounts of the families that sign in, and whose names each may read."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kith.demo.accounts import DEMO_ACCOUNTS
from kith.demo.loading.days import moment, since
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoInvolvement, DemoPerson

ROLES = {each.login: each.role for each in DEMO_ACCOUNTS}
OPENED = timedelta(days=180)
PARENTS = frozenset({"mother", "father"})
CARERS = frozenset({"foster_carer", "kinship_foster_carer"})
NEAREST = PARENTS | {"sibling", "half_sibling"}
SHOWN = "Your worker told you who they are and why they come."


def load_door(sheet: Sheet, password: str, involvements: list[tuple[UUID, DemoInvolvement]]) -> None:
    """An account for each who signs in, the people it knows, and the workers whom it was told of."""
    for person in sheet.family.people:
        if not person.sign_in:
            continue
        account = sheet.account_of(person.id)
        role = ROLES[person.sign_in]
        sheet.put(
            "access_account",
            account,
            password,
            person.sign_in,
            person.name,
            role,
            None,
            None,
            "",
            "",
            True,
            None,
            None,
        )
        opened = since(sheet.today - OPENED)
        knows = known_to(sheet, person)
        for other, capacity in knows.items():
            sheet.add("access_dooraccess", account, other, capacity, opened)
        if not person.harm_flag:
            show_workers(sheet, person, set(knows), involvements, since=sheet.today - OPENED)


def known_to(sheet: Sheet, person: DemoPerson) -> dict[UUID, str]:
    """Whose names the person may read, and in what capacity.

    Who has caused harm is known to nobody here, and knows their own children alone.
    """
    knows: dict[UUID, str] = {person.id: "self"}
    for tie in sheet.family.relationships:
        if tie.other == person.id and tie.kind in PARENTS:
            knows.setdefault(tie.person, "parent")
        elif tie.other == person.id and tie.kind in CARERS and tie.end is None:
            knows.setdefault(tie.person, "carer")
        elif tie.person == person.id and tie.kind in NEAREST and not sheet.people[tie.other].harm_flag:
            knows.setdefault(tie.other, "knows")
    return knows


def show_workers(
    sheet: Sheet,
    reader: DemoPerson,
    knows: set[UUID],
    involvements: list[tuple[UUID, DemoInvolvement]],
    *,
    since: date,
) -> None:
    """Release to somebody who work with those they know now, each by the worker, from the day the door was open."""
    for made, one in involvements:
        if one.person in knows and one.end is None and not one.not_yet_told:
            shown = moment(min(max(one.start, since), sheet.today))
            sheet.add("access_release", one.worker, reader.id, "involvement", made, True, SHOWN, shown)
