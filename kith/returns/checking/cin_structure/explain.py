"""What is wrong with an element that the schema refuses, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import cast

from lxml import etree

from kith.core.visible import shown
from kith.returns.checking.cin_structure.order import out_of_order
from kith.returns.checking.cin_structure.strangers import INSTEAD, stranger
from kith.returns.checking.cin_structure.tally import Fault
from kith.returns.codes.census.form import Census
from kith.returns.codes.census.groups import Group
from kith.returns.codes.pre_proceedings import ONE_SOURCE

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


def line_of(element: etree._Element) -> int:
    """The line on which an element begins, nought where it is not known."""
    return cast("int | None", element.sourceline) or 0


def explain(element: etree._Element, census: Census) -> Iterator[Fault]:
    """Every fault of a group or item and of all in it, in the order of the document, what is lacking last."""
    name, line = str(element.tag), line_of(element)
    for key in element.attrib:
        if not str(key).startswith(XSI):
            what = (
                f"{name} has the attribute {shown(str(key))}; no element of the census has any. Take it out."
            )
            yield Fault("attribute", name, line, what)
    group = census.groups.get(name)
    if group is None:
        yield from _item(element, census)
        return
    # What is only one source's word says so, fault by fault.
    doubt = f" {ONE_SOURCE}" if name == census.block else ""
    for fault in _group(element, group, census):
        yield Fault(fault.kind, fault.element, fault.line, fault.what + doubt)


def attributes(element: etree._Element) -> Iterator[Fault]:
    """Attributes, of which the census has none but those that name a schema."""
    name = str(element.tag)
    for key in element.attrib:
        if not str(key).startswith(XSI):
            what = (
                f"{name} has the attribute {shown(str(key))}; no element of the census has any. Take it out."
            )
            yield Fault("attribute", name, line_of(element), what)


def misplaced(group: Group, parts: Iterable[tuple[str, int]], line: int, census: Census) -> Iterator[Fault]:
    """Names that a group may not hold, holds twice, in the wrong order or not at all. `parts`: names with lines."""
    counts: Counter[str] = Counter()
    spelled: set[str] = set()
    known: list[tuple[str, int]] = []
    for name, at in parts:
        # What stands in for a lacking element is told of once, by its own name.
        spelled.add(INSTEAD.get(name, name).lower())
        counts[name] += 1
        if name not in group.places:
            yield stranger(name, at, group, census)
        elif counts[name] > 1 and name in group.once:
            yield Fault("twice", name, at, f"{name} is in {group.name} more than once. Keep the right one.")
        else:
            known.append((name, at))
    if group.ordered:
        yield from out_of_order(group, known)
    for name in group.needed:
        if not counts[name] and name.lower() not in spelled:
            yield Fault("lacking", name, line, f"{group.name} has no {name}, which it must have. Put it in.")


def _group(element: etree._Element, group: Group, census: Census) -> Iterator[Fault]:
    line = line_of(element)
    yield from stray(element.text, group.name, line)
    parts = [part for part in element if isinstance(part.tag, str)]
    yield from misplaced(group, ((str(part.tag), line_of(part)) for part in parts), line, census)
    for part in parts:
        yield from stray(part.tail, group.name, line_of(part))
        # The schema passes a sound group many times faster than going through it.
        if part.tag in group.places and not (part.tag in census.groups and census.schema.validate(part)):
            yield from explain(part, census)


def stray(text: str | None, group: str, line: int) -> Iterator[Fault]:
    """Text between the elements of a group, if this is any; `line` is that of the element before it."""
    if text and text.strip():
        what = f"{shown(text.strip())} stands between the elements of {group}. Take it out."
        yield Fault("stray", group, line, what)


def _item(element: etree._Element, census: Census) -> Iterator[Fault]:
    name, line, text = str(element.tag), line_of(element), element.text or ""
    if len(element):
        what = f"{name} holds other elements, and may hold its value alone. Take them out."
        yield Fault("holds", name, line, what)
    elif not census.right(name, text):
        what = f"{name} is empty. Fill it in, or leave out an element that may be."
        if text.strip():
            what = f"{shown(text)} is not {census.wanted[name]}. Correct it."
        yield Fault("value" if text.strip() else "empty", name, line, what)
