"""Sheets: four eyes, versions that keep their words, search with filters and exact words, and what has gone stale."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.advice.library.actions import publish, write
from kith.advice.library.demo import fill_library
from kith.advice.library.queries import Wanted, law_news, search, stale
from kith.advice.library.words import parts
from kith.advice.models import SheetVersion
from kith.advice.roles import DOOR
from kith.advice.web.quiet import code_of
from kith.core.acting import acting
from kith.core.action import CannotBeError
from tests.advice.seated import OWNER, account, actor, client_of

pytestmark = pytest.mark.database
TODAY = timezone.localdate()
FACTS: dict[str, Any] = {
    "title": "Going to a meeting", "summary": "What happens in it.",
    "body": "## Before\n- Read the report\n\nAsk for time.",
    "topic": "protection", "who": ["parent"], "law": ["CP-03"], "law_checked_on": TODAY,
    "review_by": TODAY + timedelta(days=90),
}  # fmt: skip
FORM = {
    "title": "Going to a meeting", "summary": "What happens in it.", "body": "Ask for time.", "topic": "protection",
    "who": ["parent"], "law": "cp-03", "law_checked_on": f"{TODAY:%d/%m/%Y}",
    "review_by": f"{TODAY + timedelta(days=90):%d/%m/%Y}", "do": "send",
}  # fmt: skip


def published(**more: Any) -> SheetVersion:
    imre, gwen = account("editor", "Imre Vass"), account("manager", "Gwen Aldous")
    with acting(actor(imre)):
        version = write(by=actor(imre), slug="meeting", send=True, **(FACTS | more))
    with acting(actor(gwen)):
        publish(by=actor(gwen), version=version.id)
    return SheetVersion.objects.using(OWNER).get(id=version.id)


def write_draft() -> SheetVersion:
    imre = account("editor")
    with acting(actor(imre)):
        return write(by=actor(imre), slug="draft", **FACTS)


def filled() -> None:
    imre, gwen = account("editor"), account("manager")
    assert fill_library(writer=actor(imre), checker=actor(gwen), today=TODAY) == 6


def found(**asked: Any) -> list[str]:
    with acting(DOOR, read_only=True):
        return [each.slug for each in search(Wanted(**asked))]


def test_one_writes_and_another_publishes() -> None:
    imre, gwen = account("editor"), account("manager")
    his, hers = client_of(imre), client_of(gwen)
    assert his.post("/desk/sheets/new/", FORM).status_code == 302
    version = SheetVersion.objects.using(OWNER).get()
    assert (version.state, version.law) == ("check", ["CP-03"])
    mine = his.post(f"/desk/sheets/check/{version.id}/", {"do": "publish"})
    assert "Somebody else must check it" in mine.content.decode()
    assert Client().get(f"/sheets/{code_of('going-to-a-meeting')}/").status_code == 404
    back = hers.post(f"/desk/sheets/check/{version.id}/", {"do": "back", "why": " "})
    assert "Say what should change" in back.content.decode()
    assert hers.post(f"/desk/sheets/check/{version.id}/", {"do": "publish"}).status_code == 302
    page = Client().get(f"/sheets/{code_of('going-to-a-meeting')}/").content.decode()
    assert "Initial child protection conference held" in page
    assert "Version 1, published on" in page


def test_the_database_refuses_a_writer_as_checker_and_a_change_of_what_was_published() -> None:
    version = published()
    again = write_draft()
    with pytest.raises(IntegrityError, match="sheet_checked_by_another"):
        SheetVersion.objects.using(OWNER).filter(id=again.id).update(checked_by=again.written_by)
    with pytest.raises(IntegrityError, match="keeps its words"):
        SheetVersion.objects.using(OWNER).filter(id=version.id).update(body="Other words")


def test_a_new_version_takes_the_place_and_the_old_one_can_be_read() -> None:
    published()
    published(title="Going to the meeting", body="Newer words.")
    visitor = Client()
    assert "Newer words." in visitor.get(f"/sheets/{code_of('meeting')}/").content.decode()
    old = visitor.get(f"/sheets/{code_of('meeting')}/1/").content.decode()
    assert "This version no longer holds." in old
    assert "Ask for time." in old
    assert visitor.get(f"/sheets/{code_of('meeting')}/3/").status_code == 404


def test_a_draft_is_nobodys_to_read_but_the_editors() -> None:
    imre = account("editor")
    with acting(actor(imre)):
        write(by=actor(imre), slug="draft", **FACTS)
    assert Client().get(f"/sheets/{code_of('draft')}/").status_code == 404
    assert "Going to a meeting" not in Client().get("/sheets/").content.decode()
    with acting(actor(account("adviser")), read_only=True):
        assert SheetVersion.objects.count() == 0
    assert client_of(account("adviser")).get("/desk/sheets/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"law": ["ZZ-99"]}, "law", "holds no ZZ-99"),
        ({"review_by": TODAY - timedelta(days=1)}, "review_by", "within a year"),
        ({"review_by": TODAY + timedelta(days=800)}, "review_by", "within a year"),
    ],
)
def test_what_cannot_be_names_field_and_remedy(wrong: dict[str, Any], field: str, says: str) -> None:
    imre = account("editor")
    with pytest.raises(CannotBeError, match=says) as why, acting(actor(imre)):
        write(by=actor(imre), slug="x", **(FACTS | wrong))
    assert why.value.field == field


def test_the_law_is_not_checked_tomorrow() -> None:
    imre, tomorrow = account("editor"), timezone.localdate() + timedelta(days=1)
    with pytest.raises(CannotBeError, match="cannot be to come") as why, acting(actor(imre)):
        write(by=actor(imre), slug="x", **(FACTS | {"law_checked_on": tomorrow}))
    assert why.value.field == "law_checked_on"


def test_a_wrong_day_keeps_what_was_typed() -> None:
    client = client_of(account("editor"))
    page = client.post("/desk/sheets/new/", FORM | {"review_by": "31/02/2027"}).content.decode()
    assert "Enter the day as day, month, year" in page
    assert "Ask for time." in page


def test_search_with_filters_quotes_and_exact_words() -> None:
    filled()
    assert found(text="conference report")[0] == "conference"
    assert "letter-before-court" in found(text="solicitors")
    assert found(topic="kinship") == ["kinship-support"]
    assert "first-visit" in found(who="young")
    assert found(text='"small steps"') == ["time-with-child"]
    assert found(text='"steps small"') == []
    assert found(text="visits", exact=True) == []
    assert "first-visit" in found(text="visits")
    assert found(text="zzyzx") == []
    assert len(found()) == 6
    assert found(text='"' * 5) == found()
    for nasty in ("'; DROP TABLE", "(((", "a & | !", "\\", "[", "*" * 100):
        found(text=nasty)
        found(text=nasty, exact=True)


def test_what_is_looked_for_stands_in_no_address_and_takes_few_statements() -> None:
    filled()
    client = Client()
    with CaptureQueriesContext(connection) as asked:
        page = client.post("/sheets/", {"text": "solicitor"})
    assert "<mark>" in page.content.decode()
    assert len([each for each in asked.captured_queries if "advice_sheetversion" in each["sql"]]) == 1
    assert 'method="post"' in page.content.decode()


def test_scripts_in_a_sheet_are_words() -> None:
    published(body="<script>alert(1)</script>\n\n- <img src=x onerror=alert(1)>", title="<b>Bold</b>")
    page = Client().post("/sheets/", {"text": "alert"}).content.decode()
    page += Client().get(f"/sheets/{code_of('meeting')}/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>Bold" not in page


def test_the_board_says_what_is_stale_and_why_the_latest_first() -> None:
    published(review_by=TODAY + timedelta(days=10))
    with acting(actor(account("editor")), read_only=True):
        soon = stale(TODAY)
        assert soon[0].why == ("Its review is due soon",)
        late = stale(TODAY + timedelta(days=11))
    assert late[0].late
    assert "Its review is overdue" in late[0].why
    page = client_of(account("editor")).get("/desk/sheets/").content.decode()
    assert "Its review is due soon" in page
    assert "Written by <bdi>Imre Vass</bdi>, checked by <bdi>Gwen Aldous</bdi>" in page


def test_law_that_changed_since_it_was_checked_is_news() -> None:
    sheet = SheetVersion(law=["KC-06"], law_checked_on=date(2026, 6, 28))
    assert law_news(sheet, date(2026, 6, 28)) == []
    assert law_news(sheet, date(2026, 6, 29)) == [
        "Kinship local offer published: changed or checked since 28/06/2026"
    ]


def test_a_sheet_that_is_late_says_so_to_its_readers() -> None:
    version = published()
    with connection.cursor():
        SheetVersion.objects.using(OWNER).filter(id=version.id).update(review_by=TODAY - timedelta(days=1))
    assert "It may be out of date: ask us." in Client().get(f"/sheets/{code_of('meeting')}/").content.decode()


def test_taken_back_it_is_gone_at_once() -> None:
    published()
    client_of(account("manager")).post("/desk/sheets/meeting/back")
    assert Client().get(f"/sheets/{code_of('meeting')}/").status_code == 404


def test_words_become_headings_points_and_paragraphs() -> None:
    told = parts("## Before\n- One\n- Two\nAnd more\nof it\n\n##After")
    assert [(each.kind, each.words or each.points) for each in told] == [
        ("heading", "Before"), ("points", ("One", "Two")), ("paragraph", "And more of it"), ("heading", "After"),
    ]  # fmt: skip
