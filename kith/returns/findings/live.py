"""The frames of the live record as they are checked: beside each row, which fact it is and whose.

Built on what writes the return, so that a finding is about the very row that would be sent. Other than a return, a check
leaves nobody out: records that are restricted are checked too, and their findings are read under their own policy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import pyarrow as pa
from django.db import connection

from kith.returns.codes import Column, ReturnKind, layout
from kith.returns.load.shapes import FactTable, Part
from kith.returns.writing import children
from kith.returns.writing.copying import arrow
from kith.returns.writing.frames import CHILDREN, columns_of
from kith.returns.writing.outputs import OUTPUTS, Output
from kith.returns.writing.queries import number, of_children, of_facts
from kith.returns.writing.window import Window

FACT, PERSON = "kith_fact", "kith_person"
PEOPLE = "people_person"
_WHOSE = "SELECT child, root::text FROM return_child WHERE person = root ORDER BY place"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a row tells: the record's table and id, whose fact it is, and the day that it is known by."""

    table: str
    id: UUID | None
    person: UUID | None
    day: dt.date | None = None


@dataclass(slots=True)
class Live:
    """Frames by table as `kith.returns.check_tables` takes them, and which fact each row is."""

    frames: dict[str, pa.Table] = field(default_factory=dict)
    ids: dict[str, tuple[list[str], list[str], list[str | None]]] = field(default_factory=dict)
    roots: dict[str, UUID] = field(default_factory=dict)
    kind: ReturnKind = "ssda903"

    def fact(self, table: str, row: int | None, child: str | None) -> Fact | None:
        """The fact of a failure; a row that is lacking is told of the child; None where it is of no one child."""
        if row is None or table not in self.ids:
            root = self.roots.get(child) if child else None
            return Fact(PEOPLE, None, root) if root else None
        facts, persons, days = self.ids[table]
        if table in CHILDREN:
            return Fact(PEOPLE, UUID(persons[row - 1]), UUID(persons[row - 1]))
        target = OUTPUTS[self.kind][table].fact.target
        return Fact(target, UUID(facts[row - 1]), UUID(persons[row - 1]), _day(days[row - 1]))


def live(kind: ReturnKind, window: Window, only: Sequence[UUID] | None = None) -> Live:
    """The record as a return of the year, of everybody or of these people (with all ids that each goes by).

    Needs the worker's login, and a transaction that belongs to somebody.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '64MB'; SET LOCAL jit = off")
        children.gather(cursor, kind, window, only)
        # Rules would take what is left out for what is lacking.
        cursor.execute("UPDATE return_child SET locked = false, kept_safe = false WHERE locked OR kept_safe")
        for table in children.parents_of(kind):
            for statement in number(kind, table, window):
                cursor.execute(statement)
    found = Live(kind=kind)
    whose = arrow(_WHOSE, ["child", "root"]).to_pydict()
    found.roots = {child: UUID(root) for child, root in zip(whose["child"], whose["root"], strict=True)}
    for name in layout(kind):
        columns = columns_of(kind, name, window.year)
        if not columns or (kind == "cin" and name == "Header"):
            continue
        if name in CHILDREN:
            frame = arrow(of_children(columns, kind, window), [each.name for each in columns])
            found.ids[name] = (whose["root"], whose["root"], [None] * len(whose["root"]))
        else:
            frame = _facts(found, OUTPUTS[kind][name], columns, window)
        found.frames[name] = frame.append_column("row", pa.array(range(1, len(frame) + 1), pa.int64()))
    return found


def _facts(found: Live, output: Output, columns: list[Column], window: Window) -> pa.Table:
    """The rows of a table of facts; what is told of two linked records in the same words is told once."""
    names = [each.name for each in columns]
    told = [*columns, *(Column(name, "text", "", "", "") for name in (FACT, PERSON))]
    sql = of_facts(replace(output, fact=_with_ids(output.fact)), told, window)
    frame = _once(arrow(sql, [*names, FACT, PERSON]), names, output.fact)
    key = next((part.source for part in output.fact.key if part.sort == "day"), None)
    days: list[str | None] = frame[key].to_pylist() if key else [None] * len(frame)
    found.ids[output.table] = (frame[FACT].to_pylist(), frame[PERSON].to_pylist(), days)
    return frame.select(names)


def _with_ids(fact: FactTable) -> FactTable:
    """The fact with its own id and its person's told as if they were columns of the return."""
    ids = (Part("id", FACT, "number"), Part("person_id", PERSON, "number"))
    return replace(fact, values=(*fact.values, *ids))


def _once(frame: pa.Table, names: list[str], fact: FactTable) -> pa.Table:
    if fact.parents or not fact.key or len(set(frame[PERSON].to_pylist())) == len(frame):
        return frame
    whose: dict[tuple[Any, ...], str] = {}
    keep = []
    told_by = zip(*(frame[name].to_pylist() for name in (*names, PERSON)), strict=True)
    for at, (*told, person) in enumerate(told_by):
        if whose.setdefault(tuple(told), person) == person:
            keep.append(at)
    return frame if len(keep) == len(frame) else frame.take(pa.array(keep, pa.int64()))


def _day(written: str | None) -> dt.date | None:
    if not written:
        return None
    return dt.datetime.strptime(written, "%d/%m/%Y" if "/" in written else "%Y-%m-%d").date()  # noqa: DTZ007
