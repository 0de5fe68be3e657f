"""What the law is told of a person is found by an index that is no deeper in a large record (docs/adr/0136)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

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
def test_each_table_is_looked_in_once_for_all_its_facts() -> None:
    sql, params = statement([uuid4() for _ in range(25)])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql} SELECT * FROM fact", params)
        told = cursor.fetchone()[0]
    plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    tables = {
        reads.model._meta.db_table for provider in providers.known() for reads in provider.reads.values()
    }
    looked = Counter(node["Relation Name"] for node in _nodes(plan) if node.get("Relation Name") in tables)
    assert set(looked) == tables
    # Births are asked for by several kinds of fact, and are read for those that have any.
    assert {table for table, times in looked.items() if times > 1} <= {"people_person"}


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for inner in plan.get("Plans", ()):
        yield from _nodes(inner)
