"""What was typed for something that was closed meanwhile comes back with the answer, the same for every id."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.decisions.world import World
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


def test_what_was_typed_for_a_meeting_that_has_ended_is_shown_back() -> None:
    world = World()
    client = signed_in(world.coordinator)
    type(world.meeting).objects.using(make.OWNER).update(closed_on="2026-11-03", why_closed="Ended.")
    answer = client.post(f"/meetings/{world.meeting.id}/close/", {"why": "They made their own plan."})
    assert answer.status_code == 409
    assert "They made their own plan." in answer.content.decode()
    for other in (world.meeting.id, uuid4()):
        assert client.get(f"/meetings/{other}/close/").status_code == 404


def test_it_says_the_same_of_anothers_meeting_and_of_none_and_nothing_to_who_coordinates_none() -> None:
    world = World()
    client = signed_in(world.other_coordinator)
    said = [
        client.post(f"/meetings/{each}/close/", {"why": "Words of mine."})
        for each in (world.meeting.id, uuid4())
    ]
    assert [each.status_code for each in said] == [409, 409]
    bodies = {each.content.decode().split("<main")[1] for each in said}
    assert len(bodies) == 1
    lead = signed_in(world.lead)
    assert lead.post(f"/meetings/{world.meeting.id}/close/", {"why": "Words."}).status_code == 404
