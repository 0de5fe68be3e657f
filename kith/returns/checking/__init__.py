"""Checks a statutory return against the rules of its collection year. No Django and no database here.

`check_tables` is the engine; `rules/` holds one SQL file a rule, with its cases; `context/` the tables and macros that
the rules are written in (each file begins by saying what it gives).
"""

from __future__ import annotations

from kith.returns.checking.engine import check_tables
from kith.returns.checking.years import window
from kith.returns.codes.windows import Window

__all__ = ["Window", "check_tables", "window"]
