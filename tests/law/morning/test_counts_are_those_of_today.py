"""The worker's process counts what the account itself would see on Today, whatever its role."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kith.access.models import Account
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.law.morning.counts import Counts, counts
from kith.law.tasks import MORNING
from kith.pages.today.board import board
from kith.protection.models import Section47
from tests.support import make
from tests.support.told_family import Household, ago
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
ROLES_WITH_PEOPLE = [code for code, role in ROLES.items() if not role.family and role.opens]


def on_today(account: Account) -> Counts:
    with acting(make.actor(account)):
        seen = board(make.actor(account), account)
    late, today, week = (
        sum(len(lines) for _who, lines in part) for part in (seen.late, seen.today_due, seen.this_week)
    )
    return Counts(late, today, week)


def counted(account: Account) -> Counts:
    with worker_login(), acting(MORNING):
        return counts(account.id, account.role, timezone.localdate())


@pytest.mark.parametrize("role", ROLES_WITH_PEOPLE)
def test_for_every_role_they_are_what_today_shows(role: str) -> None:
    home = Household()
    home.in_care(400)
    home.plan(85)
    home.referral(100)
    Section47.objects.using(make.OWNER).create(person=home.child, started_on=ago(40))
    account = make.account(role)
    make.involved(account, home.child)
    seen = on_today(account)
    assert counted(account) == seen
    assert seen, "something is due, so that a difference would show"


def test_a_restricted_record_counts_for_nobody_who_was_not_named() -> None:
    home = Household()
    home.in_care(60)
    assert counted(home.lead)
    make.restricted(home.child)
    assert counted(home.lead) == on_today(home.lead) == Counts(0, 0, 0)


def test_only_people_of_the_day_are_counted() -> None:
    home = Household()
    home.in_care(60)
    account = make.account("lead")
    make.involved(account, home.child, during=make.always().__class__(ago(90), ago(1), "[)"))
    assert counted(account) == Counts(0, 0, 0)
    assert timezone.localdate() - timedelta(days=1) == ago(1)


def test_they_are_said_in_words_and_nothing_is_said_of_none() -> None:
    assert str(Counts(2, 1, 3)) == "2 late, 1 due today, 3 due this week"
    assert str(Counts(0, 1, 0)) == "1 due today"
    assert not Counts(0, 0, 0)
