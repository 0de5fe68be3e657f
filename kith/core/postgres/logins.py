"""Refuse a login that could see past row level security."""

from __future__ import annotations

import psycopg

from kith.core.postgres.errors import LoginRefusedError, PostgresError, one_line

# pg_has_role counts indirect membership: whoever may become the owner is as good as the owner.
_OWNED = """
SELECT 'the database ' || datname FROM pg_database
 WHERE datname = current_database() AND pg_has_role(datdba, 'MEMBER')
UNION ALL
SELECT 'the schema ' || nspname FROM pg_namespace
 WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND pg_has_role(nspowner, 'MEMBER')
UNION ALL
SELECT 'the table ' || relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
 WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
   AND relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_has_role(relowner, 'MEMBER')
UNION ALL
SELECT 'the function ' || proname FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace
 WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND pg_has_role(proowner, 'MEMBER')
LIMIT 1
"""

# Any role that it may become counts, not only the login itself.
_POWERS = """
SELECT current_user::text, bool_or(rolsuper), bool_or(rolbypassrls), bool_or(rolcreaterole),
       bool_or(rolreplication)
  FROM pg_roles WHERE pg_has_role(oid, 'MEMBER')
"""
_SAYS = (
    "is a superuser (or may become one)",
    "may bypass row level security (BYPASSRLS)",
    "may make roles (CREATEROLE)",
    "may copy the whole server (REPLICATION)",
)


def check_logins(*urls: str) -> None:
    """Check the app's and the worker's addresses.

    Raises LoginRefusedError if one is (or may become) a superuser, may bypass row level security, may make
    roles or replicate, or owns the database, a schema, a table or a function; PostgresError if the server
    does not answer.
    """
    for url in urls:
        try:
            with psycopg.connect(url, autocommit=True) as connection:
                _check(connection)
        except psycopg.Error as error:
            raise PostgresError(f"The database does not answer: {one_line(error)}") from error


def _check(connection: psycopg.Connection) -> None:
    powers = connection.execute(_POWERS).fetchone()
    if powers is None:
        raise LoginRefusedError("The login has no role on this server.")
    name, *held = powers
    for says, has in zip(_SAYS, held, strict=True):
        if has:
            raise LoginRefusedError(f"The login {name} {says}: give Kith a login made by `kith roles --sql`.")
    owned = connection.execute(_OWNED).fetchone()
    if owned is not None:
        raise LoginRefusedError(
            f"The login {name} owns {owned[0]} (or may become its owner):"
            " give Kith a login made by `kith roles --sql`."
        )
