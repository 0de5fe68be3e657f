"""Tables that hold nobody's facts, through the app's own login with any SQL: written as far as the app needs."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections

from kith.access.models import Account
from kith.core.acting import acting
from kith.returns.models import LoadedFile
from tests.access.tries import reads, tries
from tests.support import make

pytestmark = pytest.mark.database
JOB = "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('default', 'x.y', %s)"
# Any account may write these, and why: each holds nothing of anybody's.
# The cache counts tries of signing in before there is an actor, and forgets what is over.
LOOSE = {"core_cache", "procrastinate_jobs", "procrastinate_events"}


def queues(account: Account, of: UUID | None) -> bool:
    return tries(account, JOB, [json.dumps({"actor": {"id": str(of)}} if of else {})])


def test_work_is_given_in_ones_own_name() -> None:
    parent, director = make.account("parent"), make.account("director")
    assert not queues(parent, director.id)
    assert not queues(parent, None)
    assert queues(parent, parent.id)
    with acting(None), connection.cursor() as cursor, pytest.raises(Exception, match="own name"):
        cursor.execute(JOB, [json.dumps({"actor": {"id": str(director.id)}})])


@pytest.mark.parametrize("role", ["parent", "director"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE procrastinate_jobs SET args = '{}'",
        "DELETE FROM procrastinate_jobs",
        "DELETE FROM procrastinate_events",
        "INSERT INTO procrastinate_periodic_defers (task_name, defer_timestamp) VALUES ('x', 1)",
        "UPDATE returns_loadedfile SET name = 'x'",
    ],
)
def test_what_waits_in_the_queue_and_what_was_loaded_stays(role: str, statement: str) -> None:
    lead, account = make.account("lead"), make.account(role)
    assert queues(lead, lead.id)
    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="a.csv", kind="ssda903")
    assert not tries(account, statement)


def test_which_years_were_loaded_is_known_and_what_the_files_were_called_is_not() -> None:
    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="a.csv", kind="ssda903")
    for role in ("lead", "parent"):
        assert reads(make.account(role), "SELECT kind FROM returns_loadedfile") == [("ssda903",)]
        assert not tries(make.account(role), "SELECT name FROM returns_loadedfile")
    assert not tries(
        make.account("returns"),
        "INSERT INTO returns_loadedfile (id, run, name, kind) VALUES (gen_random_uuid(), gen_random_uuid(), 'x', 'x')",
    )


def test_every_other_table_that_the_app_writes_asks_a_policy() -> None:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            " AND NOT relrowsecurity AND (has_table_privilege('kith_app', oid, 'INSERT, UPDATE, DELETE')"
            "  OR has_any_column_privilege('kith_app', oid, 'UPDATE'))"
        )
        assert {table for (table,) in cursor.fetchall()} == LOOSE
