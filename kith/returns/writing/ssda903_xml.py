"""The SSDA903 as one XML with all tables of the year, the other form that the DfE takes (see ADR 0133)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from lxml import etree

from kith.returns.codes import layout
from kith.returns.writing.window import WriteError
from kith.returns.writing.xml_rows import Rows, every, fill, without_controls

OTHER_NAMES = {"CHILD": "CHILDID", "PLACE": "PL"}
HEADER = ("CHILDID", "UPN", "SEX", "DOB", "ETHNIC")
GROUPS = {
    "AREVIEW": "Reviews",
    "AMISSING": "Missing",
    "AD_PLACED": "PlacedAdoption",
    "PERMANENCE": "PrevPerm",
    "OC2": "OC2",
    "ASWEPISODE": "SWEpisodes",
    "ADOLO": "DoLo",
}
KEYS = frozenset({"CHILD", "DOB", "SEX"})


def _own(table: str) -> tuple[str, ...]:
    return tuple(name for name in layout("ssda903")[table].column_names if name not in KEYS)


EPISODE = tuple(OTHER_NAMES.get(name, name) for name in _own("Episodes"))


def write_xml(frames: Mapping[str, Any], file: IO[bytes]) -> None:
    """Write all children, one after another. Raises WriteError for text that XML cannot hold, naming whose it is."""
    _, unwritable = without_controls(frames, "CHILD")
    if unwritable:
        who = ", ".join(sorted(unwritable)[:5])
        raise WriteError(
            f"XML cannot hold a character in the record of {len(unwritable)} of its children: {who}."
            " Mend it, or write CSV."
        )
    rows = {table: Rows(frame, "CHILD") for table, frame in frames.items() if table != "Header"}
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("EXPSSDA903"):
            for _, row in every(frames["Header"]):
                xml.write("\n")
                xml.write(_child(row, rows))


def _child(row: dict[str, str | None], rows: Mapping[str, Rows]) -> etree._Element:
    child = etree.Element("CHILD")
    header = etree.SubElement(child, "HEADER")
    who = row["CHILD"]
    fill(header, row | {"CHILDID": who}, HEADER)
    alone = list(rows["UASC"].of(who))
    fill(header, {"UASC": "1" if alone else "0"}, ("UASC",))
    for each in alone:
        fill(header, each, ("DUC",))
    fill(header, row, ("MOTHER", "MC_DOB"))
    for table in ("OC3", "AD1"):
        for each in rows[table].of(who):
            fill(header, each, _own(table))
    for name, table in GROUPS.items():
        for each in rows[table].of(who) if table in rows else ():
            fill(etree.SubElement(header, name), each, _own(table))
    for each in rows["Episodes"].of(who):
        fill(etree.SubElement(child, "EPISODE"), each | {"PL": each["PLACE"]}, EPISODE)
    return child
