"""Roles and grants as SQL, the same for the embedded server and for any PostgreSQL 15+.

Roles belong to the whole server, so several databases (and tests) on one server share them. Every
statement can be run again, and by an administrator who is not a superuser (managed servers have none).
"""

from __future__ import annotations

from psycopg import sql

from kith.core.postgres.urls import APP, OWNER, WORKER, logins
from kith.core.stores import COUNCIL, named

AUDIT = "kith_audit"  # owns change history and its triggers; nobody signs in as it
DEFINER = "kith_definer"  # owns the security-definer functions, such as find; nobody signs in as it
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent", "fuzzystrmatch")

_ROLES = ((OWNER, "LOGIN"), (APP, "LOGIN"), (WORKER, "LOGIN"), (AUDIT, "NOLOGIN"), (DEFINER, "NOLOGIN"))

_ROLE = """\
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN
        CREATE ROLE {name} {login} INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}'
                  AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls
                       OR NOT rolinherit OR rolcanlogin <> ('{login}' = 'LOGIN'))) THEN
        ALTER ROLE {name} {login} INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
    END IF;
END $$;
"""

# Members may inherit and may SET ROLE, both on 15 (where that is all there is) and from 16 (where it is the
# default), so the owner's migrations can hand functions and tables over to the two roles.
_MEMBERS = f"""\
DO $$ BEGIN
    IF NOT pg_has_role('{OWNER}', '{AUDIT}', 'USAGE') THEN GRANT {AUDIT} TO {OWNER}; END IF;
    IF NOT pg_has_role('{OWNER}', '{DEFINER}', 'USAGE') THEN GRANT {DEFINER} TO {OWNER}; END IF;
    IF NOT pg_has_role(current_user, '{OWNER}', 'USAGE') THEN GRANT {OWNER} TO CURRENT_USER; END IF;
END $$;
"""

_DATABASE = f"""\
REVOKE ALL ON DATABASE {{database}} FROM PUBLIC;
GRANT CONNECT ON DATABASE {{database}} TO {APP}, {WORKER};
GRANT TEMPORARY ON DATABASE {{database}} TO {WORKER}; -- kith load compares whole files in temporary tables
ALTER SCHEMA public OWNER TO {OWNER};
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {APP}, {WORKER};
GRANT USAGE, CREATE ON SCHEMA public TO {AUDIT}, {DEFINER}; -- ALTER ... OWNER TO asks it of the new owner
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO {APP}, {WORKER};
"""


def cluster_sql(store: str = COUNCIL) -> str:
    """Statements for the whole server: the five roles and who may act as whom. No passwords."""
    return named("".join(_ROLE.format(name=name, login=login) for name, login in _ROLES) + _MEMBERS, store)


def database_sql(database: str, store: str = COUNCIL) -> str:
    """Statements to run inside `database`: extensions, schema owner, grants. No login but the store's may connect."""
    extensions = "".join(f"CREATE EXTENSION IF NOT EXISTS {name} SCHEMA public;\n" for name in EXTENSIONS)
    return extensions + named(_DATABASE, store).format(database=quoted(database))


def roles_sql(database: str = "kith", store: str = COUNCIL) -> str:
    """A psql script for an administrator of a PostgreSQL 15+ server; it can be run again at any time.

    It holds no passwords: `\\password kith_owner` and so on, or the server's own sign-in, come after it.
    """
    owner, app, worker = logins(store)
    asked = "" if store == COUNCIL else f" --as {store}"
    literal = database.replace("'", "''")
    create = f"CREATE DATABASE {quoted(database)} OWNER {owner} ENCODING 'UTF8' TEMPLATE template0"
    return (
        "-- Roles, database and grants of Kith for PostgreSQL 15 or later.\n"
        f"-- Run with psql as an administrator: kith roles --sql{asked} | psql -d postgres\n"
        f"-- Then set the passwords of {owner}, {app} and {worker} with \\password.\n"
        "\\set ON_ERROR_STOP on\n"
        f"{cluster_sql(store)}"
        f"SELECT '{create.replace(chr(39), chr(39) * 2)}'\n"
        f"    WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{literal}') \\gexec\n"
        f"\\connect {quoted(database)}\n"
        f"{database_sql(database, store)}"
    )


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return sql.Identifier(name).as_string(None)
