"""The pages lead from a first look to money, ask little, and show each adult of a household their own alone."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client

from kith.bench.counting import Queries
from kith.kinship import actions
from kith.kinship.models import Caring, FirstLook, ToldReason
from tests.kinship.kinfolk import Kinfolk, ago, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def day(field: str, on: Any = None) -> dict[str, int]:
    when = on or today()
    return {f"{field}_day": when.day, f"{field}_month": when.month, f"{field}_year": when.year}


class Pages:
    def __init__(self, kin: Kinfolk) -> None:
        self.kin, self.lead, self.manager = kin, signed_in(kin.lead), signed_in(kin.manager)

    def does(self, step: str, item: UUID | None = None, by: Client | None = None, **typed: Any) -> None:
        address = f"{self.kin.page}do/{step}/" + (f"{item}/" if item else "")
        answer = (by or self.lead).post(address, typed)
        assert answer.status_code == 302, words_of(answer)

    def reads(self, page: str = "", by: Client | None = None) -> str:
        return words_of((by or self.lead).get(self.kin.page + page))


@pytest.fixture
def pages(kin_folk: Kinfolk) -> Pages:
    return Pages(kin_folk)


SHOWN = {"prepared": "yes", "how_prepared": "We read it together."}


def test_from_a_first_look_to_a_no_that_she_speaks_against(pages: Pages) -> None:
    kin = pages.kin
    pages.does("look", adults=[kin.nan.id, kin.grandad.id], **day("on"))
    look = FirstLook.objects.using(make.OWNER).get().id
    pages.does("view", look, adult=kin.nan.id, words="I would move mountains.")
    pages.does("check", adult=kin.grandad.id, kind="dbs", **day("on"))
    pages.does("reason", look, words="He was found with a gun in 1999.", concerns=kin.grandad.id)
    told = {
        f"told_{kin.nan.id}": "The household cannot go on now.",
        f"told_{kin.grandad.id}": "You know why.",
    }
    pages.does("decide-look", look, outcome="negative", **told, **day("on"))
    hers = ToldReason.objects.using(make.OWNER).get(person_id=kin.nan.id).id
    pages.does("show-told", hers, reader=kin.nan.id, **SHOWN)
    assert "The household cannot go on now. Shown to them." in pages.reads("looks/")
    nan, grandad = signed_in(kin.her), signed_in(kin.him)
    page = words_of(nan.get("/my/caring/"))
    assert "The household cannot go on now." in page
    assert "gun" not in page
    assert "cannot go on" not in words_of(grandad.get("/my/caring/"))
    assert nan.post(f"/my/caring/wrong/{hers}/", {"words": "Look at me apart."}).status_code == 302
    assert grandad.get(f"/my/caring/wrong/{hers}/").status_code == 404
    assert "Look at me apart." in pages.reads("looks/")
    assert "Look at me apart." in words_of(nan.get("/my/caring/"))


def test_from_the_night_she_comes_to_money_and_a_letter(pages: Pages) -> None:
    kin = pages.kin
    pages.does("approve", carer=kin.nan.id, looked_at="Home and her wish.", **day("began_on", ago(1)))
    assert "No nominated officer has agreed yet." in pages.reads()
    assert "a nominated officer has not agreed yet" in words_of(pages.manager.get("/"))
    pages.does(
        "caring",
        carer=kin.nan.id,
        kind="temporary",
        after_care="no",
        **day("since", ago(1)),
        **day("known_on"),
    )
    caring = Caring.objects.using(make.OWNER).get().id
    pages.does("show-caring", caring, reader=kin.nan.id, **SHOWN)
    pages.does("award", caring, region="rest", reason="From the first day.", **day("from_on", ago(1)))
    pages.does("decide", caring, what="holiday", may="no", words="Her social worker, until the hearing.")
    pages.does("know", words="She is allergic to nuts.")
    nan = signed_in(kin.her)
    page = words_of(nan.get("/my/caring/"))
    for said in (
        "We pay you £229.00 a week",
        "Holidays in this country",
        "You can say no",
        "You are approved for a time",
    ):
        assert said in page, said
    assert "allergic" not in page
    letter = words_of(nan.get(f"/my/caring/decide/{caring}/letter/"))
    assert "Haircuts" in letter
    assert "Somebody else decides: Holidays in this country" in letter
    assert "the hearing" not in letter
    assert nan.post(f"/my/caring/ask/{caring}/", {"kind": "legal", "words": "Who pays?"}).status_code == 302
    assert "legal advice. “ Who pays? ” Waits 0 days" in pages.reads("support/")
    assert "By kind Family foster care approved for a time: 1" in words_of(pages.lead.get("/kinship/"))
    for account in (kin.him, kin.father):
        assert signed_in(account).get(f"/my/caring/decide/{caring}/letter/").status_code == 404
        assert signed_in(account).get(f"/my/caring/ask/{caring}/").status_code == 404


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(pages: Pages) -> None:
    kin = pages.kin
    typed = {"carer": kin.nan.id, "looked_at": "", **day("began_on")}
    answer = pages.lead.post(f"{kin.page}do/approve/", typed)
    assert answer.status_code == 200
    assert "Answer: What was looked at?" in words_of(answer)
    bad = pages.lead.post(f"{kin.page}do/caring/", {"carer": str(kin.nan.id), "kind": "sgo", "since_day": "31",
                                                    "since_month": "2", "since_year": "2026", "after_care": "no",
                                                    "works": "Nights"})  # fmt: skip
    assert bad.status_code == 200
    assert 'value="Nights"' in bad.content.decode()
    assert pages.lead.get(f"{kin.page}do/nothing/").status_code == 404
    assert pages.lead.get(f"{kin.page}do/end/").status_code == 404
    caring = kin.caring()
    other = f"/people/{kin.brother.id}/kinship/do/end/{caring}/"
    assert pages.lead.get(other).status_code == 404
    assert pages.lead.get(f"{kin.page}do/agree/{caring}/").status_code == 404


def test_a_worker_sees_her_page_as_she_will_and_nothing_else_of_it(kin_folk: Kinfolk) -> None:
    kin_folk.shows(kin_folk.caring("foster"))
    address = f"/people/{kin_folk.nan.id}/see-as/{kin_folk.her.id}/care/"
    assert "You decide what comes up from day to day" in words_of(signed_in(kin_folk.lead).get(address))
    stranger = make.account("lead")
    make.involved(stranger, kin_folk.nan)
    seen = words_of(signed_in(stranger).get(address))
    assert "Caring for a child" in seen
    assert "You decide what comes up from day to day" not in seen


def test_kinds_stand_side_by_side_two_or_three_of_them(kith_database: None) -> None:
    visitor = Client()
    assert "Choose at least two" in words_of(visitor.get("/kinship-care/", {"with": "sgo"}))
    page = words_of(visitor.get("/kinship-care/", {"with": ["sgo", "cao", "foster", "family", "x"]}))
    assert "Side by side With family, without an order Family foster care Child arrangements order" in page


def test_anybody_works_out_what_might_be_paid_and_nothing_typed_is_lost(kith_database: None) -> None:
    visitor = Client()
    page = "/kinship-care/money/"
    assert "Nothing that you enter is kept" in words_of(visitor.get(page))
    paid = words_of(visitor.get(page, {"kind": "foster", "age": "14", "region": "rest"}))
    assert "£229.00 a week" in paid
    assert "invented" in paid
    private = {"kind": "cao", "age": "14", "region": "rest", "in_zone": "on"}
    assert "£0.00 a week" in words_of(visitor.get(page, private))
    assert "would not pay" in words_of(visitor.get(page, private))
    assert "£229.00 a week" in words_of(visitor.get(page, private | {"zone": "meeting_decided"}))
    for age in ("18", "-1", "x", ""):
        wrong = visitor.get(page, {"kind": "foster", "age": age, "region": "rest"})
        assert wrong.status_code == 200
        assert "Enter an age from 0 to 17" in words_of(wrong)
    assert 'value="99"' in visitor.get(page, {"kind": "foster", "age": "99"}).content.decode()


def test_each_page_asks_little(pages: Pages) -> None:
    kin = pages.kin
    kin.shows(caring := kin.caring("sgo"))
    kin.awards(caring, ago(60), facts=["in_need"])
    kin.does(actions.start_assessment, child=kin.child.id, adults=[kin.nan.id], route="sgo", on=today())
    look = kin.look()
    kin.does(actions.add_reason, look=look, words="x")
    nan = signed_in(kin.her)
    for client, address in (
        *((pages.lead, kin.page + part) for part in ("", "looks/", "assessment/", "support/", "do/look/")),
        (pages.lead, f"{kin.page}do/decide-look/{look}/"),
        (pages.lead, "/kinship/"),
        (nan, "/my/caring/"),
        (nan, f"/my/caring/decide/{caring}/letter/"),
        (pages.manager, "/"),
        (pages.lead, f"/people/{kin.nan.id}/see-as/{kin.her.id}/more/"),
        (nan, "/kinship-care/"),
    ):
        client.get(address)
        asked = Queries()
        with connection.execute_wrapper(asked):
            assert client.get(address).status_code == 200
        assert asked.count <= 20, (address, asked.count)


def test_whoever_cares_for_two_finds_each_and_which_assessment_is_for_whom(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    brother = make.person("Billy", born=date(2018, 3, 4))
    for worker in (kin.lead, kin.manager):
        make.involved(worker, brother)
    make.tied(brother, kin.nan, "grandparent")
    make.door(kin.her, brother, "carer")
    told: dict[str, Any] = {"adults": [kin.nan.id], "route": "foster", "on": ago(9)}
    for child in (kin.child, brother):
        kin.shows(kin.caring(child=child.id))
        kin.shows(kin.does(actions.start_assessment, child=child.id, **told))
    page = BeautifulSoup(signed_in(kin.her).get("/my/caring/").content, "html.parser")
    names = [link.get_text(" ", strip=True) for link in page.select('main a[href^="#"]')]
    assert (len(names), "Billy" in names[0] + names[1], names[2]) == (3, True, "My assessment")
    assert all(page.find(id=str(link["href"])[1:]) for link in page.select('main a[href^="#"]'))
    parts = [part.get_text(" ", strip=True) for part in page.select("h2[id^=a-]")]
    assert len(set(parts)) == len(parts) == 2
    assert sum("Billy" in part for part in parts) == 1


def test_her_page_begins_with_its_parts_and_with_what_waits_for_her_answer(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    caring = kin.caring()
    kin.shows(caring)
    award = kin.awards(caring, ago(80), facts=["in_need"])
    her = signed_in(kin.her)

    def page() -> BeautifulSoup:
        return BeautifulSoup(her.get("/my/caring/").content, "html.parser")

    before = page()
    parts = [link["href"] for link in before.select('nav[aria-label="On this page"] a')]
    heads = ["#" + str(head["id"]) for head in before.select("main h2[id]")]
    assert parts == heads
    assert [head.split("-")[0] for head in heads] == ["#tonight", "#safe", "#agreed", "#money", "#need"]
    assert "waits for your answer" not in before.get_text()
    notice = kin.does(
        actions.give_notice, award=award, to_pence=0, reason="Needs were looked at again.", on=today()
    )
    text = page().get_text(" ")
    assert text.index("Something waits for your answer") < text.index("After five and at weekends")
    assert page().find(id=f"n-{notice}")
    kin.does(actions.answer_notice, kin.her, notice=notice, words="We cannot live on that.", whose="Nora")
    assert "waits for your answer" not in page().get_text()
