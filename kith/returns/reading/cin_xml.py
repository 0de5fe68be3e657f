"""Reads a CIN census XML into the tables of that return. Structure: DfE CIN census schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import duckdb
from lxml import etree

from kith.returns.codes import layout
from kith.returns.codes.pre_proceedings import pre_proceedings_element
from kith.returns.reading.shapes import Batch, Refusal, Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed
from kith.returns.reading.xml_fields import fields, text_of
from kith.returns.reading.xml_rows import XmlRows
from kith.returns.reading.xml_stream import elements, local_name
from kith.returns.reading.years import Verdict


@dataclass(frozen=True, slots=True)
class Group:
    """An element that makes a row of `table`; a `listing` makes a row of each `item` inside it instead."""

    table: str
    groups: dict[str, Group] = field(default_factory=dict)
    item: str | None = None


DETAILS = Group(
    "CINdetails",
    {
        "assessments": Group(
            "Assessments",
            {"factorsidentifiedatassessment": Group("AssessmentFactors", item="AssessmentFactors")},
        ),
        "cinplandates": Group("CINplanDates"),
        "section47": Group("Section47"),
        "childprotectionplans": Group(
            "ChildProtectionPlans", {"reviews": Group("Reviews", item="CPPreviewDate")}
        ),
    },
)
CHILD = {
    "childidentifiers": Group("ChildIdentifiers"),
    "childcharacteristics": Group(
        "ChildCharacteristics", {"disabilities": Group("Disabilities", item="Disability")}
    ),
    "cindetails": DETAILS,
}
COLUMNS = {
    name: {column.name.lower(): column.name for column in table.columns if column.kind != "parent"}
    for name, table in layout("cin").items()
}


def read_cin(
    source: Source, sniffed: Sniffed, verdict: Verdict, connection: duckdb.DuckDBPyConnection | None
) -> Iterator[Batch]:
    """Batches of every table. Row numbers count a table's elements in the order of the document.

    Raises UnreadableError where KITH_CIN_PRE_PROCEEDINGS is no name of an element; a damaged file gives a Refusal.
    """
    groups = _groups_of_a_child()
    rows = XmlRows(connection, source.name, "cin", verdict.year)
    failure: Refusal | None = None
    try:
        for element in elements(source, sniffed, ("Header", "Child")):
            if local_name(element) == "header":
                _header(element, rows)
            else:
                _child(element, groups, rows)
            if rows.full():
                yield from rows.flush()
    except UnreadableError as error:
        failure = Refusal(source.name, None, None, str(error))
    yield from rows.flush(last=True)
    if failure:
        yield Batch(source.name, "cin", None, verdict.year, refusals=[failure])


def _header(element: etree._Element, rows: XmlRows) -> None:
    values: dict[str, str | None] = {}
    for part in element:
        found, _ = fields(part, COLUMNS["Header"], (), "Header", rows)
        values = found | values
    rows.add("Header", values)


def _groups_of_a_child() -> dict[str, Group]:
    try:
        block = pre_proceedings_element().lower()
    except ValueError as error:
        raise UnreadableError(str(error)) from error
    inner = {**DETAILS.groups, block: Group("PreProceedings")}
    return {**CHILD, "cindetails": replace(DETAILS, groups=inner)}


def _child(element: etree._Element, groups: dict[str, Group], rows: XmlRows) -> None:
    identifier = next((text_of(found) for found in element.iter("{*}LAchildID")), None)
    own, _ = fields(element, {}, groups, "ChildIdentifiers", rows)
    for part in element:
        group = groups.get(local_name(part))
        if group is not None:
            _group(part, group, {**own, "LAchildID": identifier}, rows)


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
