"""Loads one table of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kith.returns.load import apply, merge, people, rivals, search, story, told, upns
from kith.returns.load.shapes import FactTable
from kith.returns.load.tables import ALL, facts_of

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet

_PARENTS = {(fact.kind, parent.table) for fact in ALL for parent in fact.parents}


def load_sheet(cursor: CursorWrapper, sheet: Sheet, file_id: UUID) -> None:
    """Bring the staged rows of one sheet into the record, count what became of them, and drop them.

    Raises RuntimeError (a fault of ours, and nothing is kept) if the counts do not add up to the rows read.
    """
    facts = facts_of(sheet.kind, sheet.table)
    if not facts:  # the census's header says who sent it; it tells of nobody
        sheet.counts["unchanged"] += sheet.rows - sheet.counts["refused"]
        return
    people.admit(cursor, sheet)
    people.refuse_long_ids(cursor, sheet)
    for at, fact in enumerate(facts):
        if at:
            cursor.execute("DROP TABLE IF EXISTS main")
            cursor.execute("ALTER TABLE work RENAME TO main")
        _load_fact(cursor, sheet, fact, file_id)
        if at:
            _join_outcomes(cursor)
    told.gather(cursor, sheet)
    cursor.execute("SELECT outcome, count(*) FROM work GROUP BY outcome")
    sheet.counts.update(dict(cursor.fetchall()))
    cursor.execute(f"DROP TABLE {sheet.stage}")
    if sum(sheet.counts.values()) != sheet.rows:
        raise RuntimeError(f"{sheet.file} {sheet.table}: {sheet.rows} rows, outcomes {dict(sheet.counts)}")


def _load_fact(cursor: CursorWrapper, sheet: Sheet, fact: FactTable, file_id: UUID) -> None:
    merge.compare(cursor, sheet, fact)
    apply.list_differences(cursor, sheet, fact, str(file_id))
    rivals.hold_rivals(cursor, fact)
    apply.write(cursor, sheet, fact)
    if fact.about_person and sheet.table in people.TELLS_OF_PEOPLE:
        upns.record_upns(cursor, sheet)
        upns.note_children(cursor, sheet)
    if fact.about_person:
        search.mark(cursor, "work WHERE outcome IN ('new', 'changed')")
    if (sheet.kind, sheet.table) in _PARENTS:
        apply.place(cursor, sheet, fact)
    story.touch(cursor)


def _join_outcomes(cursor: CursorWrapper) -> None:
    """A row that told two facts has one outcome: what waits or changed outweighs what did not."""
    cursor.execute(
        "UPDATE main m SET outcome = w.outcome, field = w.field, reason = w.reason FROM work w WHERE"
        " w.row = m.row"
        " AND w.outcome IN ('held', 'refused') AND m.outcome NOT IN ('held', 'refused')"
    )
    cursor.execute(
        "UPDATE main m SET outcome = 'changed' FROM work w WHERE w.row = m.row"
        " AND w.outcome IN ('new', 'changed') AND m.outcome = 'unchanged'"
    )
    cursor.execute("DROP TABLE work")
    cursor.execute("ALTER TABLE main RENAME TO work")
