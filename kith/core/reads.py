"""Reads that a page asks again and again: query sets, made once into one prepared statement.

    HOMES = Reads(homes=lambda: Address.objects.filter(person_id__among=IDS).values_list("lines"))
    HOMES.run(ids=[person.id])["homes"]

Each read stays an ordinary query set, under the same row level security. Django writes its SQL once in a
process, and PostgreSQL plans it once in a connection (see docs/adr/0113).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, cast

import psycopg
from django.contrib.postgres.fields import DateRangeField, RangeField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    DateField,
    DateTimeField,
    Expression,
    Field,
    Lookup,
    QuerySet,
    TextField,
    UUIDField,
)
from django.db.models.fields.related import ForeignObject
from psycopg.types.range import DateRange

Row = tuple[Any, ...]
Params = Sequence[Any] | Mapping[str, Any]


class Given(Expression):
    """A value that is told when the read runs. Written into filters in place of the value itself."""

    def __init__(self, name: str, output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """A place for the value, with itself as what is to be told."""
        return "%s", (self,)


@ForeignObject.register_lookup
@Field.register_lookup
class Among(Lookup):
    """`person_id__among=IDS`: the column is one of a list, which stays one parameter however long it is."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """`column = ANY (list)`, the list cast to the column's own type."""
        column, params = self.process_lhs(compiler, connection)
        kind = self.lhs.output_field.rel_db_type(connection)
        if isinstance(self.rhs, Expression):
            listed, its_params = compiler.compile(self.rhs)
            return f"{column} = ANY ({listed}::{kind}[])", (*params, *its_params)
        return f"{column} = ANY (%s::{kind}[])", (*params, list(self.rhs))


IDS = Given("ids", UUIDField())
"""The ids that a person's record goes by."""
TODAY = Given("today", DateField())
"""The day of the page, in England."""
NOW = Given("now", DateTimeField())
"""The moment of the page: one that Python would name is kept in the statement for ever."""
ACCOUNT = Given("account", UUIDField())
"""An account."""


@dataclass(frozen=True, slots=True)
class Called:
    """What a function of the database answers, as a read: `sql` that selects its columns, and their fields in order."""

    sql: str
    fields: tuple[Field[Any, Any], ...]
    params: tuple[Any, ...] = ()


ID, DAY, AT, AS_IT_IS = UUIDField(), DateField(), DateTimeField(), TextField()
"""Fields of a `Called`: an id, a day, a moment, and what JSON has already (text, yes or no, numbers)."""
Read = Callable[[], "QuerySet[Any, Any] | Called"]


class Reads:
    """Several reads in one round trip: `values_list` query sets, with `Given`s in their filters, and `Called`s.

    Dates, ranges of dates, moments and ids come back as such; other values as JSON has them. Raises TypeError,
    when first run, for another kind of query set, and for ranges of moments: ask for their ends.
    """

    def __init__(self, **reads: Read) -> None:
        self._reads = reads

    @cached_property
    def _made(self) -> tuple[str, list[Any], dict[str, list[Callable[[Any], Any]]]]:
        """The statement, its parameters (a `Given` where one is told), and makers of each read's values."""
        parts: list[str] = []
        params: list[Any] = []
        makers: dict[str, list[Callable[[Any], Any]]] = {}
        for name, read in self._reads.items():
            found = read()
            if isinstance(found, Called):
                fields: Sequence[Field[Any, Any]] = found.fields
                sql, its_params = found.sql, found.params
            else:
                fields = _output_fields(found)
                try:
                    sql, its_params = found.query.sql_with_params()
                except EmptyResultSet:
                    continue
            columns = ", ".join(f"c{number}" for number in range(len(fields)))
            parts.append(
                f"(SELECT coalesce(json_agg(json_build_array({columns})), '[]') FROM ({sql}) AS t ({columns}))"
            )
            params += list(its_params)
            makers[name] = [_maker(field) for field in fields]
        return "SELECT " + ", ".join(parts), params, makers

    def run(self, **given: Any) -> dict[str, list[Row]]:
        """Rows by the names of the reads. Raises KeyError for a value that was not given."""
        sql, params, makers = self._made
        found: dict[str, list[Row]] = {name: [] for name in self._reads}
        if not makers:
            return found
        # Only a list is an array to PostgreSQL; a tuple would be a row.
        values = {name: list(each) if isinstance(each, tuple) else each for name, each in given.items()}
        told = [values[each.name] if isinstance(each, Given) else each for each in params]
        for (name, made), answer in zip(makers.items(), prepared(sql, told)[0], strict=True):
            rows = json.loads(answer) if isinstance(answer, str) else answer
            found[name] = [_row(made, row) for row in rows]
        return found


def prepared(sql: str, params: Params) -> list[Row]:
    """The rows of a statement that PostgreSQL plans once in a connection and then only runs."""
    connection.ensure_connection()
    # Django's own cursors write values into the SQL, so that every statement is a new one to be planned.
    held: Any = connection.connection
    made = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    bare: Any = Logged(held) if connection.queries_logged else psycopg.Cursor(held)
    with made(bare) as cursor:
        cursor.execute(sql, params)
        return cast("list[Row]", cursor.fetchall())


class Logged(psycopg.Cursor[Any]):
    """Tells Django's log of queries what ran, which psycopg forgets for a statement that is planned already."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Logged:
        """As psycopg's own."""
        super().execute(query, params, **options)
        if self._query is None:
            self._query = self._convert_query(query, params)
        return self


def _output_fields(read: QuerySet[Any, Any]) -> list[Field[Any, Any]]:
    query = read.query
    if not query.values_select and not query.annotation_select:
        raise TypeError("Reads are values_list query sets only.")
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
        raise TypeError(f"A read cannot give {field.name}: ask for the ends of the range.")
    return lambda value: value


def _date_range(text: str) -> DateRange:
    """`[2020-01-01,2021-01-01)` as PostgreSQL writes it; it always writes ranges of dates half-open."""
    lower, upper = text.strip("[()]").split(",")
    return DateRange(
        date.fromisoformat(lower) if lower else None, date.fromisoformat(upper) if upper else None, "[)"
    )
