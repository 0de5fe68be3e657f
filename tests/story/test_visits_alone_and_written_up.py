"""What a visit says of being seen alone, and when it was written up, is what the law asks (LA-26, LA-27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.test.utils import override_settings
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.care.models import Episode
from kith.core.acting import acting
from kith.law.calendar import LONDON
from kith.law.due import obligations
from kith.law.obligation import Obligation
from kith.people.models import Person
from kith.story import actions
from kith.story.marks import Marked
from kith.story.models import Event, Visited
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
SEEN = date(2026, 11, 3)
RIGHT = {"saw": "Ada drew.", "title": "Visit", "why": "A word was wrong"}
SAW = {"saw": [Marked("Ada was drawing.")]}


@pytest.fixture(autouse=True)
def _here(kith_database: None, tmp_path: Path) -> Iterator[None]:
    with (
        story_set_up(tmp_path),
        override_settings(ROOT_URLCONF="kith.config.urls", LIVE_FROM=date(2026, 1, 1)),
    ):
        yield


@pytest.fixture
def ada() -> Person:
    return make.person("Ada", born=date(2014, 5, 1))


@pytest.fixture
def worker(ada: Person) -> Account:
    made = make.account("social_worker")
    make.involved(made, ada)
    return made


def in_care(child: Person, on: date = date(2026, 9, 1)) -> None:
    Episode.objects.using(make.OWNER).create(
        person_id=child.id, started_on=on, during=DateRange(on, None), legal_status="C2", placement_type="U6"
    )


def visit(by: Account, child: Person, alone: str, why: str = "", sections: Any = None) -> UUID:
    actor = make.actor(by)
    with acting(actor):
        return actions.record_visit(
            by=actor, persons=[child.id], seen=[child.id], alone=alone, why_not_alone=why, next_time="",
            sections=SAW if sections is None else sections, happened_at=datetime.combine(SEEN, time(15), LONDON),
        )  # fmt: skip


def due(by: Account, child: Person, duty: str, as_at: date) -> list[Obligation]:
    with acting(make.actor(by)):
        return list(obligations([child.id], as_at=as_at, duty=duty))


@pytest.mark.parametrize(
    ("said", "state", "excuse"),
    [
        (("yes", ""), "met", ""),
        (("part", ""), "met", ""),
        (("offered", ""), "excused", "regulation 29(a)"),
        (("no", "refused"), "excused", "regulation 29(a)"),
        (("no", "age"), "excused", "regulation 29(b)"),
        (("no", "unable"), "excused", "regulation 29(c)"),
        (("no", "other"), "late", ""),
        (("no", ""), "late", ""),
    ],
)
def test_only_the_three_reasons_of_the_regulation_excuse_not_speaking_to_a_child_in_care_alone(
    worker: Account, ada: Person, said: tuple[str, str], state: str, excuse: str
) -> None:
    in_care(ada)
    visit(worker, ada, *said)
    (found,) = due(worker, ada, "LA-26", SEEN + timedelta(days=1))
    assert (found.state, found.due, found.starts) == (state, SEEN, SEEN)
    assert excuse in found.excuse
    assert bool(found.excuse) == (state == "excused")


def test_of_a_child_who_is_not_in_care_regulation_29_asks_nothing(worker: Account, ada: Person) -> None:
    in_care(ada, SEEN + timedelta(days=1))
    visit(worker, ada, "no")
    assert due(worker, ada, "LA-26", SEEN + timedelta(days=5)) == []


def test_a_reason_can_be_given_for_two_weeks_and_then_it_stands_as_it_is(
    worker: Account, ada: Person
) -> None:
    in_care(ada)
    event = visit(worker, ada, "no")
    (still,) = due(worker, ada, "LA-26", SEEN + timedelta(days=13))
    (over,) = due(worker, ada, "LA-26", SEEN + timedelta(days=14))
    assert (still.state, still.closed) == ("late", None)
    assert (over.state, over.closed) == ("late", SEEN + timedelta(days=14))
    page = f"/people/{ada.id}/story/{event}/"
    form = BeautifulSoup(signed_in(worker).get(f"{page}correct/").content, "html.parser")
    assert {each["value"] for each in form.select("input[name=alone][checked]")} == {"no"}
    sent = signed_in(worker).post(f"{page}correct/", RIGHT | {"alone": "no", "why_not_alone": "age"})
    assert sent.status_code == 302, words_of(sent)
    assert "Not right for their age or understanding" in words_of(signed_in(worker).get(sent["Location"]))
    (mended,) = due(worker, ada, "LA-26", SEEN + timedelta(days=13))
    assert mended.state == "excused"


def test_a_visit_may_go_on_the_story_at_once_and_be_written_up_later(worker: Account, ada: Person) -> None:
    event = visit(worker, ada, "yes", sections={})
    late = date(2026, 11, 18)
    (found,) = due(worker, ada, "LA-27", late)
    assert (found.state, found.due) == ("late", date(2026, 11, 17))
    page = f"/people/{ada.id}/story/{event}/"
    assert "Write it up" in words_of(signed_in(worker).get(page))
    empty = signed_in(worker).post(f"{page}correct/", {"saw": " "})
    assert "Write down what you saw" in words_of(empty)
    sent = signed_in(worker).post(f"{page}correct/", {"saw": "Ada was drawing.", "alone": "yes"})
    assert sent.status_code == 302, words_of(sent)
    (row,) = Visited.objects.using(make.OWNER).filter(person_id=ada.id)
    assert (row.seen_on, row.written_on, row.alone) == (SEEN, timezone.localdate(), "yes")
    (met,) = due(worker, ada, "LA-27", timezone.localdate())
    assert met.met == timezone.localdate()


def test_putting_a_visit_right_leaves_the_day_on_which_it_was_written_up(
    worker: Account, ada: Person
) -> None:
    event = visit(worker, ada, "yes")
    Visited.objects.using(make.OWNER).filter(event_id=event).update(written_on=SEEN)
    signed_in(worker).post(f"/people/{ada.id}/story/{event}/correct/", RIGHT | {"alone": "yes"})
    (row,) = Visited.objects.using(make.OWNER).filter(person_id=ada.id)
    assert (row.event_id != event, row.written_on) == (True, SEEN)


def test_the_form_asks_for_no_reason_and_keeps_none_where_the_child_was_seen_alone(
    worker: Account, ada: Person
) -> None:
    today = timezone.localdate()
    given = {"draft": str(uuid4()), "revision": "0", "do": "finish", "seen": [str(ada.id)], "when_day": today.day,
             "when_month": today.month, "when_year": today.year}  # fmt: skip
    for alone, why, kept in (("yes", "age", None), ("no", "age", "age"), ("no", "", None)):
        made = signed_in(worker).post(
            f"/people/{ada.id}/story/visit/",
            given | {"draft": str(uuid4()), "alone": alone, "why_not_alone": why},
        )
        assert made.status_code == 302, words_of(made)
        event = Event.objects.using(make.OWNER).filter(kind="visit").latest("recorded_at")
        assert event.facts.get("why_not_alone") == kept
