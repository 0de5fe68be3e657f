"""Find shows each role whom it may know of, and hides the rest as if they were not there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.utils import ProgrammingError
from psycopg.types.range import TimestamptzRange

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.people import queries
from kith.people.find.results import Found
from kith.people.models import Person, PersonIdentity, PersonName
from tests.support import make

pytestmark = pytest.mark.database
FINDERS = sorted(code for code, role in ROLES.items() if Permission.FIND in role.may)
OTHERS = sorted(code for code, role in ROLES.items() if Permission.FIND not in role.may)


def find(who: Account, typed: str = "ash") -> list[Found]:
    with acting(make.actor(who), read_only=True):
        return list(queries.find(typed).people)


def test_the_functions_know_the_same_roles_as_the_classes() -> None:
    with acting(make.actor(make.account("lead"))), connection.cursor() as cursor:
        for code, role in ROLES.items():
            cursor.execute("SELECT access_role_finds(%s), access_role_sees_index(%s)", [code, code])
            assert cursor.fetchone() == (
                Permission.FIND in role.may,
                Permission.SEE_INDEX_LINE in role.may,
            ), code


@pytest.mark.parametrize("role", FINDERS)
def test_roles_that_may_find_see_everybody_who_is_not_hidden(role: str) -> None:
    make.person("Ada", "Ash")
    for kind in ("sealed", "relocated"):
        make.restricted(make.person("Hidden", "Ash"), kind)
    assert [(each.name, each.state) for each in find(make.account(role))] == [("Ada Ash", "ask")]


@pytest.mark.parametrize("role", OTHERS)
def test_others_find_only_whom_they_hold_a_grant_on(role: str) -> None:
    mine, mother = make.person("Ada", "Ash"), make.person("Mara", "Ash", born=None)
    make.person("Not Mine", "Ash")
    make.tied(mine, mother)
    who = make.account(role)
    if ROLES[role].family:
        make.door(who, mine)
        assert find(who) == []
        return
    make.involved(who, mine, label_mask=1)
    assert {(each.name, each.state) for each in find(who)} == {("Ada Ash", "open"), ("Mara Ash", "name")}


def test_nobody_and_a_closed_account_find_nobody() -> None:
    make.person("Ada", "Ash")
    with acting(None):
        assert queries.find("ash").people == ()
    assert find(make.account("lead", is_active=False)) == []


def test_a_restricted_person_is_found_by_those_named_and_by_no_other() -> None:
    child = make.person("Ada", "Ash")
    barred = make.restricted(child)
    named, lead = make.account("social_worker"), make.account("lead")
    barred.allows.model.objects.using(make.OWNER).create(restriction=barred, account=named)
    for each in (named, lead):
        make.involved(each, child)
    assert [each.state for each in find(named)] == ["open"]
    assert find(lead) == []
    assert find(make.account("director")) == []


def test_the_front_door_sees_an_index_line_and_no_more_of_a_restricted_person() -> None:
    child = make.person("Ada", "Ash", born=date(2015, 5, 1))
    make.home(child)
    make.restricted(child)
    (line,) = find(make.account("front_door"), "ash 1/5/2015")
    assert (line.person, line.name, line.state) == (None, "Ada Ash", "index")
    assert (line.known_as, line.local_id, line.area, line.lead_worker, line.why) == ("", "", "", "", ())


@pytest.mark.parametrize("kind", ["sealed", "relocated"])
def test_sealed_and_relocated_people_are_in_no_index_for_anybody(kind: str) -> None:
    child = make.person("Ada", "Ash")
    lead = make.account("lead")
    make.involved(lead, child)
    barred = make.restricted(child, kind)
    for who in (lead, make.account("front_door"), make.account("director"), make.account("manager")):
        assert find(who) == []
    with acting(make.actor(lead)):
        assert (
            queries.check_with_before_adding(queries.read_terms("Ada Ash 1/5/2015", today=date(2026, 1, 1)))
            == []
        )
    with connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute("SELECT * FROM people_searchname")
    # The truth may change: an order that ends gives the person back.
    barred.during = make.DateRange(make.LONG_AGO, date(2021, 1, 1), "[)")
    barred.save(using=make.OWNER)
    assert [each.name for each in find(lead)] == ["Ada Ash"]


def test_a_restriction_bars_whoever_is_linked_as_well() -> None:
    child, twin_record = make.person("Ada", "Ash"), make.person("Adah", "Birch")
    linked(twin_record, child)
    make.restricted(twin_record)
    assert find(make.account("lead")) == []
    assert find(make.account("lead"), "birch") == []


def linked(person: Person, canonical: Person) -> PersonIdentity:
    from django.utils import timezone

    since = timezone.now() - timedelta(minutes=1)
    return PersonIdentity.objects.using(make.OWNER).create(
        person=person, canonical=canonical, during=TimestamptzRange(since, None, "[)"), reason="Test."
    )


def test_linked_records_are_one_line_found_by_either_name() -> None:
    child, other = make.person("Ada", "Ash"), make.person("Adah", "Birch")
    linked(other, child)
    lead = make.account("lead")
    for typed in ("ash", "birch"):
        assert [(each.person, each.name) for each in find(lead, typed)] == [(child.id, "Ada Ash")]


def test_area_and_worker_show_unless_the_home_is_protected() -> None:
    child = make.person("Ada", "Ash")
    home = make.home(child, postcode="ZZ12 3AB")
    make.involved(make.account("lead", display_name="Lee Lead"), child)
    looker = make.account("social_worker")
    assert [(each.area, each.lead_worker) for each in find(looker)] == [("ZZ12", "Lee Lead")]
    home.protected = True
    home.save(using=make.OWNER)
    assert [(each.area, each.lead_worker) for each in find(looker)] == [("", "")]


def test_nobody_is_found_by_a_protected_postcode_nor_by_another_of_theirs() -> None:
    child = make.person("Ada", "Ash")
    make.home(child, postcode="ZZ12 3AB", protected=True)
    child.addresses.model.objects.using(make.OWNER).create(
        person=child, kind="correspondence", postcode="ZZ77 7ZZ", during=make.always()
    )
    for typed in ("ZZ12 3AB", "zz12", "ZZ77 7ZZ", "zz77"):
        assert find(make.account("lead"), typed) == []


def test_the_index_follows_every_change() -> None:
    child = make.person("Ada", "Ash", born=date(2015, 5, 1))
    lead = make.account("lead")
    name = PersonName.objects.using(make.OWNER).get(person=child)
    name.family = "Elm"
    name.save(using=make.OWNER)
    assert find(lead) == []
    assert len(find(lead, "elm")) == 1
    Person.objects.using(make.OWNER).filter(id=child.id).update(born_on=date(2001, 12, 24))
    assert find(lead, "1/5/2015") == []
    assert len(find(lead, "24/12/2001")) == 1
    name.delete(using=make.OWNER)
    assert find(lead, "elm") == []


def test_ones_own_people_come_first_among_many_of_a_name() -> None:
    mine = make.person("Zed", "Ash")
    for number in range(70):
        make.person(f"A{number}", "Ash")
    lead = make.account("lead")
    make.involved(lead, mine)
    page = find(lead)
    assert page[0].person == mine.id
    assert len(page) == queries.MOST


def test_seeing_as_another_shows_only_whom_both_may_see() -> None:
    child, other = make.person("Ada", "Ash"), make.person("Bo", "Ash")
    lead, coordinator = make.account("lead"), make.account("coordinator")
    make.involved(lead, child)
    make.involved(lead, other)
    make.involved(coordinator, child)
    with acting(make.actor(lead).seeing_as(coordinator.id), read_only=True):
        assert [each.name for each in queries.find("ash").people] == ["Ada Ash"]


def test_a_search_is_one_query() -> None:
    for number in range(25):
        make.home(make.person(f"A{number}", "Ash"))
    lead = make.account("lead")
    with acting(make.actor(lead), read_only=True):
        before = len(connection.queries_log)
        connection.force_debug_cursor = True
        try:
            page = queries.find("ash")
            assert len(connection.queries_log) - before == 1
        finally:
            connection.force_debug_cursor = False
    assert page.more
