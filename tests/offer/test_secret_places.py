"""A refuge has an area and a telephone number. Nothing public, and no order of writing, gives more of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connections
from django.test import Client

from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.offer import actions
from kith.offer.actions.taking import Incoming
from kith.offer.models import Feed, Place, Published, Service, ServicePlace, Spot
from kith.offer.screening import sounds_secret, tells_a_place
from kith.offer.shapes import ContactFacts, CostFacts, HoursFacts, PhoneFacts, ServiceFacts
from tests.offer.world import FAR, HALL, facts, officer, put, secret
from tests.support import make

pytestmark = pytest.mark.database
PLACE_WORDS = (
    "KH6",
    "Kiln Garth",
    "Elm Hall",
    "latitude",
    "longitude",
    "postal_code",
    "address_1",
    "miles away",
)


def refused(statement: str, values: list[Any]) -> None:
    """Even the owner's login, past every action and policy, is refused."""
    with pytest.raises(IntegrityError), connections["owner"].cursor() as cursor:
        cursor.execute(statement, values)


def everything_public(service: UUID) -> dict[str, str]:
    visitor = Client()
    found = {
        "list": visitor.post("/directory/", {"postcode": "KH6 1AA", "need": "abuse"}),
        "page": visitor.get(f"/directory/{service}/"),
        "one": visitor.get(f"/oruk/3.0/services/{service}"),
        "all": visitor.get("/oruk/3.0/services"),
        "places": visitor.get("/oruk/3.0/service_at_locations"),
    }
    assert all(answer.status_code == 200 for answer in found.values())
    return {name: answer.content.decode() for name, answer in found.items()}


def test_a_refuge_is_shown_with_its_area_and_number_and_no_place_or_distance() -> None:
    by = officer()
    refuge = put(by, secret())
    pages = everything_public(refuge)
    for name in ("list", "page", "one"):
        assert "01632 960001" in pages[name], name
    assert "All of Kithshire" in pages["one"]
    for name, words in pages.items():
        # What the visitor typed stands in the box of the search, and nowhere else.
        plain = words.replace('value="KH6 1AA"', "")
        for word in PLACE_WORDS:
            assert word not in plain, (name, word)


def test_it_is_never_in_a_list_by_distance_nor_within_any_distance() -> None:
    by = officer()
    refuge, open_one = put(by, secret()), put(by, facts("Friday Friends", needs=("abuse",)))
    page = Client().post("/directory/", {"postcode": "KH6 1AA", "need": "abuse"}).content.decode()
    nearest, others = page.split("By telephone, online, or in no one place")
    assert str(open_one) in nearest
    assert str(refuge) not in nearest
    assert str(refuge) in others
    near = Client().get("/oruk/3.0/services?postcode=KH6 1AA&proximity=500000").json()
    assert [each["id"] for each in near["contents"]] == [str(open_one)]
    at = Client().get("/oruk/3.0/service_at_locations").json()
    assert {each["service_id"] for each in at["contents"]} == {str(open_one)}


def test_the_database_refuses_a_place_whoever_writes_it() -> None:
    refuge = put(officer(), secret())
    place = Place.objects.using(make.OWNER).create(name="Elm Hall", postcode="KH6 1AA")
    columns = "(id, recorded_at, source, service_id, place_id, confidential)"
    for flag in (False, True):
        refused(
            f"INSERT INTO offer_serviceplace {columns} VALUES (gen_random_uuid(), now(), 'worker', %s, %s, %s)",
            [refuge, place.id, flag],
        )
    for statement in (
        "UPDATE offer_spot SET at = point(1, 1) WHERE service_id = %s",
        "UPDATE offer_spot SET place = gen_random_uuid() WHERE service_id = %s",
        "UPDATE offer_spot SET confidential = false, at = point(1, 1) WHERE service_id = %s",
        'UPDATE offer_published SET document = document || \'{"url": "https://x.example"}\' WHERE service_id = %s',
        "UPDATE offer_published SET document = document || '{\"service_at_locations\": []}' WHERE service_id = %s",
        'UPDATE offer_published SET document = document || \'{"x": [{"latitude": 1}]}\' WHERE service_id = %s',
        'UPDATE offer_published SET document = document || \'{"description": "by KH6 1AA"}\' WHERE service_id = %s',
        "UPDATE offer_published SET confidential = false WHERE service_id = %s",
        "UPDATE offer_service SET url = 'https://x.example' WHERE id = %s",
        "UPDATE offer_service SET description = 'behind the shop, KH6 1AA' WHERE id = %s",
    ):
        refused(statement, [refuge])


def test_what_has_a_place_cannot_become_secret_before_the_place_is_gone() -> None:
    by = officer()
    hall = put(by, facts())
    refused("UPDATE offer_service SET confidential = true, url = '', email = '' WHERE id = %s", [hall])
    told = replace(secret(), name="Tots and Tea")
    with acting(make.actor(by)):
        actions.save_service(by=make.actor(by), facts=told, service=hall)
    row = Service.objects.using(make.OWNER).get(id=hall)
    assert row.confidential
    assert not ServicePlace.objects.using(make.OWNER).filter(service_id=hall).exists()
    assert not Place.objects.using(make.OWNER).exists()
    assert set(Spot.objects.using(make.OWNER).values_list("place", flat=True)) == {None}
    assert "service_at_locations" not in Published.objects.using(make.OWNER).get().document
    for name, words in everything_public(hall).items():
        assert "Kiln Garth" not in words, name


