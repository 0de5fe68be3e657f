"""What the record says around the duties: who led for whom, everybody's ethnic group, and who is in no figure.

Each under the access of whoever asks: the worker's service reads everybody, a manager those open to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kith.access.working_with import LEADS
from kith.law.accountability.groups import group_of
from kith.law.accountability.stood import Around

# Linked records are one person, named by the id that is kept.
_LINK = "WITH link AS MATERIALIZED (SELECT person_id, canonical_id FROM people_personidentity WHERE during @> now())"
_SOME = "AND (%(persons)s::uuid[] IS NULL OR {0} = ANY (%(persons)s::uuid[]))"
_LEADS = f"""{_LINK}
SELECT coalesce(link.canonical_id, w.person), w.team::text, lower(w.during), upper(w.during), w.place
  FROM (SELECT i.person_id AS person, a.team_id AS team, i.during,
               array_position(%(leads)s::text[], i.role::text) AS place
          FROM access_involvement i JOIN access_account a ON a.id = i.account_id
         WHERE i.role = ANY (%(leads)s) AND a.team_id IS NOT NULL {_SOME.format("i.person_id")}
        UNION ALL
        SELECT m.person_id, a.team_id, i.during * m.during, array_position(%(leads)s::text[], i.role::text)
          FROM access_involvement i JOIN access_account a ON a.id = i.account_id
          JOIN people_familymember m ON m.family_id = i.family_id AND m.during && i.during
         WHERE i.role = ANY (%(leads)s) AND a.team_id IS NOT NULL {_SOME.format("m.person_id")}) w
  LEFT JOIN link ON link.person_id = w.person
 WHERE w.person IS NOT NULL
"""
_GROUPS = f"""{_LINK}
SELECT DISTINCT ON (1) coalesce(link.canonical_id, p.id), p.ethnicity
  FROM people_person p LEFT JOIN link ON link.person_id = p.id
 WHERE p.ethnicity <> '' {_SOME.format("p.id")} ORDER BY 1, link.person_id NULLS FIRST
"""
_APART = f"""{_LINK}
SELECT x.person_id FROM access_restriction x WHERE x.during @> %(day)s
UNION SELECT link.canonical_id FROM access_restriction x JOIN link ON link.person_id = x.person_id
       WHERE x.during @> %(day)s
"""


def around(as_at: date, persons: Sequence[UUID] | None = None) -> Around:
    """What decides where the duties of these people (None: of everybody) count. Two statements."""
    asked = {"persons": None if persons is None else list(persons), "leads": list(LEADS)}
    groups = [(person, group_of(code)) for person, code in _rows(_GROUPS, asked)]
    return Around(leads=_rows(_LEADS, asked), groups=groups, as_at=as_at)


def apart(day: date) -> list[UUID]:
    """Who is in no figure: restricted, sealed and relocated records, and whoever they are linked to. One statement.

    Counted or not, they would show by the difference between a figure and a list of those whom one may open.
    """
    return [person for (person,) in _rows(_APART, {"day": day})]


def _rows(sql: str, asked: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return list(cursor.fetchall())
