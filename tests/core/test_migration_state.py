"""A database whose models were drawn once is the one that Django makes by itself."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from kith.core.migration_state import drawn_once
from kith.core.postgres import drop
from kith.core.postgres.urls import with_database
from tests.conftest import SERVER

pytestmark = pytest.mark.database
# The rooms below, with persons, accounts, grants and their policies; the whole house would take a minute more.
UP_TO = (("people", "0001"), ("access", "0003"))
SAYS = """
    SELECT 'column', c.table_name || '.' || c.column_name, concat_ws(' ', c.data_type, c.is_nullable, c.column_default)
      FROM information_schema.columns c WHERE c.table_schema = 'public'
    UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
    UNION ALL SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
      JOIN pg_class ON pg_class.oid = indexrelid WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) FROM pg_trigger
     WHERE NOT tgisinternal
    UNION ALL SELECT 'policy', tablename || '.' || policyname, concat_ws(' ', cmd, permissive, qual, with_check)
      FROM pg_policies
    ORDER BY 1, 2
"""


def made(name: str, drawing: AbstractContextManager[None]) -> list[tuple[str, ...]]:
    """Everything that the database says of itself, once migrated."""
    urls = SERVER._urls(name)
    owner = connections["owner"]
    owner.close()
    before, owner.settings_dict["NAME"] = owner.settings_dict["NAME"], name
    try:
        with drawing:
            for room, number in UP_TO:
                call_command("migrate", room, number, database="owner", verbosity=0)
    finally:
        owner.close()
        owner.settings_dict["NAME"] = before
    with psycopg.connect(with_database(urls.superuser, name)) as connection:
        said = connection.execute(sql.SQL(SAYS)).fetchall()
    drop(urls.superuser, name)
    return said


def test_what_is_drawn_once_is_the_same_as_what_django_draws_again_and_again() -> None:
    ours = made("test_kith_drawn_once", drawn_once())
    djangos = made("test_kith_drawn_again", nullcontext())
    assert len(ours) > 500
    assert ours == djangos
