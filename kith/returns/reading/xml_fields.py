"""The leaf elements of one group, as the columns of a row."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from kith.returns.reading.xml_rows import XmlRows
from kith.returns.reading.xml_stream import local_name


def text_of(element: etree._Element) -> str | None:
    """The text of a leaf, None when it is empty."""
    text = (element.text or "").strip()
    return text or None


def fields(
    group: etree._Element, names: dict[str, str], known_groups: Container[str], table: str, rows: XmlRows
) -> tuple[dict[str, str | None], str | None]:
    """Values by column, and a fault when an element that may come once comes twice with different values.

    `names` maps lower-case element names to columns; `known_groups` are elements read elsewhere. Stray text
    and unknown elements are noted under `table`.
    """
    values: dict[str, str | None] = {}
    fault = None
    if group.text and not group.text.isspace():
        rows.stray(table, group.text.strip())
    for child in group:
        tail = child.tail
        if tail and not tail.isspace():
            rows.stray(table, tail.strip())
        name = local_name(child)
        if name in known_groups:
            continue
        column = names.get(name)
        if column is None:
            rows.unknown(table, str(child.tag))
        elif column in values and values[column] != text_of(child):
            fault = f"{column} stands here more than once with different values. Keep the right one."
        else:
            values[column] = text_of(child)
    return values, fault
