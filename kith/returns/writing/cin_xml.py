"""The CIN census as XML, child after child. Order of elements: the DfE's schema (no namespace, fixed sequences)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc
from lxml import etree

from kith.core.ahead import ahead
from kith.returns.codes import layout
from kith.returns.writing.elements import lines, listing, of_rows, side_by_side, under, within
from kith.returns.writing.pieces import Piece, pieces
from kith.returns.writing.sendable import KEY, TRUE_OF_BLANK, Form, Unsent
from kith.returns.writing.window import WriteError
from kith.returns.writing.xml_rows import Row, fill, without_controls

COLLECTION = ("Collection", "Year", "ReferenceDate")
SOURCE = ("SourceLevel", "LEA", "SoftwareCode", "Release", "SerialNo", "DateTime")
UNWRITABLE = "Its record holds a character that XML cannot hold."


def _own(table: str) -> tuple[str, ...]:
    """The columns of a table that are elements of its own."""
    return tuple(
        each.name for each in layout("cin")[table].columns if each.kind != "parent" and each.name != KEY
    )


OWN = {table: _own(table) for table in layout("cin")}
BEFORE_PARTS = tuple(name for name in OWN["CINdetails"] if name != "ReferralNFA")


@dataclass(frozen=True, slots=True)
class Made:
    """The children of a piece as elements, a line each and not yet judged, and `whose` each is.

    By their places in it: whose an item is `blank`, who had a character that is `marked` now, and who has a value that
    is no code.
    """

    lines: bytes
    whose: list[str | None]
    blank: dict[str, list[int]]
    marked: set[int]
    uncoded: set[int]


class Census:
    """Writes the children of one set of frames, which are in one order, as `kith.returns.writing.frames` gives them.

    `unsent`: who was not written, and why; `filled`: how often an item stands for one that the record has not.
    """

    def __init__(self, frames: Mapping[str, Any], pre_proceedings: str, year: str) -> None:
        self.unsent: list[Unsent] = []
        self.filled: Counter[str] = Counter()
        self._form, self._year = Form(year, pre_proceedings), year
        self._frames, self._unwritable = without_controls(frames, KEY)
        self._pre_proceedings = pre_proceedings

    def write(self, file: IO[bytes]) -> None:
        """Write the census of all who can be sent, as the DfE's schema has it; nothing where nobody can.

        Raises WriteError where nobody is in it at all.
        """
        begun = False
        for children in self._sendable():
            if not begun:
                header = etree.tostring(_header(self._frames["Header"].to_pylist()[0]))
                file.write(b"<?xml version='1.0' encoding='utf-8'?>\n<Message>" + header + b"<Children>")
                begun = True
            file.write(b"\n")
            file.write(children)
        if begun:
            file.write(b"</Children></Message>")
        elif not self.unsent:  # the schema has no census without children
            raise WriteError(f"No child has a referral in the census of {self._year}: nothing was written.")

    def _sendable(self) -> Iterator[bytes]:
        """The children who can be sent, a line each, in pieces: one is judged while the next is made."""
        for made in ahead(self._made()):
            faults = self._form.faults_of(made.lines, made.marked | made.uncoded)
            for at, reasons in sorted(faults.items()):
                told = [UNWRITABLE, *reasons] if at in made.marked else reasons
                self.unsent.append(Unsent(made.whose[at] or "", told))
            for item, children in made.blank.items():
                self.filled.update(item for at in children if at not in faults)
            if not faults:
                yield made.lines
            elif sent := [line for at, line in enumerate(made.lines.split(b"\n")) if at not in faults]:
                yield b"\n".join(sent)

    def _made(self) -> Iterator[Made]:
        for piece in pieces(self._frames):
            blank = self._true_of_blank(piece)
            whose = piece.rows["ChildIdentifiers"][KEY].to_pylist()
            marked = {at for at, who in enumerate(whose) if (who or "") in self._unwritable}
            yield Made(lines(self._texts(piece)), whose, blank, marked, self._form.without_code(piece))

    def _true_of_blank(self, piece: Piece) -> dict[str, list[int]]:
        """Write the code that is true of it for each item that must be there and is not; whose they were."""
        whose: dict[str, list[int]] = {}
        for table, item in (("ChildCharacteristics", "Ethnicity"), ("CINdetails", "ReferralSource")):
            rows = piece.rows[table]
            column = rows[item].combine_chunks()
            blank = pc.fill_null(pc.equal(column, ""), True)
            whose[item] = piece.child[table].filter(blank).to_pylist()
            filled = pc.if_else(blank, pa.scalar(TRUE_OF_BLANK[item]), column)
            piece.rows[table] = rows.set_column(rows.column_names.index(item), item, filled)
        return whose

    def _texts(self, piece: Piece) -> Any:
        """Each child as an element."""

        def of_child(table: str, parts: Any) -> Any:
            return under(piece.count, piece.child[table], parts)

        told = {name: of_rows(rows, OWN[name]) for name, rows in piece.rows.items()}
        ids = of_rows(piece.rows["ChildIdentifiers"], (KEY, *OWN["ChildIdentifiers"]))
        characteristics = [
            of_child("ChildCharacteristics", told["ChildCharacteristics"]),
            listing("Disabilities", of_child("Disabilities", told["Disabilities"])),
        ]
        parts = [
            within("ChildIdentifiers", ids),
            within("ChildCharacteristics", side_by_side(piece.count, characteristics)),
            of_child("CINdetails", within("CINdetails", self._needs(piece, told))),
        ]
        return within("Child", side_by_side(piece.count, parts))

    def _needs(self, piece: Piece, told: Mapping[str, Any]) -> Any:
        """What stands in each CINdetails."""
        needs = piece.rows["CINdetails"]

        def of(table: str, name: str, more: Any | None = None) -> Any:
            parts = told[table] if more is None else side_by_side(len(more), [told[table], more])
            return under(len(needs), piece.parent[table], within(name, parts))

        def listed(table: str, within_table: str, name: str) -> Any:
            return listing(name, under(len(piece.rows[within_table]), piece.parent[table], told[table]))

        factors = listed("AssessmentFactors", "Assessments", "FactorsIdentifiedAtAssessment")
        parts = [
            of_rows(needs, BEFORE_PARTS),
            of("Assessments", "Assessments", factors),
            of("CINplanDates", "CINPlanDates"),
            of("Section47", "Section47"),
            of_rows(needs, ("ReferralNFA",)),
            of(
                "ChildProtectionPlans",
                "ChildProtectionPlans",
                listed("Reviews", "ChildProtectionPlans", "Reviews"),
            ),
        ]
        if "PreProceedings" in piece.rows:
            parts.append(of("PreProceedings", self._pre_proceedings))
        return side_by_side(len(needs), parts)


def _header(row: Row) -> etree._Element:
    header = etree.Element("Header")
    fill(etree.SubElement(header, "CollectionDetails"), row, COLLECTION)
    fill(etree.SubElement(header, "Source"), row, SOURCE)
    return header
