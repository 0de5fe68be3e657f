"""Background work has an actor, takes ids only, and is checked again when it runs."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from psycopg.types.range import DateRange

from kith.access.permissions import Permission
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.actor import Actor, current_actor
from kith.core.seal.actor import SEALER
from kith.core.tasks import Task, task
from kith.core.worker import run_worker
from tests.support import make

pytestmark = pytest.mark.database

DONE: list[tuple[Actor | None, Sequence[UUID], UUID, str]] = []


def note_it(*, by: Actor, persons: Sequence[UUID], thing: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_actor()::text || ' ' || kith_channel()")
        DONE.append((current_actor(), persons, thing, cursor.fetchone()[0]))


@pytest.fixture(scope="module")
def noting() -> Task:
    return task("test.note_it", permission=Permission.WRITE_STORY.value)(note_it)


@pytest.fixture(autouse=True)
def _nothing_done_yet() -> Iterator[None]:
    DONE.clear()
    yield
    DONE.clear()


@pytest.fixture
def working(worker: None) -> Callable[[], None]:
    """Run the worker until every job is done."""

    def until_done() -> None:
        stop = threading.Event()
        thread = threading.Thread(target=run_worker, args=[stop])
        thread.start()
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and waiting():
            time.sleep(0.05)
        stop.set()
        thread.join(20)
        assert not thread.is_alive()

    return until_done


def waiting() -> int:
    with psycopg.connect(os.environ["KITH_WORKER_URL"]) as looking:
        found = looking.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
        ).fetchone()
        return int(found[0]) if found else 0


def failed() -> int:
    with psycopg.connect(os.environ["KITH_WORKER_URL"]) as looking:
        found = looking.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'").fetchone()
        return int(found[0]) if found else 0


def test_a_task_runs_as_the_one_who_gave_it_and_stands_in_the_audit(
    noting: Task, working: Callable[[], None]
) -> None:
    child, lead, thing = make.person(), make.account("lead"), uuid4()
    make.involved(lead, child)
    with acting(make.actor(lead)):
        noting.give(by=make.actor(lead), persons=[child.id], thing=thing)
    working()
    [(actor, persons, told, seen)] = DONE
    assert actor is not None
    assert (actor.id, actor.role, actor.channel) == (lead.id, "lead", "task")
    assert (list(persons), told, seen) == ([child.id], thing, f"{lead.id} task")
    with acting(SEALER), connection.cursor() as cursor:
        # Of this actor: a service may have begun its own work meanwhile, at its own hour.
        cursor.execute(
            "SELECT action, actor, persons, channel, summary ->> 'task' FROM core_auditentry WHERE actor = %s",
            [lead.id],
        )
        assert cursor.fetchall() == [("core.begin_task", lead.id, [child.id], "task", "test.note_it")]
    assert failed() == 0


def test_a_task_given_in_a_transaction_that_is_undone_never_runs(noting: Task, worker: None) -> None:
    lead = make.account("lead")
    with acting(make.actor(lead)):
        noting.give(by=make.actor(lead), thing=uuid4())
        transaction.set_rollback(True)
    assert waiting() == 0


def test_whoever_lost_the_record_meanwhile_loses_the_task(noting: Task, working: Callable[[], None]) -> None:
    child, lead = make.person(), make.account("lead")
    held = make.involved(lead, child)
    with acting(make.actor(lead)):
        noting.give(by=make.actor(lead), persons=[child.id], thing=uuid4())
    held.during = DateRange(make.LONG_AGO, date(2021, 1, 1), "[)")
    held.save(using=make.OWNER)
    working()
    assert DONE == []
    assert failed() == 1


def test_whoever_lost_the_role_or_the_account_meanwhile_loses_the_task(noting: Task, worker: None) -> None:
    lead = make.account("lead")
    told = {"id": str(lead.id), "role": "lead", "on_behalf_of": None, "request": str(uuid4())}
    lead.role = "analyst"
    lead.save(using=make.OWNER)
    with pytest.raises(NotPermittedError, match="As analyst you cannot"):
        noting.run(actor=told, persons=[], ids={"thing": str(uuid4())})
    lead.is_active = False
    lead.save(using=make.OWNER)
    with pytest.raises(NotPermittedError, match="closed"):
        noting.run(actor=told, persons=[], ids={"thing": str(uuid4())})
    assert DONE == []


def test_a_job_slipped_into_the_queue_cannot_pass_for_a_service(noting: Task, worker: None) -> None:
    told = {"id": str(uuid4()), "role": "sealer", "on_behalf_of": None, "request": str(uuid4())}
    with pytest.raises(NotPermittedError):
        noting.run(actor=told, persons=[], ids={"thing": str(uuid4())})
    assert DONE == []


def test_seen_as_another_a_task_reads_what_both_may_and_cannot_write(noting: Task, worker: None) -> None:
    both, mine, lead, partner = make.person(), make.person(), make.account("lead"), make.account("partner")
    make.involved(lead, both)
    make.involved(lead, mine)
    make.involved(partner, both, role="partner")
    told = {"id": str(lead.id), "role": "lead", "on_behalf_of": str(partner.id), "request": str(uuid4())}
    noting.run(actor=told, persons=[str(both.id)], ids={"thing": str(uuid4())})
    assert DONE[0][0] is not None
    assert DONE[0][0].on_behalf_of == partner.id
    with pytest.raises(NotPermittedError):
        noting.run(actor=told, persons=[str(mine.id)], ids={"thing": str(uuid4())})


def test_only_ids_ride_in_the_queue(noting: Task) -> None:
    with pytest.raises(TypeError, match="takes ids only, and words is none"):
        noting.give(by=SEALER, words="Her mother rang today")  # type: ignore[arg-type]


def test_a_task_without_actor_and_persons_is_none() -> None:
    with pytest.raises(TypeError, match="by, persons and ids"):
        task("test.nobody", permission="x")(lambda thing: None)
    assert "test.nobody" not in app.tasks


def test_the_worker_seals_while_it_works_and_ends_when_told(worker: None) -> None:
    lead, child = make.account("lead"), make.person()
    make.involved(lead, child)
    with acting(make.actor(lead)), connection.cursor() as cursor:
        cursor.execute("SELECT core_record_action('people.record_name', '{}'::uuid[], '{}')")
    stop = threading.Event()
    stop.set()
    run_worker(stop)
    with psycopg.connect(os.environ["KITH_WORKER_URL"]) as looking:
        assert looking.execute(
            "SELECT count(*) FROM core_sealedrow WHERE \"table\" = 'core_auditentry'"
        ).fetchone() == (1,)
