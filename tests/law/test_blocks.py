"""A column that travels as one block of bytes arrives as it was, whatever is missing, without end or unreadable."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import duckdb
import pyarrow as pa
import pytest
from django.db import connections, models

from kith.law.blocks import DAYS, IDS, NUMBERS, TEXTS, YES_OR_NO, Sort, sort_of
from kith.people.models import Person
from tests.support import make

ID, OTHER = UUID(int=1), UUID(int=(1 << 128) - 1)
HELD: list[tuple[Sort, str, list[Any]]] = [
    (IDS, "uuid", [ID, None, OTHER]),
    (DAYS, "date", [date(1999, 12, 31), None, date(2000, 1, 1), date(1901, 2, 3), date(2099, 4, 5)]),
    (NUMBERS, "smallint", [-3, None, 0, 32767]),
    (YES_OR_NO, "boolean", [True, None, False]),
    (TEXTS, "text", ["", None, "a", "", "Siân, née O’Neil\n\x1f\\", ""]),
]


def sent(sort: Sort, kind: str, values: str) -> tuple[int, bytes | None]:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(f"SELECT count(*), {sort.sent('v')} FROM unnest(ARRAY[{values}]::{kind}[]) v")
        rows, block = cursor.fetchone()
    return rows, None if block is None else bytes(block)


@pytest.mark.database
@pytest.mark.parametrize(("sort", "kind", "values"), HELD, ids=[kind for _, kind, _ in HELD])
def test_each_sort_of_column_arrives_as_it_was(sort: Sort, kind: str, values: list[Any]) -> None:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(f"SELECT count(*), {sort.sent('v')} FROM unnest(%s::{kind}[]) v", [values])
        rows, block = cursor.fetchone()
    assert sort.taken(rows, bytes(block)).to_pylist() == values
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(f"SELECT count(*), {sort.sent('v')} FROM unnest(%s::{kind}[]) v", [[]])
        assert cursor.fetchone() == (0, None)
    assert sort.taken(0, None).to_pylist() == []


@pytest.mark.database
def test_days_without_end_and_far_away_are_the_same_days_to_the_columnar_engine() -> None:
    rows, block = sent(DAYS, "date", "'infinity', '-infinity', '20015-02-01', NULL, '4713-01-01 BC'")
    with duckdb.connect(":memory:") as connection:
        connection.register("given", pa.table({"day": DAYS.taken(rows, block)}))
        found = connection.execute("SELECT day::VARCHAR FROM given").fetchall()
    assert [day for (day,) in found] == ["infinity", "-infinity", "20015-02-01", None, "4713-01-01 (BC)"]


def test_a_block_with_a_value_too_few_is_refused() -> None:
    for sort, block in ((IDS, bytes(16)), (DAYS, bytes(4)), (TEXTS, b"a")):
        assert len(sort.taken(1, block)) == 1
        with pytest.raises(ValueError, match="1 values for 2 rows"):
            sort.taken(2, block)


def test_a_sort_of_field_that_the_law_reads_nothing_of_is_told() -> None:
    assert sort_of(Person._meta.get_field("born_on")) is DAYS
    with pytest.raises(TypeError, match="cannot be read in columns"):
        sort_of(models.DateTimeField())
