"""A reason lasts a day: no manager turns it into work of their own, nor takes a child from another team by it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from kith.access.actions.reasons import give_reason
from kith.access.allocating import actions
from kith.access.models import Account, Involvement
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.models import Person
from tests.access.looking_back import days_ago, looked
from tests.access.tries import reads, tries
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
INSERT = (
    "INSERT INTO access_involvement (id, recorded_at, recorded_by, source, account_id, person_id, role, label_mask,"
    " during, reason_ended) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, %s, 'social_worker', 15,"
    " daterange(kith_today(), NULL), '')"
)


class Teams:
    """A child of the southern team; a manager of the northern one, who has a worker of their own."""

    def __init__(self) -> None:
        self.north, self.south = make.team("North"), make.team("South")
        self.manager = make.account("manager", in_team=self.north)
        self.worker = make.account("lead", in_team=self.north, display_name="Sam Hill")
        self.lead = make.account("lead", in_team=self.south)
        self.child = make.person("Ada", "Moss")
        self.held = make.involved(self.lead, self.child)

    def opens(self, child: Person) -> None:
        with acting(make.actor(self.manager)):
            give_reason(by=make.actor(self.manager), person=child.id, kind="cover", text="Curious.")

    def begins(self, child: Person, account: Account, role: str = "social_worker") -> list[Involvement]:
        with acting(make.actor(self.manager)):
            return actions.begin_work(
                by=make.actor(self.manager),
                persons=[child.id],
                account=account.id,
                role=role,
                on=timezone.localdate(),
            )


@pytest.fixture
def teams() -> Teams:
    return Teams()


def inserted(by: Account, account: UUID, child: Person) -> bool:
    return tries(by, INSERT, [by.id, account, child.id])


def test_nobody_gives_themselves_work(teams: Teams) -> None:
    own = make.person("Bo")
    make.involved(teams.worker, own)
    teams.opens(teams.child)
    for child in (teams.child, own, make.person("Cy")):
        assert not inserted(teams.manager, teams.manager.id, child)
    with pytest.raises(NotPermittedError, match="themselves"):
        teams.begins(own, teams.manager)
    with acting(make.actor(teams.manager)), pytest.raises(NotPermittedError, match="themselves"):
        actions.hand_over(
            by=make.actor(teams.manager),
            persons=[own.id],
            involvements=[Involvement.objects.using(make.OWNER).get(person=own).id],
            to=teams.manager.id,
            on=timezone.localdate() + timedelta(days=1),
            reason="x",
        )
    work = Involvement.objects.using(make.OWNER).get(person=own)
    assert not tries(
        teams.manager,
        "UPDATE access_involvement SET account_id = %s WHERE id = %s",
        [teams.manager.id, work.id],
    )


def test_a_reason_opens_another_teams_child_and_no_more(teams: Teams) -> None:
    teams.opens(teams.child)
    with pytest.raises(NotPermittedError, match="by a reason alone"):
        teams.begins(teams.child, teams.worker)
    assert not inserted(teams.manager, teams.worker.id, teams.child)
    page = f"/people/{teams.child.id}/workers/add/?worker={teams.worker.id}"
    today = timezone.localdate()
    given = {"role": "social_worker", "on_day": today.day, "on_month": today.month, "on_year": today.year}
    answer = signed_in(teams.manager).post(page, {**given, "concern": "no"})
    assert "open to you by a reason alone" in words_of(answer)
    # Nor by ending what the other team does first.
    assert reads(teams.manager, "SELECT access_end_work(%s, kith_today(), 'x')", [teams.held.id]) == [
        (False,)
    ]
    assert Involvement.objects.using(make.OWNER).filter(person=teams.child).count() == 1


def test_somebody_referred_comes_to_a_worker_by_a_reason(teams: Teams) -> None:
    new = make.person("Dee")
    make.involved(make.account("front_door"), new, role="screener")
    make.involved(make.account("health"), new, role="health")
    teams.opens(new)
    assert teams.begins(new, teams.worker, "lead_practitioner")
    # From then on it is the team's own.
    assert teams.begins(new, make.account("social_worker", in_team=teams.north))


def test_whose_worker_has_gone_comes_to_another(teams: Teams) -> None:
    Account.objects.using(make.OWNER).filter(pk=teams.lead.pk).update(is_active=False)
    teams.opens(teams.child)
    assert teams.begins(teams.child, teams.worker)


def test_the_teams_own_child_is_allocated_as_before(teams: Teams) -> None:
    own, family_child = make.person("Eve"), make.person("Fay")
    make.involved(teams.worker, own)
    assert teams.begins(own, make.account("social_worker", in_team=teams.south))
    house = make.family(family_child)
    Involvement.objects.using(make.OWNER).create(
        account=teams.worker, family=house, role="lead_practitioner", label_mask=15, during=make.always()
    )
    with acting(make.actor(teams.manager)):
        assert actions.begin_work(
            by=make.actor(teams.manager),
            persons=[family_child.id],
            family=house.id,
            account=make.account("social_worker", in_team=teams.north).id,
            role="social_worker",
            on=timezone.localdate(),
        )


def test_a_manager_is_not_offered_to_themselves(teams: Teams) -> None:
    own = make.person("Gil")
    make.involved(teams.worker, own)
    found = signed_in(teams.manager).get(f"/people/{own.id}/workers/add/?q={teams.manager.display_name}")
    assert f"worker={teams.manager.id}" not in found.content.decode()


def test_work_that_somebody_gave_themselves_is_no_allocation_to_the_auditor(teams: Teams) -> None:
    other = make.account("lead", in_team=teams.south)
    make.involved(other, teams.child, role="social_worker", recorded_by=other.id)
    for who in (other, teams.lead):
        looked(who, teams.child, days_ago(1))
    odd = reads(
        make.account("auditor"),
        "SELECT actor FROM access_odd_looks(now() - interval '7 days', now()) WHERE no_allocation",
    )
    assert odd == [(other.id,)]
