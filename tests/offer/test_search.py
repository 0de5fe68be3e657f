"""Finding a service: by place, age, need, day and words; nothing typed is kept, or stands in an address."""

from __future__ import annotations

import logging
import re
from datetime import date, time

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.core.acting import acting
from kith.core.where import where
from kith.offer import actions
from kith.offer.finding.search import Asked, search
from kith.offer.finding.spelling import meant
from kith.offer.shapes import HoursFacts, PlaceFacts
from tests.offer.world import FAR, HALL, facts, officer, put, secret
from tests.support import make
from tests.support.visit import signed_in, without_tokens, words_of

pytestmark = pytest.mark.database
NEXT_TOWN = PlaceFacts("Town Barn", "1 Foundry Steps", "Little Hollow", "", "KH13 2AB")
DAY = date(2026, 11, 27)


@pytest.fixture
def town() -> dict[str, str]:
    by = officer()
    made = {
        "tots": facts(),
        "youth": facts(
            "Late Shift",
            provider="Barn Trust",
            description="Music and food after school.",
            needs=("young",),
            minimum_age=13,
            maximum_age=19,
            places=(NEXT_TOWN,),
            hours=(HoursFacts((5,), time(18), time(21)),),
            costs=(),
        ),
        "far": facts("Far Tots", provider="Carrow", places=(FAR,)),
        "line": facts(
            "Money Line",
            provider="Sums",
            description="Advice on debt by telephone.",
            places=(),
            needs=("money",),
            minimum_age=None,
            maximum_age=None,
        ),
        "refuge": secret(),
    }
    return {name: str(put(by, told)) for name, told in made.items()}


def names(asked: Asked, *, others: bool = False) -> list[str]:
    found = search(asked, DAY)
    return [each.name for each in (found.others if others else found.near)]


def test_the_nearest_come_first_with_about_how_far(town: dict[str, str]) -> None:
    found = search(Asked(postcode="kh6 1aa"), DAY)
    assert [(each.name, each.far) for each in found.near] == [
        ("Tots and Tea", "Less than 2 miles away, about 20 minutes on foot"),
        ("Late Shift", "About 10 miles away, about 90 minutes by bus"),
        ("Far Tots", "About 57 miles away, more than 2 hours by bus"),
    ]
    assert {each.name for each in found.others} == {"Money Line", "Harbour Refuge"}
    assert {each.far + each.town for each in found.others} == {""}


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (Asked("KH6", age=14), ["Late Shift"]),
        (Asked("KH6", age=0), ["Tots and Tea", "Far Tots"]),
        (Asked("KH6", age=25), []),
        (Asked("KH6", need="young"), ["Late Shift"]),
        (Asked("KH6", day=5), ["Late Shift"]),
        (Asked("KH6", day=2, age=1), ["Tots and Tea", "Far Tots"]),
        (Asked("KH6", free=True), ["Tots and Tea", "Far Tots"]),
        (Asked("KH6", text="music"), ["Late Shift"]),
        (Asked("KH6", text="toddlers songs"), ["Tots and Tea", "Far Tots"]),
        (Asked("KH6", text="Barn Trust"), ["Late Shift"]),
        (Asked(text="debt"), ["Money Line"]),
        (Asked(need="baby", text="tea"), ["Far Tots", "Tots and Tea"]),
    ],
)
def test_it_is_narrowed_by_age_need_day_cost_and_words(
    town: dict[str, str], asked: Asked, wanted: list[str]
) -> None:
    assert sorted(names(asked)) == sorted(wanted)


def test_without_a_postcode_each_is_there_once_by_name(town: dict[str, str]) -> None:
    by = make.account("manager")
    put(by, facts("Two Halls", provider="Both", places=(HALL, NEXT_TOWN)))
    assert names(Asked()) == [
        "Far Tots",
        "Harbour Refuge",
        "Late Shift",
        "Money Line",
        "Tots and Tea",
        "Two Halls",
    ]
    assert names(Asked("KH6")).count("Two Halls") == 1


def test_words_that_nothing_holds_are_taken_for_their_nearest(town: dict[str, str]) -> None:
    for typed, guess in (("todler", "toddler"), ("musik", "music"), ("advise on dett", "advice on debt")):
        assert meant(typed).split()[-1] == guess.split()[-1]
    found = search(Asked(text="todler"), DAY)
    assert found.corrected == "toddler"
    assert {each.name for each in found.near} == {"Tots and Tea", "Far Tots"}
    none = search(Asked(text="qqqqzzzz"), DAY)
    assert (none.corrected, none.near) == ("", ())


def test_a_word_that_no_service_has_any_more_is_suggested_no_more() -> None:
    by = officer()
    put(by, facts("Harp lessons", provider="Strings", description="Harps for the whole family."))
    lutes = put(
        by, facts("Lutes", provider="Strings too", description="Come to Thistledown barn for the family.")
    )
    assert meant("thistledwn") == "thistledown"
    with acting(make.actor(by)):
        told = facts("Lutes", provider="Strings too", description="Come.")
        actions.save_service(by=make.actor(by), service=lutes, facts=told)
    assert meant("thistledwn") == ""
    assert meant("familly") == "family", "the other still has it"
    with acting(make.actor(by)):
        actions.withdraw_service(by=make.actor(by), service=lutes)
    assert meant("lutess") == ""
    assert meant("the") == "", "a word that searches pass over is right as it is"


