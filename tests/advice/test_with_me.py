"""Somebody comes from the council's page with words that they chose: kept only once they send them themselves."""

from __future__ import annotations

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from kith.advice.actions.words import TABLE
from kith.advice.models import Contact, ContactWords, WordsField
from kith.advice.sealed import unseal
from tests.advice.people import OWNER, adviser, always_open, signed_in
from tests.conftest import SERVER

pytestmark = pytest.mark.database
BROUGHT = {"name": "Zinnobrecht Kay", "phone": "01632 960456", "way": "call"}


def brings(**more: str) -> BeautifulSoup:
    # From another site: without any proof of ours, and with no cookie.
    answer = Client(enforce_csrf_checks=True).post("/with-me/", BROUGHT | more)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def box(page: BeautifulSoup, name: str) -> str:
    return str(page.select_one(f"[name={name}]").get("value") or "")  # type: ignore[union-attr]


def everything() -> str:
    return "".join(
        repr(SERVER.as_superuser(f'SELECT * FROM "{table}"').fetchall())
        for (table,) in SERVER.as_superuser(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        ).fetchall()
    )


def test_what_they_bring_stands_in_the_form_and_is_kept_nowhere() -> None:
    always_open()
    page = brings()
    assert (box(page, "name"), box(page, "phone")) == ("Zinnobrecht Kay", "01632 960456")
    assert page.select_one("main form")["action"] == "/call/"  # type: ignore[index]
    assert "Nothing has reached us until you press Send" in page.get_text()
    assert Contact.objects.using(OWNER).count() == 0
    assert "Zinnobrecht" not in everything()


def test_they_may_take_a_word_out_again_and_what_they_send_is_counted_as_brought() -> None:
    always_open()
    page = brings()
    slot = page.select("select[name=slot] option")[1]["value"]
    sent = {
        "name": "", "phone": box(page, "phone"), "slot": slot, "asker": "parent", "topic": "court",
        "with_me": box(page, "with_me"), "sending": str(uuid4()),
    }  # fmt: skip
    assert "We have it" in Client().post("/call/", sent).content.decode()
    assert Contact.objects.using(OWNER).get().introduced
    held = ContactWords.objects.using(OWNER).all()
    assert {each.field for each in held} == {WordsField.PHONE}
    assert [unseal(each.sealed, TABLE, each.id, each.field) for each in held] == ["01632 960456"]
    figures = signed_in(adviser()).get("/desk/figures/?format=csv").content.decode()
    assert "came with words from a council's page,,1" in figures


def test_whoever_asks_by_themselves_is_not_counted_so() -> None:
    always_open()
    sent = {
        "how": "myself",
        "asker": "parent",
        "topic": "court",
        "question": "What now?",
        "sending": str(uuid4()),
    }
    Client().post("/write/", sent)
    assert not Contact.objects.using(OWNER).get().introduced


def test_what_is_too_long_strange_or_a_script_is_a_word_and_breaks_nothing() -> None:
    always_open()
    page = brings(
        name="<script>alert(1)</script>" * 20, phone="x\0" * 900, way="nonsense", question="not taken"
    )
    assert len(box(page, "name")) == 80
    assert page.select("main script") == []
    assert page.select_one("[name=question]").get_text().strip() == ""  # type: ignore[union-attr]
    assert Client().get("/with-me/").headers["Location"] == "/"
