"""Spans of one person that overlap: which one settles, which waits in staging, and what kind of clash it is.

What the record has settled stays. Of rows that are new together, the one that began first settles (of two
that began on one day, the earlier row), and one that overlaps it waits. A correction that would make a
settled span overlap another waits too, and the span stays as it was.

In the five sample years 41 pairs of neighbouring rows (of one child in one year's file, by DECOM) overlap.
Every one is two periods of care of one local id that run through each other: each is an unbroken chain of
episodes by itself (X1 on the day the next begins), and no order of rows makes the two into one. By dates they
are of four kinds, and `KINDS` words each of them:

- `inside`: one episode lies wholly within another that ended later;
- `across`: one began before another had ended, and outlasted it;
- `open`: one began while another had no end in that year's file (a later year's file often gives it one);
- `same_start`: two began on one day (none in the sample).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load.shapes import FactTable, Rivals, literal

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

KINDS = {
    "same_start": "both begin on the same day",
    "open": "that one has no end date, so it is still going on",
    "inside": "this one lies wholly within that one",
    "around": "that one lies wholly within this one",
    "across": "that one had not ended when this one began",
    "before": "this one had not ended when that one began",
}


def hold_rivals(cursor: CursorWrapper, fact: FactTable) -> None:
    """Hold each row of `work` whose span would overlap a settled one; the rest stay as they are."""
    if fact.rivals is None:
        return
    _find_clashing(cursor, fact, fact.rivals)
    cursor.execute("SELECT EXISTS (SELECT 1 FROM clashing)")
    if cursor.fetchone()[0]:
        _gather(cursor, fact, fact.rivals)
        while _hold_corrections(cursor):
            pass
        cursor.execute("UPDATE rival SET state = 'settled' WHERE state = 'correction'")
        while _settle_next(cursor):
            pass
        _tell_work(cursor, fact, fact.rivals.noun)
        cursor.execute("DROP TABLE rival")
    cursor.execute("DROP TABLE clashing")


def _spans(fact: FactTable, rivals: Rivals) -> tuple[str, str]:
    """SQL of the spans that rows of `work` want, and of those that the record holds for the same people."""
    first, last = fact.span_columns
    nights = "x.ended IS NULL OR x.ended > x.started"
    status = (
        ("v_legal_status AS legal_status", "t.legal_status")
        if "legal_status" in rivals.exempt
        else ("''", "''")
    )
    wanted = (
        f"SELECT x.* FROM (SELECT person, fact, row, v_{first} AS started, v_{last} AS ended, outcome,"
        f" {status[0]}"
        f" FROM work WHERE outcome IN ('new', 'changed')) x WHERE ({nights}) AND NOT ({rivals.exempt})"
    )
    held = (
        f"SELECT x.* FROM (SELECT t.person_id AS person, t.id AS fact, t.{first} AS started, t.{last}"
        f" AS ended,"
        f" {status[1]} FROM {fact.target} t WHERE t.person_id IN"
        " (SELECT person FROM work WHERE outcome IN ('new', 'changed'))) x"
        f" WHERE ({nights}) AND NOT ({rivals.exempt})"
    )
    return wanted, held


def _find_clashing(cursor: CursorWrapper, fact: FactTable, rivals: Rivals) -> None:
    """The people with any overlap, by one pass in order of start: nearly always few or none."""
    wanted, held = _spans(fact, rivals)
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


def _gather(cursor: CursorWrapper, fact: FactTable, rivals: Rivals) -> None:
    wanted, held = _spans(fact, rivals)
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
        f"CASE WHEN o.started = c.started THEN {literal(KINDS['same_start'])}"
        f" WHEN o.ended IS NULL THEN {literal(KINDS['open'])}"
        f" WHEN o.started < c.started AND c.ended <= o.ended THEN {literal(KINDS['inside'])}"
        f" WHEN c.started < o.started AND (c.ended IS NULL OR o.ended <= c.ended) THEN"
        f" {literal(KINDS['around'])}"
        f" WHEN o.started < c.started THEN {literal(KINDS['across'])} ELSE {literal(KINDS['before'])} END"
    )
    day = "to_char({}, 'DD/MM/YYYY')"
    cursor.execute(
        f"UPDATE work w SET outcome = 'held', clash = true, field = {literal(fact.key[0].source)},"
        f" reason = 'This {noun} (' || {day.format('c.started')} || ' to ' ||"
        f" coalesce({day.format('c.ended')}, 'now') || ') overlaps ' ||"
        f" CASE WHEN o.row IS NULL THEN 'one that the record already holds' ELSE 'row ' || o.row || '"
        f" of this file' END"
        f" || ' (' || {day.format('o.started')} || ' to ' || coalesce({day.format('o.ended')}, 'now')"
        f" || '): ' ||"
        f" {kind} || '. Correct the one that is wrong.'"
        " FROM rival c JOIN rival o ON o.id = c.blocked_by WHERE c.state = 'held' AND c.row = w.row"
    )
