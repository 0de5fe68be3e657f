"""Why a file was not taken, or cannot be had; each one plain line."""

from __future__ import annotations


class FileRefusedError(Exception):
    """The file cannot be taken; `str()` is for the person who gave it, and says what to do instead."""


class FileStoreError(Exception):
    """The store cannot do its work; `str()` is for the operator. Nothing was left half written."""
