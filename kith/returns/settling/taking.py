"""Taking one row that waited into the record, by the loader's own comparison and writing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from django.db import connection
from django.db.backends.utils import CursorWrapper

from kith.returns.codes import ReturnKind, layout
from kith.returns.load import apply, causes, ids, merge, people, stage, told, upns
from kith.returns.load.cin_tables import REFERRAL
from kith.returns.load.shapes import FactTable, quoted
from kith.returns.load.sheets import Sheet
from kith.returns.load.tables import facts_of
from kith.returns.settling.actions import CannotSettleError

if TYPE_CHECKING:
    from kith.returns.models import StagedRow

Ids = dict[str, list[str]]
"""Facts by their table."""
TEMPORARY = ("draw", "kin", "told", "placed", "work", "stage_1", "same_home")


@dataclass(slots=True)
class Changes:
    """What was put into the record, corrected in it, and taken out of it."""

    put_in: Ids = field(default_factory=dict)
    corrected: Ids = field(default_factory=dict)
    taken_out: Ids = field(default_factory=dict)


def take_row(row: StagedRow, *, beside: bool) -> Changes:
    """Take the row in; unless `beside`, what it overlaps goes out. Raises CannotSettleError."""
    sheet = Sheet(1, 1, row.file, cast(ReturnKind, row.kind), row.table, row.loaded_file.collection_year)
    done = Changes()
    with connection.cursor() as cursor:
        _stage(cursor, row, sheet)
        for fact in facts_of(row.kind, row.table):
            _find_referral(cursor, row, sheet, fact)
            merge.compare(cursor, sheet, fact)
            cursor.execute("SELECT outcome, fact::text, same, reason FROM work")
            for outcome, found, same, reason in cursor.fetchall():
                if outcome in ("held", "refused"):
                    raise CannotSettleError(f"It cannot be taken as it is. {reason}")
                if same:
                    continue
                new = outcome == "new"
                if new and fact.rivals and not beside:
                    _make_room(cursor, fact, done)
                _write(cursor, sheet, fact, new=new)
                (done.put_in if new else done.corrected).setdefault(fact.target, []).append(found)
                if causes.TWIN in row.reason:
                    # The other row of the file would take it back at the next load: now a person has said it.
                    cursor.execute(f"UPDATE {fact.target} SET source = 'worker' WHERE id = %s", [found])
            if fact.about_person and row.table in people.TELLS_OF_PEOPLE:
                upns.record_upns(cursor, sheet)
        _drop(cursor)
    return done


def _stage(cursor: CursorWrapper, row: StagedRow, sheet: Sheet) -> None:
    _drop(cursor)
    ids.prepare(cursor)
    people.prepare(cursor)
    told.prepare(cursor)
    stage.make(cursor, sheet)
    columns = ", ".join(f"r.{quoted(name)}" for name in layout(sheet.kind)[sheet.table].column_names)
    cursor.execute(
        f"INSERT INTO {sheet.stage} SELECT 1, {columns} FROM jsonb_populate_record(NULL::{sheet.stage}, %s::jsonb) r",
        [json.dumps(row.values)],
    )
    child = quoted(people.child_column(sheet))
    cursor.execute(f"INSERT INTO kin (child, person) SELECT {child}, %s FROM {sheet.stage}", [row.person_id])


def _find_referral(cursor: CursorWrapper, row: StagedRow, sheet: Sheet, fact: FactTable) -> None:
    """Say which referral the row belongs to: the file's own numbering of them is gone since it was loaded.

    The census puts what it tells within the referral's days; of several at once none is chosen.
    """
    if fact.parents != REFERRAL:
        return
    belongs = quoted(REFERRAL[0].row)
    cursor.execute(
        f"INSERT INTO placed SELECT %s, %s, s.{belongs}, (array_agg(r.id))[1] FROM {sheet.stage} s"
        " JOIN help_referral r ON r.person_id = %s AND r.referred_on IS NOT NULL"
        f" AND daterange(r.referred_on, r.closed_on, '[]') @> {fact.key[0].sql}"
        f" WHERE r.closed_on IS NULL OR r.closed_on >= r.referred_on GROUP BY s.{belongs} HAVING count(*) = 1",
        [sheet.source, REFERRAL[0].table, row.person_id],
    )


def _drop(cursor: CursorWrapper) -> None:
    cursor.execute(f"DROP TABLE IF EXISTS {', '.join(f'pg_temp.{name}' for name in TEMPORARY)}")


def _write(cursor: CursorWrapper, sheet: Sheet, fact: FactTable, *, new: bool) -> None:
    if not new:
        cursor.execute("UPDATE work SET outcome = 'changed'")
    apply.write(cursor, sheet, fact)


def _make_room(cursor: CursorWrapper, fact: FactTable, done: Changes) -> None:
    """Take out what claims the nights of the one row of `work`; history keeps it."""
    first, last = fact.span_columns
    cursor.execute(
        f"SELECT t.id::text FROM {fact.target} t JOIN work w ON t.person_id = w.person AND t.id <> w.fact"
        f" WHERE daterange(t.{first}, t.{last}) && daterange(w.v_{first}, w.v_{last})"
    )
    going = [found for (found,) in cursor.fetchall()]
    if not going:
        return
    if fact.beside:
        cursor.execute(
            f"DELETE FROM {fact.beside.target} WHERE {fact.beside.column} = ANY (%s::uuid[])"
            " RETURNING id::text",
            [going],
        )
        done.taken_out.setdefault(fact.beside.target, []).extend(found for (found,) in cursor.fetchall())
    cursor.execute(f"DELETE FROM {fact.target} WHERE id = ANY (%s::uuid[])", [going])
    done.taken_out.setdefault(fact.target, []).extend(going)
