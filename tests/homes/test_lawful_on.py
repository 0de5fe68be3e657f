"""What the rooms above ask of a home for a night, and who reads the register."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.bench.counting import Queries
from kith.core.acting import acting
from kith.homes.models import Approval, Exclusion, Home, HomePlace, Price
from kith.homes.queries import lawful_on
from tests.access.tries import reads, tries
from tests.homes import register
from tests.support import make

pytestmark = pytest.mark.database
DAY = date(2026, 6, 1)


def codes(home: Home, age: int, day: date = DAY, **more: object) -> list[str]:
    worker = make.account("social_worker")
    with acting(make.actor(worker)):
        return [each.code for each in lawful_on(home.id, age, day, **more)]  # type: ignore[arg-type]


def test_a_registered_home_is_lawful_until_its_registration_ends() -> None:
    home = register.a_home("residential", ends_on=DAY)
    assert codes(home, 14, DAY - timedelta(days=1)) == []
    assert codes(home, 14) == ["expired"]


def test_a_flat_in_no_register_is_unlawful_at_any_age() -> None:
    flat = register.a_home("supported", lawful=False)
    assert codes(flat, 15) == ["under_16", "unregistered"]
    assert codes(flat, 17) == ["unregistered"]
    worker = make.account("social_worker")
    with acting(make.actor(worker)):
        assert [each.code for each in lawful_on(uuid4(), 9, DAY)] == ["unknown"]


def test_carers_approved_for_none_and_for_other_ages_are_not_lawful() -> None:
    assert codes(register.a_home(places=0), 9) == ["none"]
    assert codes(register.a_home(age_to=5), 9) == ["age"]
    assert codes(register.a_home(), 9) == []


def test_a_child_who_must_not_live_there_is_refused_and_another_is_not() -> None:
    home, child, other = register.a_home(), make.person(), make.person("Bo")
    Exclusion.objects.using(make.OWNER).create(
        home=home, child=child, by="court", words="No contact with the carer.", starts_on=register.LONG_AGO
    )
    worker = make.account("social_worker")
    make.involved(worker, child)
    make.involved(worker, other)
    with acting(make.actor(worker)):
        assert [each.code for each in lawful_on(home.id, 9, DAY, child=child.id)] == ["barred"]
        assert lawful_on(home.id, 9, DAY, child=other.id) == []


def test_it_takes_few_statements() -> None:
    home, worker, asked = register.a_home(), make.account("lead"), Queries()
    with acting(make.actor(worker)), connection.execute_wrapper(asked):
        lawful_on(home.id, 9, DAY, child=uuid4())
    assert asked.count <= 4


def test_the_register_is_read_by_the_council_and_by_no_family_and_no_charity() -> None:
    register.a_home()
    may = {code for code in ROLES if reads(make.account(code), "SELECT id FROM homes_home")}
    assert may == {code for code, role in ROLES.items() if Permission.ANSWER_FOR in role.may}


def test_where_a_home_is_is_not_in_the_register() -> None:
    home = register.a_home()
    HomePlace.objects.using(make.OWNER).create(home=home, lines="1 Nowhere Lane", postcode="ZZ1 1ZZ")
    Price.objects.using(make.OWNER).create(
        home=home, pounds_a_week=700, in_contract=True, starts_on=register.LONG_AGO
    )
    for table, needs in (("place", Permission.KEEP_HOMES), ("price", Permission.SEE_PRICES)):
        read = (
            {code for code in ROLES if reads(make.account(code), f"SELECT id FROM homes_home{table}")}
            if table == "place"
            else {code for code in ROLES if reads(make.account(code), "SELECT id FROM homes_price")}
        )
        assert read == {code for code, role in ROLES.items() if needs in role.may}


def test_what_carers_are_approved_for_is_decided_by_a_manager_in_their_own_name() -> None:
    home = register.a_home(lawful=False)
    sql = (
        "INSERT INTO homes_approval (id, recorded_at, recorded_by, source, starts_on, places, age_from, age_to, sex,"
        " words, temporary, decided_by, why, home_id) VALUES (gen_random_uuid(), now(), %s, 'worker', '2020-01-01', 3, 0,"
        " 17, '', '', false, %s, '', %s)"
    )
    may = {
        code
        for code in ROLES
        if (account := make.account(code)) and tries(account, sql, [account.id, account.id, home.id])
    }
    assert may == {code for code, role in ROLES.items() if Permission.APPROVE_CARERS in role.may}
    manager, other = make.account("manager"), make.account("manager")
    assert not tries(manager, sql, [manager.id, other.id, home.id])
    assert Approval.objects.using(make.OWNER).count() == len(may)
