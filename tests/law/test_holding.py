"""What is kept of who has facts at all: never too little, and told to nobody who may not read the facts."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import connection

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.postgres.urls import with_database
from kith.help.models import Referral
from kith.law import providers
from kith.law.due import rules_of
from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.providers import coverage
from kith.law.recorded import facts_of
from kith.people.models import Person
from tests.conftest import SERVER
from tests.support import make

pytestmark = pytest.mark.database
DAY = date(2026, 3, 2)


def referred(person: Person) -> Referral:
    made: Referral = Referral.objects.using(make.OWNER).create(person=person, referred_on=DAY)
    return made


def held_by(account: Account) -> set[tuple[UUID, str]]:
    with acting(make.actor(account)), connection.cursor() as cursor:
        cursor.execute("SELECT person_id, held FROM law_holding")
        return set(cursor.fetchall())


def test_each_table_that_is_asked_by_it_writes_it_whatever_mode_the_database_is_in() -> None:
    known = {
        reads.model._meta.db_table
        for provider in providers.known()
        for reads in provider.reads.values()
        if reads.model is not Person
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, count(*) FROM pg_trigger"
            " WHERE tgname LIKE '%%\\_holding%%' AND tgenabled = 'A' GROUP BY 1"
        )
        assert dict(cursor.fetchall()) == dict.fromkeys(known, 2)


def test_a_row_written_while_triggers_are_silent_is_told_of_all_the_same() -> None:
    child, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, child, role="social_worker")
    referred(child)
    with psycopg.connect(with_database(SERVER.urls.superuser, SERVER.database), autocommit=True) as silent:
        silent.execute("SET session_replication_role = replica")
        silent.execute("DELETE FROM law_holding")
        silent.execute(
            "INSERT INTO help_referral SELECT (jsonb_populate_record(r,"
            " jsonb_build_object('id', gen_random_uuid(), 'referred_on', '2026-03-03'))).* FROM help_referral r"
        )
    assert held_by(lead) == {(child.id, "help_referral")}


def test_a_row_that_is_moved_to_another_person_is_told_of_there_too() -> None:
    child, other, lead = make.person("Ada"), make.person("Bo"), make.account("lead")
    for each in (child, other):
        make.involved(lead, each, role="social_worker")
    row = referred(child)
    Referral.objects.using(make.OWNER).filter(id=row.id).update(person=other)
    assert held_by(lead) == {(child.id, "help_referral"), (other.id, "help_referral")}
    with acting(make.actor(lead)):
        assert {fact.person for fact in facts_of([child.id, other.id]) if fact.kind == "referral"} == {
            other.id
        }


@pytest.mark.parametrize("role", ["partner", "school"])
def test_who_sees_nothing_of_protection_reads_nothing_of_it_and_finds_other_facts_all_the_same(
    role: str,
) -> None:
    child, outside, lead = make.person("Ada"), make.account(role), make.account("lead")
    for account in (outside, lead):
        make.involved(account, child)
    referred(child)
    assert held_by(lead)
    assert held_by(outside) == set()
    with acting(make.actor(outside)):
        assert "referral" in {fact.kind for fact in facts_of([child.id])}


def test_a_family_at_its_door_reads_none_of_it() -> None:
    child, mother = make.person("Ada"), make.account("parent")
    make.door(mother, child, "parent")
    referred(child)
    assert held_by(mother) == set()


def test_whose_record_is_not_open_is_not_in_it() -> None:
    child, lead = make.person("Ada"), make.account("lead")
    referred(child)
    assert held_by(lead) == set()


def test_nobody_writes_it_by_hand() -> None:
    child, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, child, role="social_worker")
    for sql in (
        "INSERT INTO law_holding VALUES (%s, 'care_episode')",
        "DELETE FROM law_holding WHERE person_id = %s",
    ):
        with (
            pytest.raises(psycopg.errors.InsufficientPrivilege),
            acting(make.actor(lead)),
            connection.connection.cursor() as cursor,
        ):
            cursor.execute(sql, [child.id])


def test_a_birth_alone_starts_no_clock_so_none_is_read_of_whom_nothing_else_is_held() -> None:
    known, nothing, lead = make.person("Ada"), make.person("Bo"), make.account("lead")
    for each in (known, nothing):
        make.involved(lead, each, role="social_worker")
    referred(known)
    with acting(make.actor(lead)):
        births = {fact.person for fact in facts_of([known.id, nothing.id]) if fact.kind == "birth"}
    assert births == {known.id}
    for years in range(30):
        fact = Fact("birth", nothing.id, date(2026 - years, 3, 1), None, "", {})
        found = list(derive([fact], rules_of(DAY), as_at=DAY, coverage=coverage(DAY)))
        assert found == [], years
