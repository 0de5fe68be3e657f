"""A step that somebody wrote or waits for: told on their Today when it is done, until they have seen it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.reads import Reads
from kith.law.tasks import MORNING
from kith.pages.today.asked_and_told import asked_and_told_from, asked_and_told_read
from kith.plan import actions
from kith.plan.awaited_news import morning_line
from kith.plan.models import Awaited, Goal, PlanShare, Step
from tests.plan.acts import begun, does
from tests.plan.street import Street, ago
from tests.support import make
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
BED = "The council brings a bed"


class Bed(Street):
    """The lead wrote that a bed comes; the school next door reads that line."""

    def __init__(self) -> None:
        super().__init__()
        self.school = self.outside("school")
        self.plan = begun(self)
        self.step: UUID = does(self.lead, actions.add_step, plan=self.plan, words=BED, does_it="council")
        self.page = f"/people/{self.child.id}/plan/line/{self.step}/"

    def shares(self) -> None:
        does(
            self.lead,
            actions.share_with_organisation,
            plan=self.plan,
            items=[self.step],
            organisation=self.school.organisation_id,
        )

    def is_done(self, by: Account | None = None) -> None:
        does(by or self.lead, actions.finish_step, item=self.step, on=ago(0))


@pytest.fixture
def bed(kith_database: None) -> Bed:
    return Bed()


def steps_told(account: Account) -> list[tuple[str, bool]]:
    with acting(make.actor(account)):
        rows = Reads(to_me=asked_and_told_read).run(now=timezone.now())["to_me"]
        return [(each.words, each.yes) for each in asked_and_told_from(rows)["step"]]


def test_a_school_that_waits_is_told_on_today_until_it_has_seen_it(bed: Bed) -> None:
    bed.shares()
    client = signed_in(bed.school)
    assert "Tell me on my Today" in words_of(client.get(bed.page))
    client.post(f"{bed.page}wait/")
    assert BED not in words_of(client.get("/"))
    bed.is_done()
    today = client.get("/")
    assert f"Done: {BED}" in words_of(today)
    assert f'href="{bed.page}"' in today.content.decode()
    assert "Tell me on my Today" not in words_of(client.get(bed.page))
    client.post(f"/plan/steps/{bed.step}/saw")
    assert BED not in words_of(client.get("/"))


def test_that_it_is_not_done_is_told_as_well(bed: Bed) -> None:
    bed.shares()
    does(bed.school, actions.await_step, item=bed.step)
    does(bed.lead, actions.step_not_done, item=bed.step, why="The shop had none.")
    assert steps_told(bed.school) == [(BED, False)]


def test_whoever_wrote_a_step_is_told_without_asking(bed: Bed) -> None:
    other = make.account("social_worker")
    for each in bed.everybody:
        make.involved(other, each)
    bed.is_done(other)
    assert steps_told(bed.lead) == [(BED, True)]
    assert steps_told(other) == []


def test_whoever_says_that_it_is_done_is_not_told_of_it(bed: Bed) -> None:
    bed.is_done()
    assert steps_told(bed.lead) == []


def test_of_a_line_that_is_shared_no_more_nothing_is_told(bed: Bed) -> None:
    bed.shares()
    does(bed.school, actions.await_step, item=bed.step)
    bed.is_done()
    assert steps_told(bed.school) == [(BED, True)]
    PlanShare.objects.using(make.OWNER).update(taken_back_at=timezone.now())
    assert steps_told(bed.school) == []


def test_nobody_waits_for_a_step_that_they_may_not_read_nor_for_another(bed: Bed) -> None:
    with pytest.raises(NotPermittedError):
        does(bed.school, actions.await_step, item=bed.step)
    by = make.actor(bed.school)
    with acting(by), pytest.raises(DatabaseError), transaction.atomic():
        Awaited.objects.create(step_id=bed.step, account=bed.school, recorded_by=by.id)
    with acting(by), pytest.raises(DatabaseError), transaction.atomic():
        Awaited.objects.create(step_id=bed.step, account=bed.lead, recorded_by=by.id)
    with pytest.raises(NotPermittedError, match="do not wait"):
        does(bed.school, actions.saw_step, item=bed.step)
    with acting(by):
        assert not Awaited.objects.exists(), "who waits is for nobody else to read"


def test_only_a_step_can_be_waited_for(bed: Bed) -> None:
    goal = does(bed.lead, actions.add_goal, plan=bed.plan, words="Ada sleeps well")
    with pytest.raises(NotPermittedError, match="Only a step"):
        does(bed.lead, actions.await_step, item=goal)
    assert Goal.objects.using(make.OWNER).filter(id=goal).exists()


def test_waiting_twice_is_waiting_once(bed: Bed) -> None:
    bed.shares()
    for _each in range(2):
        does(bed.school, actions.await_step, item=bed.step)
    assert Awaited.objects.using(make.OWNER).filter(account=bed.school).count() == 1
    assert Step.objects.using(make.OWNER).filter(id=bed.step).exists()


def test_a_morning_message_counts_the_steps_and_names_none(bed: Bed) -> None:
    bed.shares()
    does(bed.school, actions.await_step, item=bed.step)
    since = timezone.now() - timedelta(hours=20)

    def said() -> str:
        with worker_login(), acting(MORNING):
            return morning_line(bed.school.id, since)

    assert said() == ""
    bed.is_done()
    assert said() == "news of 1 step that you wait for"
    with worker_login(), acting(MORNING):
        assert morning_line(bed.lead.id, since) == ""
        assert morning_line(bed.school.id, timezone.now() + timedelta(days=2)) == ""
    PlanShare.objects.using(make.OWNER).update(taken_back_at=timezone.now())
    assert said() == ""
    PlanShare.objects.using(make.OWNER).update(taken_back_at=None)
    signed_in(bed.school).post(f"/plan/steps/{bed.step}/saw")
    assert said() == ""
