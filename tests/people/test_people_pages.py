"""The pages of find, adding, recording and linking, as staff come to them."""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from django.utils import timezone

from kith.design.dates import age
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def test_find_is_kept_nowhere_and_answers_htmx_with_the_list_alone() -> None:
    make.person("Ada", "Ash")
    client = signed_in(make.account("lead"))
    page = client.get("/people/", {"q": "ash"})
    assert "Ada Ash" in words_of(page)
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "same-origin"
    part = client.get("/people/", {"q": "ash"}, headers={"HX-Request": "true"})
    assert "Ada Ash" in words_of(part)
    assert "<html" not in part.content.decode()


def test_a_hidden_person_and_nobody_give_the_same_page_to_the_byte() -> None:
    child = make.person("Qadah", "Qash")
    client = signed_in(make.account("lead"))

    def page() -> bytes:
        """Without the form token, which differs on every page."""
        body = client.get("/people/", {"q": "qash"}).content
        return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", body)

    before = page()
    for kind in ("restricted", "sealed", "relocated"):
        made = make.restricted(child, kind)
        hidden = page()
        child.names.using(make.OWNER).update(family="Elsewhere")
        assert hidden == page()
        child.names.using(make.OWNER).update(family="Qash")
        made.during = make.DateRange(make.LONG_AGO, date(2021, 1, 1), "[)")
        made.save(using=make.OWNER)
    assert before != hidden


def test_the_front_door_reads_a_name_an_age_and_ring_duty_of_a_restricted_child_and_no_link() -> None:
    child = make.person("Ada", "Ash", born=date(2015, 5, 1))
    make.home(child, "1 Lane", "ZZ12 3AB")
    worker = make.account("lead", display_name="Sam Worker")
    make.involved(worker, child)
    make.restricted(child)
    page = signed_in(make.account("front_door")).get("/people/", {"q": "ash"})
    words = words_of(page)
    assert "Ada Ash" in words
    assert f"{age(date(2015, 5, 1), timezone.localdate())} known: ring duty" in words
    assert str(child.id) not in page.content.decode()
    assert "ZZ12" not in words
    assert "Sam Worker" not in words
    assert "Ada Ash" not in words_of(signed_in(make.account("lead")).get("/people/", {"q": "ash"}))


def test_no_result_offers_help_for_somebody_new_and_never_a_blank_form() -> None:
    client = signed_in(make.account("lead"))
    assert "Ask for help for somebody new" in words_of(client.get("/people/", {"q": "nobody"}))
    assert client.get("/people/new/")["Location"] == "/people/"
    form = client.get("/people/new/", {"q": "ada ash 1/5/2015"}).content.decode()
    assert 'value="Ada"' in form
    assert 'value="2015"' in form
    assert "new" not in words_of(signed_in(make.account("partner")).get("/people/", {"q": "nobody"})).lower()


def test_adding_shows_likely_duplicates_and_loses_nothing_typed() -> None:
    make.person("Ada", "Ash", born=date(2015, 5, 1))
    client = signed_in(make.account("lead"))
    facts = {"given": "Ada", "family": "Ash", "known_as": "Addie", "birth_knowledge": "exact", "sex": "F"}
    facts |= {"born_onday": "1", "born_onmonth": "5", "born_onyear": "2015"}
    typed = client.get("/people/new/", {"q": "ada"}).content.decode()
    facts = {name.replace("born_onday", _part(typed, 0)): value for name, value in facts.items()}
    facts = {
        name.replace("born_onmonth", _part(typed, 1)).replace("born_onyear", _part(typed, 2)): v
        for name, v in facts.items()
    }
    page = client.post("/people/new/", facts)
    assert "Is it one of these?" in words_of(page)
    assert 'value="Addie"' in page.content.decode()
    seen = page.content.decode().split('name="seen" value="')[1].split('"')[0]
    done = client.post("/people/new/", facts | {"seen": seen})
    assert done.status_code == 302
    assert "Added." in words_of(client.get(done["Location"]))


