"""Writes what `work` found into the record: corrections first, so that spans close before others open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load import beside, causes, same_home
from kith.returns.load.merge import told_columns
from kith.returns.load.shapes import FactTable, literal

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet


def list_differences(cursor: CursorWrapper, sheet: Sheet, fact: FactTable, file_id: str) -> None:
    """List, field by field, where the file says other than what a worker or family wrote; hold those rows."""
    for part in fact.told:
        table, held = fact.kept_in(part)
        cursor.execute(
            "INSERT INTO returns_difference (id, recorded_at, recorded_by, source, person_id,"
            " loaded_file_id, file,"
            ' "table", row, fact_table, fact, field, recorded, given)'
            f" SELECT DISTINCT ON (w.fact, w.v_{part.column}) gen_random_uuid(), now(), (SELECT kith_actor()),"
            f" %s, w.person, %s,"
            f" %s, %s, w.row, %s, {held}, %s, left(coalesce(t.{part.column}::text, ''), 200),"
            f" left(coalesce(w.v_{part.column}::text, ''), 200) FROM work w JOIN {fact.whole} t ON"
            f" t.id = w.fact"
            f" WHERE w.outcome = 'differs' AND w.v_{part.column} IS DISTINCT FROM t.{part.column}"
            f" AND NOT EXISTS (SELECT 1 FROM returns_difference d WHERE d.fact = {held} AND d.field = %s"
            f" AND d.given = left(coalesce(w.v_{part.column}::text, ''), 200))",
            [sheet.kind, file_id, sheet.file, sheet.table, table, part.column, part.column],
        )
    named = ", ".join(
        f"CASE WHEN w.v_{part.column} IS DISTINCT FROM t.{part.column} THEN {literal(part.source)} END"
        for part in fact.told
    )
    cursor.execute(
        "UPDATE work w SET outcome = CASE WHEN d.names = '' THEN 'unchanged' ELSE 'held' END,"
        f" field = split_part(d.names, ', ', 1), reason = '{causes.WRITTEN}, which"
        " stays as it is: ' || d.names || ' differs. Settle it on the person''s page.'"
        f" FROM (SELECT w.row, concat_ws(', ', {named or 'NULL'}) AS names FROM work w"
        f" JOIN {fact.whole} t ON t.id = w.fact WHERE w.outcome = 'differs') d WHERE d.row = w.row"
    )


def write(cursor: CursorWrapper, sheet: Sheet, fact: FactTable) -> None:
    """Apply corrections, then add what is new. History keeps each earlier version by trigger."""
    homes = fact.target == same_home.TARGET
    if homes:
        same_home.work_out(cursor)
    given = same_home.SAME if homes else {}
    joined = same_home.JOINED if homes else ""
    apart = {part.column for part in fact.beside.values} if fact.beside else set()
    told = [column for column in told_columns(fact) if column not in apart]
    fixed = {"source": literal(sheet.kind)}
    if fact.remembers_year:
        fixed["reported_year"] = literal(sheet.year)
    keys = {part.column for part in fact.key}
    said = {column: given.get(column, f"w.v_{column}") for column in told}
    changes = [f"{column} = {value}" for column, value in said.items() if column not in keys]
    changes += [f"{column} = {value}" for column, value in fixed.items()]
    cursor.execute(
        f"UPDATE {fact.target} t SET {', '.join(changes)} FROM work w{joined} WHERE t.id = w.fact AND w.outcome"
        f" = 'changed'"
    )
    if fact.about_person:
        return
    if fact.yearly:
        fixed["collection_year"] = literal(sheet.year)
    columns = [*told, *fixed]
    values = [*said.values(), *fixed.values()]
    cursor.execute(
        f"INSERT INTO {fact.target} (id, recorded_at, recorded_by, person_id, {', '.join(columns)})"
        f" SELECT w.fact, now(), (SELECT kith_actor()), w.person, {', '.join(values)} FROM work w{joined}"
        " WHERE w.outcome = 'new'"  # in order of person already: `work` is made in it, and so lie the rows of one
    )
    if fact.beside:
        beside.write(cursor, sheet, fact.beside)
    if homes:
        same_home.pass_on(cursor)


def place(cursor: CursorWrapper, sheet: Sheet, fact: FactTable) -> None:
    """Remember which fact each row became, for rows of other tables that belong to it."""
    cursor.execute(
        "INSERT INTO placed (source, of, row, fact) SELECT %s, %s, w.row, w.fact FROM work w"
        f" JOIN {fact.target} t ON t.id = w.fact",
        [sheet.source, sheet.table],
    )
