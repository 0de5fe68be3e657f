"""The CIN census as XML, child after child. Order of elements: the DfE's schema (no namespace, fixed sequences)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import IO, Any

import pyarrow as pa
from lxml import etree

from kith.returns.codes import layout
from kith.returns.writing.sendable import TRUE_OF_BLANK, Form, Unsent
from kith.returns.writing.window import WriteError
from kith.returns.writing.xml_rows import Row, Rows, every, fill, without_controls

COLLECTION = ("Collection", "Year", "ReferenceDate")
SOURCE = ("SourceLevel", "LEA", "SoftwareCode", "Release", "SerialNo", "DateTime")
BEFORE_PARTS = tuple(
    name for name in layout("cin")["CINdetails"].column_names if name not in ("LAchildID", "ReferralNFA")
)


def _own(table: str) -> tuple[str, ...]:
    """The columns of a table that are elements of its own."""
    return tuple(
        each.name
        for each in layout("cin")[table].columns
        if each.kind != "parent" and each.name != "LAchildID"
    )


OWN = {table: _own(table) for table in layout("cin")}


class Census:
    """Writes the children of one set of frames, which are in one order, as `kith.returns.writing.frames` gives them.

    `unsent`: who was not written, and why; `filled`: how often an item stands for one that the record has not.
    """

    def __init__(self, frames: Mapping[str, Any], pre_proceedings: str, year: str) -> None:
        self.unsent: list[Unsent] = []
        self.filled: Counter[str] = Counter()
        self._blank: Counter[str] = Counter()
        self._form, self._year = Form(year, pre_proceedings), year
        frames, self._unwritable = without_controls(frames, "LAchildID")
        self._frames, self._pre_proceedings = frames, pre_proceedings
        self._characteristics = Rows(frames["ChildCharacteristics"], "LAchildID")
        self._disabilities = Rows(frames["Disabilities"], "LAchildID")
        self._details = Rows(_numbered(frames["CINdetails"]), "LAchildID")
        self._assessments = Rows(_numbered(frames["Assessments"]), "CINdetailsRow")
        self._factors = Rows(frames["AssessmentFactors"], "AssessmentsRow")
        self._plans = Rows(frames["CINplanDates"], "CINdetailsRow")
        self._enquiries = Rows(frames["Section47"], "CINdetailsRow")
        self._protection = Rows(_numbered(frames["ChildProtectionPlans"]), "CINdetailsRow")
        self._reviews = Rows(frames["Reviews"], "ChildProtectionPlansRow")
        self._before_court = Rows(frames.get("PreProceedings"), "CINdetailsRow")

    def write(self, file: IO[bytes]) -> None:
        """Write the census of all who can be sent, as the DfE's schema has it; nothing where nobody can.

        Raises WriteError where nobody is in it at all.
        """
        header = self._frames["Header"].to_pylist()[0]
        children = self._sendable()
        if (first := next(children, None)) is None:
            if not self.unsent:  # the schema has no census without children
                raise WriteError(
                    f"No child has a referral in the census of {self._year}: nothing was written."
                )
            return
        with etree.xmlfile(file, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element("Message"):
                xml.write(_header(header))
                with xml.element("Children"):
                    for child in chain([first], children):
                        xml.write("\n")
                        xml.write(child)

    def _sendable(self) -> Iterator[etree._Element]:
        for _, row in every(self._frames["ChildIdentifiers"]):
            self._blank.clear()
            who, child = row["LAchildID"] or "", self._child(row)
            reasons = self._form.faults(child)
            if who in self._unwritable:
                reasons.insert(0, "Its record holds a character that XML cannot hold.")
            if reasons:
                self.unsent.append(Unsent(who, reasons))
                continue
            self.filled.update(self._blank)
            yield child

    def _child(self, row: Row) -> etree._Element:
        child = etree.Element("Child")
        who = row["LAchildID"]
        fill(etree.SubElement(child, "ChildIdentifiers"), row, ("LAchildID", *OWN["ChildIdentifiers"]))
        told = etree.SubElement(child, "ChildCharacteristics")
        for each in self._characteristics.of(who):
            fill(told, self._with(each, "Ethnicity"), OWN["ChildCharacteristics"])
        _listing(told, "Disabilities", self._disabilities, who, "Disability")
        for each in self._details.of(who):
            self._need(etree.SubElement(child, "CINdetails"), each)
        return child

    def _need(self, need: etree._Element, row: Row) -> None:
        at = row["row"]
        fill(need, self._with(row, "ReferralSource"), BEFORE_PARTS)
        for each in self._assessments.of(at):
            made = etree.SubElement(need, "Assessments")
            fill(made, each, OWN["Assessments"])
            _listing(made, "FactorsIdentifiedAtAssessment", self._factors, each["row"], "AssessmentFactors")
        self._each(need, "CINPlanDates", self._plans, at, "CINplanDates")
        self._each(need, "Section47", self._enquiries, at, "Section47")
        fill(need, row, ("ReferralNFA",))
        for each in self._protection.of(at):
            made = etree.SubElement(need, "ChildProtectionPlans")
            fill(made, each, OWN["ChildProtectionPlans"])
            _listing(made, "Reviews", self._reviews, each["row"], "CPPreviewDate")
        self._each(need, self._pre_proceedings, self._before_court, at, "PreProceedings")

    def _with(self, row: Row, item: str) -> Row:
        if row.get(item):
            return row
        self._blank[item] += 1
        return row | {item: TRUE_OF_BLANK[item]}

    def _each(self, need: etree._Element, name: str, rows: Rows, at: str | None, table: str) -> None:
        for each in rows.of(at):
            fill(etree.SubElement(need, name), each, OWN[table])


def _header(row: Row) -> etree._Element:
    header = etree.Element("Header")
    fill(etree.SubElement(header, "CollectionDetails"), row, COLLECTION)
    fill(etree.SubElement(header, "Source"), row, SOURCE)
    return header


def _listing(within: etree._Element, name: str, rows: Rows, key: str | None, item: str) -> None:
    """A group with an element for each row, and no group where there is none."""
    group = None
    for each in rows.of(key):
        if group is None:
            group = etree.SubElement(within, name)
        fill(group, each, (item,))


def _numbered(frame: Any) -> Any:
    return frame.append_column("row", pa.array([str(at) for at in range(1, len(frame) + 1)], pa.string()))
