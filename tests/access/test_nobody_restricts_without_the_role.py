"""Restricting, lifting and opening again through the app's own login with any SQL: by the roles that may."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from kith.access.models import Account, Grant, Restriction, RestrictionAllows
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.people.models import Person
from tests.access.tries import tries
from tests.support import make

pytestmark = pytest.mark.database
RESTRICT = "SELECT access_restrict(%s, %s, 'relocated', 'r', 'x', current_date, %s::uuid[], %s)"


def restricts(account: Account, child: Person, *allow: Account) -> bool:
    return tries(account, RESTRICT, [uuid4(), child.id, [str(each.id) for each in allow], account.id])


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_record_is_restricted_by_the_roles_that_may(role: str) -> None:
    child, account, lead = make.person(), make.account(role), make.account("lead")
    make.involved(account, child)
    make.involved(lead, child)
    held = Grant.objects.using(make.OWNER).filter(actor=lead.id)
    before = held.count()
    may = Permission.RESTRICT in ROLES[role].may
    assert restricts(account, child, account) is may
    assert held.count() == (0 if may else before)


def test_whoever_restricts_names_somebody() -> None:
    child, manager = make.person(), make.account("manager")
    make.involved(manager, child)
    assert not restricts(manager, child)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_the_database_knows_who_lifts_and_opens(role: str) -> None:
    account = make.account(role)
    with acting(make.actor(account)), connection.cursor() as cursor:
        cursor.execute("SELECT access_has_two_hands()")
        assert cursor.fetchone() == (Permission.UNMASK in ROLES[role].may,)
    assert (Permission.UNMASK in ROLES[role].may) is (Permission.RESTRICT in ROLES[role].may)


def named(role: str, **more: Any) -> tuple[Account, Restriction]:
    """An account of the role that is named on a restricted record, and so may open it."""
    child, account = make.person(), make.account(role, **more)
    limit = make.restricted(child, recorded_by=account.id)
    RestrictionAllows.objects.using(make.OWNER).create(restriction=limit, account=account)
    make.involved(account, child)
    return account, limit


@pytest.mark.parametrize("role", ["partner", "health", "lead", "director"])
def test_a_restriction_is_lifted_by_the_roles_that_may(role: str) -> None:
    account, limit = named(role)
    tries(account, "SELECT access_lift(%s, 'x')", [limit.id])
    lifted = Restriction.objects.using(make.OWNER).get(id=limit.id).lifted_at is not None
    assert lifted is (Permission.RESTRICT in ROLES[role].may)


def test_an_account_that_is_closed_has_no_hands() -> None:
    account, limit = named("manager", is_active=False)
    with acting(make.actor(account)), connection.cursor() as cursor:
        cursor.execute("SELECT access_has_two_hands(), access_lift(%s, 'x')", [limit.id])
        assert cursor.fetchone() == (False, False)


@pytest.mark.parametrize("role", ["partner", "lead", "manager"])
def test_whoever_is_named_names_nobody_else(role: str) -> None:
    account, limit = named(role)
    other = make.account("lead")
    assert not tries(
        account,
        "INSERT INTO access_restrictionallows (id, recorded_at, source, restriction_id, account_id)"
        " VALUES (gen_random_uuid(), now(), 'worker', %s, %s)",
        [limit.id, other.id],
    )
    assert not tries(account, "UPDATE access_restrictionallows SET account_id = %s", [other.id])


@pytest.mark.parametrize("statement", ["SELECT access_unmask(%s)", "SELECT access_lift_agreed(%s)"])
def test_agreeing_takes_the_role(statement: str) -> None:
    assert not tries(make.account("partner"), statement, [uuid4()])
    assert not tries(make.account("parent"), statement, [uuid4()])
    assert tries(make.account("manager"), statement, [uuid4()])
