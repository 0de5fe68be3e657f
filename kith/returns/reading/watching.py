"""Who looks on while a census is read, so that its elements are gone through once and not twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from lxml import etree

from kith.returns.reading.cin_form import Form
from kith.returns.reading.shapes import Source
from kith.returns.reading.sniffing import Sniffed

FRAME = ("Message", "Header", "Children", "Child")
"""The elements that a watcher is shown, each once it is whole."""
ROWS = ("Header", "Child")
"""Those of them that hold rows, and are freed."""


class Watcher(Protocol):
    """Looks on; it changes nothing. Header and Child are emptied when the next element is read."""

    def part(self, element: etree._Element) -> None:
        """Take an element of the frame."""

    def alike(self, child: etree._Element, form: Form, cells: list[Any]) -> None:
        """Take a Child that is written as others are; `cells` as in its form."""

    def broken(self, why: str) -> None:
        """Take it that the file could not be read to its end."""


Watch = Callable[[Source, Sniffed, str | None], Watcher | None]
"""Gives the watcher of a census of a year, "2026-27" or None where it is not told; None for none."""
