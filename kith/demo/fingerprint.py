"""One short text for a whole demo: equal texts, equal people."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kith.demo.shapes.bundle import DemoFamily


def fingerprint(families: Iterable[DemoFamily]) -> str:
    """The SHA-256 of every fact of every family, in order, as hexadecimal."""
    digest = hashlib.sha256()
    for family in families:
        digest.update(repr(family).encode())
    return digest.hexdigest()