@pytest.mark.parametrize(
    "more",
    [
        {"places": (HALL,)},
        {"url": "https://refuge.example/"},
        {"email": "a@refuge.example"},
        {"description": "Come to 12 Rose Lane."},
        {"area": "KH6 1AA"},
        {"name": "The house at KH61AA"},
        {"provider": "Lantern, KH6 1AA"},
        {"alert": "Moved to 12 Rose Lane."},
        {"phones": (PhoneFacts("01632 960001", "or come to KH6 1AA"),)},
        {"hours": (HoursFacts((1,), words="at 12 Rose Lane"),)},
        {"costs": (CostFacts(words="pay at KH6 1AA"),)},
        {"languages": ("Polish, at KH6 1AA",)},
        {"description": "Ring us.\n11 1st class rooms."},
    ],
)
def test_an_officer_is_told_what_gives_it_away(more: dict[str, Any]) -> None:
    by = officer()
    with pytest.raises(CannotBeError) as why:
        put(by, replace(secret(), **more))
    assert why.value.field in more


def test_words_that_sound_secret_are_not_kept_until_somebody_has_said_that_the_place_may_be_shown() -> None:
    by = officer()
    told = facts("Refuge coffee morning", places=(FAR,))
    with pytest.raises(CannotBeError) as why, acting(make.actor(by)):
        actions.save_service(by=make.actor(by), facts=told)
    assert "refuge" in why.value.message
    shown = put(by, told, place_may_be_shown=True)
    assert Service.objects.using(make.OWNER).get(id=shown).place_decided_by_id == by.id


@pytest.mark.parametrize(
    "more",
    [
        {"alert": "The refuge is full."},
        {"provider": "Lantern Refuge"},
        {"provider_website": "https://lantern-refuge.example/"},
        {"url": "https://lantern.example/refuge"},
        {"email": "refuge@lantern.example"},
        {"languages": ("Polish in the refuge",)},
        {"hours": (HoursFacts((1,), words="refuge residents"),)},
        {"costs": (CostFacts(words="free in the refuge"),)},
        {"phones": (PhoneFacts("01632 960001", "refuge staff"),)},
        {"contacts": (ContactFacts("Ada", "refuge worker"),)},
        {"places": (replace(HALL, access=("Ring at the refuge",)),)},
    ],
)
def test_words_of_a_secret_place_are_looked_for_in_all_that_is_shown(more: dict[str, Any]) -> None:
    assert sounds_secret(*facts().texts()) == ()
    assert sounds_secret(*facts(**more).texts()) == ("refuge",)


@pytest.mark.parametrize(
    ("text", "secret_one"),
    [
        ("Harbour Refuge", True),
        ("a safe-house", True),
        ("Women’s Aid", True),
        ("womens aid", True),
        ("CHILDREN'S HOME", True),
        ("Childrens Homes", True),
        ("supported  accommodation", True),
        ("Child Contact Centre", True),
        ("Women&#39;s Aid", True),
        ("Womenʼs shelter", True),
        ("Ｒｅｆｕｇｅ", True),
        ("ref\u00aduge", True),
        ("re\u200bfuge", True),
        ("Residential children's unit", True),
        ("Move-on accommodation", True),
        ("https://lanternrefuge.example/", True),
        ("hello@womens-aid-pellbridge.example", True),
        ("https://refugees.example/", False),
        ("help@refugeecouncil.example", False),
        ("https://homework.example/home.html", False),
        ("Refugee welcome", False),
        ("home for tea", False),
        ("contact us", False),
        ("children's homework club", False),
    ],
)
def test_words_of_secret_places_are_known(text: str, secret_one: bool) -> None:
    assert bool(sounds_secret(text)) is secret_one


def test_python_and_the_database_know_the_same_postcodes() -> None:
    texts = (
        "KH6 1AA",
        "kh61aa",
        "SW1A 1AA",
        "M1 1AA",
        "see KH10 9ZZ.",
        "KH6",
        "ab12cd",
        str(uuid4()),
        "12345",
        "M11AA",
    )
    with connections["owner"].cursor() as cursor:
        for text in texts:
            cursor.execute(r"SELECT %s ~ '\m[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s?[0-9][A-Za-z]{2}\M'", [text])
            assert cursor.fetchone()[0] is bool(tells_a_place(text)), text


def test_a_document_of_a_secret_place_has_nothing_that_leads_there() -> None:
    refuge = put(officer(), secret(contacts=()))
    document = json.loads(everything_public(refuge)["one"])
    assert set(document["organization"]) == {"id", "name", "description"}
    assert not {"url", "email", "contacts", "service_at_locations"} & set(document)
    assert "private@" not in json.dumps(document)


def test_what_was_decided_of_one_place_is_not_decided_of_another_that_its_feed_tells_later() -> None:
    """A coffee morning with a doubtful name moves, or becomes a refuge: a person looks again."""
    by = officer()
    hall = facts("Refuge coffee morning", places=(FAR,))
    feed = Feed.objects.using(make.OWNER).create(
        name="Next County", address="https://feed.example/", recorded_by=by.id
    )
    service = put(by, hall, place_may_be_shown=True)
    rows = Service.objects.using(make.OWNER)
    rows.filter(id=service).update(feed_id=feed.id, external="e1", digest="as it came")

    def comes(told: ServiceFacts) -> tuple[int, int]:
        with acting(make.actor(by)):
            taken = actions.take_in(by=make.actor(by), feed=feed.id, records=[Incoming("e1", told)])
        return taken.changed, taken.held

    assert comes(replace(hall, description="Tea and talk.")) == (1, 0)
    assert comes(replace(hall, places=(replace(FAR, address="12 Rose Lane", name="The house"),))) == (0, 1)
    assert comes(replace(hall, description="A safe house for women.")) == (0, 1)
    kept = rows.get(id=service)
    assert kept.description == "Tea and talk."
    assert "Rose Lane" not in str(everything_public(service))
