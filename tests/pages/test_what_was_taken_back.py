"""What an upgrade took back, for nobody had said that its reader was prepared, is told to their worker."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connections
from django.utils import timezone

from kith.access.models import Release, TakenBack
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.plan import actions as plans
from tests.access.tries import reads, tries
from tests.plan.street import Street
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
BEFORE = import_module("kith.access.migrations.0098_nothing_before_prepared").TAKEN_BACK
TOLD = import_module("kith.access.migrations.0114_told_of_what_was_taken_back").TAKEN
SAYS = "can no longer read one thing that they could"


@pytest.fixture
def street() -> Street:
    return Street()


def upgraded(street: Street) -> Release:
    """Mum was shown a goal and nobody said that she was prepared; then both migrations ran, each in its transaction."""
    goal = street.goal(street.plan(), "We eat together.")
    row = {"kind": "plan", "released_at": timezone.now(), "recorded_by": street.lead.id}
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE access_release DROP CONSTRAINT release_prepared")
        try:
            made = Release.objects.using(make.OWNER).create(
                reader=street.mum, item=goal.id, prepared=False, **row
            )
            cursor.execute(BEFORE)
        finally:
            cursor.execute(
                "ALTER TABLE access_release ADD CONSTRAINT release_prepared"
                " CHECK (prepared OR withdrawn_at IS NOT NULL)"
            )
        for _ in range(2):
            cursor.execute(TOLD)
    return made


def test_their_worker_is_told_on_today_what_it_was_and_until_they_saw_to_it(street: Street) -> None:
    made = upgraded(street)
    assert TakenBack.objects.using(make.OWNER).get().release_id == made.id
    worker, to = signed_in(street.lead), f"/people/{street.mum.id}/taken-back/"
    assert f"Mara Example {SAYS}" in words_of(worker.get("/"))
    page = words_of(worker.get(to))
    assert "We eat together." in page
    assert "Tell them why it is gone." in page
    assert worker.post(to).status_code == 302
    assert "Nothing waits." in words_of(worker.get(to))
    assert SAYS not in words_of(worker.get("/"))
    assert worker.post(to).status_code == 404


def test_what_a_worker_took_back_themselves_is_no_news(street: Street) -> None:
    plan = street.plan()
    goal = street.goal(plan, "We eat together.")
    with acting(by := make.actor(street.lead)):
        plans.share_lines(
            by=by, plan=plan.id, items=[goal.id], reader=street.mum.id, prepared=True, how_prepared="At home."
        )
    with acting(by):
        Release.objects.filter(item=goal.id).update(withdrawn_at=timezone.now())
    Release.objects.using(make.OWNER).create(
        reader=street.mum, kind="plan", item=goal.id, prepared=False, released_at=timezone.now(),
        withdrawn_at=timezone.now(),
    )  # fmt: skip
    with connections["owner"].cursor() as cursor:
        cursor.execute(TOLD)
    assert not TakenBack.objects.using(make.OWNER).exists()


def test_nobody_else_reads_it_and_nobody_behind_the_door_learns_of_it(street: Street) -> None:
    upgraded(street)
    asks = "SELECT item FROM access_taken_of(%s)"
    assert len(reads(street.lead, asks, [street.mum.id])) == 1
    stranger, beside = make.account("lead"), make.account("partner")
    make.involved(beside, street.mum)
    for other in (street.mother, street.father, stranger, beside, make.account("director")):
        assert reads(other, asks, [street.mum.id]) == []
        assert reads(other, "SELECT id FROM access_takenback") == []
        assert not tries(other, "UPDATE access_takenback SET seen_at = now()")
        assert SAYS not in words_of(signed_in(other).get("/", follow=True))
    assert not tries(street.lead, "UPDATE access_takenback SET taken_at = now()")
    from kith.access.taken_back import see_to_what_was_taken_back as sees

    with acting(by := make.actor(stranger)), pytest.raises(NotPermittedError):
        sees(by=by, person=street.mum.id, persons=[street.mum.id])
