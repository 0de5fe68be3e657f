"""A key in memory that does not show itself."""

from __future__ import annotations

from typing import NoReturn

SIZE = 32


class Secret:
    """Thirty-two bytes that stay out of `repr`, logs, tracebacks with locals, and pickles."""

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        if len(value) != SIZE:
            raise ValueError("a key has 32 bytes")
        self._value = value

    def reveal(self) -> bytes:
        """The bytes, for a cipher and nothing else."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is never pickled")
