"""The children of a return: who is in it, under which number, and what of them the asker may not be shown.

`return_child` is a temporary table with a row for each record of such a child: `person`; `root`, the record that
linked ones go by; `place`, the child's in the return; what is told of the child, the same in each; `locked`, where a
restriction holds that does not name the asker; `kept_safe`, where a home is protected, so that no postcode may be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from kith.returns.codes import ReturnKind
from kith.returns.load.shapes import literal
from kith.returns.writing.columns import filled
from kith.returns.writing.outputs import OUTPUTS, cohort
from kith.returns.writing.window import Window

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

# Who has no number of the council's own gets one from Kith's, the same each time: without one no row holds together.
MADE_UP = "'K' || left(replace(s.root::text, '-', ''), 19)"

# Each record of a child with the one that linked ones go by, which is `root`.
_SAME = """
CREATE TEMP TABLE return_same ON COMMIT DROP AS
WITH link AS (SELECT person_id, canonical_id FROM people_personidentity WHERE during @> now()),
told AS ({told}),
root AS (SELECT coalesce(l.canonical_id, t.person_id) AS root, bool_or(t.looked_after) AS looked_after
           FROM told t LEFT JOIN link l ON l.person_id = t.person_id GROUP BY 1)
SELECT root, root AS person, looked_after FROM root
 UNION SELECT r.root, l.person_id, r.looked_after FROM root r JOIN link l ON l.canonical_id = r.root"""
KEPT = "x.root IS NOT NULL OR h.root IS NOT NULL"
_CHILDREN = """
CREATE TEMP TABLE return_child ON COMMIT DROP AS
WITH number AS (SELECT s.root, s.person, i.scheme, nullif(i.value, '') AS value, i.reason_unknown, i.source, i.recorded_at
             FROM return_same s JOIN people_identifier i ON i.person_id = s.person
            WHERE i.scheme IN ('local', 'upn', 'former_upn')),
local AS (SELECT DISTINCT ON (root) root, value FROM number WHERE scheme = 'local'
           ORDER BY root, source <> {kind}, person <> root, recorded_at DESC, value),
upn AS (SELECT DISTINCT ON (root) root, value, nullif(reason_unknown, '') AS reason FROM number WHERE scheme = 'upn'
         ORDER BY root, value IS NULL, person <> root, recorded_at DESC, value),
former AS (SELECT DISTINCT ON (root) root, value FROM number WHERE scheme = 'former_upn'
            ORDER BY root, person <> root, recorded_at DESC, value),
kin AS (SELECT s.root, (array_agg(p.born_on ORDER BY p.id) FILTER (WHERE p.born_on IS NOT NULL))[1] AS born,
               (array_agg(p.birth_knowledge ORDER BY p.id) FILTER (WHERE p.born_on IS NOT NULL))[1] AS knowledge,
               min(p.died_on) AS died,
               (array_agg(p.sex ORDER BY p.id) FILTER (WHERE p.sex <> 'U'))[1] AS sex,
               (array_agg(p.ethnicity ORDER BY p.id) FILTER (WHERE p.ethnicity <> ''))[1] AS ethnicity
          FROM return_same s JOIN people_person p ON p.id = s.person WHERE s.person <> s.root GROUP BY s.root),
restricted AS (SELECT s.root, bool_or(NOT EXISTS (SELECT 1 FROM access_restrictionallows a
                 WHERE a.restriction_id = x.id AND a.account_id = kith_actor())) AS locked
          FROM return_same s JOIN access_restriction x ON x.person_id = s.person
               AND x.during && daterange(kith_today(), NULL) GROUP BY s.root),
protected AS (SELECT DISTINCT s.root FROM return_same s JOIN people_address a ON a.person_id = s.person AND a.protected)
SELECT s.person, s.root, coalesce(l.value, {made_up}) AS child, l.value IS NULL AS made_up, s.looked_after,
       dense_rank() OVER (ORDER BY coalesce(l.value, {made_up}) COLLATE "C", s.root) AS place,
       coalesce(p.born_on, k.born) AS born,
       CASE WHEN p.born_on IS NULL THEN coalesce(k.knowledge, '') ELSE p.birth_knowledge END = 'expected' AS unborn,
       least(p.died_on, k.died) AS died, coalesce(nullif(p.sex, 'U'), k.sex, 'U') AS sex,
       coalesce(nullif(p.ethnicity, ''), k.ethnicity) AS ethnicity,
       u.value AS upn, u.reason AS upn_unknown, f.value AS former_upn,
       coalesce(x.locked, false) AS locked, {kept} AS kept_safe
  FROM return_same s JOIN people_person p ON p.id = s.root LEFT JOIN kin k ON k.root = s.root
  LEFT JOIN local l ON l.root = s.root LEFT JOIN upn u ON u.root = s.root LEFT JOIN former f ON f.root = s.root
  LEFT JOIN restricted x ON x.root = s.root LEFT JOIN protected h ON h.root = s.root"""


def gather(
    cursor: CursorWrapper,
    kind: ReturnKind,
    window: Window,
    only: Sequence[UUID] | None = None,
    *,
    whole: bool = False,
) -> None:
    """Make `return_child` for this return and year: of everybody, or of these records and no other.

    `whole` gives the places of protected homes too.
    """
    some = "" if only is None else " AND t.person_id = ANY (%s::uuid[])"
    told = " UNION ALL ".join(
        f"SELECT t.person_id, {str(each.table == 'Episodes').lower()} AS looked_after FROM {each.fact.target} t"
        f" WHERE ({filled(each.touches, window)}){some}"
        for each in cohort(kind)
    )
    if only is None:
        # Everybody is asked for at once: a loop over people, which a wrong guess of their number leads to, never pays.
        cursor.execute("SET LOCAL enable_nestloop = off")
    cursor.execute("DROP TABLE IF EXISTS return_child, return_same")
    asked = None if only is None else [[str(each) for each in only]] * len(list(cohort(kind)))
    cursor.execute(_SAME.format(told=told), asked)
    cursor.execute("ANALYZE return_same (root, person)")
    cursor.execute(_CHILDREN.format(kind=literal(kind), made_up=MADE_UP, kept="false" if whole else KEPT))
    cursor.execute("ANALYZE return_child (person, root, locked)")


def parents_of(kind: ReturnKind) -> list[str]:
    """The tables of which other tables' rows are parts, outermost first."""
    named = {parent.table for output in OUTPUTS[kind].values() for parent in output.fact.parents}
    return [table for table in OUTPUTS[kind] if table in named]
