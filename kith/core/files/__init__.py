"""Files people give: told by their content, encrypted in pieces, stored under a keyed hash."""

from __future__ import annotations

from kith.core.files.errors import FileRefusedError, FileStoreError
from kith.core.files.kinds import KINDS, Kind
from kith.core.files.store import FileStore, Scanner, StoredFile

__all__ = ["KINDS", "FileRefusedError", "FileStore", "FileStoreError", "Kind", "Scanner", "StoredFile"]
