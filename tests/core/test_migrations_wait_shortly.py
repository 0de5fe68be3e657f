"""A migration that waits for a table gives up after three seconds: whoever works meanwhile is not held up behind it."""

from __future__ import annotations

import time

import psycopg
import pytest
from django.db import OperationalError, connections

from kith.core.postgres.urls import with_database
from tests.conftest import SERVER

pytestmark = pytest.mark.database
SECONDS = 3


def test_the_owner_waits_three_seconds_for_a_table_and_no_longer() -> None:
    assert SERVER.urls is not None
    holding = with_database(SERVER.urls.superuser, SERVER.database)
    with psycopg.connect(holding) as somebody, connections["owner"].cursor() as cursor:
        somebody.execute("LOCK TABLE people_person IN ACCESS SHARE MODE")
        begun = time.monotonic()
        with pytest.raises(OperationalError, match="lock timeout"):
            cursor.execute("LOCK TABLE people_person IN ACCESS EXCLUSIVE MODE; SELECT 1")
        assert SECONDS - 0.1 <= time.monotonic() - begun < SECONDS * 2
        somebody.rollback()
        cursor.execute("LOCK TABLE people_person IN ACCESS EXCLUSIVE MODE; SELECT 1")
