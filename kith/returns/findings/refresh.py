"""Findings brought up to date: new ones are written, those found no more are cleared, and reasons given are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.returns.codes import ReturnKind
from kith.returns.findings.after import BOTH
from kith.returns.findings.figures import count
from kith.returns.findings.found import Found, check
from kith.returns.findings.providers import given_providers
from kith.returns.findings.years import KINDS, years_live
from kith.returns.models import ToCheck
from kith.returns.writing import Window

# One check at a time: what a later one reads is newer than what an earlier one wrote.
_ALONE = "SELECT pg_advisory_xact_lock(hashtext('kith.returns.findings'))"
_IDS = """
WITH link AS (SELECT person_id, canonical_id FROM people_personidentity WHERE during @> now()),
root AS (SELECT coalesce(l.canonical_id, a.id) AS id FROM unnest(%s::uuid[]) a(id) LEFT JOIN link l ON l.person_id = a.id)
SELECT id FROM root UNION SELECT l.person_id FROM link l JOIN root r ON r.id = l.canonical_id
"""
_FOUND = """
CREATE TEMP TABLE found_now (code text, severity text, "table" text, person_id uuid, child text, fact_table text,
    fact_id uuid, on_day date, columns text[], label smallint, inside boolean) ON COMMIT DROP
"""
_WRITE = """
INSERT INTO returns_finding AS f (id, kind, year, code, severity, "table", person_id, child, fact_table, fact_id,
    on_day, columns, label, inside, first_seen, last_seen, explanation)
SELECT gen_random_uuid(), %(kind)s, %(year)s, n.*, %(today)s, %(today)s, '' FROM found_now n
ON CONFLICT (kind, year, code, person_id, fact_table, fact_id) DO UPDATE SET
    severity = excluded.severity, child = excluded.child, on_day = excluded.on_day, columns = excluded.columns,
    label = excluded.label, inside = excluded.inside, last_seen = excluded.last_seen, cleared_on = NULL,
    first_seen = CASE WHEN f.cleared_on IS NULL THEN f.first_seen ELSE excluded.first_seen END
"""
_CLEAR = """
UPDATE returns_finding f SET cleared_on = %(today)s
 WHERE f.cleared_on IS NULL AND f.kind = %(kind)s AND f.year = %(year)s AND f.code <> ALL (%(unknown)s)
   AND (%(only)s::uuid[] IS NULL OR f.person_id = ANY (%(only)s::uuid[]))
   AND NOT EXISTS (SELECT 1 FROM found_now n WHERE n.code = f.code AND n.person_id IS NOT DISTINCT FROM f.person_id
                   AND n.fact_table = f.fact_table AND n.fact_id IS NOT DISTINCT FROM f.fact_id)
"""
# A year that is over and sent is checked no more: nobody can mend it now.
_OVER = """
UPDATE returns_finding SET cleared_on = %s WHERE cleared_on IS NULL AND kind || ' ' || year <> ALL (%s)
"""


@action("returns.check_everybody")
def check_everybody(*, by: Actor, day: dt.date | None = None) -> int:
    """Check the whole record, and count the findings; returns how many stand. Under the worker's login, at night."""
    tell.permit(by=by, permission=Permission.WRITE_RETURNS)
    today = day or timezone.localdate()
    _alone()
    ToCheck.objects.all().delete()
    standing = _check(None, today)
    live = [f"{kind} {window.year}" for kind in KINDS for window in years_live(kind, today)]
    with connection.cursor() as cursor:
        cursor.execute(_OVER, [today, live])
    count(today, exact=True)
    count(today, exact=False)
    concerns((), findings=standing)
    nothing_to_tell("findings say what the record holds already")
    return standing


@action("returns.check_waiting")
def check_waiting(*, by: Actor, day: dt.date | None = None) -> int:
    """Check again whoever's record has changed since the last check; returns how many of their findings stand.

    Several changes that lie close together are one check. Under the worker's login.
    """
    tell.permit(by=by, permission=Permission.WRITE_RETURNS)
    today = day or timezone.localdate()
    _alone()
    rows = list(ToCheck.objects.all())
    nothing_to_tell("findings say what the record holds already")
    if not rows:
        return 0
    ToCheck.objects.filter(id__in=[each.id for each in rows]).delete()
    standing = 0
    for kind in KINDS:
        if waiting := {each.person_id for each in rows if each.kind in (BOTH, kind)}:
            standing += _check(_all_ids(waiting), today, [kind])
    count(today, exact=True)
    concerns({each.person_id for each in rows}, findings=standing)
    return standing


def _all_ids(of: Iterable[UUID]) -> list[UUID]:
    """These people by every id that each goes by."""
    with connection.cursor() as cursor:
        cursor.execute(_IDS, [[str(each) for each in of]])
        return [person for (person,) in cursor.fetchall()]


def _alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ALONE)


def _check(only: Sequence[UUID] | None, today: dt.date, kinds: Iterable[ReturnKind] = KINDS) -> int:
    lists = given_providers()
    found = (
        (kind, window, check(kind, window, only, today=today, providers=lists))
        for kind in kinds
        for window in years_live(kind, today)
    )
    return sum(_keep(kind, window, each, only, today) for kind, window, each in found)


def _keep(kind: ReturnKind, window: Window, found: Found, only: Iterable[UUID] | None, today: dt.date) -> int:
    asked: dict[str, Any] = {
        "kind": kind, "year": window.year, "today": today, "unknown": found.unknown,
        "only": None if only is None else [str(each) for each in only],
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS found_now")
        cursor.execute(_FOUND)
        with cursor.cursor.copy("COPY found_now FROM STDIN") as copy:
            for row in found.rows:
                copy.write_row(row)
        cursor.execute("ANALYZE found_now")
        cursor.execute(_CLEAR, asked)
        cursor.execute(_WRITE, asked)
    return len(found.rows)
