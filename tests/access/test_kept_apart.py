"""From the moment that somebody is kept apart: signed out, links dead, and a list of what they have, to take back."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kith.access.apart import given_to, take_back_from_kept_apart
from kith.access.models import Account, CalendarFeed, Release
from kith.access.reminders.actions import make_calendar
from kith.access.sign_in.first import first_link
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.actions import rule_who_may_know
from kith.people.models import MayKnow
from tests.decisions.world import World
from tests.plan.street import Street
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def street() -> Street:
    return Street()


def keep_apart(street: Street, *, may: bool = False) -> None:
    with acting(make.actor(street.lead)):
        rule_who_may_know(
            by=make.actor(street.lead),
            person=street.mum.id,
            other=street.dad.id,
            may=may,
            reason="He hurt her.",
            from_on=timezone.localdate(),
        )


def shared(street: Street, words: str = "Dad rings first.") -> Release:
    line = street.goal(street.plan(), words)
    street.released_by_a_fault(line.id, street.dad)
    return Release.objects.using(make.OWNER).get(item=line.id)


def test_being_kept_apart_ends_their_sign_ins_and_nobody_elses(street: Street) -> None:
    his, hers = signed_in(street.father), signed_in(street.mother)
    keep_apart(street, may=True)
    assert his.get("/my/").status_code == 200
    keep_apart(street)
    assert his.get("/my/").headers["Location"] == "/sign-in?next=/my/"
    assert hers.get("/my/").status_code == 200
    assert (
        signed_in(Account.objects.using(make.OWNER).get(id=street.father.id)).get("/my/").status_code == 200
    )


def test_being_kept_apart_kills_a_first_link(street: Street) -> None:
    link = first_link(street.father)
    assert Client().get(link).status_code == 200
    keep_apart(street)
    assert Client().get(link).status_code == 410


def test_the_worker_who_decides_it_is_shown_what_they_have_and_takes_it_back(street: Street) -> None:
    release = shared(street)
    make.tied(street.mum, street.dad, "partner")
    worker = signed_in(street.lead)
    form = {
        "other": str(street.dad.id),
        "may": "no",
        "reason": "He hurt her.",
        "came_from": "She told her worker on 2 November.",
        "from_on_day": "1",
        "from_on_month": "11",
    }
    answer = worker.post(f"/people/{street.mum.id}/about/who-may-know/", form | {"from_on_year": "2026"})
    assert answer.headers["Location"] == f"/people/{street.mum.id}/kept-apart/"
    page = words_of(worker.get(f"/people/{street.mum.id}/kept-apart/"))
    assert "Dad rings first." in page
    assert "Dad rings first." in words_of(_his(street).get("/my/plan/"))
    press = {"other": str(street.dad.id), "release": str(release.id)}
    assert worker.post(f"/people/{street.mum.id}/kept-apart/take-back/", press).status_code == 302
    assert "Dad rings first." not in words_of(_his(street).get("/my/plan/"))
    assert "Nothing is released to them now." in words_of(worker.get(f"/people/{street.mum.id}/kept-apart/"))
    assert worker.post(f"/people/{street.mum.id}/kept-apart/take-back/", press).status_code == 404


def _his(street: Street):  # type: ignore[no-untyped-def]
    return signed_in(Account.objects.using(make.OWNER).get(id=street.father.id))


def test_what_they_have_is_told_only_of_somebody_kept_apart_and_to_who_holds_the_person(
    street: Street,
) -> None:
    release = shared(street)
    with acting(make.actor(street.lead)):
        assert given_to(street.mum.id, street.dad.id) == []
    keep_apart(street)
    with acting(make.actor(street.lead)):
        assert [each.release for each in given_to(street.mum.id, street.dad.id)] == [release.id]
    for other in (make.account("lead"), street.mother, street.father):
        with acting(make.actor(other)):
            assert given_to(street.mum.id, street.dad.id) == []
        with acting(make.actor(other)), pytest.raises(NotPermittedError):
            take_back_from_kept_apart(
                by=make.actor(other), person=street.mum.id, other=street.dad.id, release=release.id
            )
    assert not MayKnow.objects.using(make.OWNER).filter(may=True).exists()


def test_it_is_taken_back_whoever_released_it_and_the_fathers_story_does_not_say_so(street: Street) -> None:
    """The worker of the other household holds the mother alone."""
    release = shared(street)
    keep_apart(street)
    other = make.account("social_worker")
    make.involved(other, street.mum)
    with acting(make.actor(other)):
        take_back_from_kept_apart(
            by=make.actor(other), person=street.mum.id, other=street.dad.id, release=release.id
        )
    assert Release.objects.using(make.OWNER).get(id=release.id).withdrawn_at is not None
    assert "taken back" not in words_of(signed_in(street.lead).get(f"/people/{street.dad.id}/story/"))


PAGES = (
    "/my/",
    "/my/plan/",
    "/my/story/",
    "/my/meetings/",
    "/my/by-when/",
    "/my/looked/",
    "/my/words/",
    "/my/advice/",
)
_PASSING = re.compile(rb'name="(csrfmiddlewaretoken|finishing|sending|draft|state)" value="[^"]*"')


def his_pages(street: Street) -> dict[str, bytes]:
    client = _his(street)
    return {page: _PASSING.sub(b"", client.get(page).content) for page in PAGES}


def test_no_page_of_theirs_shows_by_a_byte_that_they_are_kept_apart(street: Street) -> None:
    shared(street)
    before = his_pages(street)
    assert b"Dad rings first." in before["/my/plan/"]
    keep_apart(street)
    assert his_pages(street) == before


def test_an_invitation_and_its_calendar_entry_are_listed_and_once_taken_back_their_links_are_dead() -> None:
    world = World()
    invitation = world.invite(world.n_dad, place="the library room", at=timezone.now() + timedelta(days=9))
    links = (
        f"/my/meetings/{invitation.id}/",
        f"/my/meetings/{invitation.id}/calendar",
        f"/my/meetings/{world.meeting.id}/thoughts/",
    )
    his = signed_in(world.ex)
    assert [his.get(link).status_code for link in links[:2]] == [200, 200]
    worker = signed_in(world.lead)
    with acting(make.actor(world.lead)):
        rule_who_may_know(
            by=make.actor(world.lead), person=world.mum.id, other=world.dad.id, may=False, reason="He hurt her.",
            from_on=timezone.localdate(),
        )  # fmt: skip
    # What he left open asks him to sign in again.
    assert [his.get(link).status_code for link in links] == [302, 302, 302]
    page = words_of(worker.get(f"/people/{world.mum.id}/kept-apart/"))
    assert "A family meeting" in page
    assert "If it was also posted or said, that cannot be called back." in page
    release = Release.objects.using(make.OWNER).get(item=invitation.id)
    press = {"other": str(world.dad.id), "release": str(release.id)}
    assert worker.post(f"/people/{world.mum.id}/kept-apart/take-back/", press).status_code == 302
    his = signed_in(Account.objects.using(make.OWNER).get(id=world.ex.id))
    assert [his.get(link).status_code for link in links] == [404, 404, 404]
    assert "library" not in words_of(his.get("/my/meetings/"))


def test_no_family_account_has_a_calendar_that_runs_on_by_a_secret(street: Street) -> None:
    for account in (street.father, street.mother):
        with acting(make.actor(account)), pytest.raises(NotPermittedError):
            make_calendar(by=make.actor(account))
    assert not CalendarFeed.objects.using(make.OWNER).exists()
