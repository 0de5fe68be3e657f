"""How long a way takes is a guess from the straight line, and said as one; it finds no secret place."""

from __future__ import annotations

import json
import logging
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from kith.core.acting import acting
from kith.offer.finding.search import Asked, search
from kith.offer.finding.travel import CHOICES, DETOUR, NEAREST, WAYS, takes, travel
from kith.offer.finding.whole import whole_of
from kith.offer.forms import initial_of
from kith.offer.keeping.queries import facts_of
from kith.offer.lines import LineError, place_line, places_of
from kith.offer.models import Service
from kith.offer.oruk.documents import document_of
from kith.offer.oruk.schema import faults
from kith.offer.screening import sounds_secret
from kith.offer.shapes import PlaceFacts
from tests.offer.world import FAR, facts, officer, put, secret
from tests.support import make
from tests.support.visit import words_of

DAY = date(2026, 11, 27)
BARN = PlaceFacts(
    "Town Barn",
    "1 Foundry Steps",
    "Little Hollow",
    "",
    "KH13 2AB",
    getting_here="Bus 4 stops outside. Free parking.",
)


@given(st.sampled_from(sorted(WAYS)), st.floats(0, 200_000), st.floats(0, 200_000))
def test_what_is_farther_never_takes_less(way: str, one: float, other: float) -> None:
    near, far = sorted((one, other))
    assert WAYS[way].minutes(near) <= WAYS[way].minutes(far)


@given(st.sampled_from(CHOICES), st.floats(0, 200_000))
def test_what_is_within_reach_takes_no_longer_than_was_asked(choice: tuple[str, str], metres: float) -> None:
    chosen = travel(choice[0])
    assert chosen is not None
    if NEAREST < metres <= chosen.reach:
        assert chosen.way.minutes(metres) <= chosen.minutes + 0.001


def test_the_numbers_are_those_that_the_decision_gives() -> None:
    # A bus trip of 4.9 miles of road and a car trip of 8.3: what people in England write in their travel diaries.
    assert 30 < WAYS["bus"].minutes(4.9 * 1609 / DETOUR) < 40
    assert 20 < WAYS["car"].minutes(8.3 * 1609 / DETOUR) < 25
    assert 14 < WAYS["foot"].minutes(0.75 * 1609 / DETOUR) < 20


def test_near_is_said_on_foot_and_far_by_bus_unless_another_way_is_chosen() -> None:
    assert takes(0, None) == "about 20 minutes on foot"
    assert takes(2_300, None) == "about 45 minutes on foot"
    assert takes(2_500, None) == "about 25 minutes by bus"
    assert takes(16_000, travel("car-60")) == "about 45 minutes by car"
    assert takes(100_000, travel("car-60")) == "more than 2 hours by car"


@pytest.mark.parametrize("odd", ["", "foot", "foot-9999", "plane-30", "bus-30 OR 1=1", "-"])
def test_a_way_that_is_none_of_the_list_is_none(odd: str) -> None:
    assert travel(odd) is None


@pytest.mark.parametrize(
    ("line", "there"), [("a | b | c | KH6 1AA", ""), ("a | b | c | KH6 1AA | Bus 4", "Bus 4")]
)
def test_how_to_get_there_stands_last_on_the_line_of_a_place(line: str, there: str) -> None:
    (place,) = places_of(line)
    assert place.getting_here == there
    assert place_line(place) == line


def test_a_line_with_too_many_parts_says_how_it_is_written() -> None:
    with pytest.raises(LineError, match="Bus 4 stops outside"):
        places_of("a | b | c | KH6 1AA | Bus 4 | x")


@pytest.fixture
def town(kith_database: None) -> dict[str, str]:
    by = officer()
    made = {
        "tots": facts(),
        "youth": facts("Late Shift", provider="Barn Trust", needs=("young",), places=(BARN,)),
        "far": facts("Far Tots", provider="Carrow", places=(FAR,)),
        "line": facts("Money Line", provider="Sums", needs=("money",), places=()),
        "refuge": secret(),
    }
    return {name: str(put(by, told)) for name, told in made.items()}


def near(asked: Asked) -> list[str]:
    return [each.name for each in search(asked, DAY).near]


