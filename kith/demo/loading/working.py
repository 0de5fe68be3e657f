"""Who works with whom; concerns that a family is not yet told of; records that few may find."""

from __future__ import annotations

from uuid import UUID

from kith.access.roles import role_named
from kith.core.labels import Label
from kith.demo.loading.days import ALWAYS, days, moment
from kith.demo.loading.posts import POSTS
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoInvolvement

WHY_ENDED = {
    "": "",
    "OTHERS": "This work came to its end.",
    "LEFTRL": "The worker left the job.",
    "TSPROC": "Another team does this work now.",
    "ORGRST": "Our teams were changed.",
    "ABSENC": "The worker is away for a long time.",
    "MANAGE": "A manager asked for a change.",
    "CHCHAN": "The child asked for a change.",
    "PCCHAN": "The family asked for a change.",
}
MASKS = {role: int(role_named(post.account).opens) for role, post in POSTS.items()}
# The few who know of a concern read its words, which are restricted to them.
KNOWS = int(Label.STAFF_RESTRICTED)


def load_concern(sheet: Sheet) -> UUID | None:
    """The concern that the family has not been told of, where there is one."""
    untold = [one for one in sheet.family.enquiries if one.told_family is None]
    if not untold:
        return None
    people = dict.fromkeys(one.person for one in untold)
    return sheet.add(
        "access_notyettold",
        "{" + ",".join(map(str, people)) + "}",
        "A child may be hurt if somebody learns of it before we have talked to the child.",
        moment(min(one.started for one in untold)),
    )


def load_involvements(sheet: Sheet, concern: UUID | None) -> list[tuple[UUID, DemoInvolvement]]:
    """Involvements with their ids. A manager has none: managers open what their team opens."""
    return [
        (_involvement(sheet, one, concern), one)
        for one in sheet.family.involvements
        if POSTS[one.role].involvement
    ]


def _involvement(sheet: Sheet, one: DemoInvolvement, concern: UUID | None) -> UUID:
    return sheet.add(
        "access_involvement",
        one.worker,
        one.person,
        POSTS[one.role].involvement,
        MASKS[one.role] | (KNOWS if one.not_yet_told else 0),
        days(one.start, one.end),
        WHY_ENDED[one.reason_ended],
        concern if one.not_yet_told else None,
    )


def load_restrictions(sheet: Sheet) -> None:
    """Sealed and relocated people. Whoever works with a relocated family now may open it, and nobody else."""
    family = sheet.family
    for person in family.people:
        if person.sealed:
            ordered = max((one.ordered for one in family.adoptions if one.ordered), default=None)
            during = days(ordered) if ordered else ALWAYS
            why, ask = "Adopted: the record of the life before is sealed.", "The adoption team"
            sheet.add("access_restriction", person.id, "sealed", why, ask, during)
        elif person.relocated:
            why, ask = "Moved for safety.", "The duty manager for child protection"
            made = sheet.add("access_restriction", person.id, "relocated", why, ask, ALWAYS)
            now = [
                one.worker for one in family.involvements if one.end is None and POSTS[one.role].involvement
            ]
            for worker in dict.fromkeys(now):
                sheet.add("access_restrictionallows", made, worker)
