"""Kithshire into the record: generated families become rows of every room, in bulk."""

from __future__ import annotations

from kith.demo.loading.make import make_demo
from kith.demo.loading.refusal import DemoRefusedError

__all__ = ["DemoRefusedError", "make_demo"]