@pytest.mark.database
def test_only_what_can_be_reached_in_that_time_is_near(town: dict[str, str]) -> None:
    assert near(Asked("KH6 1AA", travel="foot-30")) == ["Tots and Tea"]
    assert near(Asked("KH6 1AA", travel="bus-60")) == ["Tots and Tea"]
    assert near(Asked("KH6 1AA", travel="car-60")) == ["Tots and Tea", "Late Shift"]
    assert near(Asked("KH6 1AA", travel="car-60", need="young")) == ["Late Shift"]
    assert near(Asked("KH6 1AA", travel="foot-30", need="young", text="late")) == []
    assert near(Asked("KH6 1AA", travel="car-60", text="shift")) == ["Late Shift"]


@pytest.mark.database
@pytest.mark.parametrize("way", [code for code, _ in CHOICES])
def test_a_secret_place_is_the_same_for_every_way_and_from_everywhere(town: dict[str, str], way: str) -> None:
    for postcode in ("KH6 1AA", "KH13 2AB", "NH20 1AA"):
        found = search(Asked(postcode, travel=way), DAY)
        assert "Harbour Refuge" not in {each.name for each in found.near}
        refuge = next(each for each in found.others if each.name == "Harbour Refuge")
        assert (refuge.far, refuge.town) == ("", "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT line FROM offer_published WHERE confidential")
        [(line,)] = cursor.fetchall()
    assert "towns" not in json.loads(line)


@pytest.mark.database
def test_a_way_without_a_postcode_is_said_at_the_postcode_and_nothing_typed_is_lost(
    town: dict[str, str],
) -> None:
    page = Client().post("/directory/", {"travel": "bus-30", "text": "tea"})
    told = page.content.decode()
    assert page.status_code == 200
    assert "Type your postcode as well" in words_of(page)
    assert 'href="#id_postcode"' in told
    assert 'value="tea"' in told
    assert '<option value="bus-30" selected>' in told
    odd = words_of(Client().post("/directory/", {"postcode": "KH6", "travel": "plane-30"}))
    assert "Choose one of the list" in odd


@pytest.mark.database
def test_the_way_and_the_postcode_are_in_no_log_and_no_address(
    town: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page = Client().post("/directory/", {"postcode": "KH6 1AA", "travel": "foot-30"}).content.decode()
    assert "About 20 minutes on foot" in page.replace("Less than 2 miles away, about", "About")
    assert "rough guess" in page
    # What goes to the database is the middle of a sector; neither it nor what was typed is a line of the log.
    kept = "\n".join(each.getMessage() for each in caplog.records if not each.name.startswith("django.db"))
    assert "KH6" not in kept
    assert "foot-30" not in kept
    assert "?postcode" not in page


@pytest.mark.database
def test_nothing_so_near_says_what_to_change(town: dict[str, str]) -> None:
    page = words_of(
        Client().post("/directory/", {"postcode": "KH13 2AB", "travel": "foot-30", "need": "baby"})
    )
    assert "Choose a longer way" in page


@pytest.mark.database
def test_how_to_get_there_is_on_the_page_in_the_document_and_in_the_form(town: dict[str, str]) -> None:
    page = words_of(Client().get(f"/directory/{town['youth']}/"))
    assert "Bus 4 stops outside. Free parking." in page
    with acting(make.actor(officer())):
        row = Service.objects.get(id=town["youth"])
        document = document_of(row, modified_at=timezone.now())
        written = initial_of(facts_of(row))["places"]
    assert document["service_at_locations"][0]["location"]["transportation"] == BARN.getting_here
    assert not list(faults(document))
    assert "| Bus 4 stops outside. Free parking." in written


@pytest.mark.database
def test_how_to_get_there_is_screened_like_every_other_word(town: dict[str, str]) -> None:
    hall = PlaceFacts("Hall", postcode="KH6 1AA", getting_here="By the women’s refuge")
    assert sounds_secret(*facts("Quiet Hours", places=(hall,)).texts())
    whole = whole_of(UUID(town["youth"]), DAY)
    assert whole is not None
    assert BARN.getting_here in whole.texts()


@pytest.mark.database
def test_a_null_character_is_refused_and_stands_in_no_page(town: dict[str, str]) -> None:
    answer = Client().post("/directory/", {"postcode": "KH6\0", "text": "\0tea"})
    assert answer.status_code == 200
    assert b"\0" not in answer.content
    assert "Null characters are not allowed" in words_of(answer)
