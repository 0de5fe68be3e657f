"""Spans of one person that overlap: which one settles, which waits in staging, and what kind of clash it is.

What the record has settled stays. Of rows that are new together, the one that began first settles (of two
that began on one day, the earlier row), and one that overlaps it waits. A correction that would make a
settled span overlap another waits too, and the span stays as it was.

Of the five sample years, 41 pairs of neighbouring rows (of one child in one year's file, in order of DECOM)
overlap, of 22 children. Every one has the same cause: two periods of care under one local id that run through
each other. Each is an unbroken chain by itself (X1 on the day the next episode begins), most with a start (S)
of its own, so no order and no single wrong date makes the two into one: two children under one id, or care
that began again before the first ending was recorded. By their dates they are of four kinds:

- across (19 pairs): the second began before the first had ended, and outlasted it;
- inside (13): the second began and ended within the first;
- first still open (7): the first has no end in that year's file, the second has; a later file ends the first;
- both still open (2): neither has an end in that year's file.

In 13 of the pairs one is a short break (V3, V4). The record lets an agreement (V4) run beside a stay, for a
worker may find that both were true; but a return reports one status a night, so here such a row waits too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load import causes
from kith.returns.load.shapes import FactTable, literal

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper


def hold_rivals(cursor: CursorWrapper, fact: FactTable) -> None:
    """Hold each row of `work` whose span would overlap a settled one; the rest stay as they are."""
    if not fact.rivals:
        return
    _find_clashing(cursor, fact)
    cursor.execute("SELECT EXISTS (SELECT 1 FROM clashing)")
    if cursor.fetchone()[0]:
        _gather(cursor, fact)
        while _hold_corrections(cursor):
            pass
        cursor.execute("UPDATE rival SET state = 'settled' WHERE state = 'correction'")
        while _settle_next(cursor):
            pass
        _tell_work(cursor, fact, fact.rivals)
        cursor.execute("DROP TABLE rival")
    cursor.execute("DROP TABLE clashing")


def _spans(fact: FactTable) -> tuple[str, str]:
    """SQL of the spans that rows of `work` want, and of those that the record holds for the same people."""
    first, last = fact.span_columns
    nights = "(x.ended IS NULL OR x.ended > x.started)"
    wanted = (
        f"SELECT x.* FROM (SELECT person, fact, row, v_{first} AS started, v_{last} AS ended, outcome"
        f" FROM work WHERE outcome IN ('new', 'changed')) x WHERE {nights}"
    )
    held = (
        f"SELECT x.* FROM (SELECT t.person_id AS person, t.id AS fact, t.{first} AS started,"
        f" t.{last} AS ended FROM {fact.target} t WHERE t.person_id IN"
        f" (SELECT person FROM work WHERE outcome IN ('new', 'changed'))) x WHERE {nights}"
    )
    return wanted, held


def _find_clashing(cursor: CursorWrapper, fact: FactTable) -> None:
    """The people with any overlap, by one pass in order of start: nearly always few or none."""
    wanted, held = _spans(fact)
    cursor.execute(f"""
CREATE TEMP TABLE clashing ON COMMIT DROP AS
SELECT DISTINCT person FROM (
    SELECT person, started, max(coalesce(ended, 'infinity')) OVER (
        PARTITION BY person ORDER BY started ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until
      FROM (SELECT person, started, ended FROM ({wanted}) w UNION ALL
            SELECT person, started, ended FROM ({held}) h
             WHERE NOT EXISTS (SELECT 1 FROM work c WHERE c.outcome = 'changed' AND c.fact = h.fact))
               every) seen
 WHERE until > started""")


def _gather(cursor: CursorWrapper, fact: FactTable) -> None:
    wanted, held = _spans(fact)
    mine = "person IN (SELECT person FROM clashing)"
    cursor.execute(f"""
CREATE TEMP TABLE rival ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY person, started, row) AS id, r.*, daterange(started, ended) AS span,
       NULL::bigint AS blocked_by
  FROM (SELECT person, fact, row, started, ended,
               CASE outcome WHEN 'new' THEN 'undecided' ELSE 'correction' END AS state FROM ({wanted})
                 w WHERE {mine}
        UNION ALL
        SELECT person, fact, NULL, started, ended,
               CASE WHEN EXISTS (SELECT 1 FROM work c WHERE c.outcome = 'changed' AND c.fact = h.fact)
                    THEN 'before' ELSE 'settled' END FROM ({held}) h WHERE {mine}) r""")


def _hold_corrections(cursor: CursorWrapper) -> bool:
    """Hold corrections that overlap what is settled, or an earlier correction; their spans stay as before."""
    cursor.execute("""
