"""What the law is told of a person is found by an index that is no deeper in a large record (docs/adr/0136)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from kith.law import providers
from kith.law.recorded import statement

HASHED = """
SELECT EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am am ON am.oid = c.relam
                 JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE i.indrelid = %s::regclass AND am.amname = 'hash' AND i.indpred IS NULL AND a.attname = %s)
"""


@pytest.mark.database
def test_each_table_that_facts_come_from_finds_a_person_in_one_block() -> None:
    models = [reads.model for provider in providers.known() for reads in provider.reads.values()]
    assert models
    without = []
    with connection.cursor() as cursor:
        for model in models:
            fields = {field.name for field in model._meta.get_fields()}
            cursor.execute(HASHED, [model._meta.db_table, "person_id" if "person" in fields else "id"])
            if not cursor.fetchone()[0]:
                without.append(model._meta.db_table)
    assert without == []


@pytest.mark.database
def test_however_the_people_are_joined_each_table_is_gone_through_once() -> None:
    sql, params = statement([uuid4() for _ in range(25)])
    with transaction.atomic(), connection.cursor() as cursor:
        # The plan that would look up each person once for each of the others, if it could.
        for way in ("hashjoin", "mergejoin", "seqscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql} SELECT * FROM fact", params)
        told = cursor.fetchone()[0]
    plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    tables = {
        reads.model._meta.db_table for provider in providers.known() for reads in provider.reads.values()
    }
    loops = {node["Relation Name"]: node["Actual Loops"] for node in _nodes(plan) if "Relation Name" in node}
    assert set(loops) >= tables
    assert {table: loops[table] for table in tables if loops[table] > 1} == {}


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for inner in plan.get("Plans", ()):
        yield from _nodes(inner)
