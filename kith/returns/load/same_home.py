"""Whether each episode stayed in the home of the one before: the law asks that, and never where the home is.

The episode before is the last that began earlier, short breaks left out, as in `kith.care.spans`. Where
either postcode is blank it is not known, and what a worker said of it stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kith.care.short_breaks import SHORT_BREAKS
from kith.returns.load.shapes import literal

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

TARGET = "care_episode"
JOINED = " LEFT JOIN same_home h ON h.fact = w.fact"
SAME = {"same_home_as_before": "h.same"}
"""SQL of the column, when the rows of `work` as `w` are written with what `JOINED` joins to them."""
_BREAKS = ", ".join(literal(code) for code in SHORT_BREAKS)
_WRITTEN = "outcome IN ('new', 'changed')"


def work_out(cursor: CursorWrapper) -> None:
    """Make `same_home` (working, fact, same) for the people of whom `work` tells something.

    `working` says that the fact is one of `work`, which `JOINED` and `SAME` then write; `pass_on` tells the others.
    """
    cursor.execute("DROP TABLE IF EXISTS same_home")
    cursor.execute(f"""
CREATE TEMP TABLE same_home ON COMMIT DROP AS
SELECT working, fact, CASE WHEN postcode <> '' AND postcode_before <> ''
                  THEN (postcode, urn) = (postcode_before, urn_before) ELSE said END AS same
  FROM (SELECT working, fact, said, postcode, urn, lag(postcode) OVER stay AS postcode_before,
               lag(urn) OVER stay AS urn_before
          FROM (SELECT true AS working, person, fact, NULL::boolean AS said, v_started_on AS started,
                       v_ceased_on AS ceased, v_placement_postcode AS postcode, v_urn AS urn
                  FROM work WHERE {_WRITTEN} AND v_legal_status NOT IN ({_BREAKS})
                UNION ALL
                SELECT false, t.person_id, t.id,
                       CASE WHEN t.source IN ('worker', 'family') THEN t.same_home_as_before END,
                       t.started_on, t.ceased_on, coalesce(b.placement_postcode, ''), coalesce(b.urn, '')
                  FROM {TARGET} t LEFT JOIN care_episodeplace b ON b.episode_id = t.id
                 WHERE t.person_id IN (SELECT person FROM work WHERE {_WRITTEN})
                   AND t.legal_status NOT IN ({_BREAKS})
                   AND NOT EXISTS (SELECT 1 FROM work c WHERE c.fact = t.id AND c.outcome = 'changed')) every
        WINDOW stay AS (PARTITION BY person ORDER BY started, coalesce(ceased, 'infinity'), fact)) x""")
    # Else it is taken for many rows a fact, and to join them the rows of a person are pulled apart.
    cursor.execute("ANALYZE same_home (fact)")


def pass_on(cursor: CursorWrapper) -> None:
    """Tell the episodes that `work` left alone, and whose neighbour is new or corrected."""
    cursor.execute(
        f"UPDATE {TARGET} t SET same_home_as_before = h.same FROM same_home h"
        " WHERE h.fact = t.id AND NOT h.working AND t.same_home_as_before IS DISTINCT FROM h.same"
    )
    cursor.execute("DROP TABLE same_home")


def afresh(cursor: CursorWrapper, person: UUID) -> None:
    """Work it out again for one person, of whom facts were put back."""
    cursor.execute("DROP TABLE IF EXISTS work")
    # A row that tells of nothing but whose episodes are meant: a short break, which is left out.
    cursor.execute(
        "CREATE TEMP TABLE work ON COMMIT DROP AS SELECT %s::uuid AS person, NULL::uuid AS fact, 'new' AS outcome,"
        f" {literal(SHORT_BREAKS[0])} AS v_legal_status, NULL::date AS v_started_on, NULL::date AS v_ceased_on,"
        " '' AS v_placement_postcode, '' AS v_urn",
        [str(person)],
    )
    work_out(cursor)
    pass_on(cursor)
    cursor.execute("DROP TABLE work")
