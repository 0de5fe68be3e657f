"""Ids of others' invitations, offers, plans and requests, sent by hand: answered as ids that are nothing at all."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from kith.access.models import Account
from kith.decisions.models import Feedback, InvitationAnswer, OfferAnswer
from tests.decisions.test_pages_of_meetings import LATER
from tests.decisions.world import World
from tests.help.asked import asked
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
DRAWN = re.compile(r'(?:value|nonce)="[^"]*"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}')
SAYS = {
    "answer": "yes",
    "says": "no",
    "words": "mine",
    "say_before": "x",
    "asks_for": "x",
    "score": "1",
    "yes": "yes",
}


def answers(client: Client, address: str) -> list[tuple[int, str, str]]:
    """What comes back when it is asked for, and when a form is sent to it."""
    both = (client.get(address), client.post(address, SAYS))
    return [
        (each.status_code, DRAWN.sub("", each.get("Location", "")), DRAWN.sub("", each.content.decode()))
        for each in both
    ]


def test_anothers_id_is_answered_as_an_id_of_nothing() -> None:
    world = World()
    world.prepare()
    theirs = world.invite(world.n_mum, at=LATER)
    world.release(world.offer.id, world.mum)
    plan, lines = world.plan("Nan Nora comes on Fridays.")
    for item in (plan.id, lines[0].id):
        world.release(item, world.mum)
    request = asked()
    things: list[tuple[str, UUID]] = [
        ("/my/meetings/{}/", theirs.id), ("/my/meetings/{}/calendar", theirs.id),
        ("/my/meetings/offers/{}/", world.offer.id), ("/my/meetings/{}/thoughts/", world.meeting.id),
        ("/my/plan/{}/", lines[0].id), ("/meetings/{}/", world.meeting.id),
        ("/help/requests/{}/", request), (f"/people/{world.child.id}/family-meeting/{{}}/answer/", world.offer.id),
    ]  # fmt: skip
    partner, school = make.account("partner"), make.account("school")
    make.involved(partner, world.dad, role="partner")
    make.involved(school, world.child, role="partner")
    accounts: tuple[Account | None, ...] = (
        world.ex, partner, school, world.other_coordinator, make.account("analyst"), make.account("lead"), None,
    )  # fmt: skip
    nothing = uuid4()
    for account in accounts:
        client = signed_in(account) if account else Client()
        for pattern, real in things:
            found, none = (answers(client, pattern.format(each)) for each in (real, nothing))
            assert found == none, (account and account.role, pattern)
    for model in (InvitationAnswer, OfferAnswer, Feedback):
        assert model.objects.using(make.OWNER).count() == 0
