"""The database goes away in the middle of a request, or has no room: words are kept, and all is well again by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import DataError, OperationalError, connection
from django.test import Client, override_settings

from kith.access.models import Account
from kith.core.postgres.urls import with_database
from kith.people.models import Person
from kith.story.models import Event
from tests.conftest import SERVER
from tests.story.serving import served
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.at_once import at_once
from tests.support.caller import Caller, Said
from tests.support.visit import signed_in
from tests.walk.forms import PageForm, forms_of

pytestmark = pytest.mark.database
WORDS = 'She said: "<b>I like it here</b>" & showed me the garden, all the way down to the stream.'


@pytest.fixture
def house(kith_database: None, tmp_path: Path) -> Iterator[str]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"), served() as address:
        yield address


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def lead(ada: Person) -> Account:
    account = make.account("lead")
    make.involved(account, ada)
    return account


def superuser(**how: Any) -> psycopg.Connection:
    assert SERVER.urls is not None
    return psycopg.connect(with_database(SERVER.urls.superuser, SERVER.database), **how)


def caller(house: str, account: Account) -> Caller:
    return Caller(house, signed_in(account).cookies["sessionid"].value)


def note_form(page: Said, address: str) -> PageForm:
    return next(form for form in forms_of(page.body, address) if form.button == ("do", "finish"))


def kill_the_one_who_waits() -> None:
    """End the backend that stands before the locked table, as a crash of the server would."""
    with superuser(autocommit=True) as looking:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            killed = looking.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'kith_app'"
                " AND datname = %s AND wait_event_type = 'Lock'",
                [SERVER.database],
            ).fetchall()
            if killed:
                return
            time.sleep(0.02)
    raise AssertionError("nobody waited")


def test_a_request_whose_database_dies_gives_the_words_back_and_sending_them_again_saves_them(
    house: str, ada: Person, lead: Account
) -> None:
    worker, address = caller(house, lead), f"/people/{ada.id}/story/note/"
    form = note_form(worker.get(address), address)
    typed = {name: values[0] for name, values in form.filled().items()} | {
        "text": WORDS,
        "title": "The garden",
    }
    with ThreadPoolExecutor() as pool, superuser() as holding:
        holding.execute("LOCK TABLE story_event IN ACCESS EXCLUSIVE MODE")
        sending = pool.submit(worker.post, address, list(typed.items()))
        # Its own page is read first, for the token; only the second request waits.
        kill_the_one_who_waits()
        answer = sending.result()
    while answer.status == 503 and "Send it again" not in answer.body:
        answer = worker.post(address, list(typed.items()))  # it was the reading that died
    assert answer.status == 503
    assert "Kith is not available just now" in answer.body
    assert "<b>I like it here" not in answer.body
    (again,) = [each for each in forms_of(answer.body, address) if each.method == "post"]
    kept = {box.name: box.value for box in again.boxes}
    assert kept["text"] == WORDS
    assert Event.objects.using(make.OWNER).count() == 0
    token = answer.body.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    saved = worker.post(again.action, [*kept.items(), ("csrfmiddlewaretoken", token)])
    assert saved.status == 302
    assert Event.objects.using(make.OWNER).count() == 1
    assert "The garden" in worker.get(f"/people/{ada.id}/story/").body


def test_every_idle_connection_may_be_cut_and_the_next_visitor_notices_nothing(
    house: str, ada: Person, lead: Account
) -> None:
    most = settings.DATABASES["default"]["OPTIONS"]["pool"]["max_size"]
    connection.close()
    all_in = Barrier(most)

    def busy() -> None:
        connection.ensure_connection()
        all_in.wait(20)

    at_once(*[busy] * most)  # as after a busy hour: every connection that the pool may have lies idle in it
    worker = caller(house, lead)
    assert worker.get("/").status == 200
    with superuser(autocommit=True) as looking:
        looking.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'kith_app' AND datname = %s",
            [SERVER.database],
        )
    for address in ("/", f"/people/{ada.id}/", "/people/?q=ada", "/healthz"):
        assert worker.get(address).status == 200, address
    connection.close()


@pytest.mark.parametrize("error", [OperationalError("disk full"), OSError(28, "No space left on device")])
def test_no_room_is_told_like_an_absence_wherever_it_shows(
    ada: Person, lead: Account, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """In the view, and in a part of Django that stands before every view."""

    def full(*_args: object, **_how: object) -> None:
        raise error

    client = signed_in(lead)
    client.raise_request_exception = False
    for where in ("kith.people.actions.record_need", "kith.access.sign_in.required.must_set_up"):
        with monkeypatch.context() as patch, override_settings(KITH_REQUIRE_SECOND_FACTOR=True):
            patch.setattr("kith.access.sign_in.required.must_set_up", lambda _request: False)
            patch.setattr(where, full)
            answer = client.post(f"/people/{ada.id}/about/need/", {"need": WORDS})
        assert answer.status_code == 503, where
        assert "I like it here" in answer.content.decode()


def test_what_is_no_absence_stays_an_error_of_ours(
    ada: Person, lead: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(**_how: object) -> None:
        raise DataError("ours")

    monkeypatch.setattr("kith.people.actions.record_need", wrong)
    client = signed_in(lead)
    client.raise_request_exception = False
    assert client.post(f"/people/{ada.id}/about/need/", {"need": "x"}).status_code == 500


def test_passwords_never_come_back_in_a_page(lead: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_args: object, **_how: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("kith.access.middleware.find_actor", gone)
    answer = Client().post("/sign-in", {"login": lead.login, "password": "open sesame 12"})
    assert answer.status_code == 503
    assert b"sesame" not in answer.content
