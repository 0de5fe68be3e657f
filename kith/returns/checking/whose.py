"""Whose return it is: the LEA of a census as the authority's ONS code."""

from __future__ import annotations

from kith.returns.checking.gathered import Gathered
from kith.returns.checking.geo import authority_of
from kith.returns.checking.packed import Packed


def settle_authority(found: Gathered, asked: str | None) -> None:
    """Set `found.authority`: as asked, else the ONS code of the LEA in a census's Header.

    Says where the file names another authority than was asked. None stays where nothing tells.
    """
    found.authority = asked
    header = found.tables.get("Header")
    if found.kind != "cin" or header is None or not header.num_rows or "LEA" not in header.column_names:
        return
    lea = (header.rows() if isinstance(header, Packed) else header)["LEA"][0].as_py()
    told = authority_of(lea, own=asked)
    if asked and told and told != asked:
        message = f"It is the return of LEA {lea} ({told}), but was checked as that of {asked}."
        found.fault(
            found.names["Header"],
            f"{message} Give the right one of the two.",
            row=1,
            column="LEA",
            first=True,
        )
    found.authority = asked or told
