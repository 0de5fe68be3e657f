"""Even with the app's own login and any SQL, nobody opens a record to themselves."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.utils import ProgrammingError
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.models import Account, DoorAccess, Grant, Involvement, Reason, Release
from kith.access.roles import ROLES
from kith.core.acting import acting
from tests.support import make

pytestmark = pytest.mark.database
MAY_GIVE_A_REASON = {"lead", "social_worker", "protection", "manager", "front_door", "director"}


def refused(account: Account, record: object) -> None:
    with (
        pytest.raises(ProgrammingError, match=r"row-level security|permission denied"),
        acting(make.actor(account)),
    ):
        record.save(force_insert=True, using="default")  # type: ignore[attr-defined]


@pytest.mark.parametrize("role", sorted(ROLES))
def test_nobody_writes_their_own_involvement(role: str) -> None:
    child, account = make.person(), make.account(role)
    refused(
        account,
        Involvement(account=account, person=child, role="screener", label_mask=4095, during=make.always()),
    )


@pytest.mark.parametrize("role", sorted(set(ROLES) - MAY_GIVE_A_REASON))
def test_roles_that_may_not_give_a_reason_cannot(role: str) -> None:
    child, account = make.person(), make.account(role)
    refused(account, reason(account, child, hours=24))


def test_a_reason_lasts_a_day_at_most_and_opens_no_sealed_label() -> None:
    child, account = make.person(), make.account("lead")
    refused(account, reason(account, child, hours=48))
    refused(account, reason(account, child, hours=1, mask=128))
    with acting(make.actor(account)):
        reason(account, child, hours=1).save(force_insert=True, using="default")
        assert Grant.objects.filter(person=child.id, level=2).exists()


def test_a_reason_opens_no_restricted_record() -> None:
    child, account = make.person(), make.account("lead")
    make.restricted(child)
    with acting(make.actor(account)):
        reason(account, child, hours=1).save(force_insert=True, using="default")
        assert not Grant.objects.filter(person=child.id).exists()


@pytest.mark.parametrize("role", ["parent", "young_person", "carer"])
def test_a_family_account_releases_nothing_to_itself(role: str) -> None:
    mother, account = make.person("Mara"), make.account(role)
    make.door(account, mother)
    now = timezone.now()
    refused(
        account,
        Release(
            reader=mother, kind="event", item=uuid4(), prepared=True, released_at=now, recorded_by=account.id
        ),
    )
    span = TimestamptzRange(now, None, "[)")
    refused(account, DoorAccess(account=account, person=make.person("Ada"), capacity="parent", during=span))


def reason(account: Account, child: make.Person, *, hours: int, mask: int = 1) -> Reason:
    now = timezone.now()
    return Reason(
        account=account,
        person=child,
        kind="cover",
        text="Trying",
        label_mask=mask,
        during=TimestamptzRange(now - timedelta(minutes=1), now + timedelta(hours=hours, minutes=-2), "[)"),
    )
