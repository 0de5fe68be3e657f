"""Words sealed with the store's own key: legal advice is privileged, and is kept so."""

from __future__ import annotations

from uuid import UUID

from kith.core.keys import Place, Purpose
from kith.core.keystore import ring


def seal(text: str, table: str, row: UUID, field: str) -> bytes:
    """`text` sealed for one row and field: moved elsewhere, it no longer opens."""
    return ring().seal(Purpose.LEGAL_PRIVILEGE, text, Place(table, row, field))


def unseal(sealed: bytes | memoryview, table: str, row: UUID, field: str) -> str:
    """The words again. Raises TamperedError when they were altered or moved."""
    return ring().unseal(Purpose.LEGAL_PRIVILEGE, bytes(sealed), Place(table, row, field))
