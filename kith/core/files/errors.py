"""Why a file was not taken, or cannot be had; each one plain line."""

from __future__ import annotations


class FileRefusedError(Exception):
    """The file cannot be taken; `str()` is for the person who gave it, and says what to do instead.

    `message` names what fills it (`%(size)s`), so that a page can say it in another language.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % values if values else message)
        self.message, self.values = message, values


class FileStoreError(Exception):
    """The store cannot do its work; `str()` is for the operator. Nothing was left half written."""
