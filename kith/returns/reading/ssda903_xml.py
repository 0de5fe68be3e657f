"""Reads the one-file XML form of the SSDA903 into the same tables as its CSVs."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
from lxml import etree

from kith.returns.codes import layout
from kith.returns.reading.shapes import Batch, Refusal, Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed
from kith.returns.reading.xml_fields import fields
from kith.returns.reading.xml_rows import XmlRows
from kith.returns.reading.xml_stream import elements, local_name
from kith.returns.reading.years import Verdict

GROUPS = {
    "areview": "Reviews",
    "amissing": "Missing",
    "ad_placed": "PlacedAdoption",
    "permanence": "PrevPerm",
    "oc2": "OC2",
    "aswepisode": "SWEpisodes",
    "adolo": "DoLo",
}
"""Groups inside HEADER, each a row of its table. The last two have names of our own (see ADR 0133)."""

IN_HEADER = ("OC3", "AD1")
"""Tables whose columns stand straight in HEADER: there is a row when any of them is filled."""

KEYS = {"CHILD", "DOB"}
ALIASES = {"childid": "CHILD", "pl": "PLACE"}
COLUMNS = {
    name: {column.lower(): column for column in table.column_names} | ALIASES
    for name, table in layout("ssda903").items()
}
HEADER_FIELDS = COLUMNS["Header"] | COLUMNS["OC3"] | COLUMNS["AD1"] | {"uasc": "UASC", "duc": "DUC"}


def read_ssda903_xml(
    source: Source, sniffed: Sniffed, verdict: Verdict, connection: duckdb.DuckDBPyConnection | None
) -> Iterator[Batch]:
    """Batches of every table. Row numbers count a table's rows in the order of the document."""
    rows = XmlRows(connection, source.name, "ssda903", verdict.year)
    refusals: list[Refusal] = []
    try:
        for element in elements(source, sniffed, ("CHILD",)):
            _child(element, rows)
            if rows.full():
                yield from rows.flush()
    except UnreadableError as error:
        refusals.append(Refusal(source.name, None, None, str(error)))
    yield from rows.flush(last=True)
    if refusals:
        yield Batch(source.name, "ssda903", None, verdict.year, refusals=refusals)


def _child(element: etree._Element, rows: XmlRows) -> None:
    fields(element, {}, ("header", "episode"), "Header", rows)
    keys: dict[str, str | None] = {}
    for part in element:
        if local_name(part) == "header":
            keys = _header(part, rows)
    for part in element:
        if local_name(part) == "episode":
            found, fault = fields(part, COLUMNS["Episodes"], (), "Episodes", rows)
            rows.add("Episodes", {**keys, **found}, fault)


def _header(element: etree._Element, rows: XmlRows) -> dict[str, str | None]:
    found, fault = fields(element, HEADER_FIELDS, GROUPS, "Header", rows)
    keys = {name: found.get(name) for name in sorted(KEYS)}
    rows.add("Header", found, fault)
    if found.get("UASC") in ("1", "true") or found.get("DUC"):
        rows.add("UASC", found, fault)
    for table in IN_HEADER:
        if any(found.get(name) for name in COLUMNS[table].values() if name not in KEYS):
            rows.add(table, found, fault)
    for part in element:
        table_name = GROUPS.get(local_name(part))
        if table_name is not None:
            inner, wrong = fields(part, COLUMNS[table_name], (), table_name, rows)
            rows.add(table_name, {**keys, **inner}, wrong or fault)
    return keys
