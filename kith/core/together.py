"""Several reads in one round trip: a page that asks twenty things need not wait twenty times.

Each read stays an ordinary query set, under the same row level security; PostgreSQL answers them all in
one statement, as JSON, and each value comes back as the type of its field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.fields import DateRangeField, RangeField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateField, DateTimeField, Field, QuerySet, UUIDField
from psycopg.types.range import DateRange

Row = tuple[Any, ...]


def together(**reads: QuerySet[Any, Any]) -> dict[str, list[Row]]:
    """Run several `values_list` query sets as one statement; rows by the names given.

    Dates, ranges of dates, moments and ids come back as such; other values as JSON has them.
    Raises TypeError for another kind of query set, and for ranges of moments: ask for their ends.
    """
    parts: list[str] = []
    params: list[Any] = []
    makers: dict[str, list[Callable[[Any], Any]]] = {}
    found: dict[str, list[Row]] = {}
    for name, read in reads.items():
        found[name] = []
        fields = _output_fields(read)
        try:
            sql, its_params = read.query.sql_with_params()
        except EmptyResultSet:
            continue
        columns = ", ".join(f"c{number}" for number in range(len(fields)))
        parts.append(
            f"(SELECT coalesce(json_agg(json_build_array({columns})), '[]') FROM ({sql}) AS t ({columns}))"
        )
        params += list(its_params)
        makers[name] = [_maker(field) for field in fields]
    if not parts:
        return found
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(parts), params)
        answers = cursor.fetchone()
    for (name, made), answer in zip(makers.items(), answers, strict=True):
        rows = json.loads(answer) if isinstance(answer, str) else answer
        found[name] = [_row(made, row) for row in rows]
    return found


def instances(**reads: QuerySet[Any, Any]) -> dict[str, list[Any]]:
    """Like `together`, for query sets of whole records: each comes back as an instance of its model."""
    columns = {
        name: [field.attname for field in read.model._meta.concrete_fields] for name, read in reads.items()
    }
    rows = together(**{name: read.values_list(*columns[name]) for name, read in reads.items()})
    return {
        name: [read.model.from_db(read.db, columns[name], row) for row in rows[name]]
        for name, read in reads.items()
    }


def _output_fields(read: QuerySet[Any, Any]) -> list[Field[Any, Any]]:
    query = read.query
    if not query.values_select and not query.annotation_select:
        raise TypeError("together() reads values_list query sets only.")
    compiler = query.get_compiler(connection=connection)
    compiler.setup_query()
    return [column[0].output_field for column in compiler.select]


def _row(makers: Sequence[Callable[[Any], Any]], values: Sequence[Any]) -> Row:
    return tuple(None if value is None else make(value) for make, value in zip(makers, values, strict=True))


def _maker(field: Field[Any, Any]) -> Callable[[Any], Any]:
    if isinstance(field, DateTimeField):
        return datetime.fromisoformat
    if isinstance(field, DateField):
        return date.fromisoformat
    if isinstance(field, UUIDField):
        return field.to_python
    if isinstance(field, DateRangeField):
        return _date_range
    if isinstance(field, RangeField):
        raise TypeError(f"together() cannot read {field.name}: ask for the ends of the range.")
    return lambda value: value


def _date_range(text: str) -> DateRange:
    """`[2020-01-01,2021-01-01)` as PostgreSQL writes it; it always writes ranges of dates half-open."""
    lower, upper = text.strip("[()]").split(",")
    return DateRange(
        date.fromisoformat(lower) if lower else None, date.fromisoformat(upper) if upper else None, "[)"
    )
