"""What people do to the logs: workers write them, and a superuser tampers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
from django.db import connection, connections

from kith.access import looks
from kith.access.models import Account
from kith.core.acting import acting
from kith.core.postgres.urls import with_database
from kith.people.models import Person, PersonName
from tests.conftest import SERVER
from tests.support import make

Superuser = Callable[..., list[tuple[Any, ...]]]


def as_superuser(statement: str, *told: object) -> list[tuple[Any, ...]]:
    """Run a statement as the database's superuser, past every policy and trigger, and get its rows."""
    assert SERVER.urls is not None
    with psycopg.connect(with_database(SERVER.urls.superuser, SERVER.database)) as tampering:
        tampering.execute("SET session_replication_role = replica")
        cursor = tampering.execute(statement.encode(), told)
        return cursor.fetchall() if cursor.description else []


def a_record_with_history() -> Person:
    """A person whose name changed twice, whose record was looked at, and on whom an action was done."""
    person = make.person("Ada")
    lead = make.account("lead")
    make.involved(lead, person)
    name = PersonName.objects.using(make.OWNER).get(person=person)
    for given in ("Adah", "Adaline"):
        name.given = given
        name.save(using=make.OWNER)
    log(person, lead)
    return person


def log(person: Person, lead: Account) -> None:
    """One look and one row of the audit."""
    with acting(make.actor(lead)):
        looks.write([looks.PendingLook(person.id, "overview", "involvement")])
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT core_record_action('people.record_name', %s::uuid[], '{}')", [[str(person.id)]]
            )


def change_a_name(person: Person, given: str) -> None:
    """One more row of history."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE people_personname SET given = %s WHERE person_id = %s", [given, person.id])
