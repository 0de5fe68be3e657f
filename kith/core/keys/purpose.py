"""What each data key is for. A key of one purpose never opens what another sealed."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """One data key (and its predecessors) each."""

    FILES = "files"
    FILE_NAMES = "file_names"  # the keyed hash under which a file is stored
    CHILD_PRIVATE = "child_private"
    LEGAL_PRIVILEGE = "legal_privilege"
    ADOPTION_SEALED = "adoption_sealed"
    BANK_DETAILS = "bank_details"
    AUDIT_SIGNING = "audit_signing"  # the seed of an Ed25519 key
