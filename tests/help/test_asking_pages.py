"""The public's pages: what they say, what they keep, and that they tell nothing of whom anybody knows."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from kith.access.models import NotYetTold
from kith.help.models import HelpRequest
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("whole_house")]
SAID = {"safe_to": ["call"], "phone": "01632 960111", "what_is_hard": "i cannot sleep", "urgent": "no"}
TOKENS = re.compile(r'name="(?:csrfmiddlewaretoken|sending)" value="[^"]*"')
REFERENCE = re.compile(r"[B-DF-HJ-NP-TV-XZ2-9]{4}-[B-DF-HJ-NP-TV-XZ2-9]{4}")


@pytest.fixture
def whole_house() -> Any:
    with override_settings(ROOT_URLCONF="kith.config.urls", DUTY_PHONE="0808 157 0199"):
        cache.clear()
        yield


def sends(client: Client | None = None, page: str = "ask", **more: Any) -> Any:
    return (client or Client()).post(f"/help/{page}/", {"sending": str(uuid4())} | SAID | more)


def kept() -> HelpRequest:
    return HelpRequest.objects.using(make.OWNER).get()


def test_it_says_first_whether_they_take_children_away_and_whom_to_ring_tonight() -> None:
    page = words_of(Client().get("/help/"))
    assert page.index("Will they take my children away?") < page.index("Ask for help")
    for words in ("999", "0800 1111", "0808 157 0199", "0808 801 0366", "Almost never", "1 working day"):
        assert words in page


def test_a_mother_asks_and_is_told_by_when_how_and_what_to_quote() -> None:
    answer = sends()
    assert answer.status_code == 200
    page = words_of(answer)
    assert kept().reference in page
    assert "Ring me" in page
    assert "Send me a text" not in page
    assert (kept().source, kept().recorded_by, kept().how) == ("family", None, "self")
    assert (kept().what_is_hard, kept().safe_to, kept().urgent) == ("i cannot sleep", ["call"], False)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "sessionid" not in answer.cookies, "nothing on her phone says who asked"


def test_titles_pictures_and_addresses_say_nothing_of_why_somebody_came() -> None:
    for address in ("/help/", "/help/ask/", "/help/worried/", "/help/thresholds/"):
        html = Client().get(address).content.decode()
        assert "<title>Information</title>" in html
        assert "kith/quiet" in html
        assert "Exit this page" in html
    assert "<title>Information</title>" in sends().content.decode()


def test_the_answer_is_the_same_whether_anybody_is_known_or_not() -> None:
    child = make.person("Ada", "Moss")
    make.restricted(child)
    NotYetTold.objects.using(make.OWNER).create(persons=[child.id], reason="Not safe", since=timezone.now())
    make.involved(make.account("lead"), child)
    answers = [
        TOKENS.sub("", REFERENCE.sub("", sends(for_whom=name, who_asks="Mara Moss").content.decode()))
        for name in ("Ada Moss, born 1 May 2015", "Zed Nobody, born 1 May 2015")
    ]
    assert answers[0] == answers[1]
    references = set(HelpRequest.objects.using(make.OWNER).values_list("reference", flat=True))
    assert len(references) == 2
    assert all(REFERENCE.fullmatch(each) for each in references)


def test_what_is_missing_is_said_and_nothing_typed_is_lost() -> None:
    answer = sends(safe_to=["call", "post"], phone="", who_asks="Mara", what_would_help="somebody to talk to")
    page = answer.content.decode()
    assert HelpRequest.objects.using(make.OWNER).count() == 0
    for words in (
        "Enter the number",
        "Enter the address",
        "somebody to talk to",
        'value="Mara"',
        "i cannot sleep",
    ):
        assert words in page
    none = sends(safe_to=[])
    assert "Tick a safe way to answer you" in none.content.decode()
    both = sends(safe_to=["none", "call"])
    assert "Choose one" in both.content.decode()
    silent = sends(what_is_hard=" ")
    assert "One word is enough" in silent.content.decode()


def test_who_does_not_want_to_be_contacted_and_who_is_not_sure_are_taken_at_their_word() -> None:
    page = words_of(sends(safe_to=["none"], phone="", urgent="unsure"))
    assert "We do not contact you" in page
    assert (kept().safe_to, kept().urgent) == ([], True)


def test_sent_twice_it_is_one_request_with_one_reference() -> None:
    token = str(uuid4())
    pages = {REFERENCE.search(sends(sending=token).content.decode())[0] for _ in range(2)}  # type: ignore[index]
    assert len(pages) == 1
    assert HelpRequest.objects.using(make.OWNER).count() == 1
    sends(sending=token, what_is_hard="more")
    assert HelpRequest.objects.using(make.OWNER).count() == 2


def test_hostile_words_are_kept_harmless() -> None:
    sends(
        who_asks="<script>alert(1)</script> \u202egnp",
        what_is_hard="'; DROP TABLE help_helprequest; --\r\nSet-Cookie: a=b \u202e {{ 7 * 7 }}",
        safe_to=["call", "email"],
        email="x@example.org\r\nBcc: all@example.org",
    )
    found = kept()
    assert "\u202e" not in found.who_asks + found.what_is_hard
    assert "\n" not in found.email
    page = signed_in(make.account("front_door")).get(f"/help/requests/{found.id}/").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert sends(what_is_hard="x" * 4001).status_code == 200
    assert HelpRequest.objects.using(make.OWNER).count() == 1
    assert sends(safe_to=["pigeon"]).status_code == 200
    assert sends(sending="not a token").status_code == 200


def test_too_many_from_one_place_are_slowed_and_told_whom_to_ring_with_their_words_kept() -> None:
    answers = [sends() for _ in range(31)]
    assert {each.status_code for each in answers[:30]} == {200}
    last = answers[-1]
    assert last.status_code == 429
    assert "i cannot sleep" in last.content.decode()
    assert "0808 157 0199" in words_of(last)
    assert HelpRequest.objects.using(make.OWNER).count() == 30


def test_a_neighbour_says_that_they_ask_for_somebody_else_and_whether_the_family_knows() -> None:
    sends(page="worried", how="professional", service="Hill School", family_knows="no", for_whom="Ada Moss")
    assert (kept().how, kept().service, kept().family_knows) == ("professional", "Hill School", False)
    assert "Say whether you ask at work" in sends(page="worried").content.decode()


def test_the_published_rules_are_on_a_public_page_with_their_version() -> None:
    page = words_of(Client().get("/help/thresholds/"))
    for words in ("P1.", "F2.", "And 2 of these", "Version 2026-11", "The same facts give the same answer"):
        assert words in page


def test_a_worker_of_a_school_asks_on_the_same_list_and_reads_nothing_back() -> None:
    school = make.account("school")
    client = signed_in(school)
    answer = sends(client, "requests/new", how="professional", service="Hill School")
    assert answer.status_code == 302
    assert kept().recorded_by == school.id
    assert client.get(f"/help/requests/{kept().id}/").status_code == 404
