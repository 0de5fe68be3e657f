"""The database itself decides who sees whom."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from kith.access.models import Grant, Look
from kith.core.acting import acting
from kith.core.actor import Actor
from kith.people.models import Address, ContactPoint, MayKnow, Person, PersonName, Relationship
from tests.support import make

pytestmark = pytest.mark.database


def people_seen_by(actor: Actor | None) -> set[object]:
    with acting(actor):
        return set(Person.objects.values_list("id", flat=True))


def test_a_connection_with_no_actor_sees_nothing() -> None:
    make.person()
    assert people_seen_by(None) == set()
    assert Person.objects.count() == 0
    with acting(None):
        assert PersonName.objects.count() == 0


def test_an_actor_nobody_knows_sees_nothing() -> None:
    make.person()
    assert people_seen_by(Actor(id=uuid4(), role="lead")) == set()


def test_an_involvement_opens_the_person_and_nobody_else() -> None:
    child, stranger = make.person("Ada"), make.person("Bo")
    lead = make.account("lead")
    make.involved(lead, child)
    assert people_seen_by(make.actor(lead)) == make.ids(child)
    assert stranger.id not in people_seen_by(make.actor(lead))


def test_the_network_of_an_open_person_can_be_found_by_name_but_not_opened() -> None:
    child, mother = make.person("Ada"), make.person("Mara", born=None)
    make.tied(child, mother, "mother")
    make.home(mother)
    lead = make.account("lead")
    make.involved(lead, child)
    with acting(make.actor(lead)):
        assert set(Person.objects.values_list("id", flat=True)) == make.ids(child, mother)
        assert PersonName.objects.filter(person=mother).count() == 1
        assert Relationship.objects.count() == 1
        assert Address.objects.count() == 0


def test_the_actor_of_one_transaction_does_not_leak_into_the_next() -> None:
    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    assert people_seen_by(make.actor(lead)) == make.ids(child)
    assert Person.objects.count() == 0
    with transaction.atomic():
        assert Person.objects.count() == 0


def test_an_ended_involvement_closes_the_record() -> None:
    child, lead = make.person(), make.account("lead")
    held = make.involved(lead, child)
    held.during = make.DateRange(make.LONG_AGO, make.date(2021, 1, 1), "[)")
    held.save(using=make.OWNER)
    assert people_seen_by(make.actor(lead)) == set()


def test_a_manager_opens_what_the_team_opens() -> None:
    north, south = make.team("North"), make.team("South")
    child = make.person()
    make.involved(make.account("lead", in_team=north), child)
    assert people_seen_by(make.actor(make.account("manager", in_team=north))) == make.ids(child)
    assert people_seen_by(make.actor(make.account("manager", in_team=south))) == set()


def test_a_restriction_bars_all_but_those_it_names() -> None:
    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    limit = make.restricted(child)
    assert people_seen_by(make.actor(lead)) == set()
    limit.allows.using(make.OWNER).create(restriction=limit, account=lead)
    assert people_seen_by(make.actor(lead)) == make.ids(child)


def test_a_protected_address_opens_only_to_those_whose_label_reaches_it() -> None:
    child = make.person()
    make.home(child, protected=True)
    lead, partner = make.account("lead"), make.account("partner")
    make.involved(lead, child)
    make.involved(partner, child, role="partner")
    with acting(make.actor(lead)):
        assert Address.objects.count() == 1
    with acting(make.actor(partner)):
        assert Person.objects.count() == 1
        assert Address.objects.count() == 0


def reach(child: Person, *, protected: bool) -> None:
    ContactPoint.objects.using(make.OWNER).create(
        person=child, channel="phone", value="01632 960001", protected=protected, during=make.always()
    )


def test_a_protected_way_to_reach_somebody_opens_only_to_those_whose_label_reaches_it() -> None:
    child = make.person()
    lead, partner = make.account("lead"), make.account("partner")
    make.involved(lead, child)
    make.involved(partner, child, role="partner")
    reach(child, protected=True)
    for who, reads in ((lead, 1), (partner, 0)):
        with acting(make.actor(who)):
            assert ContactPoint.objects.count() == reads
    reach(child, protected=False)
    with acting(make.actor(partner)):
        assert ContactPoint.objects.count() == 1


@pytest.mark.parametrize("protected", [False, True])
@pytest.mark.parametrize("ruled", [None, False, True])
def test_where_somebody_lives_and_how_to_reach_them_is_known_to_those_of_the_family_who_were_ruled_on(
    protected: bool, ruled: bool | None
) -> None:
    child, father = make.person("Ada"), make.person("Rhys", born=None)
    make.tied(child, father, "father")
    account = make.account("parent")
    make.door(account, father)
    make.door(account, child, "parent")
    make.home(child, protected=protected)
    reach(child, protected=protected)
    if ruled is not None:
        MayKnow.objects.using(make.OWNER).create(
            person=child, other=father, may=ruled, reason="Said so.", during=make.always()
        )
    with acting(make.actor(account)):
        for kind in (Address, ContactPoint):
            assert kind.objects.filter(person=child).count() == (1 if ruled else 0), kind


def test_seeing_as_another_shows_only_what_both_may_see() -> None:
    one, two = make.person("Ada"), make.person("Bo")
    lead, partner = make.account("lead"), make.account("partner")
    make.involved(lead, one)
    make.involved(lead, two)
    make.involved(partner, one, role="partner")
    with acting(make.actor(lead).seeing_as(partner.id), read_only=True):
        assert set(Person.objects.values_list("id", flat=True)) == make.ids(one)


@pytest.mark.parametrize("table", ["access_grant", "access_look", "core_auditentry", "people_personevent"])
def test_the_app_can_neither_write_nor_change_grants_logs_or_history(table: str) -> None:
    lead = make.account("lead")
    for statement in (
        f"DELETE FROM {table}",
        f"UPDATE {table} SET id = id",
        f"INSERT INTO {table} DEFAULT VALUES",
    ):
        actor = make.actor(lead)
        denied = pytest.raises(ProgrammingError, match="permission denied")
        with denied, acting(actor), connection.cursor() as cursor:
            cursor.execute(statement)


def test_every_table_with_a_person_is_under_forced_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
                  AND (a.attname IN ('person_id', 'person', 'persons', 'reader_id', 'event_id')
                       OR c.relname = 'people_person')
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                ORDER BY 1"""
        )
        assert [name for (name,) in cursor.fetchall()] == []


def test_changes_are_filed_by_trigger_with_who_and_why() -> None:
    child, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, child)
    with acting(make.actor(lead)):
        name = PersonName.objects.get(person=child)
        name.given = "Adah"
        name.save()
    with acting(make.actor(lead)), connection.cursor() as cursor:
        cursor.execute("SELECT given, pgh_context ->> 'actor' FROM people_personnameevent")
        assert cursor.fetchall() == [("Ada", str(lead.id))]


def test_grants_cannot_be_read_for_others() -> None:
    child, lead, other = make.person(), make.account("lead"), make.account("lead")
    make.involved(lead, child)
    with acting(make.actor(other)):
        assert Grant.objects.count() == 0
        assert Look.objects.count() == 0
