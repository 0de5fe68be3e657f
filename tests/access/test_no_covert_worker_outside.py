"""Who may not see a concern sees nobody and counts nothing that it brought: charity, school, meeting's coordinator."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.access.allocating import actions
from kith.access.models import Account, NotYetTold
from kith.core.acting import acting
from kith.people.models import Person
from kith.story.actions import write_note
from kith.story.marks import Marked
from tests.access.tries import reads
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def covert(child: Person, team: object) -> NotYetTold:
    """A protection worker whom an open concern brought."""
    concern = NotYetTold.objects.using(make.OWNER).create(
        persons=[child.id], reason="Police ask", since=timezone.now()
    )
    manager = make.account("manager", in_team=team)  # type: ignore[arg-type]
    jonah = make.account("protection", in_team=team, display_name="Jonah Reed")  # type: ignore[arg-type]
    with acting(make.actor(manager)):
        actions.begin_work(
            by=make.actor(manager),
            persons=[child.id],
            account=jonah.id,
            role="lead_protection",
            on=timezone.localdate(),
            concern=concern.id,
        )
    return concern


def counts(who: Account, child: Person) -> tuple[int, int, int, int]:
    return (
        len(reads(who, "SELECT id FROM access_involvement WHERE person_id = %s", [child.id])),
        len(reads(who, "SELECT pgh_id FROM access_involvementevent WHERE person_id = %s", [child.id])),
        len(reads(who, "SELECT id FROM story_about WHERE person_id = %s", [child.id])),
        len(reads(who, "SELECT e.id FROM story_event e")),
    )


@pytest.mark.parametrize("role", ["partner", "school", "coordinator"])
def test_outside_roles_see_no_trace_of_a_covert_worker(role: str) -> None:
    team, child = make.team("North"), make.person("Ada", "Moss")
    lead = make.account("lead", in_team=team, organisation=team.organisation, display_name="Rosa Lindqvist")
    make.involved(lead, child)
    # Of the same organisation: what it writes is open to them otherwise.
    outside = make.account(role, organisation=team.organisation)
    make.involved(outside, child, role="partner")
    client = signed_in(outside)
    before, page = counts(outside, child), words_of(client.get(f"/people/{child.id}/"))
    assert "Rosa Lindqvist" in page
    concern = covert(child, team)
    assert counts(outside, child) == before
    assert words_of(client.get(f"/people/{child.id}/")) == page
    assert "Jonah Reed" in words_of(signed_in(lead).get(f"/people/{child.id}/"))
    NotYetTold.objects.using(make.OWNER).filter(id=concern.id).update(
        ended_at=timezone.now(), ended_by=lead.id
    )
    assert "Jonah Reed" in words_of(client.get(f"/people/{child.id}/"))


def test_a_covert_outside_worker_sees_their_own_work() -> None:
    team, child = make.team("North"), make.person("Ada")
    lead = make.account("lead", in_team=team)
    make.involved(lead, child)
    concern = covert(child, team)
    school = make.account("school")
    make.involved(school, child, role="school", arises_from=concern)
    seen = reads(school, "SELECT account_id FROM access_involvement WHERE person_id = %s", [child.id])
    assert set(seen) == {(lead.id,), (school.id,)}


def test_outside_roles_still_write_and_read_their_own_notes() -> None:
    child, partner = make.person("Ada"), make.account("partner")
    make.involved(partner, child, role="partner")
    by = make.actor(partner)
    with acting(by):
        write_note(
            by=by, persons=[child.id], title="Lunch", text=[Marked("Well.")], happened_at=timezone.now()
        )
    assert counts(partner, child)[2:] == (1, 1)
