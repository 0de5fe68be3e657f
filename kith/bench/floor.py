"""The floor of everything that writes rows: PostgreSQL's bare COPY of the same rows, in the same run."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg
from psycopg import sql

PIECE = 1 << 18


def copy_files(superuser_url: str, files: Sequence[Path]) -> float:
    """Seconds that COPY takes to bring CSV files into plain tables of text, one for each file's columns."""
    seconds = 0.0
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        for number, file in enumerate(files):
            table = sql.Identifier("bench", f"floor_{number}")
            with file.open("rb") as stream:
                columns = stream.readline().decode().strip().split(",")
                stream.seek(0)
                made = sql.SQL(", ").join(sql.SQL("{} text").format(sql.Identifier(name)) for name in columns)
                connection.execute("CREATE SCHEMA IF NOT EXISTS bench")
                connection.execute(sql.SQL("CREATE TABLE {} ({})").format(table, made))
                into = sql.SQL("COPY {} FROM STDIN WITH (FORMAT csv, HEADER)").format(table)
                began = time.monotonic()
                with connection.cursor() as cursor, cursor.copy(into) as copy:
                    while piece := stream.read(PIECE):
                        copy.write(piece)
                seconds += time.monotonic() - began
            connection.execute(sql.SQL("DROP TABLE {}").format(table))
    return seconds


def copy_tables(superuser_url: str, *, indexed: bool = False) -> tuple[int, float]:
    """Rows of every table of the record, and the seconds that COPY takes to bring them into bare tables.

    `indexed` gives those tables the indexes and checks of the record's own, though not its foreign keys.
    """
    like = sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)" if indexed else "CREATE TABLE {} (LIKE {})")
    rows, seconds = 0, 0.0
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS bench")
        names = connection.execute(
            "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace ="
            " 'public'::regnamespace"
            " AND c.relname !~ '^(django|procrastinate)_' ORDER BY 1"
        ).fetchall()
        for (name,) in names:
            table, floor = sql.Identifier("public", name), sql.Identifier("bench", "floor")
            connection.execute(like.format(floor, table))
            with tempfile.TemporaryFile() as kept, connection.cursor() as cursor:
                with cursor.copy(
                    sql.SQL("COPY (SELECT * FROM {}) TO STDOUT (FORMAT binary)").format(table)
                ) as out:
                    for piece in out:
                        kept.write(piece)
                kept.seek(0)
                began = time.monotonic()
                with cursor.copy(sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(floor)) as into:
                    while part := kept.read(PIECE):
                        into.write(part)
                seconds += time.monotonic() - began
                rows += cursor.rowcount
            connection.execute(sql.SQL("DROP TABLE {}").format(floor))
    return rows, seconds
