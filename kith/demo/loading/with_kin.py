"""Children on the register of kinship care who are not looked after: with whom, since when, and when they were asked."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoInvolvement, DemoKinCare
from kith.kinship.rules.lists import key_ages

NEVER_IN_CARE = 40


def load_with_kin(sheet: Sheet, involvements: list[tuple[UUID, DemoInvolvement]]) -> None:
    """Every child of the family who lives with kin; now and then one of a family that is helped otherwise."""
    family = sheet.family
    for one in family.kin_care:
        _with_kin(sheet, one, involvements)
    helped = not (family.kin_care or family.episodes or family.story)
    if helped and family.index % NEVER_IN_CARE == 5:
        _moved_in(sheet, involvements)


def _with_kin(sheet: Sheet, one: DemoKinCare, involvements: list[tuple[UUID, DemoInvolvement]]) -> None:
    """A child with family or friends who is not looked after, and how they were asked since we know of it."""
    worker = next(
        (each.worker for _, each in involvements if each.person == one.person and each.end is None), None
    )
    caring = sheet.add(
        *("kinship_caring", one.person, one.carer, one.kind, one.since, one.known, one.told_offer, None, ""),
        *(one.after_care, one.works, worker),
    )
    born = sheet.people[one.person].dob
    for each in key_ages() if born else ():
        due = each.due_on(born or sheet.today)
        if due >= one.known:
            done = due if due <= sheet.today else None
            said = "It goes well. Sleep is better; sums are not." if done else ""
            sheet.add("kinship_checkin", caring, each.age, due, done, said)


def _moved_in(sheet: Sheet, involvements: list[tuple[UUID, DemoInvolvement]]) -> None:
    """A grandparent who moved in with a child who was never looked after, where there is one and a worker."""
    for tie in sheet.family.relationships:
        child = sheet.people[tie.person]
        worker = next(
            (one.worker for _, one in involvements if one.person == tie.person and one.end is None), None
        )
        if tie.kind != "grandparent" or child.part != "child" or child.dob is None or worker is None:
            continue
        since = max(child.dob + timedelta(days=30), sheet.today - timedelta(days=210))
        if since >= sheet.today - timedelta(days=20):
            continue
        told = since + timedelta(days=12)
        caring = sheet.add(
            *("kinship_caring", tie.person, tie.other, "family", since, told, told, None, "", False),
            *("Gave up a job in a shop to move in with them.", worker),
        )
        for each in key_ages():
            if (due := each.due_on(child.dob)) > sheet.today:
                sheet.add("kinship_checkin", caring, each.age, due, None, "")
        return
