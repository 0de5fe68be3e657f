"""`kith backup` and `kith restore`, of a locked store: sealed with its own master key, and opened by no other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import become, data_folder, embedded, start_database
from kith.core.keys import MasterKeyFile
from kith.core.stores import COUNCIL, store_of_process

Store = Annotated[str, typer.Option("--as", help="advice: of the advice service.")]


def add_to(app: typer.Typer) -> None:
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(
    out: Annotated[Path, typer.Option("--out", help="A new file.")],
    as_: Store = "",
) -> None:
    """Everything in a store's database, in one sealed file."""
    where, master = _of(as_)
    from kith.core.backup import write_backup
    from kith.core.keys import KeysError

    try:
        size = write_backup(out, where, master, data_folder())
    except FileExistsError as there:
        raise CannotError(f"{out} is there already: name another file.") from there
    except KeysError as why:
        raise CannotError(str(why)) from why
    sys.stderr.write(f"{out} holds the backup ({size:,} bytes). Keep its master key apart from it.\n")


def restore(
    source: Annotated[Path, typer.Argument(help="A file that kith backup wrote.")],
    as_: Store = "",
) -> None:
    """Put a backup into a database that holds nothing yet. Its master key must be in place first."""
    where, master = _of(as_)
    import psycopg
    from psycopg import sql

    from kith.core.backup import read_backup, restore_backup
    from kith.core.files import FileStoreError
    from kith.core.keys import KeysError
    from kith.core.postgres import drop
    from kith.core.postgres.urls import database_of, with_database

    database, store = database_of(where), store_of_process()
    try:
        with source.open("rb") as file:
            read_backup(file, master)
        with psycopg.connect(where) as there:
            tables = there.execute(
                "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            ).fetchone()
        if tables and tables[0]:
            raise CannotError("The database holds something already: restore into an empty data folder.")
        drop(where, database)
        with psycopg.connect(with_database(where, "postgres"), autocommit=True) as root:
            name, owner = sql.Identifier(database), sql.Identifier(f"{store}_owner")
            root.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(name, owner))
        restore_backup(
            source, where, database=database, store=store, master=master, passwords={}, clear=data_folder()
        )
    except (KeysError, FileStoreError) as why:
        raise CannotError(str(why)) from why
    sys.stderr.write("It is whole again: start it with kith up.\n")


def _of(store: str) -> tuple[str, MasterKeyFile]:
    """Where a store's database is, for a login that reads past every policy, and the file of its master key."""
    if not store:
        raise CannotError(
            "Say of which store: --as advice. The council's own backup is made with PostgreSQL's tools."
        )
    become(store)
    if store_of_process() == COUNCIL or not embedded():
        raise CannotError(
            "Of another server's database the backup is made by its administrator, with pg_dump."
        )
    from kith.core.keystore import master_key_file_of
    from kith.core.postgres import Cluster

    start_database()
    return Cluster(data_folder(), store=store).urls().superuser, master_key_file_of(data_folder())
