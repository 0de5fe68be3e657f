"""The council's own times and promises, through the app's own login with any SQL: set by who may, in their own name."""

from __future__ import annotations

from uuid import UUID

import pytest

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.law.models import DutySetting
from tests.access.tries import reads, tries
from tests.support import make

pytestmark = pytest.mark.database
INSERT = (
    'INSERT INTO law_dutysetting (id, recorded_at, recorded_by, source, duty, recurrence, value, "on", from_day,'
    " reason) VALUES (gen_random_uuid(), now(), %s, 'worker', 'FH-01', 'once', 99, false, current_date, 'because')"
)


def sets(account: Account, signed: UUID) -> bool:
    return tries(account, INSERT, [signed])


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_setting_is_written_by_the_roles_that_may_and_in_their_own_name(role: str) -> None:
    account, director = make.account(role), make.account("director")
    assert not sets(account, director.id)
    assert sets(account, account.id) is (Permission.SET_DUTIES in ROLES[role].may)


def test_settings_are_read_by_workers_and_changed_by_nobody() -> None:
    director = make.account("director")
    assert sets(director, director.id)
    for role in ("lead", "analyst", "director"):
        assert reads(make.account(role), "SELECT value FROM law_dutysetting") == [(99,)]
    assert not reads(make.account("parent"), "SELECT value FROM law_dutysetting")
    assert not tries(director, "UPDATE law_dutysetting SET value = 1")
    assert not tries(director, "DELETE FROM law_dutysetting")
    assert DutySetting.objects.using(make.OWNER).count() == 1
