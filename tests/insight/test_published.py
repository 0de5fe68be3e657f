"""What everybody reads of the figures: finished quarters of the whole council, once, and nothing about few families."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.core.acting import acting
from kith.insight.models import HelpFigure, PublishedFigure
from kith.insight.publishing import publish, published
from kith.law.tasks import COUNTER
from tests.insight.county import child_of, count, make_county
from tests.support import make
from tests.support.visit import words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
JUST_OVER, SETTLED = date(2027, 1, 27), date(2027, 1, 28)


def published_on(day: date) -> int:
    count(day)
    with worker_login(), acting(COUNTER):
        return publish(by=COUNTER)


def test_a_quarter_is_published_four_weeks_after_its_end_and_never_changed() -> None:
    county = make_county()
    assert published_on(JUST_OVER) == 0
    assert published_on(SETTLED) > 0
    before = list(PublishedFigure.objects.using(make.OWNER).order_by("id").values())
    child_of(county, "north", "accepted", "Late")
    assert published_on(date(2027, 2, 20)) == 0
    assert list(PublishedFigure.objects.using(make.OWNER).order_by("id").values()) == before


def test_only_the_council_as_a_whole_is_published_and_few_families_never() -> None:
    make_county()
    published_on(SETTLED)
    for row in PublishedFigure.objects.using(make.OWNER).all():
        whole = HelpFigure.objects.using(make.OWNER).get(
            team=None, by="total", measure=row.measure, quarter=row.quarter, state=row.state
        )
        assert row.number == whole.number
    numbers = {row.number for row in PublishedFigure.objects.using(make.OWNER).all()}
    assert not numbers & {1, 2, 3, 4, 5}
    assert {17, 7, 8} <= numbers


def test_a_visitor_reads_them_in_one_statement_and_can_change_nothing() -> None:
    make_county()
    published_on(SETTLED)
    visitor = Client()
    words = words_of(visitor.get("/public/figures/"))
    assert "After a worry that came to nothing: is help offered?" in words
    assert "75 of every 100 came with an offer of help." in words
    assert "From 1 October 2026 to 31 December 2026" in words
    with acting(None, channel="sign-in"), CaptureQueriesContext(connection) as asked:
        found = published()
    assert found
    assert len([each for each in asked.captured_queries if "insight_" in each["sql"]]) == 1
    with acting(None, channel="sign-in"):
        assert HelpFigure.objects.count() == 0
        assert PublishedFigure.objects.update(number=0) == 0


def test_before_any_quarter_the_page_says_when_there_will_be_one() -> None:
    assert "No quarter has been counted yet" in words_of(Client().get("/public/figures/"))
