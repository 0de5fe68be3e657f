"""Somebody asks: safely, unnamed if they wish, kept once and sealed; and what is not safe is not taken."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, connections
from django.test import Client
from django.utils import timezone

from kith.advice.actions.asking import Asked, ask
from kith.advice.models import Contact, ContactWords
from kith.advice.roles import DOOR
from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.core.models import AuditEntry
from tests.advice.people import OWNER, always_open, asked

pytestmark = pytest.mark.database
SAID = "Zinnobrecht hearing on the house in Elm Lane"


def sent(client: Client, address: str, **given: str) -> object:
    page = BeautifulSoup(client.get(address).content, "html.parser")
    form = page.find("form")
    assert form is not None
    token = form.find("input", {"name": "sending"})
    slot = form.select_one("select[name=slot] option:nth-of-type(2)")
    fields = {"sending": str(token["value"]) if token else "", "slot": str(slot["value"]) if slot else ""}
    return client.post(address, fields | given)


def reference_on(answer: object) -> str:
    return re.search(r"<code>([A-Z0-9]{4}-[A-Z0-9]{4})</code>", answer.content.decode())[1]  # type: ignore


def test_what_is_written_is_sealed_and_counted_and_told_once() -> None:
    always_open()
    client = Client()
    given = {"how": "myself", "asker": "parent", "topic": "court", "question": SAID, "sending": str(uuid4())}
    first = client.post("/write/", given)
    again = client.post("/write/", given)
    assert reference_on(first) == reference_on(again)
    (contact,) = Contact.objects.using(OWNER).all()
    assert (contact.channel, contact.topic, contact.state) == ("enquiry", "court", "waiting")
    (words,) = ContactWords.objects.using(OWNER).all()
    assert words.field == "question"
    assert b"Zinnobrecht" not in bytes(words.sealed)
    (entry,) = AuditEntry.objects.using(OWNER).filter(action="advice.ask").distinct()[:1]
    assert (entry.role, entry.persons) == ("door", [])
    assert "Zinnobrecht" not in str(entry.summary)


def test_no_column_of_the_database_holds_a_word_of_it() -> None:
    always_open()
    answer = sent(
        Client(), "/call/", phone="01632 960456", asker="kinship", topic="kinship", question=SAID, name="Zinnobrecht",
    )  # fmt: skip
    assert "We have it" in answer.content.decode()  # type: ignore[attr-defined]
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text ~ %s', ["Zinnobrecht|960456|Elm Lane"]
            )
            assert cursor.fetchone()[0] == 0, table


def test_a_call_is_asked_for_without_a_name_in_a_stretch_in_which_somebody_rings() -> None:
    always_open("call_back")
    answer = sent(Client(), "/call/", phone="01632 960456", asker="kinship", topic="kinship")
    assert "We ring between" in answer.content.decode()  # type: ignore[attr-defined]
    (contact,) = Contact.objects.using(OWNER).all()
    assert contact.may_ring
    assert contact.ring_until - contact.ring_from <= timedelta(hours=2)  # type: ignore[operator]
    assert {each.field for each in ContactWords.objects.using(OWNER).all()} == {"phone"}


def test_a_number_that_was_typed_beside_another_choice_is_not_kept() -> None:
    answer = sent(
        Client(), "/write/", how="myself", phone="01632 960456", email="x@y.example", asker="parent", topic="first",
        question="What now?",
    )  # fmt: skip
    assert answer.status_code == 200  # type: ignore[attr-defined]
    assert {each.field for each in ContactWords.objects.using(OWNER).all()} == {"question"}
    assert not Contact.objects.using(OWNER).get().may_email


def test_each_thing_that_is_missing_is_named_and_nothing_typed_is_lost() -> None:
    always_open()
    client = Client()
    answer = sent(
        client, "/write/", how="ring", question=SAID, slot="", deadline_kind="court"
    ).content.decode()  # type: ignore[attr-defined]
    for needed in (
        "Give a number that is safe to ring",
        "Choose when a call is safe",
        "Choose who you are",
        "Give the day",
    ):
        assert needed in answer
    assert SAID in answer
    assert Contact.objects.using(OWNER).count() == 0
    yesterday = timezone.localdate() - timedelta(days=1)
    day = {
        "deadline_on_day": yesterday.day,
        "deadline_on_month": yesterday.month,
        "deadline_on_year": yesterday.year,
    }
    told = client.post("/write/", {"deadline_kind": "court", **day}).content.decode()
    assert "That day is over" in told


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"words": {"phone": "1"}}, "whether we may ring"),
        ({"words": {"email": "x@y.example"}}, "whether we may write"),
        ({"may_ring": True, "words": {"phone": "1"}}, "when a call is safe"),
        ({"may_email": True}, "only you read"),
        ({"channel": "call_back"}, "whether we may ring"),
    ],
)
def test_no_action_takes_what_was_not_agreed(facts: dict[str, object], says: str) -> None:
    whole = {"channel": "enquiry", "asker": "parent", "topic": "court"} | facts
    with acting(DOOR), pytest.raises(CannotBeError, match=says):
        ask(by=DOOR, sent=uuid4(), asked=Asked(**whole))  # type: ignore[arg-type]


def test_the_database_itself_takes_no_call_without_a_yes_and_a_time() -> None:
    contact = asked()
    with pytest.raises(IntegrityError, match="contact_call_back_is_agreed"):
        Contact.objects.using(OWNER).filter(id=contact).update(channel="call_back")


def test_whoever_floods_is_asked_to_wait_and_keeps_their_words() -> None:
    client = Client()
    given = {"how": "myself", "asker": "parent", "topic": "court", "question": SAID}
    answers = [client.post("/write/", given | {"sending": str(uuid4())}) for _ in range(21)]
    assert {each.status_code for each in answers[:20]} == {200}
    assert answers[20].status_code == 429
    assert SAID in answers[20].content.decode()
    assert Contact.objects.using(OWNER).count() == 20


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", "\u202egnol", "a\x00b", "😀" * 900, "'; DROP TABLE x; --"]
)
def test_whatever_is_typed_is_taken_or_refused_in_words(nasty: str) -> None:
    given = {"how": "myself", "asker": "parent", "topic": "court", "question": nasty, "name": nasty[:80]}
    answer = Client().post("/write/", given | {"sending": str(uuid4())})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
