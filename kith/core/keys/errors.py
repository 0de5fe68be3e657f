"""What can go wrong with keys, each as one plain line that shows no key."""

from __future__ import annotations


class KeysError(Exception):
    """A key cannot be read, made or used; `str()` is one line for the operator."""


class TamperedError(KeysError):
    """Something sealed was altered, cut short, or moved from the place it was sealed for."""
