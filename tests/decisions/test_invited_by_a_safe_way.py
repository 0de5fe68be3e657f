"""No invitation goes where its reader said that others look, or that it is not safe; the coordinator learns no reason."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.access.family_accounts.actions import ask_in_private
from kith.access.models.own_page import SeenBy
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.decisions.actions import invite
from kith.decisions.models import RiskTold
from kith.people.models import ContactPoint
from kith.story.models import Passage
from tests.access.tries import reads
from tests.decisions.world import AT, World
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
REFUSED = "They said that this is not a safe way to reach them. Choose another way."


def tried_by(world: World, way: str) -> str:
    by = make.actor(world.coordinator)
    try:
        with acting(by):
            invite(
                by=by, person=world.n_mum.id, way=way, at=AT, on=timezone.localdate(), prepared=True, how_prepared="Rang."
            )  # fmt: skip
    except NotPermittedError as error:
        return str(error)
    return ""


def says_who_sees_it(world: World, *, post: SeenBy) -> None:
    by = make.actor(world.lead)
    with acting(by):
        ask_in_private(
            by=by, person=world.mum.id, asked_on=timezone.localdate(), where_asked="At the surgery.", alone=True,
            words="He opens all that comes.", phone=SeenBy.ALONE, email=SeenBy.ALONE, post=post,
        )  # fmt: skip


def test_a_letter_to_a_house_where_others_open_it_is_refused_and_a_text_goes() -> None:
    world = World()
    says_who_sees_it(world, post=SeenBy.OTHERS)
    assert tried_by(world, "letter") == REFUSED
    assert tried_by(world, "text") == ""


def test_before_anybody_was_asked_and_once_it_is_safe_it_goes() -> None:
    world = World()
    assert tried_by(world, "letter") == ""
    says_who_sees_it(world, post=SeenBy.ALONE)
    assert tried_by(world, "letter") == ""


def test_a_no_on_their_own_page_holds_at_once() -> None:
    world = World()
    assert signed_in(world.parent).post("/my/safe-contact/", {"text": "no"}).status_code == 302
    assert tried_by(world, "text") == REFUSED
    assert [tried_by(world, way) for way in ("letter", "email", "in_person", "page")] == [""] * 4


def test_where_every_number_of_theirs_is_unsafe_no_text_goes_there() -> None:
    world = World()
    points = [
        ContactPoint.objects.using(make.OWNER).create(
            person=world.mum,
            channel="text",
            value=f"07700 90000{each}",
            safety="unsafe",
            during=make.always(),
        )
        for each in range(2)
    ]
    assert tried_by(world, "text") == REFUSED
    ContactPoint.objects.using(make.OWNER).filter(id=points[0].id).update(safety="safe")
    assert tried_by(world, "text") == ""


def test_what_went_all_the_same_is_written_down_and_their_workers_are_told_at_once() -> None:
    world = World()
    says_who_sees_it(world, post=SeenBy.OTHERS)
    by = make.actor(world.coordinator)
    with acting(by):
        made = invite(
            by=by, person=world.n_mum.id, way="letter", at=AT, on=timezone.localdate(), prepared=True,
            how_prepared="Rang.", went_already=True,
        )  # fmt: skip
    assert made.way == "letter"
    risk = RiskTold.objects.using(make.OWNER).get()
    with acting(make.actor(world.lead)):
        told = Passage.objects.get(event=risk.told_id).text
    assert "was invited by a letter, and had said that this is not a safe way" in told
    assert "Somebody may be at risk" in words_of(signed_in(world.lead).get("/"))
    for account in (world.ex, world.parent, world.gran):
        assert "at risk" not in words_of(signed_in(account).get("/my/"))


def test_where_the_way_is_safe_nothing_is_told_whatever_was_ticked() -> None:
    world = World()
    by = make.actor(world.coordinator)
    with acting(by):
        invite(
            by=by, person=world.n_mum.id, way="letter", at=AT, on=timezone.localdate(), prepared=True,
            how_prepared="Rang.", went_already=True,
        )  # fmt: skip
    assert RiskTold.objects.using(make.OWNER).count() == 0


def test_another_coordinator_learns_nothing_of_it() -> None:
    world = World()
    says_who_sees_it(world, post=SeenBy.OTHERS)
    asked = "SELECT decisions_way_not_safe(%s, 'letter')"
    assert reads(world.other_coordinator, asked, [world.n_mum.id]) == [(False,)]
    assert reads(world.coordinator, asked, [world.n_mum.id]) == [(True,)]


def test_the_page_says_it_and_keeps_what_was_typed() -> None:
    world = World()
    says_who_sees_it(world, post=SeenBy.OTHERS)
    address = f"/meetings/{world.n_mum.meeting_id}/people/{world.n_mum.id}/invite/"
    given = {
        "way": "letter", "day_day": "3", "day_month": "12", "day_year": "2026", "at": "14:00", "words": "Bring the dog.",
        "place": "", "language": "", "prepared": "yes", "how_prepared": "Rang.", "do": "look",
    }  # fmt: skip
    page = signed_in(world.coordinator).post(address, given).content.decode()
    assert REFUSED in page
    assert "Bring the dog." in page
    assert "He opens all that comes." not in page
    assert "Did it go already, by this way?" in page
    client = signed_in(world.coordinator)
    answer = client.post(address, given | {"went": "yes", "do": "send"})
    assert answer.status_code == 302
    assert "Did it go already" not in client.get(address).content.decode()


def test_a_way_that_is_none_is_refused_as_its_field() -> None:
    world = World()
    address = f"/meetings/{world.n_mum.meeting_id}/people/{world.n_mum.id}/invite/"
    for way in ("let\x00ter", "pigeon", ""):
        answer = signed_in(world.coordinator).post(
            address, {"way": way, "words": "Bring the dog.", "do": "look"}
        )
        assert answer.status_code == 200
        assert "Bring the dog." in answer.content.decode()
