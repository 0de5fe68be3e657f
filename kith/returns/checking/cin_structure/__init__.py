"""Whether a CIN census has the form that the census asks: its elements, their order and how values are written.

census.xsd is the form, readable by itself; a child that it refuses is gone through again to say why in words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from kith.core.visible import shown
from kith.returns.checking.cin_structure.onlooker import ENCODING, Onlooker
from kith.returns.checking.cin_structure.tally import Fault, Tally
from kith.returns.checking.cin_structure.walk import Walk
from kith.returns.checking.result import Structure
from kith.returns.codes.census.form import census
from kith.returns.codes.pre_proceedings import BLOCK
from kith.returns.reading.limits import HEAD_BYTES
from kith.returns.reading.shapes import Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed, sniff
from kith.returns.reading.sources import explain
from kith.returns.reading.xml_stream import root_name

__all__ = ["Onlooker", "structure_faults"]


def structure_faults(
    open_stream: Callable[[], IO[bytes]], file: str, year: str, *, pre_proceedings: str = BLOCK
) -> list[Structure]:
    """What is wrong with the form of a census XML; no more than one child is held, whatever the file's size.

    `open_stream` gives a fresh binary stream each time; `file` names it in the faults. `year`, "2026-27", tells which
    form: GenderCurrent to 2023-24, then Sex; `pre_proceedings`, the block's name, from 2026-27. A value that a rule
    judges by its codes is left to that rule. Of one kind five faults are told, and the rest counted; a fault names the
    line and the child. Raises ValueError where `pre_proceedings` is the name of another element; a file that cannot be
    read is a fault. Source: DfE CIN census specification, as kith/returns/codes/data says.
    """
    form, tally = census(year, pre_proceedings), Tally(file)
    source = Source(file, "", 0, open_stream)
    try:
        sniffed = _sniffed(source, tally)
        if (root := root_name(source, sniffed)) != "message":
            raise UnreadableError(f"Its outermost element is {shown(root)}, and that of a census is Message.")
        Walk(form, tally).go(source, sniffed)
    except UnreadableError as error:
        tally.add(Fault("file", None, 0, str(error)))
    except OSError as error:
        tally.add(Fault("file", None, 0, f"This cannot be read: {explain(error)}"))
    return tally.listed()


def _sniffed(source: Source, tally: Tally) -> Sniffed:
    with source.open() as stream:
        sniffed = sniff(stream.read(HEAD_BYTES))
    if sniffed.form != "xml":
        raise UnreadableError("It is not XML. Export the census as XML.")
    if sniffed.encoding == "cp1252":
        tally.add(Fault("encoding", None, 0, ENCODING))
    return sniffed
