"""Who has looked at one record, for the staff who may open it: when, who, why, what, and what is odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.access.models.grant import ReasonKind
from kith.access.roles import ROLES

PAGE = 50
_LOOKS = """
WITH known AS (
    SELECT i.account_id, i.during FROM access_involvement i WHERE i.person_id = ANY (%(ids)s)
    UNION ALL
    SELECT i.account_id, i.during * m.during FROM people_familymember m
      JOIN access_involvement i ON i.family_id = m.family_id AND i.during && m.during
     WHERE m.person_id = ANY (%(ids)s)
), looks AS (
    SELECT l.*, coalesce(a.display_name, '') AS name, a.role AS held, a.team_id,
           (l.at AT TIME ZONE 'Europe/London')::date AS day
      FROM access_look l LEFT JOIN access_account a ON a.id = l.actor WHERE l.person = ANY (%(ids)s)
), marked AS (
    SELECT k.*,
        EXISTS (SELECT FROM people_personname n WHERE n.person_id = ANY (%(ids)s) AND n.family <> ''
            AND lower(n.family) = lower(regexp_replace(k.name, '^.* ', ''))) AS own_surname,
        NOT EXISTS (SELECT FROM known w JOIN access_account c ON c.id = w.account_id WHERE w.during @> k.day
            AND (w.account_id = k.actor OR (k.held = 'manager' AND c.team_id = k.team_id))) AS not_working,
        EXISTS (SELECT FROM known w WHERE upper(w.during) <= k.day)
            AND NOT EXISTS (SELECT FROM known w WHERE w.during @> k.day) AS after_closure
      FROM looks k
)
SELECT m.at, m.name, m.role, m.page, m.reason, r.kind, r.text, m.own_surname, m.not_working, m.after_closure
  FROM marked m LEFT JOIN LATERAL (
    SELECT r.kind, r.text FROM access_reason r WHERE r.account_id = m.actor AND r.person_id = ANY (%(ids)s)
       AND r.during @> m.at ORDER BY r.recorded_at DESC LIMIT 1) r ON m.reason = 'reason'
 WHERE (%(q)s = ''
        OR strpos(lower(concat_ws(' ', m.name, m.role, m.page, m.reason, r.text)), lower(%(q)s)) > 0)
   AND (NOT %(odd)s OR m.own_surname OR m.not_working OR m.after_closure)
 ORDER BY m.at DESC, m.id DESC LIMIT %(limit)s OFFSET %(offset)s
"""
WHY = {
    "involvement": "Works with them",
    "team": "Their team works with them",
    "door": "Their own account",
    "reason": "Gave a reason",
    "": "Not said",
}


@dataclass(frozen=True)
class LookLine:
    """One look. `odd` says in words what a reviewer should ask about; most looks have none."""

    at: datetime
    who: str
    role: str
    why: str
    what: str
    odd: list[str]


def looks_at(
    persons: Sequence[UUID], *, q: str = "", odd: bool = False, page: int = 1
) -> tuple[list[LookLine], bool]:
    """One page of looks at these records (one person's), newest first, and whether there are older ones."""
    told: dict[str, Any] = {
        "ids": [*persons],
        "q": q.strip(),
        "odd": odd,
        "limit": PAGE + 1,
        "offset": (page - 1) * PAGE,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LOOKS, told)
        rows = cursor.fetchall()
    return [_line(row) for row in rows[:PAGE]], len(rows) > PAGE


def _line(row: Sequence[Any]) -> LookLine:
    at, name, role, page, reason, kind, text, own_surname, not_working, after_closure = row
    marks = (
        (own_surname, "Same surname"),
        (not_working and kind is None, "Was not working with them"),
        (not_working and kind is not None, "Opened with a reason"),
        (after_closure, "After we had stopped working with them"),
    )
    return LookLine(
        at=at,
        who=name or "An account that is not shown",
        role=ROLES[role].name if role in ROLES else role,
        why=f"{ReasonKind(kind).label}: {text}" if kind else WHY.get(reason, reason),
        what=page,
        odd=[words for there, words in marks if there],
    )
