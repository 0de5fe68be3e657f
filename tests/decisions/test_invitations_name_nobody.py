"""An invitation to somebody who is kept apart names nothing of those they are kept apart from."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.decisions.actions import invite
from kith.decisions.models import Invitation
from kith.people.models import MayKnow
from tests.access.tries import tries
from tests.decisions.world import AT, DAY, World, save
from tests.support import make

pytestmark = pytest.mark.database


def asks(world: World, words: str, *, place: str = "") -> str:
    by = make.actor(world.coordinator)
    facts = {"way": "page", "at": AT, "on": timezone.localdate(), "prepared": True, "how_prepared": "Rang."}
    try:
        with acting(by):
            invite(by=by, person=world.n_dad.id, words=words, place=place, **facts)
    except NotPermittedError as error:
        return str(error)
    return ""


def test_the_coordinator_is_told_what_an_invitation_would_give_away() -> None:
    world = World()
    theirs = make.account("social_worker", display_name="Morwen Tully")
    make.involved(theirs, world.mum)
    assert asks(world, "Ask Morwen about the time.") == ""
    MayKnow.objects.using(make.OWNER).create(
        person=world.mum, other=world.dad, may=False, reason="He hurt her.", during=make.always()
    )
    assert "“Morwen”" in asks(world, "Ask Morwen about the time.")
    assert asks(world, "Ask me about the time.") == ""


def test_the_database_releases_no_invitation_that_names_them() -> None:
    world = World()
    make.involved(make.account("social_worker", display_name="Morwen Tully"), world.mum)
    MayKnow.objects.using(make.OWNER).create(
        person=world.mum, other=world.dad, may=False, reason="He hurt her.", during=make.always()
    )
    let = []
    for words in ("Ask Morwen.", "Ask me."):
        made = save(Invitation, network=world.n_dad, way="page", come_at=AT, words=words, sent_on=DAY)
        let.append(
            tries(
                world.coordinator,
                "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared,"
                " how_prepared, released_at) VALUES"
                " (gen_random_uuid(), now(), %s, 'worker', %s, 'meeting', %s, true, 'x', now())",
                [world.coordinator.id, world.dad.id, made.id],
            )
        )
    assert let == [False, True]