def test_a_postcode_that_does_not_exist_is_said_and_nobody_is_sent_away(town: dict[str, str]) -> None:
    for odd in ("ZZ99 9ZZ", "London", "'; --", "KH", "٣٤", "KH6 1AA KH6"):
        found = search(Asked(postcode=odd), DAY)
        assert found.nowhere
        assert found.near
    assert where("KH61AA") == where("kh6 1aa")
    page = words_of(Client().post("/directory/", {"postcode": "ZZ99 9ZZ"}))
    assert "We do not know that postcode" in page


def test_a_search_asks_little_of_the_database(town: dict[str, str]) -> None:
    with CaptureQueriesContext(connection) as asked:
        search(Asked("KH6", text="tots"), DAY)
    assert len(asked) == 2
    with CaptureQueriesContext(connection) as asked:
        search(Asked("KH6"), DAY)
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        search(Asked("KH6", need="young", day=5), DAY)
    assert len(asked) == 1, "what few have is looked for by its words at once"


def test_what_was_typed_is_in_no_log_address_or_table(
    town: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="kith")
    caplog.set_level(logging.DEBUG, logger="django.request")
    answer = Client().post("/directory/", {"postcode": "KH13 9QQ", "text": "afraid of him"})
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert "sessionid" not in answer.cookies
    assert "KH13" not in caplog.text
    assert "afraid" not in caplog.text
    links = re.findall(r'(?:href|action)="([^"]*)"', answer.content.decode())
    assert not [each for each in links if "KH13" in each or "afraid" in each]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_auditentry WHERE summary::text LIKE '%KH13%'")
        assert cursor.fetchone()[0] == 0


def test_a_postcode_in_an_address_is_not_looked_at(town: dict[str, str]) -> None:
    page = without_tokens(Client().get("/directory/?postcode=KH6+1AA&need=young"))
    assert "KH6" not in page
    assert "miles away" not in page
    assert "Late Shift" in page
    assert "Money Line" not in page


def test_more_pages_are_asked_for_with_a_button_that_keeps_what_was_asked() -> None:
    by = officer()
    for number in range(20):
        put(by, facts(f"Group {number:02}", provider="One"))
    first = Client().post("/directory/", {"postcode": "KH6", "need": "baby"}).content.decode()
    assert 'name="postcode" value="KH6"' in first
    assert 'name="page" value="2"' in first
    second = words_of(Client().post("/directory/", {"postcode": "KH6", "need": "baby", "page": "2"}))
    got = re.findall(r"Group \d\d", words_of(Client().post("/directory/", {"postcode": "KH6"})) + second)
    assert len(set(got)) == 20
    for odd in ("0", "-1", "x", "9" * 30, "²"):
        assert Client().post("/directory/", {"postcode": "KH6", "page": odd}).status_code == 200


def test_a_service_says_all_that_people_need_and_bears_the_marks_of_schema_org(town: dict[str, str]) -> None:
    answer = Client().get(f"/directory/{town['tots']}/")
    page, html = words_of(answer), answer.content.decode()
    for words in (
        "Tots and Tea",
        "Tuesday and Thursday, 9:30am to 11:30am, term time only",
        "3 Kiln Garth, Pellbridge",
        "KH6 1AA",
        "No steps",
        "up to 4",
        "Free",
        "Babies and toddlers",
        "Polish",
        "Pellbridge Playtime",
        "weekday mornings",
    ):
        assert words in page, words
    assert 'href="tel:01632960001"' in html
    for mark in (
        "schema.org/Service",
        "schema.org/PostalAddress",
        'itemprop="telephone"',
        'itemprop="areaServed"',
    ):
        assert mark in html
    assert "ld+json" not in html
    assert "<title>Information</title>" in html
    assert "Exit this page" in html


def test_how_sure_we_are_is_said_in_words() -> None:
    by = officer()
    for name, day, words in (
        ("Fresh", timezone.localdate(), "Checked on"),
        ("Old", date(2020, 1, 1), "this may be out of date. Ring before you go."),
        ("Never", None, "Nobody has checked this yet."),
    ):
        made = put(by, facts(name, assured_on=day))
        assert words in words_of(Client().get(f"/directory/{made}/"))
        assert words in words_of(Client().post("/directory/", {"text": name}))


def test_behind_the_familys_door_it_is_the_same_for_everybody_and_gives_nothing_away(
    town: dict[str, str],
) -> None:
    cache.clear()
    one, other = make.account("parent"), make.account("parent")
    home = make.person("Ada")
    make.home(home, postcode="KH6 1AA")
    make.door(one, home)
    make.door(other, make.person("Bo"))
    pages = []
    for account in (one, other):
        answer = signed_in(account).post("/my/near/", {"need": "baby"})
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        html = answer.content.decode()
        assert "<title>My page</title>" in html
        assert "miles away" not in html
        assert "/directory/" not in html
        pages.append(re.sub(r'name="(?:csrfmiddlewaretoken|sending)" value="[^"]*"', "", html))
    assert pages[0] == pages[1]
    whole = signed_in(one).get(f"/my/near/{town['refuge']}/")
    assert "<title>My page</title>" in whole.content.decode()
    assert Client().get("/my/near/").status_code == 302
    assert signed_in(make.account("lead")).get("/my/near/").status_code == 404


def test_what_is_rare_among_the_nearest_is_found_however_far_and_in_order(
    town: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = names(Asked("KH6", free=True))
    monkeypatch.setattr("kith.offer.finding.search.NEAREST", 1)
    assert names(Asked("KH6", free=True)) == whole == ["Tots and Tea", "Far Tots"]
    monkeypatch.setattr("kith.offer.finding.search.PAGE", 1)
    assert names(Asked("KH6", free=True, page=2)) == ["Far Tots"]
