"""The pages of a child in care at both doors: what they say and to whom, what is typed stays, and how little they ask."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.care import actions
from kith.care.actions import asking, living, reviewing
from kith.care.models import Ask, ReviewPlanned, Slept, Stay
from kith.care.steps import STEPS
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.care.test_asking_and_reviews import young_person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def parts(name: str, day: Any) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def test_one_page_says_it_all_and_asks_little() -> None:
    child, worker = child_and_worker()
    came(
        worker,
        child,
        days_ago(90),
        place=actions.Place(called="The Marshes", lines="5 Low Row", postcode="KH1 1AD"),
    )
    doing(
        worker,
        actions.slept_elsewhere,
        person=child.id,
        first_on=days_ago(3),
        unlawful=["no_home"],
        where="The office",
    )
    doing(worker, living.about_me, person=child.id, topic="know", said="I like to be called Rob.")
    client = signed_in(worker)
    here = f"/people/{child.id}/in-care/"
    client.get(here)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        said = words_of(client.get(here))
    assert len(asked) <= 20
    for words in (
        "With foster carers",
        "The Marshes",
        "5 Low Row",
        "no home at all",
        "The office",
        "I like to be called Rob",
    ):
        assert words in said
    blind = make.account("lead")
    make.involved(blind, child, label_mask=1)
    seen = words_of(signed_in(blind).get(here))
    assert "With foster carers" in seen
    for hidden in ("The Marshes", "5 Low Row", "KH1", "The office"):
        assert hidden not in seen


def test_every_step_opens_and_one_that_is_none_is_not_there() -> None:
    child, worker = child_and_worker()
    client = signed_in(worker)
    for name, step in STEPS.items():
        if step.of is None:
            assert client.get(f"/people/{child.id}/in-care/{name}/").status_code == 200, name
        else:
            assert client.get(f"/people/{child.id}/in-care/{name}/").status_code == 404, name
            assert client.get(f"/people/{child.id}/in-care/{name}/{child.id}/").status_code == 404, name
    assert client.get(f"/people/{child.id}/in-care/nothing/").status_code == 404


def test_what_cannot_be_comes_back_beside_its_field_with_all_that_was_typed() -> None:
    child, worker = child_and_worker()
    client = signed_in(worker)
    here = f"/people/{child.id}/in-care/came/"
    typed = parts("on", days_ago(5)) | {
        "law": "V2", "decided_by": "Ruth Hart", "decided_as": "nominated", "kind": "U6", "called": "Nan’s",
        "postcode": "KH1 1AD",
    }  # fmt: skip
    again = client.post(here, typed)
    assert again.status_code == 200
    assert "Say why" in words_of(again)
    assert "Nan’s" in again.content.decode()
    assert client.post(here, typed | {"tonight": "on"}).status_code == 302
    move = f"/people/{child.id}/in-care/move/"
    twice = client.post(
        move, parts("on", days_ago(9)) | {"kind": "K2", "goes_on": "new", "planned": "unknown"}
    )
    assert "correct it first" in words_of(twice)
    odd = client.post(move, parts("on", days_ago(1)) | {"kind": "K9", "goes_on": "new", "planned": "unknown"})
    assert odd.status_code == 200
    assert Stay.objects.using(make.OWNER).filter(person=child).count() == 1


def test_a_choice_that_the_law_refuses_is_saved_all_the_same_by_the_form_and_told() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(5))
    client = signed_in(worker)
    typed = parts("first_on", days_ago(0)) | {"where": "Hotel", "unlawful": ["no_home"]}
    sent = client.post(f"/people/{child.id}/in-care/slept/", typed)
    assert sent.status_code == 302
    assert Slept.objects.using(make.OWNER).get(person=child).unlawful == ["no_home"]
    sent = client.post(
        f"/people/{child.id}/in-care/move/",
        parts("on", days_ago(0))
        | {"kind": "K3", "goes_on": "new", "planned": "false", "unlawful": ["registered"]},
    )
    assert sent.status_code == 302
    assert "should not be" in words_of(client.get(f"/people/{child.id}/in-care/"))
    told = words_of(signed_in(make.account("director")).get("/"))
    assert "they are under 16" in told


def test_an_ask_is_on_today_until_it_is_answered_and_its_answer_on_their_page() -> None:
    child, worker = child_and_worker()
    theirs = young_person(child)
    mine, client = signed_in(theirs), signed_in(worker)
    assert mine.post("/my/asks/new/", {"matter": "sleepover", "said": "At Mia’s"}).status_code == 302
    page = words_of(mine.get("/my/asks/"))
    assert "You get an answer by" in page
    today = client.get("/")
    assert "Robin Example asks: Sleep at a friend’s" in words_of(today)
    ask = Ask.objects.using(make.OWNER).get()
    there = f"/people/{child.id}/in-care/answer/{ask.id}/"
    assert there in today.content.decode()
    assert "At Mia’s" in words_of(client.get(there))
    client.post(there, {"answer": "yes_if", "reason": "Ring Nan at nine.", "answered_by": "Ruth Hart"})
    assert "asks: Sleep" not in words_of(client.get("/"))
    page = words_of(mine.get("/my/asks/"))
    assert "Yes, if . Ring Nan at nine. Ruth Hart decided." in page
    assert mine.post(f"/my/asks/{ask.id}/", {"said": "Nan sleeps at nine."}).status_code == 302
    assert "says that an answer is unfair" in words_of(client.get("/"))


def test_a_review_is_on_their_page_once_they_were_told_in_the_words_written_to_them() -> None:
    child, worker = child_and_worker()
    theirs = young_person(child)
    mine = signed_in(theirs)
    before = mine.get("/my/review/").content
    planned = doing(worker, reviewing.plan_review, person=child.id, planned_for=days_ago(-9), chairs="child")
    strip = mine.get("/my/review/").content
    assert "2026" not in words_of(mine.get("/my/review/")).replace("Kith", "")
    assert len(strip) == len(before)
    doing(
        worker,
        reviewing.tell_of_review,
        review=planned,
        on=days_ago(0),
        planned_for=days_ago(-9),
        chairs="child",
    )
    assert "Who leads it: me" in words_of(mine.get("/my/review/"))
    doing(
        worker, reviewing.hold_review, review=planned, held_on=days_ago(0), participation="PN1",
        decided="Staff words alone.", for_child="You see Nan on Sundays.",
    )  # fmt: skip
    page = words_of(mine.get("/my/review/"))
    assert "You see Nan on Sundays." in page
    assert "Staff words" not in page
    assert ReviewPlanned.objects.using(make.OWNER).get().review_id


@pytest.mark.parametrize("page", ["asks/", "asks/new/", "review/", "about/", "about/know/", "memories/"])
def test_their_pages_are_neutral_ask_little_and_tell_nobody_else_anything(page: str) -> None:
    child, worker = child_and_worker()
    doing(worker, living.about_me, person=child.id, topic="know", said="SECRET-A")
    doing(worker, living.keep_memory, person=child.id, title="SECRET-B")
    doing(young_person(child), asking.ask, matter="haircut", said="SECRET-C")
    other, _ = child_and_worker()
    ex = make.account("parent")
    make.door(ex, child, capacity="parent")
    for account in (young_person(other), ex):
        client = signed_in(account)
        client.get(f"/my/{page}")
        with CaptureQueriesContext(connection) as asked:
            found = client.get(f"/my/{page}")
        assert len(asked) <= 20
        body = found.content.decode()
        assert "SECRET" not in body
        assert "<title>My page" in body


def test_a_time_in_care_that_a_return_told_stands_there_and_goes_on_with_the_first_change() -> None:
    from datetime import date

    from psycopg.types.range import DateRange

    from kith.care.models import Episode

    child, worker = child_and_worker()
    first, last = date(2025, 1, 3), date(2025, 4, 1)
    for began, ended, law in ((first, last, "C1"), (last, None, "C2")):
        Episode.objects.using(make.OWNER).create(
            person=child, started_on=began, ceased_on=ended, during=DateRange(began, ended, "[)"), legal_status=law,
            placement_type="U6", reason_new_episode="S" if ended else "L", reason_ceased="X1" if ended else "",
            same_home_as_before=None if ended else True, source="ssda903",
        )  # fmt: skip
    client = signed_in(worker)
    said = words_of(client.get(f"/people/{child.id}/in-care/"))
    assert "With foster carers 3 January 2025 to now" in said
    assert "An interim care order 3 January 2025 to 1 April 2025" in said
    doing(worker, actions.move, person=child.id, on=days_ago(2), kind="U4", why_moved="CARPL")
    said = words_of(client.get(f"/people/{child.id}/in-care/"))
    assert "With foster carers, to stay until 18" in said
    row = Episode.objects.using(make.OWNER).filter(person=child).order_by("started_on").last()
    assert row is not None
    refused = client.post(
        f"/people/{child.id}/facts/care_episode/{row.id}/",
        parts("started_on", days_ago(9)) | {"legal_status": "J1"},
    )
    assert "Put that right under “In care”" in words_of(refused)