WITH held AS (
    UPDATE rival c SET state = 'held', blocked_by = b.id
      FROM (SELECT c.id AS held, min(o.id) AS id FROM rival c JOIN rival o
              ON o.person = c.person AND o.span && c.span AND o.id <> c.id
             AND (o.state = 'settled' OR (o.state = 'correction' AND o.id < c.id))
             WHERE c.state = 'correction' GROUP BY c.id) b
     WHERE b.held = c.id RETURNING c.fact)
UPDATE rival SET state = 'settled' FROM held WHERE rival.fact = held.fact AND rival.state = 'before'""")
    return bool(cursor.rowcount)


def _settle_next(cursor: CursorWrapper) -> bool:
    """One round: hold what overlaps a settled span, then settle what no earlier undecided one overlaps."""
    cursor.execute("""
UPDATE rival c SET state = 'held', blocked_by = b.id
  FROM (SELECT c.id AS held, min(o.id) AS id FROM rival c JOIN rival o
          ON o.person = c.person AND o.state = 'settled' AND o.span && c.span
         WHERE c.state = 'undecided' GROUP BY c.id) b
 WHERE b.held = c.id""")
    cursor.execute("""
UPDATE rival c SET state = 'settled' WHERE c.state = 'undecided' AND NOT EXISTS (
    SELECT 1 FROM rival o WHERE o.person = c.person AND o.state = 'undecided' AND o.id < c.id AND
      o.span && c.span)""")
    return bool(cursor.rowcount)


def _tell_work(cursor: CursorWrapper, fact: FactTable, noun: str) -> None:
    kind = (
        f"CASE WHEN o.started = c.started THEN {literal(causes.KINDS['same_start'])}"
        f" WHEN o.ended IS NULL THEN {literal(causes.KINDS['open'])}"
        f" WHEN o.started < c.started AND c.ended <= o.ended THEN {literal(causes.KINDS['inside'])}"
        f" WHEN c.started < o.started AND (c.ended IS NULL OR o.ended <= c.ended) THEN"
        f" {literal(causes.KINDS['around'])}"
        f" WHEN o.started < c.started THEN {literal(causes.KINDS['across'])} ELSE {literal(causes.KINDS['before'])} END"
    )
    day = "to_char({}, 'DD/MM/YYYY')"
    cursor.execute(
        f"UPDATE work w SET outcome = 'held', clash = true, field = {literal(fact.key[0].source)},"
        f" reason = 'This {noun} (' || {day.format('c.started')} || ' to ' ||"
        f" coalesce({day.format('c.ended')}, 'now') || '){causes.OVERLAPS}' ||"
        f" CASE WHEN o.row IS NULL THEN 'one that the record already holds' ELSE 'row ' || o.row || '"
        f" of this file' END"
        f" || ' (' || {day.format('o.started')} || ' to ' || coalesce({day.format('o.ended')}, 'now')"
        f" || '): ' ||"
        f" {kind} || '. Correct the one that is wrong.'"
        " FROM rival c JOIN rival o ON o.id = c.blocked_by WHERE c.state = 'held' AND c.row = w.row"
    )
