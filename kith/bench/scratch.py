"""Scratch databases in the embedded server of a data folder; never the council's own."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg
from psycopg import sql

from kith.bench.filling.fill import Say, fill, statements
from kith.bench.filling.plan import Size
from kith.core.postgres import Cluster, PostgresError, Urls, drop
from kith.core.postgres.home import check_room
from kith.core.postgres.urls import with_database

KITH = Path(__file__).resolve().parents[1]
EMPTY = "kith_bench_empty"
FRESH_FOR = 30
"""Days after which a kept database is filled again: what is due in it has gone stale by then."""
_NOT_OURS = (
    "DATABASE_URL",
    "KITH_OWNER_URL",
    "KITH_WORKER_URL",
    "KITH_EMBEDDED",
    "KITH_ENV",
    "KITH_LOGIN",
    "KITH_PROXY",
)


@dataclass(frozen=True)
class Scratch:
    """One scratch database, and how long it took to fill (None where it was kept from before)."""

    data: Path
    urls: Urls
    seconds: float | None = None

    def environment(self, login: str) -> Mapping[str, str]:
        """Environment of a process that works in it, signed in to PostgreSQL as `login` (app or worker)."""
        inherited = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
        return inherited | {
            "KITH_DATA": str(self.data),
            "DATABASE_URL": self.urls.app,
            "KITH_OWNER_URL": self.urls.owner,
            "KITH_WORKER_URL": self.urls.worker,
            "KITH_LOGIN": login,
            "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        }


def empty(data: Path) -> Scratch:
    """The template: migrated and empty, made again when a migration has changed."""
    urls = Cluster(data).ensure_running(EMPTY)
    if comment(urls) != migrations_digest():
        drop(urls.superuser, EMPTY)
        urls = Cluster(data).ensure_running(EMPTY)
        found = Scratch(data, urls)
        made = subprocess.run(
            [sys.executable, "-m", "kith.bench.migrating"], env=dict(found.environment("worker")), check=False
        )
        if made.returncode != 0:
            raise PostgresError("The bench's empty database could not be migrated; the lines above say why.")
        set_comment(urls, migrations_digest())
    return Scratch(data, urls)


def copy(data: Path, name: str) -> Scratch:
    """A fresh copy of the empty database under `name`, in place of any that was there."""
    template = empty(data)
    superuser = with_database(template.urls.superuser, "postgres")
    drop(superuser, name)
    with psycopg.connect(superuser, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER kith_owner").format(
                sql.Identifier(name), sql.Identifier(EMPTY)
            )
        )
    # Also lays the grants on the database itself, which a template does not pass on.
    return Scratch(data, Cluster(data).ensure_running(name))


def filled(data: Path, size: Size, *, keep: bool, say: Say) -> Scratch:
    """A database of this size: the one kept from before if it is still true, else filled afresh."""
    name = f"kith_bench_{size.people}"
    if keep:
        found = Scratch(data, Cluster(data).ensure_running(name))
        if _still_true(comment(found.urls), size):
            return found
    check_room(data, size.bytes)
    made = copy(data, name)
    seconds = fill(made.urls.superuser, size, say)
    set_comment(made.urls, json.dumps({"filling": digest_of(size), "on": date.today().isoformat()}))  # noqa: DTZ011
    return Scratch(data, made.urls, seconds)


def remove(scratch: Scratch) -> None:
    """Drop a scratch database."""
    drop(with_database(scratch.urls.superuser, "postgres"), scratch.urls.database)


def migrations_digest() -> str:
    """Digest of all migrations and of what they are made from."""
    digest = hashlib.sha256()
    for file in sorted({*KITH.glob("*/migrations/*.py"), KITH / "core/rls.py", KITH / "core/history.py"}):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def digest_of(size: Size) -> str:
    """Digest of everything that is put in: the migrations and the filling's own SQL."""
    return hashlib.sha256((migrations_digest() + repr(statements(size))).encode()).hexdigest()


def comment(urls: Urls) -> str:
    """What was noted on the database; empty where nothing was."""
    with psycopg.connect(urls.superuser) as connection:
        found = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    return (found and found[0]) or ""


def set_comment(urls: Urls, text: str) -> None:
    """Note something on the database."""
    with psycopg.connect(urls.superuser, autocommit=True) as connection:
        connection.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(urls.database), sql.Literal(text))
        )


def _still_true(noted: str, size: Size) -> bool:
    try:
        found = json.loads(noted)
        age = date.today() - date.fromisoformat(found["on"])  # noqa: DTZ011 - a day either way is nothing here
    except (ValueError, KeyError, TypeError):
        return False
    return bool(found["filling"] == digest_of(size)) and age.days < FRESH_FOR
