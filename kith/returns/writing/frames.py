"""The tables of a return as Arrow, from the record: what is written, and what a check of the live record is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from django.conf import settings
from django.db import connection
from django.utils import timezone

from kith import __version__
from kith.returns.codes import Column, ReturnKind, layout
from kith.returns.writing import children
from kith.returns.writing.copying import arrow
from kith.returns.writing.outputs import OUTPUTS
from kith.returns.writing.queries import number, of_children, of_facts
from kith.returns.writing.remarks import Remark, remarks
from kith.returns.writing.window import Window

CHILDREN = frozenset({"Header", "ChildIdentifiers", "ChildCharacteristics"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out of the record: the frames, the ids of everybody in them, and what they leave out."""

    frames: dict[str, Any]
    people: Any
    remarks: list[Remark]


def frames(kind: ReturnKind, window: Window) -> dict[str, Any]:
    """Table name to pyarrow.Table: the year's columns as text in DfE's order, blank as null, rows by child and day.

    Dates are DD/MM/YYYY in the SSDA903 and ISO in the CIN census, whose rows name their parent's by its number in
    that parent's frame, from 1. Needs the worker's login and a transaction that belongs to the asker.
    """
    return take(kind, window).frames


def take(
    kind: ReturnKind, window: Window, *, whole: bool = False, known: Callable[[Any], None] | None = None
) -> Taken:
    """The frames of a return with what goes with them; a fixed number of queries, whatever the number of children.

    `known` is told the ids of everybody in them as soon as they are, before a row of theirs is read.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; SET LOCAL cursor_tuple_fraction = 1"
        )
        children.gather(cursor, kind, window, whole=whole)
        people = arrow("SELECT DISTINCT root::text FROM return_child WHERE NOT locked", ["person"])["person"]
        if known is not None:
            known(people)
        for table in children.parents_of(kind):
            for statement in number(kind, table, window):
                cursor.execute(statement)
    found = {name: _frame(kind, name, window) for name in layout(kind) if columns_of(kind, name, window.year)}
    return Taken(found, people, remarks(kind, window))


def columns_of(kind: ReturnKind, table: str, year: str) -> list[Column]:
    """The columns that the return of a year has of a table; none for a table that it does not have."""
    return [
        each
        for each in layout(kind)[table].columns
        if each.first_year <= year and (not each.last_year or year <= each.last_year)
    ]


def _frame(kind: ReturnKind, table: str, window: Window) -> Any:
    columns = columns_of(kind, table, window.year)
    names = [column.name for column in columns]
    if kind == "cin" and table == "Header":
        return _census(window, names)
    if table in CHILDREN:
        return arrow(of_children(columns, kind, window), names)
    return arrow(of_facts(OUTPUTS[kind][table], columns, window), names)


def _census(window: Window, names: Iterable[str]) -> Any:
    """The census's own header: whose it is, of which year, written when and by what."""
    told = {
        "Collection": "CIN",
        "Year": str(window.ends.year),
        "ReferenceDate": window.ends.isoformat(),
        "SourceLevel": "L",
        "LEA": settings.LEA or None,
        "SoftwareCode": "Kith",
        "Release": __version__,
        "SerialNo": "001",
        "DateTime": timezone.localtime().strftime("%Y-%m-%dT%H:%M:%S"),
    }
    return pa.table({name: pa.array([told[name]], pa.string()) for name in names})
