"""Loads statutory returns into the record (`kith load`)."""

from __future__ import annotations

from kith.returns.load.errors import LoadError
from kith.returns.load.report import Report
from kith.returns.load.run import load, loader

__all__ = ["LoadError", "Report", "load", "loader"]
