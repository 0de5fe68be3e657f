"""A young person reads when their worker came and what was agreed, of the visits that were shown to them, one by one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from kith.story.actions import record_visit, release
from kith.story.marks import Marked
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.care.test_asking_and_reviews import young_person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
PAGE = "/my/in-care/"


def visit(worker: Any, child: Any, agreed: str, days: int) -> UUID:
    made: UUID = doing(
        worker, record_visit, persons=[child.id], seen=[child.id], alone="yes", sections={"agreed": [Marked(agreed)]},
        next_time="", happened_at=timezone.now() - timedelta(days=days),
    )  # fmt: skip
    return made


def test_only_what_was_shown_stands_there_with_day_and_what_was_agreed() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(90))
    theirs = young_person(child)
    first = visit(worker, child, "A bike before the summer.", 40)
    visit(worker, child, "A word with the school.", 9)
    assert "When your worker came" not in words_of(signed_in(theirs).get(PAGE))
    doing(worker, release, event=first, reader=child.id, prepared=True, how_prepared="We read it together.")
    page = words_of(signed_in(theirs).get(PAGE))
    assert "When your worker came" in page
    assert "A bike before the summer." in page
    assert "A word with the school." not in page
    assert f"/my/story/{first}/" in signed_in(theirs).get(PAGE).content.decode()
    # Through their worker's eyes the same; to another young person nothing.
    seen = words_of(signed_in(worker).get(f"/people/{child.id}/see-as/{theirs.id}/people/"))
    assert "A bike before the summer." in seen
    other = young_person(make.person("Ivy"))
    assert "A bike" not in words_of(signed_in(other).get(PAGE))


def test_a_young_person_finds_the_page_before_anything_was_shown() -> None:
    child, _worker = child_and_worker()
    assert f'href="{PAGE}"' in signed_in(young_person(child)).get("/my/").content.decode()
    assert f'href="{PAGE}"' not in signed_in(make.account("parent")).get("/my/").content.decode()
