"""The chats that the bench lays into a scratch store are what the store takes today."""

from __future__ import annotations

import psycopg
import pytest

from kith.bench.chat import FILL
from kith.core.postgres.urls import with_database
from tests.conftest import SERVER

pytestmark = pytest.mark.database


def test_the_store_takes_the_chats_of_the_bench() -> None:
    assert SERVER.urls is not None
    assert SERVER.database is not None
    address = with_database(SERVER.urls.superuser, SERVER.database)
    with psycopg.connect(address) as connection, psycopg.ClientCursor(connection) as cursor:
        cursor.execute(FILL, {"chats": 3, "begin": "0" * 16})
        found = cursor.execute("SELECT count(*) FROM advice_chat WHERE state = 'talking'").fetchone()
        connection.rollback()
    assert found == (3,)
