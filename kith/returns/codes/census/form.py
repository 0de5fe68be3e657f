"""The form of the census in one collection year, made from census.xsd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from lxml import etree

from kith.returns.codes.census.groups import Group, groups_of, wanted_of
from kith.returns.codes.code_sets import codes_in
from kith.returns.codes.pre_proceedings import BLOCK

XS = "{http://www.w3.org/2001/XMLSchema}"
KITH = "{urn:kith:census}"


@dataclass(frozen=True, slots=True)
class Census:
    """One year's form. `block`: what the pre-proceedings block is called; `schema` judges a whole Child or Header.

    `groups`: by name; `wanted`: item to what its value must be, ending the sentence "it is not ..."; `other_years`:
    items of other years to those years, in words; `right(item, text)`: whether a value may stand; `filled`: items of
    which any value without blanks is right.
    """

    year: str
    block: str
    schema: etree.XMLSchema
    groups: dict[str, Group]
    wanted: dict[str, str]
    other_years: dict[str, str]
    right: Callable[[str, str], bool]
    filled: frozenset[str]


@lru_cache(maxsize=8)
def census(year: str, block: str) -> Census:
    """The form of a year such as "2026-27". Raises ValueError where `block` is the name of another element."""
    text = (files("kith.returns.codes.census") / "census.xsd").read_bytes()
    tree = etree.fromstring(text, etree.XMLParser(remove_comments=True, resolve_entities=False))
    _name_block(tree, block)
    other_years = _keep_year(tree, year)
    for item in tree.findall(f"{XS}element[@{KITH}codes]"):
        _hold_to(item, codes_in("cin", item.get(f"{KITH}codes", ""), year))
    schema = etree.XMLSchema(tree)

    @lru_cache(maxsize=100_000)
    def right(name: str, value: str) -> bool:
        item = etree.Element(name)
        item.text = value
        return schema.validate(item)

    filled = frozenset(item.get("name", "") for item in tree.findall(f"{XS}element[@type='Code']"))
    return Census(year, block, schema, groups_of(tree), wanted_of(tree), other_years, right, filled)


def _name_block(tree: etree._Element, block: str) -> None:
    if block != BLOCK and tree.find(f"{XS}element[@name='{block}']") is not None:
        raise ValueError(f"“{block}” is the name of another element of the census: call the block otherwise.")
    for element in tree.iter(f"{XS}element"):
        for key in ("name", "ref"):
            if element.get(key) == BLOCK:
                element.set(key, block)


def _keep_year(tree: etree._Element, year: str) -> dict[str, str]:
    """Take out the items of other years; each of them with its years in words."""
    gone: dict[str, str] = {}
    for item in tree.findall(f"{XS}element"):
        first, last = item.get(f"{KITH}from", ""), item.get(f"{KITH}until", "")
        if year < first:
            gone[item.get("name", "")] = f"from {first} on"
        elif last and year > last:
            gone[item.get("name", "")] = f"up to {last}"
    for element in list(tree.iter(f"{XS}element")):
        parent = element.getparent()
        if parent is not None and (element.get("name") or element.get("ref")) in gone:
            parent.remove(element)
    return gone


def _hold_to(item: etree._Element, codes: list[str]) -> None:
    kind = etree.SubElement(item, f"{XS}simpleType")
    restriction = etree.SubElement(kind, f"{XS}restriction", base="xs:string")
    for code in codes:
        etree.SubElement(restriction, f"{XS}enumeration", value=code)
