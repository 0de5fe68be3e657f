"""The duties of a county at once: the rules of `kith.law.engine` as SQL over columns, in DuckDB."""

from __future__ import annotations

from kith.law.columnar.derive import Obligations, derive_all
from kith.law.columnar.taking_in import Aged, Room
from kith.law.columnar.writing import Form, lines

__all__ = ["Aged", "Form", "Obligations", "Room", "derive_all", "lines"]
