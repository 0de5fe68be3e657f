"""Today for whoever chairs: reviews and conferences, late first; what is owed after; what others are late with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.people.models import Person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def _all_is_recorded(kith_database: None) -> None:
    from kith.returns.models import LoadedFile

    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")


@pytest.fixture
def chair() -> Account:
    return make.account("reviewing")


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def in_care(child: Person, since: date) -> None:
    from kith.care.models import Episode

    during = DateRange(since, None, "[)")
    Episode.objects.using(make.OWNER).create(person=child, started_on=since, during=during, legal_status="C2")


def reviewed(child: Person, *days: date) -> None:
    from kith.care.models import Review

    for day in days:
        Review.objects.using(make.OWNER).create(person=child, reviewed_on=day, participation="PN1")


def on_a_plan(child: Person, since: date) -> Any:
    from kith.protection.models import ChildProtectionPlan

    return ChildProtectionPlan.objects.using(make.OWNER).create(
        person=child, started_on=since, initial_category="NEG", latest_category="NEG"
    )


Part = Callable[[str], str]


def parts(chair: Account) -> Part:
    """The words of one part of Today, by its heading."""
    words = words_of(signed_in(chair).get("/"))
    heads = (
        "Reviews and conferences I chair", "Owed after a review or conference",
        "Late for these children, for others to do", "My people",
    )  # fmt: skip
    return lambda head: words.split(head)[1].split(heads[heads.index(head) + 1])[0]


def test_reviews_that_are_late_come_first_and_say_when_the_last_one_was(chair: Account) -> None:
    late, soon, far = make.person("Lana"), make.person("Sol"), make.person("Faye")
    for child in (soon, late, far):
        make.involved(chair, child, role="reviewing_officer")
        in_care(child, ago(400))
    # Six months from the one before: 184 days at most, 181 at least.
    reviewed(late, ago(390), ago(330), ago(200))
    reviewed(soon, ago(390), ago(330), ago(170))
    reviewed(far, ago(390), ago(330), ago(40))
    found = parts(chair)("Reviews and conferences I chair")
    assert "Lana" in found
    assert found.index("Lana") < found.index("Sol")
    assert found.split("Lana", 1)[1].split("Sol")[0].count("late") == 1
    from kith.design.dates import plain_date

    assert f"The last one was on {plain_date(ago(200))}" in found
    assert "Faye" not in found


def test_a_first_review_says_that_none_is_recorded(chair: Account) -> None:
    child = make.person("Newly")
    make.involved(chair, child, role="reviewing_officer")
    in_care(child, ago(20))
    assert "First looked-after review" in (found := parts(chair)("Reviews and conferences I chair"))
    assert "None is recorded yet" in found


def test_who_chairs_the_conferences_is_not_asked_for_the_reviews(chair: Account) -> None:
    child = make.person("Ada")
    make.involved(chair, child, role="conference_chair")
    in_care(child, ago(60))
    on_a_plan(child, ago(80))
    part = parts(chair)
    found = part("Reviews and conferences I chair")
    assert "First review of the child protection plan" in found
    assert "looked-after review" not in found
    assert "First looked-after review" in part("Late for these children, for others to do")


def test_what_nobody_records_is_named_and_not_made_up(chair: Account) -> None:
    child = make.person("Ada")
    make.involved(chair, child, role="reviewing_officer")
    in_care(child, ago(400))
    reviewed(child, ago(390))
    found = parts(chair)("Owed after a review or conference")
    assert "Nobody records these here yet, so Kith cannot say if they are owed or late" in found
    assert "Report shared with parents before the first conference CP-09" in found
    assert "Report shared with parents before a review conference CP-10" in found
    assert "Ada" not in found


def test_once_workers_write_here_they_are_owed_by_name(chair: Account) -> None:
    """The sending of decisions is written here from the day on which workers began to."""
    child = make.person("Ada")
    make.involved(chair, child, role="reviewing_officer")
    in_care(child, ago(400))
    reviewed(child, ago(390), ago(330), ago(30))
    with override_settings(LIVE_FROM=ago(300)):
        found = parts(chair)("Owed after a review or conference")
    assert "Ada Example Decisions of the review sent out for Ada Example late" in found
    assert "LA-08" not in found


def test_work_that_ended_and_others_children_are_not_there(chair: Account) -> None:
    gone, other = make.person("Gone"), make.person("Other")
    make.involved(chair, gone, role="reviewing_officer", during=DateRange(ago(90), ago(10), "[)"))
    make.involved(make.account("reviewing"), other, role="reviewing_officer")
    for child in (gone, other):
        in_care(child, ago(60))
    words = words_of(signed_in(chair).get("/"))
    assert "None is late, and none is due in the next four weeks" in words
    assert "Gone" not in words
    assert "Other Example" not in words


def test_a_lead_sees_today_as_before() -> None:
    child, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, child)
    in_care(child, ago(60))
    words = words_of(signed_in(lead).get("/"))
    assert "First looked-after review" in words
    assert "I chair" not in words


def test_today_of_a_chair_takes_a_fixed_number_of_statements(chair: Account) -> None:
    client = signed_in(chair)

    def taken() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    for n in range(2):
        child = make.person(f"One{n}")
        make.involved(chair, child, role="reviewing_officer")
        in_care(child, ago(60))
    client.get("/")
    few = taken()
    for n in range(6):
        child = make.person(f"More{n}")
        make.involved(chair, child, role="reviewing_officer")
        in_care(child, ago(60))
    assert taken() == few
    assert few <= 20
