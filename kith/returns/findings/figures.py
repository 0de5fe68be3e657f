"""How many findings there are, by rule: exact for the returns officer, and with small numbers hidden for all others.

People whose record is restricted are in no figure: a figure with them beside a list without would tell of them.
"""

from __future__ import annotations

import datetime as dt

from django.db import connection

from kith.law.accountability.suppress import FEW
from kith.returns.findings.years import KINDS, years_live

# A total is of children, who may have several findings, so that no hidden part of it is a difference. But where the
# rules that are shown cannot have so many children between them, the rest are of the hidden ones: then it is hidden too.
_COUNT = """
WITH apart AS MATERIALIZED (
    SELECT x.person_id FROM access_restriction x WHERE x.during && daterange(%(today)s, NULL)),
link AS (SELECT person_id, canonical_id FROM people_personidentity WHERE during @> now()),
hidden AS (
    SELECT person_id FROM apart
    UNION SELECT l.canonical_id FROM apart JOIN link l USING (person_id)
    UNION SELECT o.person_id FROM apart JOIN link l USING (person_id) JOIN link o USING (canonical_id)
    UNION SELECT l.person_id FROM apart a JOIN link l ON l.canonical_id = a.person_id),
f AS (
    SELECT f.*, coalesce(l.canonical_id, f.person_id) AS root, f.explanation = '' AS is_open
      FROM returns_finding f LEFT JOIN link l ON l.person_id = f.person_id
     WHERE f.cleared_on IS NULL AND (f.person_id IS NULL OR f.person_id NOT IN (SELECT person_id FROM hidden))),
line AS (
    SELECT kind, year, severity, coalesce(code, '') AS code, grouping(code) = 1 AS whole,
           count(*) FILTER (WHERE is_open) AS open, count(*) FILTER (WHERE NOT is_open) AS explained,
           count(DISTINCT root) FILTER (WHERE is_open) AS children,
           count(DISTINCT root) FILTER (WHERE NOT is_open) AS explained_children,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY %(today)s - first_seen) FILTER (WHERE is_open) AS days
      FROM f GROUP BY GROUPING SETS ((kind, year, severity, code), (kind, year, severity))),
told AS (
    SELECT line.*, whole AND children > 1 + coalesce(sum(children) FILTER (WHERE NOT whole AND children > %(few)s)
               OVER (PARTITION BY kind, year, severity), 0) AS tells
      FROM line)
INSERT INTO returns_findingfigure (as_at, exact, kind, year, severity, code, open, children, explained, days)
SELECT %(today)s, %(exact)s, kind, year, severity, code,
       CASE WHEN %(exact)s OR NOT whole AND NOT children BETWEEN 1 AND %(few)s THEN open END,
       CASE WHEN %(exact)s OR NOT tells AND NOT children BETWEEN 1 AND %(few)s THEN children END,
       CASE WHEN %(exact)s OR NOT whole AND NOT explained_children BETWEEN 1 AND %(few)s THEN explained END,
       CASE WHEN %(exact)s OR children > %(few)s THEN days END
  FROM told
"""

# A return without any finding has a line too, so that it is seen to be well, and since when.
_NONE = """
INSERT INTO returns_findingfigure (as_at, exact, kind, year, severity, code, open, children, explained)
SELECT %s, %s, %s, %s, severity, '', 0, 0, 0 FROM unnest(ARRAY['error', 'query']) severity ON CONFLICT DO NOTHING
"""


def count(today: dt.date, *, exact: bool) -> None:
    """Count all findings that stand, in place of what was counted today before. Under the worker's login."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM returns_findingfigure WHERE as_at = %s AND exact = %s", [today, exact])
        cursor.execute(_COUNT, {"today": today, "exact": exact, "few": FEW})
        for kind in KINDS:
            for window in years_live(kind, today):
                cursor.execute(_NONE, [today, exact, kind, window.year])
