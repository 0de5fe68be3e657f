"""Children of a census that are written alike: they are added by a form that is worked out once for all of them."""

from __future__ import annotations

from typing import Any

from lxml import etree

from kith.returns.reading.cin_form import Form, form_of
from kith.returns.reading.cin_groups import Group
from kith.returns.reading.xml_rows import XmlRows

MOST_SEEN = 100_000
MOST_CHARACTERS = 4_000_000
"""Of the tags of all forms held: a census has some hundreds of forms, and a hostile one as many as it has children."""
BLANKS = " \t\r\n"


class Forms:
    """The forms met in one file."""

    def __init__(self, groups: dict[str, Group], rows: XmlRows) -> None:
        self._groups, self._rows = groups, rows
        self._forms: dict[str, Form | None] = {}
        self._seen: set[int] = set()
        self._room = MOST_CHARACTERS

    def take(self, child: etree._Element) -> tuple[Form, list[Any]] | None:
        """Add the rows of a child, and give its form and its cells (tags and texts by turns).

        None, and nothing added, where it has to be gone through element by element: at the first child of a form, and
        for attributes, entities, what the return lacks, what stands twice, text between elements, values with blanks.
        """
        text = etree.tostring(child, encoding="unicode", with_tail=False)
        # The serializer writes no < and > but those of tags.
        cells: list[Any] = text.replace(">", "<").split("<")
        form = self._form("<".join(cells[1::2]))
        if form is None or "&" in text:
            return None
        values = "".join(form.values(cells))
        if values.split() != [values] or "".join(form.between(cells)).strip(BLANKS):
            return None
        cells.append(None)
        self._rows.add_alike(form.rows, cells)
        return form, cells

    def _form(self, tags: str) -> Form | None:
        if tags in self._forms:
            return self._forms[tags]
        # To work out a form costs more than to go through one child: it has to come again.
        mark = hash(tags)
        if mark in self._seen and len(tags) <= self._room:
            self._room -= len(tags)
            self._forms[tags] = made = form_of(tags.split("<"), self._groups)
            return made
        if len(self._seen) < MOST_SEEN:
            self._seen.add(mark)
        return None
