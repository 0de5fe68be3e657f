"""One server's files and its process. Callers hold the data folder's lock."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import psycopg

from kith.core.postgres import binaries, postmaster
from kith.core.postgres.credentials import SUPERUSER
from kith.core.postgres.errors import PostgresError, one_line
from kith.core.postgres.home import SOCKET, check_room
from kith.core.postgres.settings import HBA, MB, server_settings
from kith.core.postgres.system_user import SystemUser, run
from kith.core.postgres.urls import socket_url

FULL = "No space left on device"
NEEDED_TO_MAKE = 256 * MB
NEEDED_TO_START = 32 * MB  # a first write-ahead segment is 16 MB, recovery may want another


class Server:
    """The server whose files are in `home` and whose socket is in `socket`, run as `user`."""

    def __init__(self, home: Path, socket: Path, user: SystemUser | None) -> None:
        self.home, self.socket, self.user = home, socket, user
        self.pgdata = home / "pgdata"
        self.bin = binaries.reachable(user)

    def ensure_running(self, password: str) -> Path:
        """Make, recover or start it; return the folder of its socket."""
        if not (self.pgdata / "PG_VERSION").exists():
            self._make(password)
        self._check_version()
        running = postmaster.find(self.pgdata)
        if running is not None and not (running.socket / SOCKET).exists():
            self._halt()  # alive but out of reach: its socket was cleaned away with the temporary folder
            running = None
        if running is None:
            self._start()
        socket = running.socket if running else self.socket
        if not self._admits(socket, password):
            self._set_password(password)
        return socket

    def stop(self) -> None:
        """Stop it in an orderly way; open connections are ended."""
        self._halt()
        if self.socket.parent != self.home:
            shutil.rmtree(self.socket, ignore_errors=True)  # ours in the temporary folder

    def _halt(self) -> None:
        if postmaster.find(self.pgdata) is not None:
            self._program("pg_ctl", "-D", str(self.pgdata), "-w", "-t", "120", "-m", "fast", "stop")

    def _make(self, password: str) -> None:
        check_room(self.home, NEEDED_TO_MAKE)
        fresh, word = self.home / "pgdata.new", self.home / "password.new"
        shutil.rmtree(fresh, ignore_errors=True)  # left by a set-up that was killed
        try:
            self._write(word, password)
            self._program(
                *("initdb", "-D", str(fresh), "-U", SUPERUSER, f"--pwfile={word}", "--auth=scram-sha-256"),
                *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
                "--data-checksums",
            )
            self._write(fresh / "pg_hba.conf", HBA)
            text = (fresh / "postgresql.conf").read_text("utf-8")
            self._write(fresh / "postgresql.conf", text + "\ninclude 'kith.conf'\n")
            fresh.rename(self.pgdata)  # so a folder named pgdata is always a whole one
        except OSError as error:
            raise PostgresError(f"The database cannot be made in {self.home}: {error.strerror}.") from error
        finally:
            word.unlink(missing_ok=True)

    def _check_version(self) -> None:
        made, ours = (self.pgdata / "PG_VERSION").read_text("utf-8").strip(), binaries.major(self.bin)
        if made != str(ours):
            raise PostgresError(
                f"The database in {self.pgdata} was made by PostgreSQL {made} and this Kith brings {ours}:"
                " move it over with that version's pg_dump, or set KITH_DATA to another folder."
            )

    def _start(self) -> None:
        check_room(self.home, NEEDED_TO_START)
        postmaster.clear(self.pgdata, self.socket)
        self._write(self.pgdata / "kith.conf", server_settings(self.socket, self.home / "log"))
        log = self.home / "start.log"
        log.unlink(missing_ok=True)
        try:
            # Replaying after a hard kill can take minutes: wait for it rather than give up.
            self._program("pg_ctl", "-D", str(self.pgdata), "-w", "-t", "900", "-l", str(log), "start")
        except PostgresError as error:
            check_room(self.home, NEEDED_TO_START)
            raise PostgresError(
                f"The database in {self.home} did not start: {self._last_words(log)}"
            ) from error

    def _last_words(self, log: Path) -> str:
        logs = sorted((self.home / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)
        for path in (*reversed(logs), log):
            told = [
                line
                for line in path.read_text("utf-8", "replace").splitlines()
                if "FATAL" in line or "PANIC" in line
            ]
            if told:
                return one_line(told[-1])
        return f"see {log}"

    def _admits(self, socket: Path, password: str) -> bool:
        try:
            psycopg.connect(socket_url(str(socket), "postgres", SUPERUSER, password)).close()
        except psycopg.OperationalError as error:
            if "password authentication failed" in str(error):
                return False
            raise PostgresError(f"The database in {self.home} does not answer: {one_line(error)}") from error
        return True

    def _set_password(self, password: str) -> None:
        # Only the account that owns the files can do this: a single-user server asks for no password.
        self._halt()
        self._program(
            *("postgres", "--single", "-D", str(self.pgdata), "postgres"),
            stdin=f"ALTER ROLE {SUPERUSER} PASSWORD '{password}';\n",
        )
        self._start()

    def _program(self, name: str, *arguments: str, stdin: str = "") -> str:
        try:
            return run([str(self.bin / name), *arguments], user=self.user, stdin=stdin)
        except PostgresError as error:
            if FULL in str(error):
                raise PostgresError(
                    f"The disk is full: the database in {self.home} could not be written."
                ) from error
            raise

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, "utf-8")
        path.chmod(0o600)
        if self.user:
            os.chown(path, self.user.uid, self.user.gid)
