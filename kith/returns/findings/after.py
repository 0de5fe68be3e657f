"""After an action that changed what a return says, whoever it concerns is checked again in the background."""

from __future__ import annotations

from django.db import connection

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.action import Doing, after_action

BOTH = ""
TELLS: dict[str, tuple[str, ...]] = {
    BOTH: ("people_person", "people_identifier", "people_personidentity"),
    "ssda903": (
        "care_adoption", "care_careleavercontact", "care_deprivationofliberty", "care_episode", "care_episodeplace",
        "care_healthyear", "care_missingepisode", "care_motherhood", "care_placedforadoption",
        "care_previouspermanence", "care_review", "care_socialworkerepisode", "care_unaccompaniedperiod",
    ),
    "cin": (
        "help_assessment", "help_assessmentfactor", "help_childinneedplan", "help_referral", "people_disability",
        "protection_childprotectionplan", "protection_preproceedings", "protection_protectionplanreview",
        "protection_section47",
    ),
}  # fmt: skip
"""The tables that each return is written from."""
DECIDED = "returns.carry_out"
# Whatever this transaction wrote to them, by PostgreSQL's own count.
_CHANGED = """
SELECT DISTINCT kind FROM unnest(%s::text[], %s::regclass[]) AS t(kind, name)
 WHERE NOT current_setting('track_counts')::boolean
    OR pg_stat_get_xact_tuples_inserted(name) > 0 OR pg_stat_get_xact_tuples_updated(name) > 0
    OR pg_stat_get_xact_tuples_deleted(name) > 0
"""
# Else the count goes on through the session's next transactions for a second.
_COUNT_ANEW = "SELECT pg_stat_force_next_flush()"
_WAITS = "INSERT INTO returns_tocheck (person_id, kind) SELECT unnest(%s::uuid[]), %s"


def check_after(doing: Doing) -> None:
    """Note the people of the action and give the check to the worker, in the transaction of the action.

    Of the two returns the one whose facts were written, or both; nobody is noted where none were. A load checks nobody
    here: it concerns too many, and the night checks everybody. Nor does a check.
    """
    if not doing.persons or (doing.name.startswith("returns.") and doing.name != DECIDED):
        return
    kinds, names = zip(*((kind, name) for kind, names in TELLS.items() for name in names), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED, [list(kinds), list(names)])
        changed = {kind for (kind,) in cursor.fetchall()}
        if not changed:
            return
        cursor.execute(_COUNT_ANEW)
        kind = changed.pop() if len(changed) == 1 else BOTH
        cursor.execute(_WAITS, [sorted(str(person) for person in doing.persons), kind])
    may = ROLES[doing.by.role].may if doing.by.role in ROLES else frozenset()
    from kith.returns.tasks import check_for, check_open

    # Work is given in one's own name. Without either right the next check takes them along.
    if Permission.EDIT_PERSON in may:
        check_open.give(by=doing.by)
    elif Permission.WRITE_RETURNS in may:
        check_for.give(by=doing.by)


def fill() -> None:
    """Listen to actions (at start-up)."""
    after_action.add("returns.findings", check_after)
