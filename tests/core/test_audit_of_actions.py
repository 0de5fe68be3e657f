"""An action and its audit stand or fall together."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection

from kith.core.acting import acting
from kith.core.action import action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.people.models import Person
from tests.support import make

pytestmark = pytest.mark.database


@action("test.note_sex")
def note_sex(*, by: Actor, person: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET sex = 'F' WHERE id = %s", [person])
        assert cursor.rowcount == 1
    checked()
    concerns([person])
    nothing_to_tell("a test")


def sex_of(person: Person) -> str:
    return Person.objects.using(make.OWNER).get(id=person.id).sex


def rows_of_audit() -> int:
    with psycopg.connect(os.environ["KITH_WORKER_URL"]) as looking:
        looking.execute("SELECT set_config('kith.actor', %s, true)", [str(uuid4())])
        found = looking.execute("SELECT count(*) FROM core_auditentry").fetchone()
        return int(found[0]) if found else -1


@pytest.fixture(autouse=True)
def _the_test_has_an_action() -> Iterator[None]:
    """Names come from Kith's own source; this test's action is none of them."""
    with psycopg.connect(os.environ["KITH_OWNER_URL"], autocommit=True) as owner:
        owner.execute("INSERT INTO core_actionname VALUES ('test.note_sex')")
        yield
        owner.execute("DELETE FROM core_actionname WHERE name = 'test.note_sex'")


@contextmanager
def audit_that_takes_nothing() -> Iterator[None]:
    broken = "ALTER TABLE core_auditentry ADD CONSTRAINT no_more CHECK (false) NOT VALID"
    with psycopg.connect(os.environ["KITH_OWNER_URL"], autocommit=True) as owner:
        owner.execute(broken.encode())
        try:
            yield
        finally:
            owner.execute("ALTER TABLE core_auditentry DROP CONSTRAINT no_more")


def test_an_action_and_its_audit_are_written_together() -> None:
    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    with acting(make.actor(lead)):
        note_sex(by=make.actor(lead), person=child.id)
    assert (sex_of(child), rows_of_audit()) == ("F", 1)


def test_a_failed_audit_write_rolls_the_action_back() -> None:
    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    with audit_that_takes_nothing(), pytest.raises(DatabaseError, match="no_more"), acting(make.actor(lead)):
        note_sex(by=make.actor(lead), person=child.id)
    assert (sex_of(child), rows_of_audit()) == ("U", 0)


def test_it_is_rolled_back_even_where_the_caller_hides_the_error() -> None:
    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    with audit_that_takes_nothing(), acting(make.actor(lead)):
        try:
            note_sex(by=make.actor(lead), person=child.id)
        except DatabaseError as error:
            assert "no_more" in str(error)  # noqa: PT017
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM people_person WHERE sex = 'U'")
            assert cursor.fetchone() == (1,)
    assert (sex_of(child), rows_of_audit()) == ("U", 0)
