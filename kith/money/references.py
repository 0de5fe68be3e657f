"""What payments call people by: a reference that tells nothing, the same each time, and cannot be turned round.

The finance system and whoever pays know a carer and a child by it alone. 50 bits: of ten thousand children no two share
one but once in twenty million councils.
"""

from __future__ import annotations

import base64
import hashlib
from uuid import UUID

LENGTH = 10


def payee_reference(person: UUID) -> str:
    """Such as P7Q2MXW4DKA."""
    return f"P{_of(person, 'payee')}"


def child_reference(person: UUID) -> str:
    """Such as CB3XN6TQ5YZ; another than the same person's as a payee."""
    return f"C{_of(person, 'child')}"


def _of(person: UUID, part: str) -> str:
    told = hashlib.sha256(f"kith money {part} {person}".encode()).digest()
    return base64.b32encode(told).decode()[:LENGTH]
