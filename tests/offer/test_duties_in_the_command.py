"""What the council itself owes: by command apart from people's duties, and on the leaders' page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from django.test.utils import override_settings

from kith.law import council
from kith.offer.duties import DUTIES
from tests.offer.offers_world import published
from tests.offer.world import officer
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
KEYS = {"duty", "person", "name", "starts", "due", "met", "state", "force", "source", "excuse"}
LIVE = override_settings(LIVE_FROM=date(2026, 1, 5))


def kith(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kith.cli.main", "duties", *words],
        env=os.environ | {"KITH_LIVE_FROM": "2026-01-05"},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )


def rows(*words: str) -> list[dict[str, Any]]:
    done = kith("--format", "json", *words)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_councils_own_come_when_asked_for_and_peoples_list_stays_of_people() -> None:
    make.account("director", login="director@kithshire.example")
    text = kith("--duty", "KC-06")
    assert text.stdout == "late     -           KC-06  the council  Kinship local offer published\n"
    published(officer())
    found = {each["duty"]: each for each in rows("--council")}
    assert set(found) >= {"KC-06", "KC-07", "KC-08"}
    assert set(found["KC-06"]) == KEYS
    assert (found["KC-06"]["person"], found["KC-06"]["state"], found["KC-06"]["due"]) == (None, "met", None)
    assert (found["KC-06"]["starts"], bool(found["KC-06"]["met"])) == ("2026-06-29", True)
    assert found["KC-07"]["state"] == "met"
    assert (found["KC-08"]["state"], found["KC-08"]["met"], bool(found["KC-08"]["due"])) == (
        "due",
        None,
        True,
    )
    assert found["KC-08"]["force"] == "advisory", "the interval is the council's own"
    assert rows() == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--council", "--person", "c0000000-0000-4000-8000-000000000002"), "leave --person out"),
        (("--duty", "LC-12", "--believed", "2026-11-01"), "leave --believed out"),
        (("--council", "--duty", "AS-01"), "AS-01 is none of the duties of the council"),
        (("--duty", "XX-99"), "holds no duty called XX-99"),
    ],
)
def test_what_cannot_be_asked_of_them_is_said(words: tuple[str, ...], says: str) -> None:
    make.account("director", login="director@kithshire.example")
    done = kith(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr


def test_each_duty_of_the_councils_own_is_named_once() -> None:
    own = [each for room in council.OWN.values() for each in room]
    assert sorted(own) == sorted(duty for duties in DUTIES.values() for duty in duties)


@LIVE
def test_a_director_sees_them_on_the_page_of_accountability() -> None:
    director = make.account("director")
    client = signed_in(director)
    page = words_of(client.get("/accountability/"))
    assert "What the council itself owes" in page
    assert "Kinship local offer published Not done" in page
    published(officer())
    page = words_of(client.get("/accountability/"))
    assert "Next by" in page
    assert "Kinship local offer published Done, last on" in page
    assert "asked before the offer is published or changed Done, last on" in page
