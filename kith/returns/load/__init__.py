"""Loads statutory returns into the record (`kith load`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kith.returns.load.errors import LoadError

if TYPE_CHECKING:
    from kith.returns.load.report import Report
    from kith.returns.load.run import load, loader

__all__ = ["LoadError", "Report", "load", "loader"]


def __getattr__(name: str) -> Any:
    # Writing reads which column says what from here, and needs none of the machine that loads.
    if name in {"load", "loader"}:
        from kith.returns.load import run

        return getattr(run, name)
    if name == "Report":
        from kith.returns.load.report import Report

        return Report
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
