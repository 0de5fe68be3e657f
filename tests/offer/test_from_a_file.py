"""A keeper of the directory brings a list in from a file, at a page: no command, nothing twice, nothing secret shown."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kith.offer.feeds.sheet import COLUMNS
from kith.offer.keeping import file
from kith.offer.models import Feed, Held, Service
from tests.offer.world import officer
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
HEAD = "name,provider,needs,hours,phone,place,address,town,postcode"
CHESS = "Chess Club,Rook Trust,young,Mondays 4pm-6pm,01632 960777,Elm Hall,3 Kiln Garth,Pellbridge,KH6 1AA"
REFUGE = "Harbour Refuge,Lantern,,,01632 960778,,12 Rose Lane,Pellbridge,KH6 1AA"


def send(client: Client, *lines: str, name: str = "Rook Trust", held: bytes | None = None) -> Any:
    body = "\n".join((HEAD, *lines)).encode() if held is None else held
    return client.post("/directory/keep/file/", {"name": name, "file": SimpleUploadedFile("list.csv", body)})


def test_a_list_is_brought_in_shown_and_the_same_again_changes_nothing() -> None:
    client = signed_in(officer())
    assert "1 new, 0 changed, 0 as they were" in words_of(send(client, CHESS))
    assert "Monday, 4pm to 6pm" in words_of(
        Client().get(f"/directory/{Service.objects.using(make.OWNER).get().id}/")
    )
    assert "0 new, 0 changed, 1 as they were" in words_of(send(client, CHESS))
    assert "0 new, 1 changed" in words_of(send(client, CHESS.replace("960777", "960779")))
    assert Service.objects.using(make.OWNER).count() == 1
    assert "Rook Trust" in words_of(client.get("/directory/keep/"))


def test_what_sounds_secret_waits_and_is_shown_to_nobody() -> None:
    client = signed_in(officer())
    page = words_of(send(client, CHESS, REFUGE))
    assert "1 new" in page
    assert "1 wait for a decision" in page
    assert Held.objects.using(make.OWNER).get().facts["name"] == "Harbour Refuge"
    assert "Harbour Refuge" not in Client().post("/directory/", {"text": "harbour"}).content.decode()
    assert Service.objects.using(make.OWNER).filter(name__icontains="harbour").count() == 0


def test_each_row_that_cannot_be_is_told_and_the_others_are_kept() -> None:
    client = signed_in(officer())
    bad = (
        "Late Club,Rook Trust,,Mondays 25:00-26:00,,,,,",
        "Odd Club,Rook Trust,gold,,,,,,",
        ",Nobody,,,,,,,",
    )
    page = words_of(send(client, CHESS, *bad))
    assert "1 new" in page
    for told in ("row 3", "write hours like Monday to Friday", "row 4", "none of our needs", "has no name"):
        assert told in page, told


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (b"", "There is nothing in that file"),
        (b"a,b\n1,2\n", "no columns called name and provider"),
        (b"\xff\xfe\x00n", "not written in UTF-8"),
        (b'name,provider\n"Chess,Rook\n' + b"x" * 200_000, "cannot be read at line"),
        (b"name,provider\n" + b"x" * 1_100_000, "larger than 1 MB"),
        (b"name,provider\n" + b"Club,Rook\n" * 301, "Send it in parts of 300"),
        (b"name,provider\n<script>alert(1)</script>,Rook\n", "1 new"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_said_with_what_mends_it(held: bytes, says: str) -> None:
    page = send(signed_in(officer()), held=held)
    assert page.status_code == 200
    assert says in words_of(page)
    assert "<script>alert" not in page.content.decode()
    assert 'value="Rook Trust"' in page.content.decode(), "what was typed is still there"
    assert Service.objects.using(make.OWNER).count() == (1 if says == "1 new" else 0)
    assert Feed.objects.using(make.OWNER).count() == (1 if says == "1 new" else 0)


def test_the_page_names_every_column_and_nobody_else_finds_it() -> None:
    page = words_of(signed_in(officer()).get("/directory/keep/file/"))
    for each in COLUMNS:
        assert each in page
    for code in ("lead", "partner", "parent"):
        answer = send(signed_in(make.account(code)), CHESS)
        assert answer.status_code in {302, 404}
    assert Service.objects.using(make.OWNER).count() == 0
    assert file.MOST_ROWS <= 1000
