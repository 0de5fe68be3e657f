"""Takes indexes away while a table is filled and makes them again after: much quicker than keeping them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

# Primary keys stay, for foreign keys rest on them. A constraint's index goes and comes with the constraint.
_CONSTRAINTS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
       format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname,
              pg_get_constraintdef(oid))
  FROM pg_constraint k WHERE conrelid = %s::regclass AND contype IN ('u', 'x')
   AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = k.conindid)"""
_INDEXES = """
SELECT format('DROP INDEX %%s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
  FROM pg_index i WHERE i.indrelid = %s::regclass AND NOT i.indisprimary
   AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)"""


@contextmanager
def without_indexes(connection: psycopg.Connection, table: str) -> Iterator[None]:
    """Drop the table's indexes and unique or exclusion constraints for the length of the block."""
    again: list[str] = []
    for found in (_CONSTRAINTS, _INDEXES):
        rows = connection.execute(found, [table]).fetchall()
        for drop, make in rows:
            connection.execute(drop)
            again.append(make)
    yield
    for make in again:
        connection.execute(make)
