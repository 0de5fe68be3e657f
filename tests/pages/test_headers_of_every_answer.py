"""Whatever is asked, well or badly, the answer bears the headers that keep it from being kept, framed or run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from kith.people.models import Person
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
Ask = Callable[[Client, Person], Any]

ASKED: dict[str, tuple[int, Ask]] = {
    "a page": (200, lambda client, ada: client.get(f"/people/{ada.id}/")),
    "find": (200, lambda client, ada: client.get("/people/?q=ada")),
    "find as it is typed": (
        200,
        lambda client, ada: client.get("/people/?q=ada", headers={"HX-Request": "true"}),
    ),
    "sent on": (302, lambda client, ada: client.get("/sign-in")),
    "a query that cannot be": (400, lambda client, ada: client.get("/people/?q=%00")),
    "too many fields": (400, lambda client, ada: client.post("/sign-in", {str(n): "x" for n in range(1100)})),
    "too large": (400, lambda client, ada: client.post("/sign-in", {"login": "x" * 6_000_000})),
    "too many files": (400, lambda client, ada: client.post("/sign-in", {str(n): _file() for n in range(9)})),
    "a form not ours": (403, lambda client, ada: Client(enforce_csrf_checks=True).post("/sign-in", {})),
    "nothing there": (404, lambda client, ada: client.get("/nowhere/")),
    "no such way": (405, lambda client, ada: client.put("/people/")),
    "a form by GET": (405, lambda client, ada: client.get(f"/accounts/{ada.id}/end")),
    "an old link": (410, lambda client, ada: Client().get("/sign-in/first?for=x&code=y")),
    "a draft": (200, lambda client, ada: client.get(f"/drafts/{ada.id}/state/")),
    "the story as a table": (200, lambda client, ada: client.get(f"/people/{ada.id}/story/csv")),
    "health": (200, lambda client, ada: client.get("/healthz")),
    "health, badly": (405, lambda client, ada: client.post("/healthz")),
}


def _file() -> SimpleUploadedFile:
    return SimpleUploadedFile("a.txt", b"words")


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def client(ada: Person) -> Client:
    lead = make.account("lead")
    make.involved(lead, ada)
    client = signed_in(lead)
    client.raise_request_exception = False
    return client


def bears_them(answer: Any) -> None:
    headers = answer.headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:"} & set(
        headers["Content-Security-Policy"].split()
    )


@pytest.mark.parametrize("name", ASKED)
def test_every_kind_of_answer_bears_them(client: Client, ada: Person, name: str) -> None:
    status, ask = ASKED[name]
    answer = ask(client, ada) if "GET" not in name else ask(signed_in(make.account("admin")), ada)
    assert answer.status_code == status
    bears_them(answer)


@pytest.mark.parametrize(("error", "status"), [(OperationalError("gone"), 503), (KeyError("ours"), 500)])
def test_so_do_the_answers_when_something_broke(
    client: Client, ada: Person, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def broken(*_args: object) -> None:
        raise error

    monkeypatch.setattr("kith.pages.today.views.board", broken)
    answer = client.get("/")
    assert answer.status_code == status
    assert b"Traceback" not in answer.content
    bears_them(answer)


def test_what_is_served_as_a_file_of_ours_runs_nothing_else(client: Client) -> None:
    from django.contrib.staticfiles.storage import staticfiles_storage

    answer = client.get(staticfiles_storage.url("kith/icon.svg"))
    answer.close()
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_guesses_are_slowed_and_looking_is_not() -> None:
    visitor = Client()
    for _ in range(12):
        answer = visitor.post("/sign-in", {"login": "nobody@kithshire.example", "password": "wrong words"})
    assert "Too many" in answer.content.decode()
    assert [visitor.get("/sign-in").status_code for _ in range(40)] == [200] * 40


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(client: Client) -> None:
    visitor = Client()
    visitor.get("/sign-in")
    make.account("lead", login="new@kithshire.example")
    visitor.post("/sign-in", {"login": "new@kithshire.example", "password": make.PASSWORD})
    assert {"csrftoken", "sessionid"} <= set(visitor.cookies)
    for cookie in visitor.cookies.values():
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax"), cookie.key
