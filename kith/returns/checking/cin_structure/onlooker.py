"""Judges the form of a census while its rows are read, so that the file is gone through once."""

from __future__ import annotations

from operator import contains
from typing import Any

from lxml import etree

from kith.returns.checking.cin_structure.tally import Fault, Tally
from kith.returns.checking.cin_structure.walk import Walk
from kith.returns.checking.result import Structure
from kith.returns.codes.census.form import Census, census
from kith.returns.reading.cin_form import Form, Pick, pick
from kith.returns.reading.shapes import UnreadableError
from kith.returns.reading.sniffing import Sniffed

ENCODING = "It is not in UTF-8, as XML is that names nothing else. Export it again as UTF-8."
MOST_VALUES = 50_000
"""How many values of an element are held; of dates and codes there are some thousands."""


class Onlooker:
    """The watcher of one census. `year`: the one whose form it is held to."""

    def __init__(self, file: str, sniffed: Sniffed, year: str, pre_proceedings: str) -> None:
        self.year = year
        self._tally = Tally(file)
        self._judge = Sound(census(year, pre_proceedings))
        self._walk = Walk(self._judge.census, self._tally)
        self._over = False
        if sniffed.encoding == "cp1252":
            self._tally.add(Fault("encoding", None, 0, ENCODING))

    def part(self, element: etree._Element) -> None:
        """Take an element of the frame."""
        if self._over:
            return
        try:
            self._walk.part(element)
        except UnreadableError as error:
            self.broken(str(error))

    def alike(self, child: etree._Element, form: Form, cells: list[Any]) -> None:
        """Take a Child that is written as others are: the schema is asked only of what it has not passed yet."""
        if not self._over and self._walk.in_place(child) and self._judge.passes(child, form, cells):
            self._walk.sound()
        else:
            self.part(child)

    def broken(self, why: str) -> None:
        """Take it that nothing more of the form can be told."""
        if not self._over:
            self._tally.add(Fault("file", None, 0, why))
        self._over = True

    def faults(self) -> list[Structure]:
        """What is wrong, as `structure_faults` gives it."""
        return self._tally.listed()


class Sound:
    """What of the forms and values of children the schema has passed.

    A child is right by its form and by each value for itself, since the census ties no value to another: so one of a form
    that was passed, with values that were passed in their elements, is right.
    """

    def __init__(self, form: Census) -> None:
        self.census = form
        self._bound: dict[Form, tuple[list[set[str]], Pick]] = {}
        self._passed: dict[str, set[str]] = {}

    def passes(self, child: etree._Element, form: Form, cells: list[Any]) -> bool:
        """Whether the schema passes a child."""
        bound = self._bound.get(form)
        if bound and all(map(contains, bound[0], bound[1](cells))):
            return True
        if not self.census.schema.validate(child):
            return False
        passed, picked = self._bound[form] = bound or self._bind(form)
        for values, value in zip(passed, picked(cells), strict=True):
            if len(values) < MOST_VALUES:
                values.add(value)
        return True

    def _bind(self, form: Form) -> tuple[list[set[str]], Pick]:
        """The passed values of each element of a form whose value is bound, and what picks its cells.

        An item that need only be filled in is: a child that is written as others has no empty value and no blanks in any.
        """
        bound = {
            place: self._passed.setdefault(name, set())
            for name, place in zip(form.names, form.places, strict=True)
            if name not in self.census.filled
        }
        return list(bound.values()), pick(tuple(bound))
