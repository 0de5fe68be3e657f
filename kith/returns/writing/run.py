"""Writes a return: the record read once as it stood, the looks logged, then the files."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

import pyarrow as pa
from django.conf import settings
from django.db import connection, transaction

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.acting import acting
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.returns.codes import ReturnKind
from kith.returns.codes.pre_proceedings import pre_proceedings_element
from kith.returns.writing.cin_xml import Census
from kith.returns.writing.folder import UNSENT, all_or_none, check_folder
from kith.returns.writing.frames import Taken, columns_of, take
from kith.returns.writing.remarks import Remark, of_census
from kith.returns.writing.sendable import listed
from kith.returns.writing.ssda903_csv import FILES, csv_files
from kith.returns.writing.ssda903_xml import write_xml
from kith.returns.writing.window import Window, WriteError

Form = Literal["csv", "xml"]
Progress = Callable[[str], None]
# As `kith.access.looks` writes them, everybody's at once.
_LOOKS = """
SELECT access_record_looks(jsonb_agg(jsonb_build_object('person', person, 'page', %s::text, 'reason', %s::text)))
  FROM unnest(%s::uuid[]) AS person HAVING count(*) > 0"""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: rows by file or table, how many children of the record, and what was left out or blank."""

    rows: dict[str, int]
    children: int
    remarks: list[Remark]


def write_return(
    *,
    by: Actor,
    kind: ReturnKind,
    window: Window,
    folder: Path,
    form: Form = "csv",
    whole: bool = False,
    progress: Progress,
) -> Written:
    """Write a return into a folder. Needs the worker's login; `form` is of the SSDA903, the census is XML always.
    `whole`: with the postcodes and URN of protected homes, which the return that is sent must have; the log says so.

    Raises WriteError, whose message is one plain line, where it cannot be done, and NotPermittedError.
    """
    names = _names(kind, window, form)
    check_folder(folder, names)
    if kind == "cin" and not re.fullmatch(r"\d{3}", settings.LEA):
        raise WriteError(
            "Whose census is it? Set KITH_LEA to the three digits by which the DfE knows the authority."
        )
    progress("Reading the record, and noting whose it is")
    with ThreadPoolExecutor(1) as aside:
        noting: list[Future[None]] = []
        taken = read_as(
            by,
            kind,
            window,
            whole=whole,
            known=lambda people: noting.append(aside.submit(_note, by, kind, people.to_pylist())),
        )
        progress("Writing")
        # Files get their names at the end alone: by then the looks and the writing are in the log, or there are none.
        with all_or_none(folder, names) as files:
            told = _fill(files, kind, form, taken.frames, window)
            for looks in noting:
                looks.result()
            with acting(by):
                log(by=by, kind=kind, window=window, taken=taken, whole=whole)
    rows = {table: len(frame) for table, frame in taken.frames.items()}
    return Written(rows, len(taken.people), [*taken.remarks, *told])


def read_as(
    by: Actor,
    kind: ReturnKind,
    window: Window,
    *,
    whole: bool = False,
    known: Callable[[Any], None] | None = None,
) -> Taken:
    """What the record says of the year, as it stood at one moment, whoever writes in it meanwhile.

    `known` as `take` has it.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        with acting(by):
            return take(kind, window, whole=whole, known=known)


def _note(by: Actor, kind: ReturnKind, people: list[str]) -> None:
    """Log a look at each person of the return, on a connection of its own."""
    try:
        with acting(by), connection.cursor() as cursor:
            cursor.execute(_LOOKS, [f"return {kind}", by.reason, people])
    finally:
        connection.close()


@action("returns.write")
def log(*, by: Actor, kind: ReturnKind, window: Window, taken: Taken, whole: bool = False) -> None:
    """Log the writing of a return with its counts."""
    tell.permit(by=by, permission=Permission.WRITE_RETURNS)
    nothing_to_tell("A return was written: nothing about anybody changed.")
    concerns(
        [],
        kind=kind,
        year=window.year,
        children=len(taken.people),
        rows=sum(len(frame) for frame in taken.frames.values()),
        protected_homes=whole,
        left_out={remark.what: remark.count for remark in taken.remarks},
        reason=by.reason,
    )


def _names(kind: ReturnKind, window: Window, form: Form) -> list[str]:
    if kind == "cin":
        return [f"cin-{window.year}.xml", f"cin-{window.year}{UNSENT}"]
    if form == "xml":
        return [f"ssda903-{window.year}.xml"]
    return [name for table, name in FILES.items() if columns_of(kind, table, window.year)]


def _fill(
    files: dict[str, IO[bytes]], kind: ReturnKind, form: Form, frames: dict[str, pa.Table], window: Window
) -> list[Remark]:
    """Write the files; what writing itself left out or filled."""
    if kind == "ssda903" and form == "csv":
        for name, content in csv_files(frames):
            files[name].write(content)
        return []
    if kind == "ssda903":
        (file,) = files.values()
        write_xml(frames, file)
        return []
    census = Census(frames, pre_proceedings_element(), window.year)
    file, names = files.values()
    census.write(file)
    if census.unsent:
        names.write(listed(census.unsent).encode())
    return of_census(census.unsent, census.filled)
