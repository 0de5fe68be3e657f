"""The statutory returns: in, checked, and out."""

from __future__ import annotations

from typing import Any


def check_tables(*args: Any, **kwargs: Any) -> dict[str, Any]:
    """Check a return given as tables: see `kith.returns.checking.check_tables`. Imports no Django."""
    from kith.returns.checking import check_tables as check

    return check(*args, **kwargs)
