"""The tables and code sets of the two statutory returns, as data.

`data/*_layout.csv` name every table and column of a return with its kind; `data/*_codes.csv` name every
code with a short meaning. Both say in which collection years they apply and where the fact comes from.
No Django here, so that a return can be read and checked without a database.
"""

from __future__ import annotations

from kith.returns.codes.code_sets import code_set, meaning
from kith.returns.codes.layouts import Column, Kind, ReturnKind, Table, layout, table

__all__ = ["Column", "Kind", "ReturnKind", "Table", "code_set", "layout", "meaning", "table"]
