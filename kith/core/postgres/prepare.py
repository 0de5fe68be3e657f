"""Lay roles, a database and its extensions on a running server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg
from psycopg import sql

from kith.core.postgres.errors import PostgresError, one_line
from kith.core.postgres.roles import cluster_sql, database_sql
from kith.core.postgres.urls import OWNER, logins, with_database
from kith.core.stores import COUNCIL, named

OLDEST = 15
_TURN = 0x6B697468  # advisory lock: roles belong to the server, and two writers of one role collide


def prepare(
    superuser_url: str, database: str, passwords: Mapping[str, str] | None = None, store: str = COUNCIL
) -> None:
    """Make (or bring up to date) the roles of `store` and `database` on the server of `superuser_url`.

    `passwords`, keyed by login name, are set for the logins named. Raises PostgresError when the server
    is older than 15, or keeps text in a way that would lose letters.
    """
    with _turn(superuser_url) as connection:
        major = connection.info.server_version // 10000
        if major < OLDEST:
            raise PostgresError(f"Kith needs PostgreSQL {OLDEST} or later; this server is {major}.")
        _script(connection, cluster_sql(store))
        for login in logins(store):
            if passwords and login in passwords:
                _set_password(connection, login, passwords[login])
        if not _has(connection, database):
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(
                    sql.Identifier(database), sql.Identifier(named(OWNER, store))
                )
            )
        with psycopg.connect(with_database(superuser_url, database)) as inside:
            _check_text(inside, database)
            _script(inside, database_sql(database, store))


def exists(superuser_url: str, database: str) -> bool:
    """Whether the server of `superuser_url` has `database`."""
    with psycopg.connect(with_database(superuser_url, "postgres"), autocommit=True) as connection:
        return _has(connection, database)


def drop(superuser_url: str, database: str) -> None:
    """Remove `database` and end its connections; nothing happens if it is not there. The roles stay."""
    with _turn(superuser_url) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
        )


@contextmanager
def _turn(superuser_url: str) -> Iterator[psycopg.Connection]:
    # Advisory locks are kept per database, so everybody takes this one in "postgres".
    try:
        with psycopg.connect(with_database(superuser_url, "postgres"), autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [_TURN])
            yield connection
    except psycopg.Error as error:
        raise PostgresError(f"The database server refused the set-up: {one_line(error)}") from error


def _has(connection: psycopg.Connection, database: str) -> bool:
    return connection.execute("SELECT FROM pg_database WHERE datname = %s", [database]).rowcount == 1


def _script(connection: psycopg.Connection, text: str) -> None:
    connection.execute(text.encode())  # our own constant text with quoted names, never input


def _set_password(connection: psycopg.Connection, login: str, password: str) -> None:
    # Hashed here, so that the server's log can never hold it.
    verifier = connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    connection.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login), sql.Literal(verifier.decode()))
    )


def _check_text(connection: psycopg.Connection, database: str) -> None:
    row = connection.execute(
        "SELECT pg_encoding_to_char(encoding) = 'UTF8' AND lower('ÉŁ') = 'éł' FROM pg_database"
        " WHERE datname = current_database()"
    ).fetchone()
    if row is None or not row[0]:
        raise PostgresError(
            f"The database {database} cannot hold every name:"
            " make it with encoding UTF8 and the locale C.UTF-8."
        )
