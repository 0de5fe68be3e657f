"""Other directories read into ours: what is wrong is told by record and field, the rest is kept, twice is once."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.offer import actions
from kith.offer.feeds.pages import FeedError, Reading, get
from kith.offer.feeds.run import read_feed
from kith.offer.feeds.sheet import rows
from kith.offer.keeping.queries import facts_of
from kith.offer.models import Feed, Held, Published, Service, Spot
from kith.offer.oruk.validating import validate_all
from kith.offer.shapes import ServiceFacts, from_json
from tests.offer.feed import pages_of, record, serving
from tests.offer.world import facts, officer, put
from tests.support import make
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
BY = Actor(id=UUID("6b697468-0000-4000-8000-0000000fefed"), role="loader", channel="service", reason="test")


def read(source: str, name: str = "Next County") -> dict[str, Any]:
    with worker_login():
        return read_feed(by=BY, name=name, source=source)


def counts(report: dict[str, Any]) -> tuple[int, ...]:
    return tuple(report[name] for name in ("read", "new", "changed", "unchanged", "held"))


def published() -> set[str]:
    return set(Published.objects.using(make.OWNER).values_list("name", flat=True))


def test_a_feed_is_read_page_by_page_and_a_second_time_changes_nothing() -> None:
    records = [record(f"Group {number}") for number in range(5)]
    with serving(pages_of(records)) as address:
        first, before = read(address), list(Published.objects.using(make.OWNER).values_list())
        second = read(address)
    assert (counts(first), first["refused"], first["stopped"]) == ((5, 5, 0, 0, 0), [], "")
    assert counts(second) == (5, 0, 0, 5, 0)
    assert list(Published.objects.using(make.OWNER).values_list()) == before
    one = Service.objects.using(make.OWNER).get(name="Group 3")
    assert (one.needs, one.at.using(make.OWNER).get().place.postcode) == (["home"], "KH13 2AB")
    assert Feed.objects.using(make.OWNER).get().read_at is not None
    assert "Group 3" in Client().post("/directory/", {"postcode": "KH13"}).content.decode()
    with acting(None):
        assert validate_all()["faults"] == []


def test_what_the_feed_changed_is_changed_and_the_rest_is_left() -> None:
    with serving(pages_of([record("A"), record("B")])) as address:
        read(address)
    with serving(pages_of([record("A", description="New words."), record("B")])) as address:
        assert counts(read(address)) == (2, 0, 1, 1, 0)
    assert Service.objects.using(make.OWNER).get(name="A").description == "New words."


def test_what_its_feed_ends_is_public_no_more() -> None:
    with serving(pages_of([record("A"), record("B")])) as address:
        read(address)
    with serving(pages_of([record("A", status="defunct"), record("B")])) as address:
        assert counts(read(address)) == (2, 0, 1, 1, 0)
    one = Service.objects.using(make.OWNER).get(name="A")
    assert (one.status, one.published, published()) == ("defunct", False, {"B"})
    assert Client().get(f"/directory/{one.id}/").status_code == 404
    assert not Spot.objects.using(make.OWNER).filter(service_id=one.id).exists()
    with serving(pages_of([record("A"), record("B")])) as address:
        assert counts(read(address)) == (2, 0, 1, 1, 0)
    assert published() == {"A", "B"}, "it runs again"


def test_secret_places_are_held_for_a_person_and_nothing_of_them_is_public() -> None:
    refuge = record("Rose Refuge")
    hidden = record("Quiet House", description="Safe accommodation. Confidential address.")
    with serving(pages_of([refuge, hidden, record("Club")])) as address:
        assert counts(read(address)) == (3, 1, 0, 0, 2)
        assert published() == {"Club"}
        assert counts(read(address)) == (3, 0, 0, 3, 0), "asked about once"
    by = officer()
    held = Held.objects.using(make.OWNER).get(external=refuge["id"])
    assert held.words == "refuge"
    told = from_json(held.facts)
    bare = type(told)(
        name=told.name,
        provider=told.provider,
        description="A safe place.",
        confidential=True,
        phones=told.phones,
    )
    with acting(make.actor(by)):
        made = actions.take_held(by=make.actor(by), held=held.id, facts=bare)
    page = Client().get(f"/directory/{made}/").content.decode()
    assert "01632 960123" in page
    assert "Foundry" not in page
    with serving(pages_of([refuge])) as address:
        assert counts(read(address)) == (1, 0, 0, 1, 0), "what was decided on the same facts holds"
    changed = record("Rose Refuge", description="New words.")
    with serving(pages_of([changed])) as address:
        assert counts(read(address)) == (1, 0, 0, 0, 1), (
            "other facts are asked about again, and show nothing meanwhile"
        )
    assert "Foundry" not in Client().get(f"/oruk/3.0/services/{made}").content.decode()


def test_what_an_officer_made_secret_stays_so_whatever_its_feed_says_next() -> None:
    by, club = officer(), record("Club")
    with serving(pages_of([club])) as address:
        read(address)
    one = Service.objects.using(make.OWNER).get()
    bare = ServiceFacts(name="Club", provider="Club Trust", confidential=True)
    with acting(make.actor(by)):
        actions.save_service(by=make.actor(by), facts=bare, service=one.id)
    for number, words in enumerate(("Tea and games.", "Tea, games and cake.")):
        with serving(pages_of([record("Club", description=words)])) as address:
            assert counts(read(address)) == (1, 0, 0, 0, 1)
            assert counts(read(address)) == (1, 0, 0, 1, 0), "asked about once"
        row = Service.objects.using(make.OWNER).get()
        assert row.confidential, number
        for page in (f"/directory/{one.id}/", f"/oruk/3.0/services/{one.id}"):
            assert "Foundry" not in Client().get(page).content.decode()
    held = Held.objects.using(make.OWNER).get(outcome="")
    assert (held.why, held.words) == ("screened", "it was changed or kept secret here")


def test_what_an_officer_took_down_or_changed_is_not_shown_or_written_over_by_its_feed() -> None:
    by = officer()
    with serving(pages_of([record("Down"), record("Mended")])) as address:
        read(address)
    ids = dict(Service.objects.using(make.OWNER).values_list("name", "id"))
    with acting(make.actor(by)):
        actions.withdraw_service(by=make.actor(by), service=ids["Down"])
        mended = facts("Mended", description="As we know it.")
        actions.save_service(by=make.actor(by), facts=mended, service=ids["Mended"])
    changed = [record(name, description="New words.") for name in ids]
    with serving(pages_of(changed)) as address:
        assert counts(read(address)) == (2, 0, 0, 0, 2)
        assert counts(read(address)) == (2, 0, 0, 2, 0)
    assert published() == {"Mended"}
    assert not Service.objects.using(make.OWNER).get(name="Down").published
    assert Service.objects.using(make.OWNER).get(name="Mended").description == "As we know it."
    held = Held.objects.using(make.OWNER).get(external=record("Down")["id"])
    with acting(make.actor(by)):
        actions.take_held(by=make.actor(by), held=held.id, facts=from_json(held.facts))
    assert published() == {"Mended", "Down"}, "a person may show it again"
    with serving(pages_of([record("Down", description="Newer words.")])) as address:
        assert counts(read(address)) == (1, 0, 1, 0, 0), "and then it is its feed's again"


def test_one_that_is_here_already_is_held_as_a_likeness() -> None:
    by = officer()
    mine = put(by, facts("Tots and Tea"))
    twin = record(
        "Tots & Tea",
        organization={"id": record("x")["id"], "name": "Pellbridge Play-time", "description": "x"},
    )
    other = record("Tots and Tea", id=record("other")["id"])
    with serving(pages_of([twin, other])) as address:
        report = read(address)
    assert counts(report) == (2, 1, 0, 0, 1), "alike in name alone is not alike"
    held = Held.objects.using(make.OWNER).get()
    assert (held.why, held.like) == ("alike", mine)
    with acting(make.actor(by)):
        actions.same_as_held(by=make.actor(by), held=held.id)
    with serving(pages_of([twin])) as address:
        assert counts(read(address)) == (1, 0, 0, 1, 0)


def test_each_record_that_breaks_the_standard_is_told_by_field_and_the_rest_is_kept() -> None:
    wrong = {
        "status": record("No status", status="open"),
        "organization": record("No org", organization={"name": "x"}),
        "url": record("No url", url="not a url"),
        "minimum_age": record("Old", minimum_age="young"),
        "description": record("Long", description="x" * 10_000_001),
        "schedules": record("Late", schedules=[{"id": record("s")["id"], "opens_at": "25:99"}]),
        "assured_date": record("When", assured_date="yesterday"),
        "phones": record("Rung", phones=[{"id": record("p")["id"], "number": "<script>"}]),
        "maximum_age": record("Ages", minimum_age=9, maximum_age=3),
    }
    with serving(pages_of([*wrong.values(), record("Good")])) as address:
        report = read(address)
    assert report["new"] == 1
    assert published() == {"Good"}
    told = {each["record"]: each["field"].split(".")[0] for each in report["refused"]}
    assert told == {each["id"]: field for field, each in wrong.items()}
    assert all(len(each["reason"]) <= 250 for each in report["refused"])


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e400"])
def test_a_number_that_is_none_is_refused_as_its_field_and_the_rest_is_kept(number: str) -> None:
    def with_number(path: str, query: dict[str, str]) -> Any:
        answer = plain(path, query)
        return json.dumps(answer).replace('"@"', number).encode() if answer else answer

    price = record("Price", cost_options=[{"id": record("c")["id"], "amount": "@"}])
    age = record("Age", minimum_age="@")
    plain = pages_of([price, age, record("Good")], size=3)
    with serving(with_number) as address:
        report = read(address)
    assert published() == {"Good"}
    told = {each["record"]: each["field"] for each in report["refused"]}
    assert told == {price["id"]: "cost_options.0.amount", age["id"]: "minimum_age"}


def test_nulls_are_what_a_feed_does_not_know() -> None:
    with serving(pages_of([record("Nulls", url=None, minimum_age=None, contacts=None)])) as address:
        assert counts(read(address)) == (1, 1, 0, 0, 0)


def test_a_feed_that_goes_round_in_a_circle_ends() -> None:
    whole = pages_of([record("A"), record("B")], size=2)

    def circle(path: str, query: dict[str, str]) -> Any:
        if path.startswith("/services/"):
            return whole(path, query)
        return whole(path, {"page": "1"}) | {"last_page": False, "total_pages": 10**9}  # type: ignore[operator]

    with serving(circle) as address:
        report = read(address)
    assert report["new"] == 2
    assert "circle" in report["stopped"]


def test_half_a_feed_is_kept_and_said_to_be_half() -> None:
    whole = pages_of([record(f"Group {number}") for number in range(6)])

    def half(path: str, query: dict[str, str]) -> Any:
        if query.get("page") == "3":
            return b'{"contents": [{"id": "'
        return None if path.endswith(record("Group 1")["id"]) else whole(path, query)

    with serving(half) as address:
        report = read(address)
    assert report["new"] == 3
    assert report["stopped"].startswith("Page 3: It is no whole JSON")
    assert [each["record"] for each in report["refused"]] == [record("Group 1")["id"]]
    assert Feed.objects.using(make.OWNER).get().read_at is None, "not read to its end"


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"contents": 3}', b"[" * 100_000, b"\xff\xfe"])
def test_what_is_no_feed_ends_in_one_line(body: bytes) -> None:
    with serving(lambda _path, _query: body) as address, pytest.raises(FeedError) as why:
        read(address)
    assert "\n" not in str(why.value)
    with pytest.raises(FeedError):
        read("ftp://127.0.0.1/")
    with pytest.raises(FeedError):
        read("http://127.0.0.1:9/")


def test_a_file_of_services_is_read_as_a_feed_is(tmp_path: Path) -> None:
    file = tmp_path / "services.json"
    file.write_text(json.dumps({"contents": [record("A"), {"name": "no id"}, 7]}))
    report = read(str(file))
    assert report["new"] == 1
    assert [(each["record"], each["field"]) for each in report["refused"]] == [
        ("record 2", "id"),
        ("record 3", "id"),
    ]
    file.write_text('[{"id"')
    with pytest.raises(FeedError):
        read(str(file))


CSV = """name,provider,description,needs,minimum_age,hours,phone,address,town,postcode,cost,colour
Lego Club,Bricks,,young;Feelings and mental health,7,Sat 10-12,01632 960555,4 Kiln Row,Pellbridge,kh61aa,Free;£2.5;tea,red
Odd,Bricks,,nonsense,,,,,,,,
Older,Bricks,,,seven,,,,,,,
Lost,Bricks,,,,,,1 Kiln Garth,Pellbridge,nowhere,,
Hidden Refuge,Lantern,,,,,01632 960556,4 Kiln Garth,Pellbridge,KH6 1AA,,
Not a sum,Bricks,,,,,,,,,nan,
No end,Bricks,,,,,,,,,-Infinity,
Rounded up,Bricks,,,,,,,,,999999.999,
"""


def test_a_csv_is_read_row_by_row(tmp_path: Path) -> None:
    file = tmp_path / "ours.csv"
    file.write_text(CSV, encoding="utf-8-sig")
    limit = csv.field_size_limit()
    report = read(str(file), "A provider")
    assert csv.field_size_limit() == limit, "others who read CSV have their own limit back"
    assert counts(report) == (6, 1, 0, 0, 1)
    told = {(each["record"], each["field"]) for each in report["refused"]}
    assert told == {
        ("header", "colour"),
        ("row 3", "needs"),
        ("row 4", "minimum_age"),
        ("Lost/Bricks", "places"),
        ("Not a sum/Bricks", "costs"),
        ("No end/Bricks", "costs"),
        ("Rounded up/Bricks", "costs"),
    }
    row = Service.objects.using(make.OWNER).get(name="Lego Club")
    kept = facts_of_owner(row)
    assert (kept.needs, kept.minimum_age, kept.hours[0].days) == (("young", "feelings"), 7, (6,))
    assert {(each.amount, each.words) for each in kept.costs} == {
        (0, ""),
        (Decimal("2.5"), ""),
        (None, "tea"),
    }
    assert counts(read(str(file), "A provider")) == (6, 0, 0, 2, 0)


def test_a_value_over_the_limit_is_told_in_words_and_nothing_of_the_file_is_taken(tmp_path: Path) -> None:
    limit, file = csv.field_size_limit(), tmp_path / "long.csv"
    short = "".join(f"Group {number},Bricks,\n" for number in range(120))
    file.write_text(f"name,provider,description\n{short}Long,Bricks,{'x' * (limit + 1)}\n")
    with pytest.raises(FeedError) as why:
        read(str(file))
    assert str(why.value).startswith("long.csv cannot be read at line 122: field larger than field limit")
    assert csv.field_size_limit() == limit
    assert not Service.objects.using(make.OWNER).exists()


def test_reading_one_file_leaves_the_limit_of_others_alone_meanwhile(tmp_path: Path) -> None:
    limit, file = csv.field_size_limit(), tmp_path / "ours.csv"
    file.write_text(CSV, encoding="utf-8-sig")
    for _row in rows(file, Reading()):
        assert csv.field_size_limit() == limit


def facts_of_owner(row: Service) -> Any:
    by = officer()
    with acting(make.actor(by)):
        return facts_of(Service.objects.get(id=row.id))


@pytest.mark.parametrize("body", [b"", b"a,b\n1,2\n", b"name,provider\n\xff\xfe\n", b"\x00\x01"])
def test_what_is_no_such_table_ends_in_one_line(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(body)
    with pytest.raises(FeedError) as why:
        read(str(file))
    assert "\n" not in str(why.value)


def test_a_feed_leads_our_server_to_no_other_host() -> None:
    """A name that lapsed may be anybody's: it could have us ask what only this machine can reach."""
    asked: list[str] = []

    class Leads(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            port = self.server.server_address[1]
            to = f"http://localhost:{port}/inside" if self.path == "/away" else "/inside"
            self.send_response(200 if self.path == "/inside" else 302)
            self.send_header("Location", to)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Leads) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        there = f"http://127.0.0.1:{server.server_address[1]}"
        with pytest.raises(FeedError, match="another host"):
            get(f"{there}/away")
        assert asked == ["/away"]
        assert get(f"{there}/here") == {}
        server.shutdown()
