"""The floors of everything that writes rows: PostgreSQL's COPY of the same rows, in the same run.

Three, each the floor of more: the rows of the files into tables of text; the rows that the load wrote into bare
tables of their types; the same into tables with the indexes, keys and checks of the record.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import psycopg
from psycopg import sql

from kith.bench.processor import seconds_of

PIECE = 1 << 18
Dress = Literal["bare", "indexed"]
_TABLES = """
SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
   AND c.relname !~ '^(django|procrastinate)_' ORDER BY 1"""
_KEYS = """
SELECT pg_get_constraintdef(oid) FROM pg_constraint
 WHERE contype = 'f' AND conrelid = %s::regclass AND conparentid = 0"""


@dataclass(slots=True)
class Took:
    """Rows written, seconds by the clock, and seconds of processor of server and client (None: not told)."""

    rows: int = 0
    seconds: float = 0.0
    processor: float | None = None


def copy_files(superuser_url: str, files: Sequence[Path]) -> Took:
    """What COPY takes to bring CSV files into plain tables of text, one for each file's columns."""
    took = Took()
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS bench")
        for number, file in enumerate(files):
            table = sql.Identifier("bench", f"floor_{number}")
            with file.open("rb") as stream:
                columns = stream.readline().decode().strip().split(",")
                stream.seek(0)
                made = sql.SQL(", ").join(sql.SQL("{} text").format(sql.Identifier(name)) for name in columns)
                connection.execute(sql.SQL("CREATE TABLE {} ({})").format(table, made))
                into = sql.SQL("COPY {} FROM STDIN WITH (FORMAT csv, HEADER)").format(table)
                with _timed(connection, took):
                    took.rows += _copy(connection, into, stream)
            connection.execute(sql.SQL("DROP TABLE {}").format(table))
    return took


def copy_tables(superuser_url: str, dress: Dress) -> Took:
    """What COPY takes to bring the rows of every table of the record into tables of the same columns.

    `indexed` gives those the record's own indexes, exclusions, checks and foreign keys, checked before the end.
    """
    took = Took()
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS bench")
        for (name,) in connection.execute(_TABLES).fetchall():
            table, floor = sql.Identifier("public", name), sql.Identifier("bench", "floor")
            _make(connection, floor, table, dress)
            with tempfile.TemporaryFile() as kept:
                out = sql.SQL("COPY (SELECT * FROM {}) TO STDOUT (FORMAT binary)").format(table)
                with connection.cursor() as cursor, cursor.copy(out) as pieces:
                    for piece in pieces:
                        kept.write(piece)
                kept.seek(0)
                with _timed(connection, took):
                    took.rows += _copy(
                        connection, sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(floor), kept
                    )
            connection.execute(sql.SQL("DROP TABLE {}").format(floor))
    return took


def _make(
    connection: psycopg.Connection[Any], floor: sql.Identifier, table: sql.Identifier, dress: Dress
) -> None:
    like = "CREATE TABLE {} (LIKE {} INCLUDING ALL)" if dress == "indexed" else "CREATE TABLE {} (LIKE {})"
    connection.execute(sql.SQL(like).format(floor, table))
    if dress == "indexed":
        for (key,) in connection.execute(_KEYS, [table.as_string(connection)]).fetchall():
            connection.execute(sql.SQL("ALTER TABLE {} ADD {}").format(floor, sql.SQL(key)))


def _copy(connection: psycopg.Connection[Any], into: sql.Composed, stream: Any) -> int:
    with connection.cursor() as cursor:
        with cursor.copy(into) as copy:
            while piece := stream.read(PIECE):
                copy.write(piece)
        return cursor.rowcount


@contextmanager
def _timed(connection: psycopg.Connection[Any], took: Took) -> Iterator[None]:
    pid = connection.info.backend_pid
    server, client, began = seconds_of(pid), os.times(), time.monotonic()
    yield
    took.seconds += time.monotonic() - began
    after, now = seconds_of(pid), os.times()
    if server is not None and after is not None:
        mine = now.user - client.user + now.system - client.system
        took.processor = (took.processor or 0.0) + after - server + mine
