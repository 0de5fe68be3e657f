"""After an action that may change what a return says, whoever it concerns is checked again in the background."""

from __future__ import annotations

from django.db import connection

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.action import Doing, after_action

ROOMS = frozenset({"people", "care", "help", "protection"})
"""Rooms that hold facts of a return (`kith/returns/load`)."""
TELLS_NOTHING = frozenset(
    {
        "people.end_relationship", "people.keep_apart", "people.look_for_duplicates", "people.record_address",
        "people.record_contact_point", "people.record_language", "people.record_name", "people.record_need",
        "people.record_relationship", "people.rule_who_may_know",
    }
)  # fmt: skip
"""Of those rooms, what is in no column of a return."""
ALSO = frozenset({"returns.carry_out"})
_WAITS = "INSERT INTO returns_tocheck (person_id) SELECT unnest(%s::uuid[])"


def check_after(doing: Doing) -> None:
    """Note the people of the action and give the check to the worker, in the transaction of the action.

    A load checks nobody here: it concerns too many, and the night checks everybody.
    """
    if doing.name not in ALSO and (
        doing.name.partition(".")[0] not in ROOMS or doing.name in TELLS_NOTHING or not doing.persons
    ):
        return
    may = ROLES[doing.by.role].may if doing.by.role in ROLES else frozenset()
    from kith.returns.tasks import check_for, check_open

    with connection.cursor() as cursor:
        cursor.execute(_WAITS, [sorted(str(person) for person in doing.persons)])
    # Work is given in one's own name. Without either right the next check takes them along.
    if Permission.EDIT_PERSON in may:
        check_open.give(by=doing.by)
    elif Permission.WRITE_RETURNS in may:
        check_for.give(by=doing.by)


def fill() -> None:
    """Listen to actions (at start-up)."""
    after_action.add("returns.findings", check_after)
