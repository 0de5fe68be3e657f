"""A restriction bars from the moment it is made, whatever day it is by the clock of the database's session."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from kith.access.actions.restrictions import restrict
from kith.access.models import Account, Grant, Restriction
from kith.access.restricting import actions
from kith.access.restricting.queries import limit_in_force
from kith.core.acting import acting
from kith.people.models import Person
from tests.support import make

pytestmark = pytest.mark.database
# Forty hours behind Greenwich the day is always one before England's, as UTC's is after midnight in summer.
A_DAY_BEHIND = "SET LOCAL TIME ZONE INTERVAL '-40' HOUR"


@pytest.fixture
def child() -> Person:
    return make.person()


@pytest.fixture
def lead(child: Person) -> Account:
    made = make.account("lead")
    make.involved(made, child)
    return made


@pytest.fixture
def manager(child: Person) -> Account:
    made = make.account("manager")
    make.involved(made, child)
    return made


def restrict_now(child: Person, manager: Account, *, in_days: int = 0) -> Restriction:
    with acting(make.actor(manager)):
        with connection.cursor() as cursor:
            cursor.execute(A_DAY_BEHIND)
        return restrict(
            by=make.actor(manager),
            person=child.id,
            kind="restricted",
            reason="Test.",
            check_with="the duty manager",
            allow=[manager.id],
            on=timezone.localdate() + timedelta(days=in_days),
        )


def opens(account: Account) -> bool:
    return Grant.objects.using(make.OWNER).filter(actor=account.id, level=2).exists()


def test_whoever_is_not_named_loses_sight_at_once(child: Person, lead: Account, manager: Account) -> None:
    assert opens(lead)
    restrict_now(child, manager)
    assert not opens(lead)
    assert opens(manager)


def test_one_whose_first_day_the_database_has_not_reached_bars_all_the_same(
    child: Person, lead: Account, manager: Account
) -> None:
    restrict_now(child, manager, in_days=1)
    assert not opens(lead)
    with acting(make.actor(manager)):
        assert limit_in_force([child.id]) is not None, "its page says so"


def test_it_can_be_lifted_in_the_same_hour(child: Person, lead: Account, manager: Account) -> None:
    made = restrict_now(child, manager)
    with acting(make.actor(manager)):
        with connection.cursor() as cursor:
            cursor.execute(A_DAY_BEHIND)
        actions.lift(by=make.actor(manager), restriction=made.id, reason="By mistake")
    assert opens(lead)
