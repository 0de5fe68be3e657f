"""What must be remembered about the embedded server: its passwords and where it lives.

Kept in `<data>/postgres.json`, readable by its owner alone, outside the server's own folder.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kith.core.postgres.errors import PostgresError
from kith.core.postgres.urls import logins
from kith.core.stores import COUNCIL

SUPERUSER = "kith_superuser"


@dataclass
class Credentials:
    """Passwords by login, the server's folder, and which databases were prepared with which SQL."""

    name: str
    home: str = ""
    passwords: dict[str, str] = field(default_factory=dict, repr=False)
    prepared: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Credentials | None:
    """The remembered credentials, or None when there are none yet."""
    try:
        return Credentials(**json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise PostgresError(
            f"{path} belongs to another user: run Kith as the user who made it,"
            " or set KITH_DATA to another folder."
        ) from error
    except (ValueError, TypeError, OSError) as error:
        raise PostgresError(
            f"{path} cannot be read; remove it and start Kith again: the passwords are then set anew."
        ) from error


def fresh(store: str = COUNCIL) -> Credentials:
    """New random passwords for every login of a store."""
    passwords = {login: secrets.token_urlsafe(24) for login in (SUPERUSER, *logins(store))}
    return Credentials(name=secrets.token_hex(6), passwords=passwords)


def write(path: Path, credentials: Credentials) -> None:
    """Replace the file in one step; it is never there half written or readable by others."""
    fresh_path = path.with_suffix(f".{os.getpid()}.new")
    try:
        handle = os.open(fresh_path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(credentials), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh_path.replace(path)
    except OSError as error:
        fresh_path.unlink(missing_ok=True)
        raise PostgresError(f"Cannot write {path}: {error.strerror}.") from error
