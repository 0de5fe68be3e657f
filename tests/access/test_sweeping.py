"""What is kept for a time only is taken away by the worker at night, and nothing younger by anybody."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from kith.access.sweeping import sweep
from kith.access.tasks import SWEEPER
from kith.core.acting import acting
from kith.core.models import SentForm
from kith.core.postgres.urls import with_database
from tests.conftest import SERVER
from tests.support import make
from tests.support.visit import signed_in
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def sent(days_ago: int) -> SentForm:
    account = make.account("lead")
    form = SentForm(id=uuid4(), at=timezone.now() - timedelta(days=days_ago), actor=account.id, leads_to="/")
    with acting(make.actor(account)):
        form.save(force_insert=True)
    return form


def kept(table: str, column: str) -> set[object]:
    with psycopg.connect(with_database(SERVER.urls.superuser, SERVER.database)) as past:
        return {found for (found,) in past.execute(f"SELECT {column} FROM {table}").fetchall()}


def test_a_form_is_forgotten_when_no_page_can_send_it_again() -> None:
    young, old = sent(29), sent(31)
    assert kept("core_sentform", "id") == {young.id, old.id}
    with worker_login(), acting(SWEEPER):
        assert sweep(by=SWEEPER) == 1
    assert kept("core_sentform", "id") == {young.id}


def test_not_even_the_worker_takes_away_a_younger_one() -> None:
    young = sent(29)
    with worker_login(), acting(SWEEPER), connection.cursor() as cursor:
        cursor.execute("DELETE FROM core_sentform")
    assert kept("core_sentform", "id") == {young.id}


def test_a_session_that_has_ended_goes_and_another_stays() -> None:
    ended, going = signed_in(make.account("lead")), signed_in(make.account("manager"))
    with psycopg.connect(with_database(SERVER.urls.superuser, SERVER.database), autocommit=True) as past:
        past.execute(
            "UPDATE django_session SET expire_date = now() - interval '1 hour'"
            " WHERE session_key = access_session_name(%s)",
            [ended.cookies["sessionid"].value],
        )
    assert len(kept("django_session", "session_key")) == 2
    with worker_login(), acting(SWEEPER):
        sweep(by=SWEEPER)
    assert len(kept("django_session", "session_key")) == 1
    assert going.get("/").status_code == 200


def test_the_worker_has_it_on_its_list_for_each_night() -> None:
    found = [
        each
        for each in app.periodic_registry.periodic_tasks.values()
        if each.task.name == "access.sweep.nightly"
    ]
    assert [each.cron for each in found] == ["0 2 * * *"]
