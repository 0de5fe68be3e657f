"""Loads returns into the record: one transaction, earlier years first, set by set."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import psycopg
from django.db import Error as DjangoError
from django.db import connection

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.acting import acting
from kith.core.action import action, doing
from kith.core.actor import Actor
from kith.core.ahead import ahead
from kith.returns.load import ids, people, search, staged, story, told
from kith.returns.load.errors import LoadError, no_room, plainly
from kith.returns.load.first import laid_aside
from kith.returns.load.one_sheet import load_sheet
from kith.returns.load.progress import Progress, quiet
from kith.returns.load.reading_in import Taken, take_in
from kith.returns.load.report import Report, report
from kith.returns.load.tables import WITH_RIVALS
from kith.returns.load.waiting import retry
from kith.returns.load.zeros import lost_zeros
from kith.returns.reading.reader import read

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.reading.shapes import Batch

LOADER = UUID("6b697468-0000-4000-8000-00006c6f6164")
"""The loader's own id as an actor: a service, not an account."""

Paths = Iterable[str | os.PathLike[str]]
Batches = Callable[[], Iterable["Batch"]]


def loader(reason: str = "") -> Actor:
    """The actor of `kith load`."""
    return Actor(id=LOADER, role="loader", channel="service", reason=reason)


def load(
    paths: Paths,
    *,
    by: Actor | None = None,
    progress: Progress = quiet,
    today: dt.date | None = None,
    batches: Batches | None = None,
) -> Report:
    """Read SSDA903 and CIN census files into the record, all or nothing. Needs the worker's login.

    `batches` gives what is read of `paths` where that has begun already; it is asked again if the load begins anew.

    The report has the contract's shape. Bad rows and files are in it, with the rest loaded. Raises LoadError,
    whose one plain line says why, when nothing could be loaded.
    """
    actor = by or loader()
    try:
        with acting(actor):
            return _load(by=actor, paths=list(paths), progress=progress, today=today, batches=batches)
    except (DjangoError, psycopg.Error) as error:
        raise plainly(error) from error
    except OSError as error:  # what is wrong with the files themselves is in the report
        raise no_room(error) from error


@action("returns.load")
def _load(
    *,
    by: Actor,
    paths: list[str | os.PathLike[str]],
    progress: Progress,
    today: dt.date | None,
    batches: Batches | None,
) -> Report:
    tell.permit(by=by, permission=Permission.WRITE_RETURNS)
    run = uuid4()
    with connection.cursor() as cursor:
        _prepare(cursor)
        source = batches() if batches else ahead(read(paths, today=today))
        taken = take_in(cursor, source, progress=progress)
        with laid_aside(cursor, sum(sheet.rows for sheet in taken.sheets)):
            _load_all(cursor, run, taken, progress)
        doing().told = True  # by story.tell, set by set
        return report(cursor, run, taken)


def _prepare(cursor: CursorWrapper) -> None:
    cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('kith.returns.load'))")
    if not cursor.fetchone()[0]:
        raise LoadError(
            "Another load is under way. Wait for it to finish, then load again. Nothing was loaded."
        )
    cursor.execute("SELECT pg_my_temp_schema() = 0")
    if cursor.fetchone()[0]:  # it cannot be set once this connection has had a temporary table
        cursor.execute("SET LOCAL temp_buffers = '128MB'")
    cursor.execute("SET LOCAL work_mem = '128MB'; SET LOCAL jit = off")
    # Enough to tell many from few, which is all that joins of our own temporary tables ask.
    cursor.execute("SET LOCAL default_statistics_target = 10")
    ids.prepare(cursor)
    people.prepare(cursor)
    told.prepare(cursor)
    story.prepare(cursor)
    search.prepare(cursor)


def _load_all(cursor: CursorWrapper, run: UUID, taken: Taken, progress: Progress) -> None:
    sheets = sorted(taken.sheets, key=lambda sheet: sheet.rank)
    files = {sheet.number: uuid4() for sheet in sheets}
    staged.record_files(cursor, run, sheets, files, final=False)
    total = sum(sheet.rows for sheet in sheets)
    done = 0
    for sheet in sheets:
        load_sheet(cursor, sheet, files[sheet.number])
        done += sheet.rows
        progress("loading", done, total)
    for fact in WITH_RIVALS:
        retry(cursor, fact, sheets)
    taken.notices += lost_zeros(cursor, sheets)
    staged.keep(cursor, sheets, files)
    staged.record_files(cursor, run, sheets, files, final=True)
    search.refresh(cursor)
    if sheets:
        story.tell(cursor, run, sheets)
        story.audit(cursor, run, sheets)
