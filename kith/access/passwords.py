"""Passwords: what an account keeps of one, and how a try is compared without its digest leaving the database."""

from __future__ import annotations

from uuid import UUID

import argon2.low_level
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection

# A digest in the account's column begins so where the database has put noise in its place.
NOISE = "~"


def is_kept_apart(encoded: str) -> bool:
    """Whether the digest of this password lies in the database's own table."""
    return encoded.rpartition("$")[2].startswith(NOISE)


def is_right(account: UUID, kept: str, tried: str) -> bool:
    """Whether `tried` is the account's password; `kept` is its column. One query.

    The app works out the digest with the settings and the salt that the column has; the database compares.
    """
    asked = Argon2PasswordHasher().decode(kept)
    parameters = asked["params"]
    data = argon2.low_level.hash_secret(
        tried.encode(),
        asked["salt"].encode("latin1"),
        time_cost=parameters.time_cost,
        memory_cost=parameters.memory_cost,
        parallelism=parameters.parallelism,
        hash_len=parameters.hash_len,
        type=argon2.low_level.Type[asked["variety"].removeprefix("argon2").upper()],
        version=parameters.version,
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_password_is(%s, %s)", [account, "argon2" + data.decode("ascii")])
        return bool(cursor.fetchone()[0])


def is_closed(account: UUID) -> bool:
    """Whether its owner closed this family account, for somebody else may be reading it. One query, at the sign-in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_door_closed(%s)", [account])
        return bool(cursor.fetchone()[0])


def is_outdated(kept: str) -> bool:
    """Whether it was made with other settings than today's."""
    return bool(Argon2PasswordHasher().must_update(kept))
