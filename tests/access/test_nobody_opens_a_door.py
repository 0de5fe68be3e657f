"""The family's door, through the app's own login with any SQL: nobody opens one, least of all to a worker."""

from __future__ import annotations

import pytest
from django.db import Error

from kith.access.models import Account
from kith.access.roles import ROLES
from kith.people.models import Person
from tests.access.tries import reads, tries
from tests.support import make

pytestmark = pytest.mark.database
DOOR = (
    "INSERT INTO access_dooraccess (id, recorded_at, recorded_by, source, capacity, during, account_id, person_id)"
    " VALUES (gen_random_uuid(), now(), %s, 'worker', 'self', tstzrange(now(), NULL), %s, %s)"
)
WHERE = "SELECT lines FROM people_address WHERE protected"
STAFF = sorted(code for code, role in ROLES.items() if not role.family)


def kept_safe() -> Person:
    child = make.person("Ada")
    make.home(child, protected=True)
    return child


@pytest.mark.parametrize("role", ["partner", "school", "health", "coordinator", "lead", "manager"])
def test_a_worker_makes_no_door_for_themselves_or_another(role: str) -> None:
    child, worker, father = kept_safe(), make.account(role), make.account("parent")
    make.involved(worker, child)
    for account in (worker, father):
        assert not tries(worker, DOOR, [worker.id, account.id, child.id])
    assert not reads(father, WHERE)


def test_a_door_is_not_moved_to_another() -> None:
    child, worker, father = kept_safe(), make.account("partner"), make.account("parent")
    make.involved(worker, child)
    make.door(make.account("carer"), child, "carer")
    assert not tries(worker, "UPDATE access_dooraccess SET capacity = 'self', account_id = %s", [father.id])
    assert not reads(father, WHERE)


@pytest.mark.parametrize("role", STAFF)
def test_no_login_makes_a_door_for_an_account_that_is_no_familys(role: str) -> None:
    with pytest.raises(Error, match="family accounts"):
        make.door(make.account(role), kept_safe())


def test_a_familys_account_that_became_a_workers_knows_no_home_by_its_door() -> None:
    child, account = kept_safe(), make.account("young_person")
    make.door(account, child)
    assert reads(account, WHERE)
    Account.objects.using(make.OWNER).filter(id=account.id).update(role="partner")
    account.refresh_from_db(using=make.OWNER)
    make.involved(account, child, role="partner")
    assert not reads(account, WHERE)
