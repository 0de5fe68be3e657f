"""What a password costs in tests: the shipped hasher at its least, for hundreds of tests sign somebody in.

`test_password_cost.py` holds what it costs outside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

COSTS = ("time_cost", "memory_cost", "parallelism")
# Argon2 takes no less: one pass over 8 KiB by one thread (RFC 9106, section 3.1).
LEAST = (1, 8, 1)


def lightly() -> None:
    """Hash at the least cost from here on, in this process."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    for name, value in zip(COSTS, LEAST, strict=True):
        setattr(Argon2PasswordHasher, name, value)


@contextmanager
def at(**costs: int) -> Iterator[None]:
    """A block in which the costs are these."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    before = {name: getattr(Argon2PasswordHasher, name) for name in costs}
    for name, value in costs.items():
        setattr(Argon2PasswordHasher, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(Argon2PasswordHasher, name, value)
