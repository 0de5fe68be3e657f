"""Every way out of Kith, one by one: none tells where a refuge is, nor by what is missing, counted, ordered or marked."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import pytest
from django.core import mail
from django.test import Client, override_settings

from kith.core.acting import acting
from kith.offer import actions
from kith.offer.finding.spelling import meant
from kith.offer.models import ServicePlace
from kith.offer.oruk.schema import openapi
from tests.offer.feed import pages_of, record, serving
from tests.offer.offers_world import published
from tests.offer.test_feeds import read
from tests.offer.world import facts, officer, put, secret
from tests.support import make
from tests.support.visit import signed_in
from tests.walk.routes import every_route

pytestmark = pytest.mark.database
# Where the refuge stood while it was shown, and where its feed says it stands.
PLACE = (
    "Kiln Garth",
    "Elm Hall",
    "KH6 1AA",
    "KH61AA",
    "Foundry Steps",
    "Town Barn",
    "KH13 2AB",
    "kh132ab",
    "52.1",
)
ORUK = "/oruk/3.0/"


@pytest.fixture
def refuge() -> UUID:
    """Was shown with its place by mistake, and made secret; something open stands at the other end of the county."""
    by = officer()
    made = put(by, facts("Harbour", provider="Lantern", needs=("abuse",)))
    with acting(make.actor(by)):
        actions.save_service(by=make.actor(by), service=made, facts=secret("Harbour"))
    put(
        by,
        facts(
            "Open House",
            provider="Other",
            needs=("abuse",),
            places=(replace(facts().places[0], postcode="KH9 1AA", name="Barn", address="1 Long Mile"),),
        ),
    )
    return made


def got(path: str, **headers: str) -> Any:
    return Client(headers=headers).get(path)


def plain(words: str) -> str:
    """Without what the visitor typed, which stands in the boxes of the search."""
    return re.sub(r'value="[^"]*"', "", words)


def test_no_public_address_at_all_has_a_word_of_the_place(refuge: UUID) -> None:
    published(make.account("front_door"))
    at = str(uuid5(refuge, "at/0"))
    parts: dict[str, object] = {
        "service_id": refuge, "at_id": at, "kind": "kinship", "number": 1, "secret": "x", "topic": "rights",
        "taxonomy_id": refuge, "term_id": refuge, "provider_id": "council", "key": "x",
    }  # fmt: skip
    asked = 0
    for route in every_route():
        if route.audience != "public" or not set(route.parameters) <= set(parts):
            continue
        asked += 1
        for answer in (
            got(route.at(parts)),
            Client().post(route.at(parts), {"postcode": "KH6 1AA", "need": "abuse"}),
        ):
            words = (
                b"".join(answer).decode(errors="replace")
                if answer.streaming
                else plain(answer.content.decode(errors="replace"))
            )
            told = words + str(answer.headers)
            assert not [each for each in PLACE if each in told], route.name
    assert asked > 30


@pytest.mark.parametrize("page", ["/directory/", "/directory/widget/"])
def test_search_and_widget_list_it_apart_the_same_from_everywhere(refuge: UUID, page: str) -> None:
    apart = []
    for postcode in ("KH6 1AA", "KH13 2AB", "KH1 1AA"):
        words = plain(Client().post(page, {"postcode": postcode, "need": "abuse"}).content.decode())
        nearest, _, others = words.partition("By telephone, online, or in no one place")
        assert str(refuge) not in nearest
        line = next(each for each in others.split("<li") if str(refuge) in each)
        assert "miles" not in line
        apart.append(line.partition("</li>")[0])
    assert len(set(apart)) == 1, "its line is the same wherever one asks from"


def test_sorting_by_distance_leaves_no_gap_that_tells_of_it(refuge: UUID) -> None:
    with_it = Client().post("/directory/", {"postcode": "KH6 1AA"}).content.decode()
    by = officer()
    with acting(make.actor(by)):
        actions.withdraw_service(by=make.actor(by), service=refuge)
    without = Client().post("/directory/", {"postcode": "KH6 1AA"}).content.decode()

    def near(page: str) -> str:
        return page.partition('id="found"')[2].partition("By telephone")[0].partition("Search again")[0]

    assert near(with_it).strip().startswith(near(without).strip()[:400])


def test_the_api_gives_it_no_place_at_each_of_its_addresses(refuge: UUID) -> None:
    one = got(f"{ORUK}services/{refuge}").json()
    assert not {"service_at_locations", "url", "email", "contacts", "location"} & set(one)
    for path in ("services", "services?search=Harbour", "services?minimum_age=0", "services?per_page=100"):
        for each in got(ORUK + path).json()["contents"]:
            if each["id"] == str(refuge):
                assert not [word for word in PLACE if word in json.dumps(each)], path
                assert set(each) <= {
                    "id", "organization_id", "name", "description", "status", "assured_date", "last_modified",
                    "organization",
                }, path  # fmt: skip
    at = got(f"{ORUK}service_at_locations").json()
    assert str(refuge) not in json.dumps(at)
    for made in ("at/0", "spot", "place/0"):
        assert got(f"{ORUK}service_at_locations/{uuid5(refuge, made)}").status_code == 404, made
    for path in ("", "openapi.json", "taxonomies", "taxonomy_terms"):
        assert str(refuge) not in got(ORUK + path).content.decode()


def test_no_distance_however_small_or_large_counts_it(refuge: UUID) -> None:
    for metres in (0, 1, 1_000, 10_000, 100_000, 500_000):
        for postcode in ("KH6 1AA", "KH6", "KH13 2AB"):
            for kind in ("services", "service_at_locations"):
                found = got(f"{ORUK}{kind}?postcode={postcode}&proximity={metres}").json()
                assert str(refuge) not in json.dumps(found)
                assert found["total_items"] == len(found["contents"]) <= 1


def test_counts_are_of_what_is_shown(refuge: UUID) -> None:
    assert got(f"{ORUK}services").json()["total_items"] == 2
    assert got(f"{ORUK}service_at_locations").json()["total_items"] == 1


def everything() -> dict[str, tuple[int, bytes, str, str]]:
    """Every public answer, with the marks by which a cache knows it."""
    paths = (
        "services",
        "services?postcode=KH13 2AB",
        "service_at_locations",
        "services?modified_after=2020-01-01T00:00:00Z",
    )
    found = {path: got(ORUK + path) for path in paths}
    found["page"] = Client().post("/directory/", {"postcode": "KH13 2AB"})
    return {
        name: (
            each.status_code,
            re.sub(rb'name="(?:csrfmiddlewaretoken|sending)" value="[^"]*"', b"", each.content),
            each.headers.get("ETag", ""),
            each.headers.get("Last-Modified", ""),
        )
        for name, each in found.items()
    }


def test_what_a_feed_says_of_it_changes_no_byte_mark_or_date(refuge: UUID) -> None:
    before = everything()
    with serving(pages_of([record("Lantern Refuge")])) as address:
        assert read(address)["held"] == 1
    assert everything() == before


def test_moving_it_is_seen_by_nobody(refuge: UUID) -> None:
    before = everything()
    by = officer()
    with acting(make.actor(by)):
        actions.save_service(
            by=make.actor(by), service=refuge, facts=secret("Harbour", provider_email="new@lantern.example")
        )
    assert everything() == before
    assert not ServicePlace.objects.using(make.OWNER).filter(service_id=refuge).exists()


def test_what_was_remembered_while_it_was_shown_is_forgotten_at_once() -> None:
    by = officer()
    made = put(by, facts("Harbour", provider="Lantern", needs=("abuse",), description="By Thistledown quay."))
    first = got(f"{ORUK}service_at_locations")
    assert first.json()["total_items"] == 1
    assert meant("thistledwn") == "thistledown"
    with acting(make.actor(by)):
        actions.save_service(by=make.actor(by), service=made, facts=secret("Harbour"))
    again = got(f"{ORUK}service_at_locations", **{"if-none-match": first.headers["ETag"]})
    assert again.status_code == 200
    assert again.json()["total_items"] == 0
    since = got(
        f"{ORUK}services?modified_after={first.json()['contents'][0]['service']['last_modified']}"
    ).json()
    assert not [word for word in PLACE if word in json.dumps(since)]
    assert meant("thistledwn") == "", "no word of where it stood is suggested"


def test_schema_org_says_no_place_of_it(refuge: UUID) -> None:
    page = got(f"/directory/{refuge}/").content.decode()
    assert 'itemprop="telephone"' in page
    for mark in (
        "serviceLocation",
        "PostalAddress",
        "streetAddress",
        "postalCode",
        "GeoCoordinates",
        "hasMap",
    ):
        assert mark not in page


def test_there_is_no_list_of_addresses_and_no_file_to_take_away(refuge: UUID) -> None:
    for path in (
        "/sitemap.xml",
        "/robots.txt",
        "/directory/sitemap.xml",
        "/directory.csv",
        "/directory/services.csv",
        f"{ORUK}services.csv",
    ):
        assert got(path).status_code == 404, path
    named = set(openapi()["paths"])
    assert not [each for each in named if "csv" in each or "sitemap" in each]
    assert '<meta name="robots" content="noindex' in got(f"/directory/{refuge}/").content.decode()


def test_behind_the_familys_door_it_is_the_same(refuge: UUID) -> None:
    parent = make.account("parent")
    make.door(parent, make.person("Ada"))
    client = signed_in(parent)
    for answer in (client.post("/my/near/", {"postcode": "KH6 1AA"}), client.get(f"/my/near/{refuge}/")):
        assert not [word for word in PLACE if word in plain(answer.content.decode())]


@override_settings(
    EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
    CSRF_TRUSTED_ORIGINS=["https://kith.example"],
)
def test_the_email_to_its_provider_and_the_page_of_its_link_say_no_place(refuge: UUID) -> None:
    mail.outbox = []
    by = officer()
    with acting(make.actor(by)):
        actions.send_nudge(by=make.actor(by), service=refuge)
    (letter,) = mail.outbox
    assert not [word for word in PLACE if word in f"{letter.subject}{letter.body}"]
    link = re.search(r"/directory/still-right/\S+", str(letter.body))
    assert link is not None
    page = got(link[0]).content.decode()
    assert "Still right" in page
    assert not [word for word in PLACE if word in page]
    assert "address" not in page, "no question about an address that is not shown"
