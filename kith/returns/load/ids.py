"""New ids for what a load writes: random, and made without asking the operating system for each.

`gen_random_uuid()` asks the system for every id, which took a third of a large load. Here the system is asked
once a run, for a key of 256 bits; an id is the first half of a SHA-256 over the key and what it is for. Without
the key, which ends with the run, nothing can be told from an id, and none can be foretold.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from kith.returns.load.shapes import literal

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet


def prepare(cursor: CursorWrapper) -> None:
    """Make `draw`, which holds this run's key."""
    cursor.execute("CREATE TEMP TABLE draw (key bytea NOT NULL) ON COMMIT DROP")
    cursor.execute("INSERT INTO draw VALUES (%s)", [secrets.token_bytes(32)])


def _new(what: str, sheet: str, over: str) -> str:
    """What is the same for every row is put together once a statement: the query in brackets is run once."""
    same = f"(SELECT key || {literal(what)}::bytea{sheet} FROM draw)"
    return f"encode(substr(sha256({same} || {over}), 1, 16), 'hex')::uuid"


def of_row(what: str, sheet: Sheet, row: str) -> str:
    """SQL: the id of the `what` that a row of the sheet becomes; `row` is SQL of its number."""
    return _new(what, f" || int4send({sheet.number})", f"int8send({row})")


def of_person(what: str, sheet: int, person: str) -> str:
    """SQL: the id of a `what` of which a person gets one a sheet; `person` is SQL of their id."""
    return _new(what, f" || int4send({sheet})", f"uuid_send({person})")


def of_local_id(local: str) -> str:
    """SQL: the id of a person whom the record does not know; `local` is SQL of their local id."""
    return _new("people_person", "", f"sha256(convert_to({local}, 'UTF8'))")
