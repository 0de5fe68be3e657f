"""Goes through a census one child at a time; no more than one child is held."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kith.core.visible import shown
from kith.returns.checking.cin_structure.explain import attributes, explain, line_of, misplaced, stray
from kith.returns.checking.cin_structure.strangers import stranger
from kith.returns.checking.cin_structure.tally import Fault, Tally
from kith.returns.codes.census.form import Census
from kith.returns.codes.census.groups import Group
from kith.returns.reading.shapes import Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed
from kith.returns.reading.watching import FRAME, ROWS
from kith.returns.reading.xml_fields import text_of
from kith.returns.reading.xml_stream import elements

IN_FRAME = {name.lower() for name in FRAME}
NAMESPACE = (
    "Its elements are in a namespace (xmlns), and the census has none: no more of its form was checked. "
    "Take xmlns out of Message."
)


class Walk:
    """One pass over one file; what is wrong goes to the tally."""

    def __init__(self, census: Census, tally: Tally) -> None:
        self._census, self._tally = census, tally
        self._top: list[tuple[str, int]] = []
        self._children = 0
        self._spoiled = self._begun = False
        self._home: etree._Element | None = None

    def go(self, source: Source, sniffed: Sniffed) -> None:
        """Read the file for this alone. Raises UnreadableError where it is cut short, damaged, or in a namespace."""
        for element in elements(source, sniffed, ROWS, beside=FRAME):
            self.part(element)

    def part(self, element: etree._Element) -> None:
        """Take the next element of the frame. Raises UnreadableError at the first, where it is in a namespace."""
        if not self._begun and str(element.getroottree().getroot().tag).startswith("{"):
            raise UnreadableError(NAMESPACE)
        self._begun = True
        above = [str(found.tag) for found in element.iterancestors()]
        if not above:
            self._message(element)
        elif len(above) == 1:
            self._part_of_message(element)
        elif len(above) == 2 and above[0].lower() == "children":
            self._home = element.getparent()
            self._part_of_children(element)
        elif len(above) > 2:
            # The child around it lost what came before, as it was freed: one fault, not many untrue ones.
            self._spoiled = True
            self._all([stranger(str(element.tag), line_of(element), self._group(above[0]), self._census)])

    def in_place(self, child: etree._Element) -> bool:
        """Whether a Child is all that there is since the one before, so that its own content alone is to be judged."""
        if self._spoiled or self._home is None or child.getparent() is not self._home or child.tag != "Child":
            return False
        before = child.getprevious()
        if before is not None and (before.tag != "Child" or (before.tail and before.tail.strip())):
            return False
        return not (child.tail and child.tail.strip())

    def sound(self) -> None:
        """Take the next Child, which is in its place and sound."""
        self._children += 1

    def _part_of_children(self, element: etree._Element) -> None:
        names = self._beside(element.itersiblings(preceding=True), "Children")
        name = str(element.tag)
        if name != "Child":
            names.append((name, line_of(element)))
        elif not self._spoiled:
            self._judge(element, _id_of(element))
        group = self._group("Children")
        self._all(stranger(name, line, group, self._census) for name, line in names)
        # Text read by now is freed with the child, and what is read later is found beside the next.
        self._all(stray(element.tail, "Children", line_of(element)))
        self._children += name.lower() == "child"
        self._spoiled = False

    def _part_of_message(self, element: etree._Element) -> None:
        self._top += self._beside(element.itersiblings(preceding=True), "Message")
        self._top.append((str(element.tag), line_of(element)))
        self._all(stray(element.tail, "Message", line_of(element)))
        if element.tag == "Header":
            self._judge(element)
        elif element.tag == "Children":
            group = self._group("Children")
            names = self._beside(element.iterchildren(reversed=True), "Children")
            self._all(stranger(name, line, group, self._census) for name, line in names)
            self._all(attributes(element))
            self._all(stray(element.text, "Children", line_of(element)))
            if not self._children:
                self._all(misplaced(group, [], line_of(element), self._census))

    def _message(self, element: etree._Element) -> None:
        if element.tag != "Message":
            what = f"{shown(str(element.tag))} must be spelled Message. Rename it."
            self._all([Fault("spelling", "Message", line_of(element), what)])
        self._top += self._beside(element.iterchildren(reversed=True), "Message")
        self._all(attributes(element))
        self._all(stray(element.text, "Message", line_of(element)))
        self._all(misplaced(self._group("Message"), self._top, line_of(element), self._census))

    def _beside(self, others: Iterable[etree._Element], group: str) -> list[tuple[str, int]]:
        """Names and lines of what stands behind the last part of the frame; `others` are given backwards."""
        found: list[tuple[str, int]] = []
        for other in others:
            self._all(stray(other.tail, group, line_of(other)))
            if str(other.tag).lower() in IN_FRAME:
                break
            found.append((str(other.tag), line_of(other)))
        return found[::-1]

    def _judge(self, element: etree._Element, child: str = "") -> None:
        """The schema is quick and says only whether; what it refuses is gone through for the reasons."""
        schema = self._census.schema
        if schema.validate(element):
            return
        error = getattr(schema.error_log, "last_error", None)
        faults = list(explain(element, self._census))
        if not faults:
            what = f"The schema refuses it: {error.message if error else 'no reason given'}"
            faults = [Fault("schema", str(element.tag), line_of(element), what)]
        self._all(faults, child)

    def _all(self, faults: Iterable[Fault], child: str = "") -> None:
        for fault in faults:
            self._tally.add(fault, child)

    def _group(self, name: str) -> Group:
        return self._census.groups.get(name) or Group(name, {}, (), frozenset(), False)


def _id_of(child: etree._Element) -> str:
    found = child.find("ChildIdentifiers/LAchildID")
    text = text_of(found) if found is not None else None
    return shown(text) if text else ""
