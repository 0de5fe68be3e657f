"""Columns of tables as PostgreSQL sends them, one block of bytes for each, and as Arrow takes them.

A row at a time would cost more than all the rest. A block holds the values end to end, as PostgreSQL's own send
functions write them; what is missing has a mark that no value is sent as.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.db import models

_FROM_1970_TO_2000 = 10_957
_INFINITE, _BEFORE_ALL, _NO_DAY = 2**31 - 1, -(2**31), -(2**31) + 1
_NO_NUMBER = -(2**63)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of column: SQL that sends one value, the mark for none, what stands between two, and who takes them."""

    send: str
    none: str
    take: Callable[[bytes], Any]
    between: str = ""

    def sent(self, column: str) -> str:
        """SQL: the whole column as one block. All columns of one SELECT are sent in the same order."""
        # Also where none may be missing: history keeps rows of before a rule, and a gap would move all that follow.
        value = f"coalesce({self.send.format(column)}, '{self.none}'::bytea)"
        return f"string_agg({value}, '{self.between}'::bytea)"

    def taken(self, rows: int, block: bytes | None) -> Any:
        """The column as an Arrow array. Raises ValueError for a block that is not of so many rows."""
        found = self.take(block or b"") if rows else self.take(b"")[:0]
        if len(found) != rows:
            raise ValueError(f"A column came with {len(found)} values for {rows} rows.")
        return found


def sort_of(field: models.Field[Any, Any]) -> Sort:
    """How a model's field travels. Raises TypeError for a sort of field that the law reads nothing of yet."""
    held = field
    while isinstance(held, models.ForeignKey):
        held = held.target_field
    for fields, sort in _SORTS:
        if isinstance(held, fields) and not isinstance(held, models.DateTimeField):
            return sort
    raise TypeError(f"{field} cannot be read in columns: say in kith/law/blocks.py how it travels.")


def _ids(block: bytes) -> Any:
    found = _fixed(pa.binary(16), block)
    none = pc.equal(found, pa.scalar(bytes(16), pa.binary(16)))
    return pa.ExtensionArray.from_storage(pa.uuid(), _unless(none, found))


def _days(block: bytes) -> Any:
    """PostgreSQL counts from 2000; its days without end are those of Arrow's readers too."""
    sent = _fixed(pa.int32(), _turned("i", block))
    days = pc.add(sent, pa.scalar(_FROM_1970_TO_2000, pa.int32()))
    for theirs, ours in ((_INFINITE, _INFINITE), (_BEFORE_ALL, -_INFINITE)):
        days = pc.if_else(pc.equal(sent, theirs), pa.scalar(ours, pa.int32()), days)
    return _unless(pc.equal(sent, _NO_DAY), days).cast(pa.date32())


def _numbers(block: bytes) -> Any:
    found = _fixed(pa.int64(), _turned("q", block))
    return _unless(pc.equal(found, pa.scalar(_NO_NUMBER, pa.int64())), found)


def _yes_or_no(block: bytes) -> Any:
    found = _fixed(pa.uint8(), block)
    return _unless(pc.equal(found, 2), pc.equal(found, 1))


def _texts(block: bytes) -> Any:
    """No text holds the byte 0, and no UTF-8 the byte 255."""
    found = pc.split_pattern(pa.array([block], pa.binary()), pattern=b"\0").values
    return _unless(pc.equal(found, pa.scalar(b"\xff")), found).cast(pa.string())


def _unless(none: Any, found: Any) -> Any:
    return pc.if_else(none, pa.scalar(None, found.type), found)


def _turned(size: str, block: bytes) -> array[int]:
    """PostgreSQL sends the bytes of a number the other way round from most machines."""
    numbers = array(size, block)
    numbers.byteswap()
    return numbers


def _fixed(kind: Any, block: Any) -> Any:
    held = pa.py_buffer(block)
    return pa.Array.from_buffers(kind, held.size * 8 // kind.bit_width, [None, held])


IDS = Sort("uuid_send({})", "\\x" + "00" * 16, _ids)
DAYS = Sort("date_send({})", "\\x80000001", _days)
NUMBERS = Sort("int8send({}::bigint)", "\\x8000000000000000", _numbers)
YES_OR_NO = Sort("boolsend({})", "\\x02", _yes_or_no)
TEXTS = Sort("textsend({})", "\\xff", _texts, "\\x00")
_SORTS: tuple[tuple[type | tuple[type, ...], Sort], ...] = (
    (models.UUIDField, IDS),
    (models.DateField, DAYS),
    (models.BooleanField, YES_OR_NO),
    (models.IntegerField, NUMBERS),
    ((models.CharField, models.TextField), TEXTS),
)
