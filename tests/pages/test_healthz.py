"""`/healthz` tells a probe, which signs in nowhere, whether Kith and its database answer."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client
from psycopg_pool import PoolTimeout

from kith import __version__
from kith.pages.middleware import health


@pytest.mark.database
def test_it_says_that_both_answer_and_which_version_it_is() -> None:
    answer = Client().get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "version": __version__}
    assert not answer.cookies


@pytest.mark.parametrize("error", [OperationalError("gone"), PoolTimeout("none is free")])
def test_without_a_database_it_answers_503_and_says_so(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone:
        def cursor(self) -> None:
            raise error

        def close(self) -> None:
            """There is nothing to give back."""

    monkeypatch.setattr(health, "connection", Gone())
    answer = Client().get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "down", "database": "no answer", "version": __version__}
