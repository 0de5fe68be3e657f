"""What the schema says of each group and item, for telling in words what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

XS = "{http://www.w3.org/2001/XMLSchema}"
MOST_CODES = 15
"""More codes than these are not listed in a message."""


@dataclass(frozen=True, slots=True)
class Group:
    """`places`: each element that it may hold, to its place; `needed` must be there, `once` are those not repeated."""

    name: str
    places: dict[str, int]
    needed: tuple[str, ...]
    once: frozenset[str]
    ordered: bool


def groups_of(tree: etree._Element) -> dict[str, Group]:
    """Each group of a schema by its name."""
    groups: dict[str, Group] = {}
    for element in tree.findall(f"{XS}element[{XS}complexType]"):
        name = element.get("name", "")
        parts = {part.get("ref", ""): part for part in element.iterfind(f"{XS}complexType/*/{XS}element")}
        groups[name] = Group(
            name,
            {part: place for place, part in enumerate(parts)},
            tuple(part for part, found in parts.items() if found.get("minOccurs") != "0"),
            frozenset(part for part, found in parts.items() if found.get("maxOccurs") != "unbounded"),
            element.find(f"{XS}complexType/{XS}sequence") is not None,
        )
    return groups


def wanted_of(tree: etree._Element) -> dict[str, str]:
    """Each item to what its value must be, in words that end the sentence "it is not ..."."""
    said = {
        kind.get("name"): kind.findtext(f"{XS}annotation/{XS}documentation", "")
        for kind in tree.findall(f"{XS}simpleType")
    }
    wanted: dict[str, str] = {}
    for item in tree.findall(f"{XS}element"):
        codes = [code.get("value", "") for code in item.iter(f"{XS}enumeration")]
        if codes:
            listed = f": {', '.join(codes)}" if len(codes) <= MOST_CODES else ""
            wanted[item.get("name", "")] = f"one of the codes for it{listed}"
        elif item.get("type"):
            wanted[item.get("name", "")] = said.get(item.get("type"), "text")
    return wanted