def _part(html: str, place: int) -> str:
    """The name of one box of the date of birth."""
    return html.split(f'id="id_born_on_{place}" name="')[1].split('"', maxsplit=1)[0]


def test_facts_are_recorded_and_what_cannot_be_stays_on_the_form() -> None:
    child, lead = make.person("Ada", "Ash"), make.account("lead")
    make.involved(lead, child)
    client = signed_in(lead)
    base = f"/people/{child.id}/about/"
    for what in (
        "name",
        "birth",
        "number",
        "address",
        "contact",
        "who-may-know",
        "tie",
        "language",
        "need",
        "disability",
    ):
        assert client.get(f"{base}{what}/").status_code == 200, what
    assert client.get(f"{base}nothing/").status_code == 404
    assert client.post(f"{base}number/", {"scheme": "nhs", "value": "943 476 5918"}).status_code == 302
    assert "does not add up" in words_of(client.get(base))
    again = client.post(f"{base}number/", {"scheme": "nhs", "value": "9434765918"})
    assert "already recorded" in words_of(again)
    assert "9434765918" in again.content.decode()


def test_a_stranger_gets_the_reason_page_and_a_hidden_record_nothing() -> None:
    child, lead = make.person("Ada", "Ash"), make.account("lead")
    client = signed_in(lead)
    base = f"/people/{child.id}/about/"
    assert "Why do you need to open this record?" in words_of(client.get(base))
    assert client.get(f"/people/{uuid4()}/about/").status_code == 404
    make.restricted(child)
    assert client.get(base).status_code == 404


def test_linking_is_previewed_done_and_undone_on_pages() -> None:
    one, other = (
        make.person("Ada", "Ash", born=date(2015, 5, 1)),
        make.person("Adah", "Ash", born=date(2015, 5, 2)),
    )
    lead = make.account("lead")
    for each in (one, other):
        make.involved(lead, each)
    client = signed_in(lead)
    preview = client.get(f"/people/{one.id}/link/", {"with": str(other.id)})
    assert "1 May 2015" in words_of(preview)
    assert "These differ" in words_of(preview)
    seen = preview.content.decode().split('name="seen" value="')[1].split('"')[0]
    done = client.post(f"/people/{one.id}/link/?with={other.id}", {"reason": "Same school.", "seen": seen})
    assert done.status_code == 302
    page = client.get(done["Location"])
    assert "To settle" in words_of(page)
    assert client.get(f"/people/{other.id}/about/")["Location"] == f"/people/{one.id}/about/"
    undo = page.content.decode().split('action="')
    address = next(part.split('"')[0] for part in undo if "/undo/" in part.split('"')[0])
    assert client.post(address).status_code == 302
    assert "Adah Ash" in words_of(client.get(f"/people/{other.id}/about/"))


def test_the_review_of_duplicates_is_for_those_who_may_link() -> None:
    assert "look alike" in words_of(signed_in(make.account("lead")).get("/people/duplicates/"))
    assert signed_in(make.account("reviewing")).get("/people/duplicates/").status_code == 404
    assert signed_in(make.account("parent")).get("/people/").status_code == 404


def test_a_number_that_grows_in_capitals_is_told_and_not_refused_by_an_error() -> None:
    child, lead = make.person("Ada", "Ash"), make.account("lead")
    make.involved(lead, child)
    client = signed_in(lead)
    told = client.post(f"/people/{child.id}/about/number/", {"scheme": "home_office", "value": "ß" * 30})
    assert "The number must be 40 characters or fewer" in words_of(told)
    new = {"given": "Ida", "family": "Moss", "birth_knowledge": "unknown", "sex": "U"}
    told = client.post("/people/new/", {**new, "scheme": "local", "number": "ß" * 30})
    assert "The number must be 40 characters or fewer" in words_of(told)
    kept = client.post(f"/people/{child.id}/about/number/", {"scheme": "home_office", "value": "ß" * 20})
    assert kept.status_code == 302, "SS twenty times is forty"
