"""Who works with whom, and records that only named people may open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kith.access.actions.restrictions import agree_to_unmask, ask_to_unmask, restrict
from kith.access.allocating.actions import begin_work, end_work
from kith.access.models import Account, Involvement
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.actor import Actor
from kith.core.models import AuditEntry
from kith.people.models import Person
from kith.story.models import Event
from tests.support import make

pytestmark = pytest.mark.database


def sees(account: Account) -> bool:
    with acting(make.actor(account)):
        return Person.objects.exists()


def managed() -> tuple[Person, Account, Account]:
    """A child, the manager of the team that works with them, and a worker of that team with nobody yet."""
    north = make.team("North")
    child = make.person()
    make.involved(make.account("lead", in_team=north), child)
    return child, make.account("manager", in_team=north), make.account("social_worker", in_team=north)


def test_an_involvement_opens_the_record_tells_the_story_and_is_audited() -> None:
    child, manager, worker = managed()
    assert not sees(worker)
    by = make.actor(manager)
    with acting(by):
        begin_work(by=by, account=worker.id, persons=[child.id], role="social_worker", on=date(2026, 1, 5))
    assert sees(worker)
    with acting(by):
        assert Event.objects.filter(action="access.begin_work").count() == 1
    with acting(make.actor(make.account("auditor"))):
        assert AuditEntry.objects.get(action="access.begin_work").persons == [child.id]


def test_ending_it_closes_the_record() -> None:
    child, manager, worker = managed()
    held = make.involved(worker, child, role="social_worker")
    by = make.actor(manager)
    with acting(by):
        end_work(
            by=by,
            persons=[child.id],
            involvements=[held.id],
            on=timezone.localdate(),
            reason="Moved team",
        )
    assert not sees(worker)


def test_a_worker_cannot_allocate_themselves() -> None:
    child, _manager, worker = managed()
    by = make.actor(worker)
    with acting(by), pytest.raises(NotPermittedError):
        begin_work(by=by, account=worker.id, persons=[child.id], role="social_worker", on=date(2026, 1, 5))


def test_a_family_account_cannot_be_made_a_worker() -> None:
    child, manager, _worker = managed()
    parent, by = make.account("parent"), make.actor(manager)
    with acting(by), pytest.raises(NotPermittedError):
        begin_work(by=by, account=parent.id, persons=[child.id], role="partner", on=date(2026, 1, 5))


def test_restricting_leaves_only_those_named() -> None:
    child, manager, worker = managed()
    make.involved(worker, child, role="social_worker")
    by = make.actor(manager)
    with acting(by):
        restrict(
            by=by, person=child.id, kind="restricted", reason="A worker's relative", check_with="the duty manager",
            allow=[worker.id], on=timezone.localdate(),
        )  # fmt: skip
    assert sees(worker)
    assert not sees(manager)


def test_it_takes_two_to_unmask() -> None:
    child, manager, _worker = managed()
    limit = make.restricted(child)
    other = make.account("manager", in_team=make.team("South"))
    asker, agreer = make.actor(manager), make.actor(other)
    assert not sees(manager)
    with acting(asker):
        asked = ask_to_unmask(by=asker, restriction=limit.id, reason="A court has asked")
    with acting(asker), pytest.raises(NotPermittedError, match="Somebody else"):
        agree_to_unmask(by=asker, request=asked.id)
    assert not sees(manager)
    with acting(agreer):
        agree_to_unmask(by=agreer, request=asked.id)
    assert sees(manager)


def test_an_action_by_nobody_is_refused_by_the_database() -> None:
    child, manager, worker = managed()
    by = Actor(id=manager.id, role="manager")
    with acting(None), pytest.raises(NotPermittedError):
        begin_work(by=by, account=worker.id, persons=[child.id], role="social_worker", on=date(2026, 1, 5))
    assert not Involvement.objects.using(make.OWNER).filter(account=worker).exists()


def test_an_agency_workers_access_ends_on_the_day_set() -> None:
    child = make.person()
    worker = make.account("social_worker", until_on=timezone.localdate() - timedelta(days=1))
    make.involved(worker, child, role="social_worker")
    assert not sees(worker)
