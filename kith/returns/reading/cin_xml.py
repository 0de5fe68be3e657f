"""Reads a CIN census XML into the tables of that return. Structure: DfE CIN census schema."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
from lxml import etree

from kith.returns.reading.cin_forms import Forms
from kith.returns.reading.cin_groups import COLUMNS, Group, groups_of_a_child
from kith.returns.reading.shapes import Batch, Refusal, Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed
from kith.returns.reading.watching import FRAME, ROWS, Watch, Watcher
from kith.returns.reading.xml_fields import fields, text_of
from kith.returns.reading.xml_rows import XmlRows
from kith.returns.reading.xml_stream import elements, local_name
from kith.returns.reading.years import Verdict


def read_cin(
    source: Source,
    sniffed: Sniffed,
    verdict: Verdict,
    connection: duckdb.DuckDBPyConnection | None,
    watch: Watch | None = None,
) -> Iterator[Batch]:
    """Batches of every table. Row numbers count a table's elements in the order of the document.

    Raises UnreadableError where KITH_CIN_PRE_PROCEEDINGS is no name of an element; a damaged file gives a Refusal.
    """
    groups = groups_of_a_child()
    rows = XmlRows(connection, source.name, "cin", verdict.year)
    forms = Forms(groups, rows)
    watcher = watch(source, sniffed, verdict.year) if watch else None
    failure: Refusal | None = None
    try:
        for element in elements(source, sniffed, ROWS, beside=FRAME if watcher else ()):
            name = local_name(element)
            if name == "child":
                _child(element, forms, groups, rows, watcher)
            else:
                if name == "header":
                    _header(element, rows)
                if watcher:
                    watcher.part(element)
            if rows.full():
                yield from rows.flush()
    except UnreadableError as error:
        failure = Refusal(source.name, None, None, str(error))
        if watcher:
            watcher.broken(str(error))
    yield from rows.flush(last=True)
    if failure:
        yield Batch(source.name, "cin", None, verdict.year, refusals=[failure])


def _header(element: etree._Element, rows: XmlRows) -> None:
    values: dict[str, str | None] = {}
    for part in element:
        found, _ = fields(part, COLUMNS["Header"], (), "Header", rows)
        values = found | values
    rows.add("Header", values)


def _child(
    element: etree._Element, forms: Forms, groups: dict[str, Group], rows: XmlRows, watcher: Watcher | None
) -> None:
    if taken := forms.take(element):
        if watcher:
            watcher.alike(element, *taken)
        return
    identifier = next((text_of(found) for found in element.iter("{*}LAchildID")), None)
    own, _ = fields(element, {}, groups, "ChildIdentifiers", rows)
    for part in element:
        group = groups.get(local_name(part))
        if group is not None:
            _group(part, group, {**own, "LAchildID": identifier}, rows)
    if watcher:
        watcher.part(element)


def _group(element: etree._Element, group: Group, context: dict[str, str | None], rows: XmlRows) -> None:
    if group.item is not None:
        _items(element, group.table, group.item, context, rows)
        return
    found, fault = fields(element, COLUMNS[group.table], group.groups, group.table, rows)
    number = rows.add(group.table, {**context, **found}, fault)
    inner = {**context, f"{group.table}Row": str(number)}
    for part in element:
        below = group.groups.get(local_name(part))
        if below is not None:
            _group(part, below, inner, rows)


def _items(
    element: etree._Element, table: str, item: str, context: dict[str, str | None], rows: XmlRows
) -> None:
    for part in element:
        if (part.tail or "").strip():
            rows.stray(table, (part.tail or "").strip())
        if local_name(part) == item.lower():
            rows.add(table, {**context, item: text_of(part)})
        else:
            rows.unknown(table, str(part.tag))
