"""When the independent line answers is said wherever its number is: now, or when next."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from kith.help.independent import line
from kith.help.independent.line import line_now
from kith.law.calendar import LONDON
from tests.support import make
from tests.support.visit import signed_in, words_of


@pytest.mark.parametrize(
    ("moment", "says"),
    [
        ((2026, 11, 27, 9, 29), "Closed now. Ring from 9:30am today."),
        ((2026, 11, 27, 9, 30), "Open now, until 3pm."),
        ((2026, 11, 27, 14, 59), "Open now, until 3pm."),
        ((2026, 11, 26, 15, 0), "Closed now. Ring from 9:30am tomorrow, Friday 27 November 2026."),
        ((2026, 11, 27, 15, 0), "Closed now. Ring from 9:30am on Monday 30 November 2026."),
        # Christmas Day is a Friday, and Boxing Day is kept on the Monday.
        ((2026, 12, 24, 16, 0), "Closed now. Ring from 9:30am on Tuesday 29 December 2026."),
        ((2026, 12, 25, 11, 0), "Closed now. Ring from 9:30am on Tuesday 29 December 2026."),
        # The last Sunday of October: the clock has just gone back.
        ((2026, 10, 25, 12, 0), "Closed now. Ring from 9:30am tomorrow, Monday 26 October 2026."),
    ],
)
def test_it_is_said_by_the_clock_of_england(moment: tuple[int, ...], says: str) -> None:
    assert line_now(datetime(*moment, tzinfo=LONDON)) == says  # type: ignore[misc,arg-type]


@pytest.mark.database
@pytest.mark.parametrize("address", ["/help/", "/public/", "/advice/", "/my/advice/"])
def test_every_page_that_gives_the_number_says_it(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Then:
        @staticmethod
        def now() -> datetime:
            return datetime(2026, 11, 28, 0, 5, tzinfo=LONDON)

    monkeypatch.setattr(line, "timezone", Then)
    client = signed_in(make.account("parent")) if address.startswith("/my/") else Client()
    assert "Closed now. Ring from 9:30am on Monday 30 November 2026." in words_of(client.get(address))


@pytest.mark.database
def test_from_i_need_help_one_is_led_to_advice_that_no_council_reads() -> None:
    assert 'href="/advice/"' in Client().get("/help/").content.decode()
