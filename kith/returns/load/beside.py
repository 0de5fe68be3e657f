"""Writes the parts of a fact that stand in a side table, such as where the home of an episode is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load import ids
from kith.returns.load.shapes import Beside, literal

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet


def write(cursor: CursorWrapper, sheet: Sheet, beside: Beside) -> None:
    """Correct what the rows of `work` say otherwise, and add what has no row yet; leave what is right."""
    columns = [part.column for part in beside.values]
    source = literal(sheet.kind)
    fresh = ids.of_row(beside.target, sheet, "w.row")
    changes = ", ".join(f"{column} = w.v_{column}" for column in columns)
    differ = " OR ".join(f"b.{column} IS DISTINCT FROM w.v_{column}" for column in columns)
    cursor.execute(
        f"UPDATE {beside.target} b SET {changes}, source = {source} FROM work w"
        f" WHERE b.{beside.column} = w.fact AND w.outcome = 'changed' AND ({differ})"
    )
    cursor.execute(
        f"INSERT INTO {beside.target} (id, recorded_at, recorded_by, source, person_id, {beside.column},"
        f" {', '.join(columns)}) SELECT {fresh}, now(), (SELECT kith_actor()), {source}, w.person, w.fact,"
        f" {', '.join(f'w.v_{column}' for column in columns)} FROM work w"
        " WHERE w.outcome IN ('new', 'changed') AND NOT EXISTS"
        f" (SELECT 1 FROM {beside.target} b WHERE b.{beside.column} = w.fact)"
    )
