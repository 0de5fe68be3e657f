"""The page of feeds: how each was read, what could not be, and no word of a record that may be of a secret place."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.offer.models import Feed
from tests.offer.feed import pages_of, record, serving
from tests.offer.test_feeds_by_themselves import at_night, days_pass, feed, read
from tests.offer.world import officer
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
HERE = "/directory/keep/feeds/"


def page() -> str:
    return words_of(signed_in(officer()).get(HERE))


def test_an_officer_sees_how_each_was_read_and_what_could_not_be() -> None:
    wrong = record("Hidden House", minimum_age="12 Rose Lane, the refuge")
    with serving(pages_of([record("Group A"), wrong])) as address:
        read(address, every_days=7)
        Feed.objects.using(make.OWNER).update(address=f"{address}?key=hush")
        words = page()
        assert "1 read: 1 new" in words
        assert "1 could not be read" in words
        assert wrong["id"] in words
        assert "minimum_age" in words
        assert "Rose Lane" not in words
        assert "hush" not in words
        assert "every 7 days" in words
        assert "Rose Lane" not in str(feed().said)
        read(address, every_days=0)
        assert "by hand alone" in page()
        days_pass(30)
        assert feed().every_days is None


def test_one_that_fails_comes_first_and_what_it_brought_before_is_said() -> None:
    with serving(pages_of([record("Group A")])) as address:
        read(address, every_days=1)
    Feed.objects.using(make.OWNER).create(name="AAA in order", address="", said={"read": 3})
    for _ in range(2):
        days_pass(0)
        at_night()
    words = page()
    assert "2 times in a row: ask whoever runs it." in words
    assert words.index("2 times in a row") < words.index("AAA in order")
    assert "1 read: 1 new" in words
    assert "a file" in words


def test_it_is_theirs_alone_and_asks_little_however_many_there_are() -> None:
    assert Client().get(HERE).status_code == 302
    client = signed_in(officer())
    Feed.objects.using(make.OWNER).bulk_create(
        Feed(name=f"Feed {n}", address="https://a.example/x", said={"read": n}, read_at=timezone.now())
        for n in range(30)
    )
    with CaptureQueriesContext(connection) as asked:
        assert client.get(HERE).status_code == 200
    assert len(asked) <= 12, [each["sql"][:80] for each in asked.captured_queries]
    assert len([each for each in asked.captured_queries if "offer_feed" in each["sql"]]) == 1


def test_where_there_is_none_it_says_how_one_comes_in_and_why_not_here() -> None:
    words = page()
    assert "No other directory is read into ours." in words
    assert "kith offer import" in words
    assert "look into the council’s own net" in words
