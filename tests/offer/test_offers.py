"""The local offers: every heading of the law, versions by day, and who was asked."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connections
from django.db.utils import DatabaseError
from django.test import Client
from django.utils import timezone

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.law.calendar import LONDON
from kith.offer import actions
from kith.offer.models import OfferDraft, OfferPromise, OfferVersion
from kith.offer.offers.calling import calling
from kith.offer.offers.headings import headings
from kith.offer.offers.published import easy_lines, in_force
from tests.offer.offers_world import HOURS, ask, promise, publish, published, write
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


def test_the_statutory_headings_are_all_there_and_two_more() -> None:
    law = {each.code for each in headings("kinship") if each.law}
    assert law == {"approach", "money", "services", "health", "contact", "learning", "home"}
    assert {each.code for each in headings("kinship") if not each.law} == {"rights", "meeting"}
    leavers = {each.code for each in headings("care-leavers") if each.law}
    assert leavers == {"health", "contact", "learning", "work", "home", "part"}


def test_a_draft_is_nobody_elses_and_a_version_is_everybodys() -> None:
    by = make.account("front_door")
    write(by)
    assert Client().get("/offers/kinship/").status_code == 404
    ask(by)
    assert publish(by) == 1
    page = Client().get("/offers/kinship/").content.decode()
    assert "Relationships and time with family: We help you." in page
    assert "0808 157 0210" in page
    with acting(make.actor(make.account("lead"))):
        assert not OfferDraft.objects.exists()
        assert OfferVersion.objects.count() == 1


def test_what_the_law_asks_for_must_say_something() -> None:
    by = make.account("front_door")
    actor = make.actor(by)
    with acting(actor):
        actions.write_section(by=actor, kind="kinship", code="approach", words="Hello.")
    ask(by)
    with pytest.raises(CannotBeError, match="Health and wellbeing"):
        publish(by)


def test_who_was_not_asked_is_told_to_everybody_with_the_reason() -> None:
    by = make.account("front_door")
    write(by)
    ask(by, "kinship", "carers", "families", "speak_for")
    with pytest.raises(CannotBeError) as why:
        publish(by)
    assert why.value.field == "why_children"
    publish(by, reasons={"children": "The club was shut by flood."})
    page = Client().get("/offers/kinship/asked/").content.decode()
    assert "They were not asked." in page
    assert "The club was shut by flood." in page
    assert "Money came too late." in page
    assert "We did it." in page


def test_what_people_said_is_answered_before_it_is_published() -> None:
    by = make.account("front_door")
    write(by)
    ask(by, did="")
    with pytest.raises(CannotBeError, match="what was done"):
        publish(by)


def test_a_version_holds_from_its_day_and_the_one_before_until_then() -> None:
    by = make.account("front_door")
    today = timezone.localdate()
    published(by)
    write(by, words="More money.")
    with pytest.raises(CannotBeError, match="were not asked"):
        publish(by, on=today + timedelta(days=30))
    ask(by)
    publish(by, on=today + timedelta(days=30), changed="More money.")
    assert in_force(today)["kinship"].number == 1
    assert in_force(today + timedelta(days=30))["kinship"].number == 2
    assert "More money" not in Client().get("/offers/kinship/").content.decode()
    versions = Client().get("/offers/kinship/versions/").content.decode()
    assert "More money." in versions
    assert "Money: More money." in Client().get("/offers/kinship/versions/2/").content.decode()
    ask(by)
    with pytest.raises(CannotBeError, match="last version"):
        publish(by, on=today + timedelta(days=3))


def test_nobody_changes_or_takes_away_what_was_published() -> None:
    by = make.account("front_door")
    published(by)
    for statement in ("UPDATE offer_offerversion SET number = 9", "DELETE FROM offer_offerversion"):
        with pytest.raises(DatabaseError), acting(make.actor(by)), connections["default"].cursor() as cursor:
            cursor.execute(statement)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"heading": "part"}, "heading"),
        ({"youngest": 18, "oldest": 17}, "oldest"),
        ({"oldest": 99}, "oldest"),
        ({"starts_on": date(2026, 3, 1), "ends_on": date(2026, 2, 1)}, "ends_on"),
        ({"decided": "  "}, "decided"),
    ],
)
def test_a_promise_that_cannot_be_is_told_by_its_field(more: dict[str, Any], field: str) -> None:
    by = make.account("front_door")
    with pytest.raises(CannotBeError) as why:
        write(by, "kinship", promise(**more))
    assert why.value.field == field


def test_those_who_keep_nothing_may_write_nothing() -> None:
    other = make.account("lead")
    with pytest.raises(NotPermittedError):
        write(other)
    assert signed_in(other).get("/offers/keep/").status_code == 404


@pytest.mark.parametrize(
    ("at", "words", "open_"),
    [
        ((2026, 11, 27, 0, 10), "Ring from 9:30am today", False),
        ((2026, 11, 27, 9, 30), "Open now, until 4:30pm", True),
        ((2026, 11, 27, 16, 30), "Ring from 10am tomorrow, Saturday 28 November 2026", False),
        ((2026, 11, 28, 13, 0), "Ring from 9:30am on Monday 30 November 2026", False),
        # Christmas Day and Boxing Day's substitute are no days to ring; the clocks have changed by then.
        ((2026, 12, 24, 23, 59), "Ring from 9:30am on Tuesday 29 December 2026", False),
        ((2026, 10, 25, 1, 30), "Ring from 9:30am tomorrow, Monday 26 October 2026", False),
    ],
)
def test_when_to_ring(at: tuple[int, int, int, int, int], words: str, open_: bool) -> None:
    found = calling(HOURS, datetime(*at, tzinfo=LONDON))
    assert words in found.words
    assert found.open is open_


def test_hours_that_are_none_are_refused_and_nothing_is_said_of_them() -> None:
    by = make.account("front_door")
    actor = make.actor(by)
    for hours in ("Monday 25:00-26:00", "Mondays", "9-5", "Monday 17:00-9:00"):
        with pytest.raises(CannotBeError) as why, acting(actor):
            actions.set_call(by=actor, kind="kinship", phone="0808 157 0210", hours=hours, words="")
        assert why.value.field == "hours"
    assert calling("Monday 25:00-26:00", timezone.now()).words == ""
    assert calling("", timezone.now()).words == ""


def test_easy_lines_name_their_drawings() -> None:
    assert easy_lines("phone: Ring us.\n\nNote: this\nJust words") == (
        ("phone", "Ring us."),
        ("", "Note: this"),
        ("", "Just words"),
    )


@pytest.fixture
def desk() -> Client:
    return signed_in(make.account("front_door"))


def test_an_officer_writes_and_publishes_on_the_pages(desk: Client) -> None:
    for each in headings("care-leavers"):
        address = f"/offers/keep/care-leavers/{each.code}/"
        told = {"words": f"We help with {each.name}.", "easy": "home: A home.", "in_ar": "نساعد"}
        if each.code == "home":
            hard = desk.post(
                address, told | {"words": "Notwithstanding eligibility considerations."}, follow=True
            )
            assert "too hard for many" in hard.content.decode()
        assert desk.post(address, told).status_code == 302
    call = {"phone": "0808 157 0225", "hours": "nonsense", "words": ""}
    assert "Write days and times" in desk.post("/offers/keep/care-leavers/call/", call).content.decode()
    assert desk.post("/offers/keep/care-leavers/call/", call | {"hours": HOURS}).status_code == 302
    gift = {
        "name": "Lessons",
        "says": "Ten.",
        "heading": "work",
        "youngest": "17",
        "oldest": "24",
        "decided": "x",
    }
    assert desk.post("/offers/keep/care-leavers/promises/new/", gift).status_code == 302
    row = OfferPromise.objects.using(make.OWNER).get()
    assert (
        desk.post(f"/offers/keep/care-leavers/promises/{row.id}/", gift | {"says": "Eleven."}).status_code
        == 302
    )
    asked = {
        "group": "children", "way": "A forum", "on_day": "2", "on_month": "11", "on_year": "2026", "people": "9",
        "said": "Driving!",
    }  # fmt: skip
    assert desk.post("/offers/keep/care-leavers/asked/new/", asked).status_code == 302
    board = desk.get("/offers/keep/care-leavers/").content.decode()
    assert "what was done?" in board
    address = board.partition('href="/offers/keep/care-leavers/asked/')[2].partition('"')[0]
    assert desk.post(f"/offers/keep/care-leavers/asked/{address}", {"did": "Lessons."}).status_code == 302
    today = timezone.localdate()
    out = {
        "starts_on_day": today.day, "starts_on_month": today.month, "starts_on_year": today.year, "changed": "First.",
        "why_carers": "No time.", "why_families": "No time.", "why_speak_for": "No time.",
    }  # fmt: skip
    assert desk.post("/offers/keep/care-leavers/publish/", out | {"why_carers": ""}).status_code == 200
    assert desk.post("/offers/keep/care-leavers/publish/", out).status_code == 302
    page = Client().get("/offers/care-leavers/").content.decode()
    assert "Eleven." in page
    arabic = Client().get("/offers/care-leavers/?language=ar").content.decode()
    assert "نساعد" in arabic
    easy = Client().get("/offers/care-leavers/easy/").content.decode()
    assert "A home." in easy
    assert "kith-easy__picture" in easy
    pdf = Client().get("/offers/care-leavers/offer.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert desk.post(f"/offers/keep/care-leavers/promises/{row.id}/", {"do": "drop"}).status_code == 302
    assert not OfferPromise.objects.using(make.OWNER).exists()
    assert "Eleven." in Client().get("/offers/care-leavers/").content.decode()
