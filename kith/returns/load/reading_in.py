"""Streams what the reader gives into staging, sorting it into sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.returns.load import told
from kith.returns.load.progress import Progress
from kith.returns.load.sheets import Sheet
from kith.returns.load.stage import Stager

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.reading.shapes import Batch, Notice, Refusal


@dataclass
class Taken:
    """What was read: sheets with their rows in staging, files that were refused whole, and notices."""

    sheets: list[Sheet] = field(default_factory=list)
    whole: list[Refusal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def take_in(cursor: CursorWrapper, source: Iterable[Batch], *, progress: Progress) -> Taken:
    """Put everything that is read into staging, a batch at a time."""
    taken = Taken()
    stagers: dict[int, Stager] = {}
    done = 0
    for batch, sheet in _sheets(source, taken):
        taken.notices += batch.notices
        if sheet is None:
            taken.whole += batch.refusals
            continue
        if sheet.number not in stagers:
            stagers[sheet.number] = Stager(cursor, sheet)
        if batch.typed is not None and batch.rows_yielded:
            stagers[sheet.number].add(batch.typed)
        told.refused(cursor, sheet, (r for r in batch.refusals if r.row is not None), batch.raw)
        taken.whole += [refusal for refusal in batch.refusals if refusal.row is None]
        sheet.rows += batch.rows_read
        done += batch.rows_read
        progress("reading", done, None)
    for stager in stagers.values():
        stager.finish()
    return taken


def _sheets(batches: Iterable[Batch], taken: Taken) -> Iterator[tuple[Batch, Sheet | None]]:
    """Each batch with its sheet. Files may share a name: rows counted from 1 again are another file."""
    source = 0
    name: str | None = None
    current: dict[str, Sheet] = {}
    for batch in batches:
        if batch.kind is None or batch.table is None:
            yield batch, None
            continue
        rows = batch.raw["row"] if batch.raw is not None and batch.raw.num_rows else None
        first, last = (rows[0].as_py(), rows[-1].as_py()) if rows is not None else (None, None)
        known = current.get(batch.table)
        again = known is not None and first is not None and first <= known.last_row
        if batch.file != name or again:
            source, name, current = source + 1, batch.file, {}
        sheet = current.get(batch.table)
        if sheet is None:
            sheet = Sheet(
                len(taken.sheets) + 1, source, batch.file, batch.kind, batch.table, batch.year or ""
            )
            current[batch.table] = sheet
            taken.sheets.append(sheet)
        sheet.last_row = last or sheet.last_row
        yield batch, sheet
