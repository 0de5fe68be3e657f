"""The form of each census that is given, judged while its rows are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.checking.errors import CheckError
from kith.returns.checking.result import Structure
from kith.returns.checking.years import window
from kith.returns.codes import ReturnKind
from kith.returns.codes.pre_proceedings import pre_proceedings_element
from kith.returns.reading.shapes import Source
from kith.returns.reading.sniffing import Sniffed

if TYPE_CHECKING:
    from kith.returns.checking.cin_structure import Onlooker


class CensusForms:
    """Those of the files of one return. `kind` and `year` are as asked for, None where they were not."""

    def __init__(self, kind: ReturnKind | None, year: str | None) -> None:
        self._wanted = kind != "ssda903"
        self._year = _held(year) if year else None
        self._untold = year is None
        self._onlookers: dict[str, Onlooker] = {}

    def watch(self, source: Source, sniffed: Sniffed, told: str | None) -> Onlooker | None:
        """Who looks on while a census is read; None where no year tells its form."""
        from kith.returns.checking.cin_structure import Onlooker  # only a census needs it

        year = told if self._untold else self._year
        self._onlookers.pop(source.name, None)
        if not self._wanted or year is None:
            return None
        made = Onlooker(source.name, sniffed, year, pre_proceedings_element())
        self._onlookers[source.name] = made
        return made

    def faults(self, name: str, source: Source, year: str) -> list[Structure]:
        """What is wrong with the form of a census of a year; it is read again where it was taken for another's."""
        from kith.returns.checking.cin_structure import structure_faults

        onlooker = self._onlookers.get(name)
        if onlooker and onlooker.year == year:
            return onlooker.faults()
        return structure_faults(source.open, name, year, pre_proceedings=pre_proceedings_element())


def _held(year: str) -> str | None:
    """A year as it is written here; None for one that cannot be checked, as is said when the files were read."""
    try:
        return window("cin", year).year
    except CheckError:
        return None
