"""The duties of a county at once: the rules of `kith.law.engine` as SQL over columns, in DuckDB."""

from __future__ import annotations

from kith.law.columnar.derive import Asked, FactBatch, Obligations, derive_all
from kith.law.columnar.writing import Form, lines

__all__ = ["Asked", "FactBatch", "Form", "Obligations", "derive_all", "lines"]
