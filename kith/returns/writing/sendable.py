"""What of a census can be sent: a child of which the form cannot be met stays out, and is listed with the reasons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pyarrow as pa
import pyarrow.compute as pc
from lxml import etree

from kith.core.visible import shown
from kith.returns.codes import layout
from kith.returns.codes.census.form import census
from kith.returns.codes.code_sets import codes_in
from kith.returns.writing.pieces import Piece

TRUE_OF_BLANK = {"Ethnicity": "NOBT", "ReferralSource": "10"}
"""Items that must be there, and the code that is true where the record has none: not obtained yet, and not known.

Of others that must be there no code says that they are not known (DfE, CIN census code sets)."""
KEY = "LAchildID"
FIRST_LINE = 2
"""The line of the first child: the group that holds them has the one before."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
BY_SCHEMA = "GenderCurrent"
"""Written in figures up to 2023-24, which the schema holds; our code set has the letters that it is read as."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Unsent:
    """A child that is not in the census: the id it would have there, and why, a plain sentence each."""

    child: str
    reasons: list[str]


class Form:
    """The form of the census of one year. Raises ValueError where `block` is the name of another element."""

    def __init__(self, year: str, block: str) -> None:
        self._census = census(year, block)
        sets = {each.name: each.code_set for table in layout("cin").values() for each in table.columns}
        held = {name: frozenset(codes_in("cin", codes, year)) for name, codes in sets.items() if codes}
        self._codes = {name: codes for name, codes in held.items() if codes and name != BY_SCHEMA}

    def faults(self, child: etree._Element) -> list[str]:
        """Why the DfE's schema would refuse a Child element, in the order of the document; none where it takes it."""
        coded = [
            each
            for each in child.iter(*self._codes)
            if each.text and each.text not in self._codes[str(each.tag)]
        ]
        if not coded and self._census.schema.validate(child):
            return []
        odd = [
            f"{_place(each)} has {shown(each.text or '')}, which is no code of this year." for each in coded
        ]
        return [*self._lacking(child), *odd, *self._wrong(child)]

    def faults_of(self, children: bytes, odd: Collection[int] = ()) -> dict[int, list[str]]:
        """Which of these Child elements, a line each, the schema would refuse, by their place, and why.

        All are judged at once; only those of which a line is at fault, or which are `odd`, are looked at by themselves.
        """
        found: dict[int, list[str]] = {}
        message = etree.fromstring(b"<Children>\n" + children + b"\n</Children>", _PARSER)
        wrong = set(odd)
        while True:
            for at, child in [(at, child) for child in message if (at := _place_of(child)) in wrong]:
                message.remove(child)
                found[at] = self.faults(child)
            if not len(message) or self._census.schema.validate(message):
                return found
            entries = cast("Iterable[Any]", self._census.schema.error_log)
            left = {_place_of(child) for child in message}
            # A fault on no child's line: each is looked at.
            wrong = {entry.line - FIRST_LINE for entry in entries} & left or left

    def without_code(self, piece: Piece) -> set[int]:
        """Children of a piece with a value that is no code of this year."""
        wrong: set[int] = set()
        for table, rows in piece.rows.items():
            for name in self._codes.keys() & set(rows.column_names):
                column = rows[name].combine_chunks()
                known = pc.is_in(column, value_set=pa.array([*self._codes[name], "", None], pa.string()))
                wrong.update(piece.child[table].filter(pc.invert(known)).to_pylist())
        return wrong

    def _lacking(self, child: etree._Element) -> Iterator[str]:
        for group in child.iter(*self._census.groups):
            for name in self._census.groups[str(group.tag)].needed:
                if group.find(name) is None:
                    yield f"{_named(group)} has no {name}."

    def _wrong(self, child: etree._Element) -> Iterator[str]:
        for item in child.iter():
            name, text = str(item.tag), item.text or ""
            # An id that the guide would have otherwise is told of by the check; the schema takes it.
            if name in self._census.groups or name == KEY:
                continue
            if not self._census.right(name, text):
                yield f"{_place(item)} has {shown(text)}, which is not {self._census.wanted[name]}."


def listed(unsent: Sequence[Unsent]) -> str:
    """The written list, a line for each reason."""
    lines = ["These children are not in the census yet. Mend the record, and write the return again.", ""]
    return "\n".join([*lines, *(f"{each.child}: {why}" for each in unsent for why in each.reasons), ""])


def _place_of(child: etree._Element) -> int:
    return cast(int, child.sourceline) - FIRST_LINE


def _place(item: etree._Element) -> str:
    group = item.getparent()
    return f"{item.tag} of {_named(group)}" if group is not None else str(item.tag)


def _named(group: etree._Element) -> str:
    """A group by its name and its first day, by which a person finds it."""
    day = next((each.text for each in group if _DAY.fullmatch(each.text or "")), None)
    told = day and group.tag not in {"ChildIdentifiers", "ChildCharacteristics"}
    return f"{group.tag} of {day}" if told else str(group.tag)
