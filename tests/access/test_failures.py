"""A database that fails is logged by its kind, never with a value of a row."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.test import RequestFactory

from kith.access.failures import database_gone

pytestmark = pytest.mark.database


@pytest.mark.usefixtures("kith_database")
def test_the_log_says_which_kind_and_nothing_that_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    broken = "DO $$ BEGIN RAISE EXCEPTION 'Ada Marsh of 1 Beech Way' USING ERRCODE = '40P01'; END $$"
    try:
        with connection.cursor() as cursor:
            cursor.execute(broken)
    except OperationalError:
        assert database_gone(RequestFactory().get("/people/")).status_code == 503
    assert caplog.messages == ["The database or the disk did not answer: OperationalError 40P01"]
