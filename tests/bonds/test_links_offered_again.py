"""Lifelong Links is offered again at each review, and its page is looked at through the young person's eyes."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import override_settings

from kith.bonds import actions
from kith.bonds.models import LinksJourney
from kith.care.models import Review
from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.law.due import obligations
from kith.law.settings.actions import switch_promise
from kith.returns.models import LoadedFile
from tests.bonds.home import ago, ahead, sleeps, today
from tests.bonds.test_lifelong_links import FOUND, Links
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def links(kith_database: None) -> Links:
    return Links()


def test_seen_as_the_young_person_will_see_it_nothing_is_pressed(links: Links) -> None:
    links.does(actions.draw_link, by=links.young, when="before", name="Nan", closeness=1)
    links.looks()
    links.does(actions.link_found, link=links.coach, found=FOUND)
    page = words_of(signed_in(links.lead).get(f"/people/{links.child.id}/see-as/{links.young.id}/people/"))
    for said in ("People who matter to me", "Coach Ray", "We are looking into it", "Nan"):
        assert said in page
    assert "Hollins FC" not in page
    assert "Take out" not in page


@override_settings(LIVE_FROM=date(2026, 1, 1))
def test_it_is_offered_again_at_each_review_until_the_child_says_yes(links: Links) -> None:
    LoadedFile.objects.using(make.OWNER).create(
        run=uuid4(), name="kith demo", kind="demo", collection_year="2025-26"
    )
    director = make.account("director")
    links.does(switch_promise, by=director, duty="LL-02", on=True, from_day=today(), reason="Voted in March.")
    for one in (links.child, links.brother):
        sleeps(one, ago(200))
        Review.objects.using(make.OWNER).create(person=one, reviewed_on=today())

    def asked(person: Any) -> list[Any]:
        with acting(make.actor(links.lead)):
            return [each for each in obligations([person.id]) if each.duty == "LL-02"]

    # Ada said yes, and it runs; Ben is to be asked again.
    assert [each.met for each in asked(links.child)] == [today()]
    assert [each.met for each in asked(links.brother)] == [None]
    his = links.does(actions.offer_links, child=links.brother.id, offered_on=ago(60), how="In the car.")
    links.does(actions.links_answered, journey=his, answer="no", answered_on=ago(60))
    assert [each.met for each in asked(links.brother)] == [None]
    page = f"/people/{links.brother.id}/lifelong-links/"
    client = signed_in(links.lead)
    assert "It was offered again" in words_of(client.get(page))
    day = {f"offered_on_{part}": str(getattr(today(), part)) for part in ("day", "month", "year")}
    assert client.post(f"{page}again/{his}/", {"how": "At his review.", **day}).status_code == 302
    assert [each.met for each in asked(links.brother)] == [today()]
    # His no stays with the offer to which he said it.
    before = LinksJourney.objects.using(make.OWNER).get(id=his)
    assert (before.answer, before.ended_on) == ("no", today())
    with pytest.raises(CannotBeError, match="runs already"):
        links.does(actions.offer_links_again, journey=links.journey, offered_on=today(), how="x")


def test_a_not_now_is_on_today_from_the_day_on_which_it_is_asked_again(links: Links) -> None:
    links.does(
        actions.links_answered,
        journey=links.journey,
        answer="not_now",
        answered_on=ago(5),
        ask_again_on=ahead(3),
    )
    says = "Lifelong Links again"
    assert says not in words_of(signed_in(links.lead).get("/"))
    LinksJourney.objects.using(make.OWNER).filter(id=links.journey).update(ask_again_on=today())
    assert says in words_of(signed_in(links.lead).get("/"))
