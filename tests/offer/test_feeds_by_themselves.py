"""Neighbours' feeds read at night: only what is near, what they dropped, and what fails again and again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from kith.offer.feeds.pages import FeedError
from kith.offer.models import Feed, Published, Service
from kith.offer.tasks import ASKER, read_feeds
from tests.offer.feed import pages_of, record, serving
from tests.offer.test_feeds import BY
from tests.offer.world import FAR, facts, officer, put
from tests.support import make
from tests.support.visit import signed_in
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def read(source: str, **more: Any) -> dict[str, Any]:
    from kith.offer.feeds.run import read_feed

    with worker_login():
        return read_feed(by=BY, name="Next County", source=source, **more)


def at_night() -> None:
    with worker_login():
        who = {"id": str(ASKER.id), "role": ASKER.role, "on_behalf_of": None, "request": str(uuid4())}
        read_feeds.run(actor=who, persons=[], ids={})


def days_pass(days: int) -> None:
    """All that was marked was marked so many days ago, and every feed's time has come."""
    back = timezone.localdate() - timedelta(days=days)
    Service.objects.using(make.OWNER).filter(dropped_on__isnull=False).update(dropped_on=back)
    Feed.objects.using(make.OWNER).filter(every_days__isnull=False).update(next_at=timezone.now())


def published() -> set[str]:
    return set(Published.objects.using(make.OWNER).values_list("name", flat=True))


def feed() -> Feed:
    return Feed.objects.using(make.OWNER).get()


def test_a_feed_is_read_by_itself_when_its_time_has_come() -> None:
    records = [record("Group A")]
    with serving(pages_of(records)) as address:
        read(address, every_days=7)
        assert timedelta(days=6) < feed().next_at - timezone.now() < timedelta(days=8)  # type: ignore[operator]
        records.append(record("Group B"))
    with serving(pages_of(records)) as address:
        Feed.objects.using(make.OWNER).update(address=address)
        at_night()
        assert published() == {"Group A"}, "its time has not come"
        days_pass(7)
        at_night()
    assert published() == {"Group A", "Group B"}


def test_one_that_is_read_by_hand_alone_is_left_alone() -> None:
    with serving(pages_of([record("Group A")])) as address:
        read(address)
        Published.objects.using(make.OWNER).all().delete()
        at_night()
    assert published() == set()


def test_only_what_is_near_to_us_is_taken() -> None:
    near = record("Near Group")
    far = record("Far Group")
    far["service_at_locations"][0]["location"]["addresses"][0]["postal_code"] = "NH20 1AA"
    nowhere = record("By telephone", service_at_locations=[])
    put(officer(), facts(places=(facts().places[0],)))
    # Little Hollow is some kilometres from Elm Hall.
    with serving(pages_of([near, far, nowhere])) as address:
        report = read(address, within_km=400)
        assert report["far"] >= 1
        assert "By telephone" not in published()
        kept = read(address, within_km=1)
    assert kept["far"] == 3, "nothing of theirs is within a kilometre"
    assert feed().within_km == 1


def test_their_own_places_make_nothing_near() -> None:
    with serving(pages_of([record("Near Group")])) as address:
        assert read(address, within_km=500)["far"] == 1, "we have no place of our own"
        put(officer(), facts(places=(FAR,)))
        assert read(address, within_km=1000)["far"] == 0


def test_what_a_feed_dropped_is_marked_then_withdrawn_and_shown_again_when_it_is_back() -> None:
    both = [record("Group A"), record("Group B")]
    with serving(pages_of(both)) as address:
        read(address)
    with serving(pages_of(both[:1])) as address:
        first = read(address)
        assert (first["dropped"], first["withdrawn"]) == (1, 0)
        assert published() == {"Group A", "Group B"}, "once may be a slip"
        assert read(address)["withdrawn"] == 0, "twice on one day is once"
        page = signed_in(officer()).get("/directory/keep/services/?state=dropped").content.decode()
        assert "Group B" in page
        assert "No longer in its directory since" in page
        days_pass(3)
        assert read(address)["withdrawn"] == 1
    assert published() == {"Group A"}
    assert (
        "Group B"
        not in Client().post("/directory/", {"text": "Group B"}).content.decode().split("Search again")[0]
    )
    with serving(pages_of(both)) as address:
        assert read(address)["back"] == 1
    assert published() == {"Group A", "Group B"}
    assert not Service.objects.using(make.OWNER).filter(dropped_on__isnull=False).exists()


