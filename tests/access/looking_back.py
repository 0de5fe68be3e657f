"""Looks in the past: the log stamps its own time, so tests of old months write to it as the superuser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import psycopg
from django.test import Client, override_settings
from django.utils import timezone

from kith.access.models import Account, Involvement, Release
from kith.core.postgres.urls import with_database
from kith.people.models import Person
from tests.conftest import SERVER
from tests.support import make


def looked(
    who: Account, at: Person, when: datetime, *, page: str = "overview", reason: str = "involvement"
) -> None:
    assert SERVER.urls is not None
    with psycopg.connect(with_database(SERVER.urls.superuser, SERVER.database)) as past:
        past.execute(
            "INSERT INTO access_look (at, actor, role, person, page, reason, channel)"
            " VALUES (%s, %s, %s, %s, %s, %s, 'web')",
            [when, who.id, who.role, at.id, page, reason],
        )


def released(involvement: Involvement, to: Person) -> Release:
    return Release.objects.using(make.OWNER).create(
        reader=to, kind="involvement", item=involvement.id, prepared=True, released_at=timezone.now()
    )


def days_ago(days: float) -> datetime:
    return timezone.now() - timedelta(days=days)


@contextmanager
def signed_in(account: Account) -> Iterator[Client]:
    from tests.support.visit import signed_in as sign_in

    with override_settings(ROOT_URLCONF="tests.access.looked_urls"):
        yield sign_in(account)


def page(account: Account, address: str) -> Any:
    with signed_in(account) as client:
        return client.get(address)
