"""Whoever asks to see or to find somebody waits on the worker's Today, until they are answered or stop it."""

from __future__ import annotations

import pytest

from kith.bonds import actions
from tests.bonds.home import today
from tests.bonds.test_lifelong_links import Links
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def test_who_asks_stands_on_today_until_answered_or_stopped(kith_database: None) -> None:
    links = Links()
    links.does(actions.ask_for_time, by=links.young, child=links.child.id, asker=links.child.id, whom="Nan")
    worker = signed_in(links.lead)
    page = words_of(worker.get("/"))
    assert "Ada asks for Coach Ray" in page
    assert "Ada and Nan: somebody asks for time" in page
    links.looks()
    assert "asks for Coach Ray" not in words_of(worker.get("/"))
    links.does(actions.stop_links, by=links.young)
    assert "asks for Coach Ray" not in words_of(worker.get("/"))
    links.does(actions.offer_links, child=links.child.id, offered_on=today(), how="Again.")
    assert "asks for Coach Ray" not in words_of(worker.get("/"))