def test_what_a_person_changed_here_is_marked_and_stays() -> None:
    both = [record("Group A"), record("Group B")]
    with serving(pages_of(both)) as address:
        read(address)
    Service.objects.using(make.OWNER).filter(name="Group B").update(digest="")
    with serving(pages_of(both[:1])) as address:
        read(address)
        days_pass(3)
        assert read(address)["withdrawn"] == 0
    assert "Group B" in published()


def test_half_a_reading_drops_nothing_nor_does_one_that_lost_most_of_it() -> None:
    many = [record(f"Group {number}") for number in range(14)]
    with serving(pages_of(many)) as address:
        read(address)
    whole = pages_of(many)

    def half(path: str, query: dict[str, str]) -> Any:
        return b'{"contents": [' if query.get("page") == "2" else whole(path, query)

    with serving(half) as address:
        assert read(address)["dropped"] == 0
    with serving(pages_of(many[:2])) as address:
        lost = read(address)
        assert lost["dropped"] == 0
        assert "12 of 14" in lost["stopped"]
        assert "12 of 14" in signed_in(officer()).get("/directory/keep/").content.decode()
        assert read(address, fewer=True)["dropped"] == 12


def test_a_record_that_breaks_the_standard_is_still_there() -> None:
    both = [record("Group A"), record("Group B")]
    with serving(pages_of(both)) as address:
        read(address)
    both[1] = record("Group B", minimum_age="young")
    with serving(pages_of(both)) as address:
        report = read(address)
    assert report["refused"]
    assert report["dropped"] == 0


def test_a_feed_that_fails_is_tried_after_twice_as_long_and_told_on_the_board() -> None:
    with serving(pages_of([record("Group A")])) as address:
        read(address, every_days=1)
    waits = []
    for _ in range(8):
        days_pass(0)
        at_night()
        waits.append(round((feed().next_at - timezone.now()).total_seconds() / 86400))  # type: ignore[operator]
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    board = signed_in(officer()).get("/directory/keep/").content.decode()
    assert "8 times in a row: ask whoever runs it." in board
    assert published() == {"Group A"}, "what it had stays"
    with serving(pages_of([record("Group A")])) as address:
        Feed.objects.using(make.OWNER).update(address=address, next_at=timezone.now())
        at_night()
    assert (feed().failures, feed().trouble) == (0, "")


def test_one_feed_that_fails_keeps_no_other_back() -> None:
    with serving(pages_of([record("Group A")])) as address:
        read(address, every_days=1)
        Published.objects.using(make.OWNER).all().delete()
        Service.objects.using(make.OWNER).update(digest="x")
        Feed.objects.using(make.OWNER).create(
            name="A broken one", address="http://127.0.0.1:9/", every_days=1, said={}
        )
        days_pass(0)
        at_night()
    assert published() == {"Group A"}


@pytest.mark.parametrize("size", [10 * 2**20, 25 * 2**20])
def test_a_description_of_ten_megabytes_is_told_and_the_rest_is_kept(size: int) -> None:
    both = [record("Group A"), record("Group B", description="x" * size)]
    with serving(pages_of(both)) as address:
        report = read(address)
    assert report["new"] == 1
    assert report["stopped"] == ""
    (refused,) = report["refused"]
    if size < 20 * 2**20:
        assert (refused["field"], "10,485,760 characters" in refused["reason"]) == ("description", True)
    else:
        assert refused["reason"] == "It is larger than 20 megabytes."


def test_a_postcode_that_does_not_exist_is_kept_as_it_is_told_and_has_no_distance() -> None:
    odd = record("Odd Group")
    odd["service_at_locations"][0]["location"]["addresses"][0]["postal_code"] = "ZZ99 9ZZ"
    wrong = record("Wrong Group")
    wrong["service_at_locations"][0]["location"]["addresses"][0]["postal_code"] = "behind the church"
    with serving(pages_of([odd, wrong])) as address:
        report = read(address)
    assert report["new"] == 1
    assert [each["reason"] for each in report["refused"]] == ["A postcode is written like KH1 1AA."]
    page = Client().post("/directory/", {"postcode": "KH6 1AA"}).content.decode()
    nearest, _, others = page.partition("By telephone, online, or in no one place")
    assert "Odd Group" not in nearest
    assert "Odd Group" in others


def test_a_slow_or_dead_address_ends_in_one_line() -> None:
    with pytest.raises(FeedError):
        read("http://127.0.0.1:9/")
    assert feed().trouble.startswith("Page 1: It could not be read")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
