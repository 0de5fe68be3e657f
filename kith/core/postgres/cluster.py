"""The embedded server of one data folder: made, started, recovered and stopped."""

from __future__ import annotations

import hashlib
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from kith.core.postgres import credentials, postmaster
from kith.core.postgres.credentials import SUPERUSER, Credentials
from kith.core.postgres.errors import PostgresError
from kith.core.postgres.folder import turn
from kith.core.postgres.home import check_owner, make_home, socket_folder
from kith.core.postgres.prepare import exists, prepare
from kith.core.postgres.roles import cluster_sql, database_sql
from kith.core.postgres.server import Server
from kith.core.postgres.system_user import server_user
from kith.core.postgres.urls import Urls, logins, socket_url, urls_for
from kith.core.stores import COUNCIL


def _to_standard_error(line: str) -> None:
    sys.stderr.write(line + "\n")


class Cluster:
    """The embedded PostgreSQL of the data folder `data`, with the logins of `store`.

    Any number of processes may hold one: a lock file makes them take turns. The server outlives them all
    until `stop()`. Every method raises PostgresError with one plain line when it cannot do its work.
    """

    def __init__(
        self, data: Path, *, say: Callable[[str], None] = _to_standard_error, store: str = COUNCIL
    ) -> None:
        self.data = data.expanduser().resolve()
        self._file = self.data / "postgres.json"
        self._say = say
        self._store = store

    def ensure_running(self, database: str = "") -> Urls:
        """Make, recover or start the server if need be, prepare `database`, and return its addresses."""
        database = database or self._store
        with turn(self.data):
            known = self._remember()
            server = self._server(known)
            socket = server.ensure_running(known.passwords[SUPERUSER])
            self._prepare(known, socket, database)
            return self._addresses(known, socket, database)

    def urls(self, database: str = "") -> Urls:
        """Addresses of `database` on the running server; it is neither started nor prepared."""
        known = credentials.read(self._file)
        running = self._running(known)
        if known is None or running is None:
            raise PostgresError(f"The database of {self.data} is not running: start it with make run.")
        return self._addresses(known, running.socket, database or self._store)

    def is_running(self) -> bool:
        """Whether the server is up."""
        return self._running(credentials.read(self._file)) is not None

    def revive(self) -> bool:
        """Start the server again if it is gone, and tell whether it was. Nothing is made anew."""
        known = credentials.read(self._file)
        if self._running(known) is not None:
            return False
        if known is None or not (self._home(known) / "pgdata" / "PG_VERSION").exists():
            raise PostgresError(
                f"The database of {self.data} is gone: stop Kith, put it back and start again."
            )
        self.ensure_running()
        return True

    def stop(self) -> None:
        """Stop the server, ending open connections; nothing happens if it is not running."""
        if not self._file.exists():
            return
        with turn(self.data):
            known = credentials.read(self._file)
            if known is not None and self._home(known).is_dir():
                self._server(known).stop()

    def _remember(self) -> Credentials:
        known = credentials.read(self._file)
        if known is None:
            # Files without passwords are a server whose passwords were lost: keep the data, set new ones.
            known = credentials.fresh(self._store)
            home = make_home(self.data, server_user(), self._say)
            # Remembered only when it is elsewhere, so that a moved or copied data folder stays whole.
            known.home = "" if home.parent == self.data else str(home)
            credentials.write(self._file, known)
        elif missing := set(logins(self._store)) - set(known.passwords):
            known.passwords |= {login: secrets.token_urlsafe(24) for login in missing}
            credentials.write(self._file, known)
        return known

    def _home(self, known: Credentials) -> Path:
        return Path(known.home) if known.home else self.data / "postgres"

    def _server(self, known: Credentials) -> Server:
        user, home = server_user(), self._home(known)
        if not home.is_dir():
            raise PostgresError(
                f"The database that was kept in {home} is gone:"
                f" put it back, or remove {self._file} to begin anew."
            )
        check_owner(home, user)
        return Server(home, socket_folder(home, known.name, user), user)

    def _running(self, known: Credentials | None) -> postmaster.Postmaster | None:
        return postmaster.find(self._home(known) / "pgdata") if known else None

    def _addresses(self, known: Credentials, socket: Path, database: str) -> Urls:
        superuser = socket_url(str(socket), database, SUPERUSER, known.passwords[SUPERUSER])
        return urls_for(superuser, database, known.passwords, self._store)

    def _prepare(self, known: Credentials, socket: Path, database: str) -> None:
        digest = hashlib.sha256(
            (cluster_sql(self._store) + database_sql(database, self._store)).encode()
        ).hexdigest()
        superuser = self._addresses(known, socket, database).superuser
        if known.prepared.get(database) == digest and exists(superuser, database):
            return
        prepare(superuser, database, known.passwords, self._store)
        known.prepared[database] = digest
        credentials.write(self._file, known)
