"""The demonstration has something to read: sheets that somebody checked, and boards with one post that must wait."""

from __future__ import annotations

import pytest
from django.test import Client

from kith.advice.demo.making import make_where_nobody_is
from kith.advice.forum.demo import SAID, forums_of_the_demo
from kith.advice.forum.held import words_of
from kith.advice.forum.telling import marks
from kith.advice.library.demo import sheets_of_the_demo
from kith.advice.models import Member, Post, SheetVersion
from tests.advice.people import OWNER
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def test_six_sheets_are_published_and_checked_by_another() -> None:
    with worker_login():
        make_where_nobody_is()
        assert sheets_of_the_demo() == 6
    assert SheetVersion.objects.using(OWNER).filter(state="published").count() == 6
    assert "Going to a child protection conference" in Client().get("/sheets/").content.decode()


def test_boards_hold_talk_that_tells_nobody_and_one_post_that_waits() -> None:
    assert forums_of_the_demo() == sum(len(posts) for _, _, posts in SAID)
    page = Client().get("/forum/kinship/").content.decode()
    assert "nobody told us about money" in page
    assert "my grandson starts school" not in page
    held = Post.objects.using(OWNER).get(state="held")
    assert [each.kind for each in marks(words_of(held))] == ["name", "school"]
    for shown in Post.objects.using(OWNER).filter(state="shown"):
        assert marks(shown.words) == [], shown.words
    for each in Member.objects.using(OWNER).all():
        answer = Client().post("/forum/sign-in/", {"name": each.name, "password": "family-first"})
        assert answer.status_code == 200
