"""Everybody's duties at once: the facts of the record in columns, put to the register as it stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pyarrow as pa
from django.db import connection

from kith.law import providers
from kith.law.columnar import Asked, FactBatch, Obligations, derive_all
from kith.law.columnar.derive import NO_END, NO_MATTER
from kith.law.recorded import possible, statement
from kith.law.register import Register

_EPOCH = "DATE '1970-01-01'"
# Room to sort everybody's episodes in memory; no time spent compiling one statement; a plan that knows which kinds
# are asked for, and leaves out the queries of all others; and no sorting by kind, of which there are few.
_SETTINGS = """
SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('enable_sort', 'off', true),
       set_config('plan_cache_mode', 'force_custom_plan', true)
"""
# Columns of fixed width travel as one block each; a row at a time would cost more than all the rest.
_BLOCKS = f"""
SELECT kind, count(*), string_agg(uuid_send(person), ''::bytea),
       string_agg(int4send(day - {_EPOCH}), ''::bytea),
       string_agg(int4send(coalesce(until, DATE '{NO_END}') - {_EPOCH}), ''::bytea) FILTER (WHERE kind = ANY (%(spans)s)),
       string_agg(uuid_send(coalesce(ref, '{NO_MATTER}'::uuid)), ''::bytea) FILTER (WHERE kind = ANY (%(of_a_matter)s)),
       array_agg(coalesce(detail::text, '')) FILTER (WHERE kind = ANY (%(detailed)s))
  FROM fact
 WHERE kind = ANY (%(kinds)s) AND {possible()}
   AND (%(only)s::uuid[] IS NULL OR person = ANY (%(only)s::uuid[]))
   AND (%(without)s::uuid[] IS NULL OR person <> ALL (%(without)s::uuid[]))
 GROUP BY kind
"""


def all_obligations(
    register: Register,
    *,
    as_at: date,
    believed: datetime | None = None,
    persons: Sequence[UUID] | None = None,
    without: Sequence[UUID] = (),
    spill: Path | None = None,
) -> Iterator[Obligations]:
    """Obligations of everybody whose facts the actor may see, as at a day and as believed at a moment.

    Arrow batches in order of person, duty and start, linked records as one person by the id that is kept. All that
    is read is read before this returns. `persons` narrows to some, `without` leaves some out; `spill` is a folder
    for what does not fit into memory. Raises NotPermittedError when a family's account asks for what was believed.
    """

    def read(asked: Asked) -> Iterable[FactBatch]:
        sql, params = statement(persons, believed=believed)
        return _facts(sql, params | asdict(asked) | {"without": list(without) or None})

    covered = providers.coverage(as_at, believed)
    return derive_all(read, register, as_at=as_at, coverage=covered, spill=spill)


def _facts(sql: str, params: dict[str, Any]) -> Iterator[FactBatch]:
    connection.ensure_connection()
    with connection.cursor() as settings:
        settings.execute(_SETTINGS)
    with connection.connection.cursor("facts_of_all", binary=True) as cursor:
        cursor.itersize = 1
        cursor.execute(sql + _BLOCKS, params)
        for row in cursor:
            yield _as_batch(*row)


def _as_batch(  # noqa: PLR0917 - one for each column of the statement
    kind: str,
    rows: int,
    person: bytes,
    day: bytes,
    until: bytes | None,
    ref: bytes | None,
    details: list[str] | None,
) -> FactBatch:
    columns = pa.table(
        {
            "bucket": _block(pa.uint8(), rows, person[:: len(NO_MATTER.bytes)]),
            "person": _block(pa.uuid(), rows, person),
            "day": _days(rows, day),
            "until": _days(rows, until) if until else pa.nulls(rows, pa.date32()),
            "ref": _block(pa.uuid(), rows, ref or NO_MATTER.bytes * rows),
        }
    )
    return FactBatch(kind, columns, details or ())


def _days(rows: int, block: bytes) -> Any:
    """PostgreSQL sends the bytes of a number the other way round from most machines."""
    numbers = array("i", block)
    numbers.byteswap()
    return _block(pa.date32(), rows, numbers)


def _block(kind: Any, rows: int, block: Any) -> Any:
    return pa.Array.from_buffers(kind, rows, [None, pa.py_buffer(block)])
