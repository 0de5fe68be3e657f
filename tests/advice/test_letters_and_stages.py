"""Letters, stages and the guide: whole, lawful, blank without scripts, and asking the database nothing."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.advice.lawful import law_of, laws_of, newest
from kith.advice.letters.held import letters
from kith.advice.web.quiet import code_of
from kith.advice.where.stages import stages
from kith.law.register import shipped

pytestmark = pytest.mark.database
TODAY = date(2026, 11, 27)


@pytest.mark.parametrize("slug", sorted(letters()))
def test_a_letter_is_blank_from_the_server_and_has_no_form(slug: str) -> None:
    answer = Client().get(f"/letters/{code_of(slug)}/")
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.title is not None
    assert page.title.get_text().strip() == "Information"
    main = page.find("main")
    assert main is not None
    assert main.find("form") is None
    fields = main.select("[data-kith-letter-fields]")
    assert fields
    assert fields[0].has_attr("hidden")
    assert not [box for box in main.select("input, textarea") if box.has_attr("name")]
    gaps = [gap.get_text() for gap in main.select(".kith-letter__gap")]
    assert gaps
    assert all(gap.startswith("[") for gap in gaps)
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert not page.find_all("script", string=True)


@pytest.mark.parametrize("slug", sorted(stages()))
def test_a_stage_says_rights_next_step_challenge_and_dated_law(slug: str) -> None:
    words = BeautifulSoup(Client().get(f"/where/{code_of(slug)}/").content, "html.parser").get_text(" ")
    stage = stages()[slug]
    for each in (*stage.rights, stage.next, *stage.challenge):
        assert each in words
    for each in stage.law:
        duty = shipped()[each]
        assert duty.name in words
        assert duty.source.citation in words
    assert "Checked on" in words


def test_times_are_the_registers_and_its_force_is_told() -> None:
    assert law_of("CP-03", TODAY).within == "Within 15 working days"
    assert law_of("PL-01", TODAY).force.startswith("Parliament has passed this. It has no starting day yet")
    assert law_of("LA-04", TODAY).force == "This is law."
    duty = shipped()["KC-06"]
    assert newest(("KC-06", "LA-04")) >= max(duty.source.checked_on, duty.commences_on or date.min)
    with pytest.raises(KeyError):
        laws_of(("ZZ-99",), TODAY)


def test_reading_asks_the_database_nothing() -> None:
    for address in (
        "/letters/",
        f"/letters/{code_of('complain')}/",
        "/where/",
        f"/where/{code_of('conference')}/",
        "/private/",
    ):
        with CaptureQueriesContext(connection) as asked:
            assert Client().get(address).status_code == 200
        assert not [each for each in asked.captured_queries if "advice_" in each["sql"]], address


def test_what_is_not_there_is_not_there() -> None:
    for address in (f"/letters/{code_of('nothing')}/", f"/where/{code_of('nothing')}/", "/letters/..%2f/"):
        assert Client().get(address).status_code == 404
