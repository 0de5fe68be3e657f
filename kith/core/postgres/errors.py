"""What can go wrong with the database server, each as one plain line with its remedy."""

from __future__ import annotations


class PostgresError(Exception):
    """The server cannot be made, started, stopped or prepared; `str()` is one line for the operator."""


class LoginRefusedError(PostgresError):
    """A login given to Kith could see past row level security."""


def one_line(text: object, limit: int = 300) -> str:
    """Fold whatever a program printed into one line of at most `limit` characters."""
    folded = " ".join(str(text).split())
    return folded if len(folded) <= limit else folded[: limit - 1] + "…"
