"""How many questions a page asks does not grow with the story."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Person
from kith.story import actions, queries
from kith.story.marks import Marked
from tests.story.seen import page, signed_in
from tests.support import make

pytestmark = pytest.mark.database


def written(lead: Account, persons: list[Person], number: int) -> None:
    by = make.actor(lead)
    with acting(by):
        for each in range(number):
            actions.write_note(
                by=by,
                persons=[person.id for person in persons],
                title=f"Note {each}",
                text=[Marked("Words"), Marked("More", person=persons[0].id)],
                happened_at=datetime(2026, 11, 17, 12, each % 60, tzinfo=UTC),
            )


def counted(lead: Account, ada: Person) -> int:
    with acting(make.actor(lead), read_only=True), CaptureQueriesContext(connection) as asked:
        queries.timeline([ada.id])
    return len(asked)


def test_a_timeline_asks_nine_questions_at_most_however_long_it_is() -> None:
    ada, bo, lead = make.person("Ada"), make.person("Bo"), make.account("lead")
    for person in (ada, bo):
        make.involved(lead, person)
    written(lead, [ada, bo], 1)
    few = counted(lead, ada)
    written(lead, [ada, bo], 30)
    assert counted(lead, ada) == few
    assert few <= 9


def test_the_page_asks_twenty_questions_at_most() -> None:
    ada, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, ada)
    written(lead, [ada], 20)
    client = signed_in(lead)
    with CaptureQueriesContext(connection) as asked:
        page(client, f"/people/{ada.id}/story/")
    reads = [each["sql"] for each in asked if each["sql"].startswith(("SELECT", "WITH"))]
    assert len(reads) <= 20, "\n".join(reads)
