"""The server that tests run on: Kith's embedded one, or the one that KITH_TEST_SERVER_URL names."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from kith.core.postgres import Cluster, Urls, drop, prepare, urls_for
from kith.core.postgres.urls import logins
from kith.core.stores import ADVICE, COUNCIL, named

ROOT = Path(__file__).resolve().parents[2]
# A table without a page has never held a row. As one statement: all rows go, or none.
EMPTY = """
    DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT quote_ident(relname) FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
            AND relname NOT IN ('django_migrations', 'django_content_type', 'core_actionname', {kept})
        LOOP EXECUTE 'DELETE FROM ' || name; END LOOP;
        {then}
    END $$
"""


# The accounts of the advice service hold the public's door, which set-up makes and nobody can make again.
KEPT = {COUNCIL: ("''", "")}
KEPT[ADVICE] = ("'advice_adviser'", "DELETE FROM advice_adviser WHERE role <> 'door';")


@dataclass
class TestServer:
    """One database for one test process, copied from a migrated template."""

    __test__ = False
    data: Path
    database: str
    outside: str
    # Of the migrations as this process read them at its start.
    digest: str
    urls: Urls | None = None
    store: str = COUNCIL
    kept: psycopg.Connection | None = None

    @property
    def template(self) -> str:
        return f"test_{self.store}_template"

    def become(self, store: str) -> None:
        """Serve the tests of a locked store: before anything is announced."""
        self.store = store
        self.database = self.database.replace("test_kith_", f"test_{store}_")

    def _urls(self, database: str) -> Urls:
        if not self.outside:
            return Cluster(self.data, store=self.store).ensure_running(database)
        passwords = passwords_at(self.outside, self.store)
        prepare(self.outside, database, passwords, self.store)
        return urls_for(self.outside, database, passwords, self.store)

    def announce(self) -> None:
        """Put this process's addresses where the settings look for them."""
        template = self._urls(self.template)
        base = self.outside or _with_database(template.superuser, "postgres")
        names = {
            "KITH_OWNER_URL": template.owner,
            "KITH_WORKER_URL": template.worker,
            "DATABASE_URL": template.app,
        }
        for name, url in names.items():
            os.environ[name] = url.replace(f"/{self.template}", f"/{self.database}")
        self.urls = Urls(
            owner=os.environ["KITH_OWNER_URL"],
            app=os.environ["DATABASE_URL"],
            worker=os.environ["KITH_WORKER_URL"],
            superuser=base,
            database=self.database,
        )

    def make(self) -> None:
        """Copy the template, migrating it first if any migration has changed since."""
        assert self.urls is not None
        base = self.urls.superuser
        with psycopg.connect(base, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(7151)")
            if self._stamp(connection) != self.digest:
                self._migrate_template()
                comment = sql.SQL("COMMENT ON DATABASE {} IS {}").format(
                    sql.Identifier(self.template), sql.Literal(self.digest)
                )
                connection.execute(comment)
            name = sql.Identifier(self.database)
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
            connection.execute(
                sql.SQL(named("CREATE DATABASE {} TEMPLATE {} OWNER kith_owner", self.store)).format(
                    name, sql.Identifier(self.template)
                )
            )
            # Nothing here must outlive a pulled plug, and a test waits for the disk some twenty times otherwise.
            connection.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(name))
            connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
            for grant in (
                "GRANT CONNECT ON DATABASE {} TO kith_app, kith_worker",
                "GRANT TEMPORARY ON DATABASE {} TO kith_worker",
            ):
                connection.execute(sql.SQL(named(grant, self.store)).format(name))

    def _stamp(self, connection: psycopg.Connection) -> str | None:
        found = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [self.template],
        ).fetchone()
        return found[0] if found else None

    def _migrate_template(self) -> None:
        from django.core.management import call_command
        from django.db import connections

        from kith.core.migration_state import drawn_once

        assert self.urls is not None
        base = self.urls.superuser
        drop(base, self.template)
        if not self.outside:
            # The cluster remembers what it prepared; a dropped database is prepared afresh.
            Cluster(self.data, store=self.store).ensure_running(self.template)
        else:
            self._urls(self.template)
        owner = connections["owner"]
        owner.close()
        owner.settings_dict["NAME"] = self.template
        try:
            with drawn_once():
                call_command("migrate", database="owner", verbosity=0)
        finally:
            owner.close()
            owner.settings_dict["NAME"] = self.database

    def collect_static(self) -> None:
        """Gather static files as `kith up` does, so that pages name them as they will be served."""
        from django.core.management import call_command

        (self.data / "static").mkdir(parents=True, exist_ok=True)
        # Test processes share the folder, so they take turns.
        with (self.data / "static.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            call_command("collectstatic", verbosity=0, interactive=False)

    def empty(self) -> None:
        """Delete every row of every table, as a superuser whose deletions fire no trigger."""
        kept, then = KEPT[self.store]
        self.as_superuser(EMPTY.replace("{kept}", kept).replace("{then}", then))

    def as_superuser(self, statement: str, values: Sequence[object] | None = None) -> psycopg.Cursor:
        """Run a statement on this process's database as a superuser who fires no trigger."""
        try:
            return self._superuser().execute(statement.encode(), values)
        except psycopg.OperationalError:
            # A test that cuts every connection cuts this one too.
            return self._superuser().execute(statement.encode(), values)

    def _superuser(self) -> psycopg.Connection:
        # Kept from test to test: a new session reads the catalogue anew, which costs ten times the deleting.
        if self.kept is None or self.kept.closed:
            assert self.urls is not None
            superuser = _with_database(self.urls.superuser, self.database)
            self.kept = psycopg.connect(
                superuser, autocommit=True, options="-c session_replication_role=replica"
            )
        return self.kept

    def remove(self) -> None:
        """Drop this process's database; the template stays for the next run."""
        assert self.urls is not None
        if self.kept is not None:
            self.kept.close()
        with psycopg.connect(self.urls.superuser, autocommit=True) as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.database))
            )


def passwords_at(outside: str, store: str) -> dict[str, str]:
    """The passwords that tests give to the logins of a store on a server of somebody else's."""
    return {login: hashlib.sha256(f"{outside}{login}".encode()).hexdigest() for login in logins(store)}


def _with_database(url: str, database: str) -> str:
    from kith.core.postgres.urls import with_database

    return with_database(url, database)


def migrations_digest() -> str:
    """Digest of all migrations and of what they are made from."""
    from kith.core.action_names import names_in_source

    digest = hashlib.sha256(repr(sorted(names_in_source())).encode())
    files = [
        *ROOT.glob("kith/**/migrations/*.py"),
        *ROOT.glob("kith/*/models*/**/*.py"),
        *ROOT.glob("kith/*/models.py"),
    ]
    for file in sorted(
        {*files, ROOT / "kith/core/rls.py", ROOT / "kith/core/history.py", ROOT / "kith/advice/rls.py"}
    ):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def from_environment() -> TestServer:
    """The server for this process (each xdist worker has a database of its own)."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    return TestServer(
        data=Path(os.environ.get("KITH_TEST_DATA", str(ROOT / "var" / "test"))),
        database=f"test_kith_{worker}_{os.getpid()}",
        outside=os.environ.get("KITH_TEST_SERVER_URL", ""),
        digest=migrations_digest(),
    )
