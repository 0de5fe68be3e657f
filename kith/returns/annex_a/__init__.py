"""Annex A: the eleven lists of children and adopters that Ofsted asks for at an inspection (ILACS).

One file a list in `lists/`; what the lists say for the record's codes is in `words.toml`.
"""

from kith.returns.annex_a.workbook import write_lists
from kith.returns.extract import listings

FOLDER = "kith.returns.annex_a/lists"

__all__ = ["FOLDER", "listings", "write_lists"]
