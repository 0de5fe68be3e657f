"""Open Referral UK 3.0: every answer has the standard's shape, for everybody, and says when it last changed."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from kith.core.acting import acting
from kith.offer import actions
from kith.offer.api.limit import LIMIT, Limit
from kith.offer.api.tags import Shaped
from kith.offer.oruk.schema import AT_LOCATION, LISTED, SERVICE, TAXONOMY, TERM, faults
from kith.offer.terms import by_code, taxonomy
from tests.offer.world import FAR, facts, officer, put, secret
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
ROOT = "/oruk/3.0"
SHAPES = {
    "services": (LISTED, SERVICE),
    "service_at_locations": (AT_LOCATION, SERVICE),
    "taxonomies": (TAXONOMY, TAXONOMY),
    "taxonomy_terms": (TERM, TERM),
}


@pytest.fixture(autouse=True)
def _unlimited() -> Iterator[None]:
    LIMIT._counts.clear()
    yield
    LIMIT._counts.clear()


def ask(path: str, **headers: str) -> Any:
    return Client(headers=headers).get(f"{ROOT}/{path}")


def ids(path: str) -> list[str]:
    answer = ask(path)
    assert answer.status_code == 200, answer.content
    return [each["id"] for each in answer.json()["contents"]]


def some() -> dict[str, str]:
    by = officer()
    return {
        "tots": str(put(by, facts())),
        "teens": str(
            put(
                by,
                facts(
                    "Late Shift", needs=("young",), minimum_age=13, maximum_age=19, places=(FAR,), costs=()
                ),
            )
        ),
        "line": str(
            put(
                by,
                facts("Debt line", places=(), needs=("money",), minimum_age=None, maximum_age=None, hours=()),
            )
        ),
        "refuge": str(put(by, secret())),
        "draft": str(put(by, facts("Not yet"), shown=False)),
    }


def test_every_answer_has_the_shape_of_the_standard() -> None:
    some()
    for path, (in_list, whole) in SHAPES.items():
        page = ask(path).json()
        assert page["contents"], path
        for record in page["contents"]:
            assert list(faults(record, in_list)) == [], (path, record["id"])
            one = ask(f"{path}/{record['id']}").json()
            assert list(faults(one, whole)) == [], (path, record["id"])
    root = Client().get(f"{ROOT}/").json()
    assert set(root) == {"version", "profile", "openapi_url"}
    assert "/services/{id}" in Client().get(f"{ROOT}/openapi.json").json()["paths"]


def test_the_whole_of_a_service_is_there_but_nothing_of_who_keeps_it() -> None:
    tots = some()["tots"]
    answer = ask(f"services/{tots}")
    told = answer.json()
    assert told["organization"]["name"] == "Pellbridge Playtime"
    assert told["schedules"][0] | {"id": ""} == {
        "id": "",
        "freq": "WEEKLY",
        "interval": 1,
        "byday": "TU,TH",
        "opens_at": "09:30:00",
        "closes_at": "11:30:00",
        "description": "term time only",
    }
    at = told["service_at_locations"][0]["location"]
    assert at["addresses"][0]["postal_code"] == "KH6 1AA"
    assert at["accessibility"][0]["description"] == "No steps"
    assert told["cost_options"][0]["amount"] == 0
    assert told["phones"][0]["number"] == "01632 960001"
    assert told["assured_date"] == "2026-11-01"
    assert "private@tots.example" not in answer.content.decode()


def test_drafts_and_what_was_taken_away_are_not_there() -> None:
    made = some()
    assert ask(f"services/{made['draft']}").status_code == 404
    assert made["draft"] not in ids("services")
    by = make.account("manager")
    with acting(make.actor(by)):
        actions.withdraw_service(by=make.actor(by), service=made["tots"])  # type: ignore[arg-type]
    assert ask(f"services/{made['tots']}").status_code == 404
    assert Client().get(f"/directory/{made['tots']}/").status_code == 404
    for odd in ("x", "00000000-0000-0000-0000-000000000000", "%2e%2e"):
        assert ask(f"services/{odd}").status_code == 404
        assert ask(f"service_at_locations/{odd}").status_code == 404


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("search=tots", {"tots"}),
        ("search=debt", {"line"}),
        (f"taxonomy_term_id={by_code()['young'].id}", {"teens"}),
        (f"taxonomy_id={taxonomy().id}", {"tots", "teens", "line", "refuge"}),
        ("taxonomy_id=11111111-1111-4111-8111-111111111111", set()),
        ("minimum_age=10", {"teens"}),
        ("maximum_age=4", {"tots"}),
        ("day=TH", {"tots", "teens", "refuge"}),
        ("day=Sunday", set()),
        ("day=TU&start_time=09:00&end_time=12:00", {"tots", "teens", "refuge"}),
        ("start_time=10:00", set()),
        ("postcode=KH6 1AA&proximity=1000", {"tots"}),
        ("postcode=NH20&proximity=1000", {"teens"}),
        ("modified_after=2099-01-01T00:00:00Z", set()),
        ("modified_after=2020-01-01", {"tots", "teens", "line", "refuge"}),
    ],
)
def test_lists_are_narrowed(query: str, wanted: set[str]) -> None:
    made = some()
    assert set(ids(f"services?{query}")) == {made[name] for name in wanted}


@pytest.mark.parametrize(
    "query",
    [
        "day=Someday",
        "minimum_age=x",
        "postcode=nowhere",
        "modified_after=soon",
        "taxonomy_term_id=1",
        "page=-1",
        "start_time=25:00",
        "per_page=many",
        "proximity=far&postcode=KH6",
        "page=99999999999",
    ],
)
def test_what_is_asked_wrongly_is_told_by_its_name(query: str) -> None:
    answer = ask(f"services?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"].split(":")[0] in query
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_pages_hold_each_service_once_and_say_where_they_stand() -> None:
    by = officer()
    wanted = {str(put(by, facts(f"Group {number}", provider=f"P{number}"))) for number in range(7)}
    pages = [ask(f"services?per_page=3&page={number}").json() for number in (1, 2, 3, 4)]
    assert [len(each["contents"]) for each in pages] == [3, 3, 1, 0]
    assert {one["id"] for each in pages for one in each["contents"]} == wanted
    assert [each["last_page"] for each in pages] == [False, False, True, True]
    assert pages[0] | {"contents": []} == {
        "total_items": 7,
        "total_pages": 3,
        "page_number": 1,
        "size": 3,
        "first_page": True,
        "last_page": False,
        "empty": False,
        "contents": [],
    }
    assert len(ask("services?per_page=5000").json()["contents"]) == 7


def test_pages_go_on_where_the_hundredth_row_was() -> None:
    by = officer()
    wanted = {str(put(by, facts(f"Group {number}", provider="One", places=()))) for number in range(203)}
    got = [each for number in range(1, 8) for each in ids(f"services?per_page=30&page={number}")]
    assert len(got) == len(set(got)) == 203
    assert set(got) == wanted


def test_any_site_may_read_it_and_no_other_page() -> None:
    some()
    answer = ask("services", origin="https://elsewhere.example")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    asked = Client().options(f"{ROOT}/services", headers={"access-control-request-method": "GET"})
    assert (asked.status_code, asked.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    assert Client().post(f"{ROOT}/services").status_code == 405
    for other in ("/directory/", "/sign-in", "/help/"):
        assert "Access-Control-Allow-Origin" not in Client().get(other).headers


def test_it_is_the_same_for_somebody_who_has_signed_in_and_sets_no_cookie() -> None:
    some()
    visitor, worker = ask("services"), signed_in(make.account("front_door")).get(f"{ROOT}/services")
    assert visitor.content == worker.content
    for answer in (visitor, worker):
        assert not answer.cookies
        assert "Vary" not in answer.headers
        assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_what_has_not_changed_is_not_sent_again() -> None:
    by = officer()
    tots = put(by, facts())
    first = ask("services")
    tag, since = first.headers["ETag"], first.headers["Last-Modified"]
    for headers in ({"if-none-match": tag}, {"if-none-match": f'"x", W/{tag}'}, {"if-modified-since": since}):
        again = ask("services", **headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == tag
    with acting(make.actor(by)):
        actions.save_service(
            by=make.actor(by), service=tots, facts=replace(facts(), description="New words.")
        )
    changed = ask("services", **{"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.json()["contents"][0]["description"] == "New words."


def test_saving_the_same_again_changes_nothing_that_others_see() -> None:
    by = officer()
    tots = put(by, facts())
    before, listed = ask(f"services/{tots}"), ask("services")
    with acting(make.actor(by)):
        actions.save_service(by=make.actor(by), service=tots, facts=facts())
    assert ask(f"services/{tots}").content == before.content
    assert ask("services", **{"if-none-match": listed.headers["ETag"]}).status_code == 304


def test_a_list_of_what_changed_since_has_what_changed_and_nothing_else() -> None:
    by = officer()
    put(by, facts("Old"))
    moment = ask("services").json()["contents"][0]["last_modified"]
    later = put(by, facts("New", provider="Other"))
    got = ids(f"services?modified_after={moment.replace('Z', '000Z')}")
    assert str(later) in got


def test_too_many_from_one_place_wait_and_are_told_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    some()
    monkeypatch.setattr(LIMIT, "most", 3)
    answers = [ask("services") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert answers[-1].headers["Access-Control-Allow-Origin"] == "*"


def test_the_count_of_a_place_begins_anew_each_minute_and_is_that_places_alone() -> None:
    limit = Limit(2)
    assert [limit.wait("a", 59.0) for _ in range(3)] == [0, 0, 1]
    assert limit.wait("b", 59.0) == 0
    assert limit.wait("a", 60.0) == 0


def test_words_of_every_kind_come_out_as_they_went_in() -> None:
    words = 'Café <script>alert(1)</script> \u202egnp 日本 "quoted" \\ \' %s {{ 1 }}'
    made = put(officer(), facts(words, description=words))
    told = json.loads(ask(f"services/{made}").content)
    assert "<script>" in told["name"]
    assert "\u202e" not in told["name"] + told["description"]
    assert b"<script>alert" not in Client().get(f"/directory/{made}/").content


def test_the_mark_of_an_answer_follows_what_is_asked_and_how_answers_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tots = put(officer(), facts())
    tags = {
        ask(each).headers["ETag"]
        for each in ("services", "services?page=2", f"services/{tots}", "taxonomies")
    }
    assert len(tags) == 4
    assert ask("services").headers["ETag"] == ask("services").headers["ETag"]
    other = Client(headers={"host": "other.example"}).get("/oruk/3.0/")
    assert other.headers["ETag"] != Client().get("/oruk/3.0/").headers["ETag"], "the answer names the host"
    first = ask("services")
    again = {"if-none-match": first.headers["ETag"], "if-modified-since": first.headers["Last-Modified"]}
    later = Shaped("another release", time.time() + 5)
    monkeypatch.setattr("kith.offer.api.tags.shaped", lambda: later)
    monkeypatch.setattr("kith.offer.api.views.shaped", lambda: later)
    for name, value in again.items():
        assert ask("services", **{name: value}).status_code == 200, (
            "the same data in a new shape is a new answer"
        )
