"""What stops a check altogether."""

from __future__ import annotations


class CheckError(Exception):
    """The check could not be done; the message says why, and what to do."""
