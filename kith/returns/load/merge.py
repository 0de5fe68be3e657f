"""Compares one sheet with the record, in SQL over all its rows at once.

What comes out is the temporary table `work`: `row`, `person`, `fact` (the id of the fact, found or to be
made), `outcome`, `field`, `reason`, and one column `v_<column>` for each column of the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load import ids
from kith.returns.load.faults import Fault, faults
from kith.returns.load.shapes import FactTable, literal, quoted
from kith.returns.load.twins import settle_twins

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet


def compare(cursor: CursorWrapper, sheet: Sheet, fact: FactTable) -> None:
    """Make `work`. A row about a fact that a worker or family wrote otherwise gets the outcome `differs`."""
    found = faults(fact, sheet.year)
    cursor.execute("DROP TABLE IF EXISTS work")
    cursor.execute(f"CREATE TEMP TABLE work ON COMMIT DROP AS {_compare_sql(sheet, fact, found)}")
    cursor.execute("ANALYZE work (person, fact, outcome)")
    cursor.execute("SELECT problem, count(*) FROM work WHERE problem > 0 GROUP BY problem")
    for at, _count in cursor.fetchall():
        fault = found[at - 1]
        cursor.execute(
            f"UPDATE work w SET field = {literal(fault.field)}, reason = {fault.why}"
            f" FROM {sheet.stage} s {parent_joins(sheet, fact)} WHERE s.row = w.row AND w.problem = {at}"
        )
    settle_twins(cursor, fact)


def told_columns(fact: FactTable) -> list[str]:
    """The columns of the record that a row fills, as `work` holds them with `v_` before the name."""
    return [
        *(part.column for part in fact.parts),
        *(column for column, _ in fact.derived),
        *(parent.column for parent in fact.parents),
    ]


def _compare_sql(sheet: Sheet, fact: FactTable, found: list[Fault]) -> str:
    parents = {p.column: f"coalesce(p{at}.fact, t.{p.column})" for at, p in enumerate(fact.parents)}
    told = {part.column: part.sql for part in fact.parts} | dict(fact.derived) | parents
    compared = [part.column for part in fact.told] + list(parents)
    same = [f"t.{column} IS NOT DISTINCT FROM ({told[column]})" for column in compared]
    selected = "".join(f" {sql} AS v_{column}," for column, sql in told.items())
    outcomes = _case("problem", [f"{at} THEN '{fault.outcome}'" for at, fault in enumerate(found, 1)], "NULL")
    problem = _case("", [f"{fault.when} THEN {at}" for at, fault in enumerate(found, 1)], "0")
    fresh = ids.of_row(fact.target, sheet, "s.row")
    return f"""
SELECT x.*, coalesce({outcomes},
         CASE WHEN nth > 1 THEN 'twin' WHEN is_new THEN 'new' WHEN same OR older THEN 'unchanged'
              WHEN by_people THEN 'differs' ELSE 'changed' END) AS outcome,
       ''::text AS field, ''::text AS reason, false AS clash
  FROM (SELECT s.row, k.person,{selected} coalesce(t.id, {fresh}) AS fact,
               {_is_new(sheet, fact)} AS is_new,
               {" AND ".join(["t.id IS NOT NULL", *same])} AS same,
               coalesce({_older(sheet, fact)}, false) AS older,
               coalesce({fact.by_people}, false) AS by_people,
               {problem} AS problem,
               row_number() OVER (PARTITION BY {", ".join(["k.person", *_key_of_row(fact)])} ORDER BY
                 s.row) AS nth
          FROM {sheet.stage} s JOIN kin k ON k.child = s.{quoted(fact.child)} {parent_joins(sheet, fact)}
          LEFT JOIN {_matchable(fact)} t ON {_match(sheet, fact)}
         WHERE {fact.where}) x"""


def _case(subject: str, whens: list[str], otherwise: str) -> str:
    if not whens:
        return otherwise
    return f"CASE {subject} {' '.join(f'WHEN {when}' for when in whens)} ELSE {otherwise} END"


def _is_new(sheet: Sheet, fact: FactTable) -> str:
    """A person is new to the record when this very row brought them in."""
    if not fact.about_person:
        return "t.id IS NULL"
    return f"k.sheet = {sheet.number} AND k.row = s.row"


def _older(sheet: Sheet, fact: FactTable) -> str:
    """Whether a return of a later year has told it already; of one year, the SSDA903 has the last word."""
    year = literal(sheet.year)
    if fact.about_person:
        return (
            "EXISTS (SELECT 1 FROM returns_childinreturn c WHERE c.person_id = k.person"
            f" AND (c.collection_year, c.kind) > ({year}, {literal(sheet.kind)}))"
        )
    return f"t.reported_year > {year}" if fact.remembers_year else "false"


def _key_of_row(fact: FactTable) -> list[str]:
    keys = [part.sql for part in fact.key]
    keys += [f"p{at}.fact" for at, parent in enumerate(fact.parents) if parent.needed]
    return keys + ([fact.apart[0]] if fact.apart else [])


def parent_joins(sheet: Sheet, fact: FactTable) -> str:
    """Joins `p0`, `p1`...: the facts that the rows this one belongs to became."""
    return " ".join(
        f"LEFT JOIN placed p{at} ON p{at}.source = {sheet.source} AND p{at}.of = {literal(parent.table)}"
        f" AND p{at}.row = s.{quoted(parent.row)}"
        for at, parent in enumerate(fact.parents)
    )


def _matchable(fact: FactTable) -> str:
    """The facts that a row may be about, at most one for a key."""
    if fact.unique:
        return fact.whole
    apart = f", {fact.apart[1]}" if fact.apart else ""
    key = f"t.person_id, {', '.join(f't.{part.column}' for part in fact.key)}{apart}"
    return (
        f"(SELECT DISTINCT ON ({key}) t.* FROM {fact.whole} t WHERE t.person_id IN (SELECT person FROM kin)"
        f" ORDER BY {key}, {fact.by_people}, t.recorded_at, t.id)"
    )


def _match(sheet: Sheet, fact: FactTable) -> str:
    conditions = [f"t.{fact.owner} = k.person"]
    conditions += [f"t.{part.column} = {part.sql}" for part in fact.key]
    conditions += [f"t.{p.column} = p{at}.fact" for at, p in enumerate(fact.parents) if p.needed]
    if fact.yearly:
        conditions.append(f"t.collection_year = {literal(sheet.year)}")
    if fact.apart:
        conditions.append(f"{fact.apart[0]} = {fact.apart[1]}")
    return " AND ".join(conditions)
