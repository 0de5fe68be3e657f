"""What people read here is for a reader of nine to eleven, and no page asks the database much."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.advice.chat.actions import ROOM
from kith.advice.letters.held import letters
from kith.advice.library import demo
from kith.advice.models import Chat
from kith.advice.web.quiet import code_of
from kith.advice.where.stages import stages
from kith.design.reading_age import grade
from tests.advice.people import OWNER
from tests.advice.seated import account, client_of
from tests.advice.test_chat import BEGIN, begun, say, the_chat
from tests.advice.test_forum import asks, trusted
from tests.advice.test_library import published

OLDEST = 6.0
"""The American sixth grade: eleven."""
MOST = 20


@pytest.mark.parametrize("slug", sorted(stages()))
def test_a_stage_is_plain(slug: str) -> None:
    stage = stages()[slug]
    assert grade(" ".join((stage.happens, *stage.rights, stage.next, *stage.challenge))) <= OLDEST


@pytest.mark.parametrize("path", sorted(Path(demo.FOLDER).glob("*.toml")), ids=lambda each: each.stem)
def test_a_sheet_is_plain(path: Path) -> None:
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    body = held["body"].replace("##", "").replace("- ", "").replace("\n\n", ". ")
    assert grade(f"{held['summary']} {body}") <= OLDEST


@pytest.mark.parametrize("slug", sorted(letters()))
def test_a_letter_is_plain(slug: str) -> None:
    letter = letters()[slug]
    said = " ".join("".join(piece.words or "it" for piece in paragraph) for paragraph in letter.body)
    assert grade(f"{letter.when} {said}") <= OLDEST + 1


@pytest.mark.database
def test_every_page_with_something_on_it_asks_little() -> None:
    caller = begun()
    for n in range(15):
        say(caller, f"Line {n}")
    published()
    asks(trusted())
    board = Client().get("/forum/parents/").content.decode()
    thread = re.findall(r'href="/forum/parents/([0-9a-f-]{8,}/)"', board)[0]
    gwen = client_of(account("manager"))
    pages = {
        caller: ("/chat/", "/chat/now/", "/chat/now/watch/", "/chat/now/lines?after=0&revision=0"),
        Client(): (
            "/sheets/",
            f"/sheets/{code_of('meeting')}/",
            "/forum/",
            "/forum/parents/",
            f"/forum/parents/{thread}",
        ),
        gwen: (
            "/desk/chats/",
            f"/desk/chats/{the_chat().id}/",
            "/desk/sheets/",
            "/desk/forum/",
            "/desk/sheets/meeting/",
        ),
    }
    for client, addresses in pages.items():
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200, address
            assert len(asked) <= MOST, (address, len(asked))


@pytest.mark.database
def test_when_too_many_wait_the_next_is_told_so_and_shown_the_other_ways() -> None:
    begun()
    one = the_chat()
    from kith.advice.models import Contact

    for n in range(ROOM):
        contact = Contact(
            reference=f"R{n:07d}", channel="webchat", asker="parent", topic="court", forget_on="2030-01-01"
        )
        contact.save(using=OWNER)
        Chat(secret=f"{n:064d}", contact=contact, began_at=one.began_at).save(using=OWNER)
    answer = Client().post("/chat/", BEGIN | {"sending": str(uuid4())})
    assert "Too many people are waiting" in answer.content.decode()
    assert "Other ways to reach us" in answer.content.decode()
    assert Chat.objects.using(OWNER).count() == ROOM + 1
