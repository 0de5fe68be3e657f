"""The list of items, `items.csv`: a line for each column of both returns in the years that are written.

Columns of the file: kind, table and column as DfE has them; `how`, recorded or worked out; `pages`, those that record it,
each an address's name with what it is asked for after a colon; `says`, more in words. A test holds it to the layouts and
to the forms.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from uuid import UUID

from django.urls import reverse

from kith.people.staff.about import FORMS
from kith.returns.codes import ReturnKind, layout
from kith.returns.recording.words import FACTS

YEARS = ("2025-26", "2026-27")
"""The collection years whose columns the list tells."""
PAGES = {
    "ask_a_court": "Before court: the council asks a court",
    "before_court_step": "Before court",
    "enquiry_begin": "Enquiries into harm: begin one",
    "enquiry_conference": "Enquiries into harm: the first conference",
    "enquiry_decide": "Enquiries into harm: how it ends",
    "help_people": "A request for help: who it is about",
    "people_new": "Add a person",
    "people_record": "What is recorded of them",
    "person_episode_place": "Record for the returns: where the home is",
    "person_fact": "Record for the returns",
    "person_fact_new": "Record for the returns",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page that records an item: its address's name, and what it is asked for, such as which kind of fact."""

    name: str
    what: str

    @property
    def words(self) -> str:
        """As the page is called for people."""
        if self.name == "people_record":
            return f"{PAGES[self.name]}: {FORMS[self.what].title}"
        if self.name.startswith("person_fact"):
            return f"{PAGES[self.name]}: {FACTS[self.what]}"
        return PAGES[self.name]

    def address(self, some: UUID) -> str:
        """Its address, with `some` id for whatever it is about. Raises NoReverseMatch where there is no such page."""
        about: dict[str, list[object]] = {
            "people_new": [],
            "person_fact": [some, self.what, some],
            "enquiry_conference": [some, some],
            "enquiry_decide": [some, some],
            "person_episode_place": [some, some],
        }
        asked: list[object] = about.get(self.name, [some, self.what] if self.what else [some])
        return reverse(self.name, args=asked)


@dataclass(frozen=True, slots=True)
class Item:
    """One column of one table of a return. `since`: the first year that has it, where that is not all of them."""

    kind: str
    table: str
    column: str
    how: str
    pages: tuple[Page, ...]
    says: str
    since: str


@cache
def items() -> Sequence[Item]:
    """Every line of the list, in DfE's order."""
    text = (files("kith.returns.items") / "items.csv").read_text(encoding="utf-8")
    return tuple(_item(row) for row in csv.DictReader(text.splitlines()))


def by_table(kind: ReturnKind) -> dict[str, list[Item]]:
    """The items of a return, by its tables."""
    found: dict[str, list[Item]] = {}
    for each in items():
        if each.kind == kind:
            found.setdefault(each.table, []).append(each)
    return found


def _item(row: dict[str, str]) -> Item:
    kind: ReturnKind = "cin" if row["kind"] == "cin" else "ssda903"
    known = {each.name: each.first_year for each in layout(kind)[row["table"]].columns}
    first = known.get(row["column"], "")
    pages = (each.partition(":") for each in row["pages"].split())
    return Item(
        kind, row["table"], row["column"], row["how"], tuple(Page(name, what) for name, _, what in pages), row["says"],
        first if first > YEARS[0] else "",
    )  # fmt: skip
