"""What one family is entitled to: from a few answers, with the reason and the law, and nothing kept."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.db import connections
from django.test import Client
from docx import Document
from pypdf import PdfReader

from kith.letters.offers.asking import letter_of
from kith.offer.offers.choices import BANDS, CARE, NEEDS
from kith.offer.offers.headings import headings
from kith.offer.offers.personal import Answers, worked_out
from kith.offer.offers.rules import Amount, Rule, rules
from tests.offer.offers_world import promise, published
from tests.support import make

DAY = date(2026, 11, 27)


def names(answers: Answers, *promises: Rule, day: date = DAY) -> set[str]:
    return {each.id for each in worked_out(answers, promises, day).now}


def test_a_special_guardian_of_a_child_who_was_in_care() -> None:
    found = names(Answers("sgo", ("5",), "yes"))
    assert {"kin-sgo-assess", "kin-school-before", "kin-therapy", "kin-sgo-money"} <= found
    assert "kin-sgo-may" not in found
    assert "kin-foster-allowance" not in found


def test_the_same_without_care_before_and_not_knowing() -> None:
    assert {"kin-sgo-assess", "kin-school-before", "kin-therapy"}.isdisjoint(
        names(Answers("sgo", ("5",), "no"))
    )
    unsure = {each.id: each for each in worked_out(Answers("sgo", ("5",), "unsure"), (), DAY).now}
    assert unsure["kin-therapy"].only_if == "Only if the child was in care just before."
    assert unsure["kin-sgo-may"].only_if == ""


def test_ages_and_needs_narrow_and_what_is_always_stays() -> None:
    assert "kin-school-before" not in names(Answers("sgo", ("0",), "yes")) - {"kin-school-before"}
    assert "cl-to-25" in names(Answers("left", ("21",)))
    assert "cl-adviser" not in names(Answers("left", ("21",)))
    money = names(Answers("sgo", ("5",), "yes", ("money",)))
    assert "kin-sgo-money" in money
    assert "kin-therapy" not in money
    assert "kin-told" in money


def test_each_thing_says_why_and_by_which_law() -> None:
    for care in CARE:
        for each in worked_out(Answers(care, tuple(BANDS), "yes", ("money",)), (), DAY).now:
            assert each.law
            assert each.why[0] == CARE[care][1]
    (one,) = [
        each
        for each in worked_out(Answers("sgo", ("5",), "yes", ("health",)), (), DAY).now
        if each.id == "kin-therapy"
    ]
    assert one.why == (
        "You are the child’s special guardian.",
        "The child was in care just before.",
        "Age of the child: 5 to 10.",
        "You asked about: Health and feelings.",
    )
    assert one.amount == "£3,000, at most, for each child, each year"


def test_what_has_not_begun_is_not_given_as_if_it_had() -> None:
    found = worked_out(Answers("left", ("18",)), (), DAY)
    assert {"cl-staying-close", "cl-homeless"} <= {each.id for each in found.coming}
    assert {"cl-staying-close", "cl-homeless"}.isdisjoint(each.id for each in found.now)


def test_rules_and_sums_hold_on_their_days_alone() -> None:
    assert "kin-told" not in names(Answers("sgo"), day=date(2026, 6, 28))
    assert "kin-told" in names(Answers("sgo"), day=date(2026, 6, 29))
    assert "kin-therapy" not in names(Answers("sgo", ("5",), "yes"), day=date(2027, 4, 1))
    then = {each.id: each for each in worked_out(Answers("foster", ("5",)), (), date(2026, 3, 31)).now}
    now = {each.id: each for each in worked_out(Answers("foster", ("5",)), (), DAY).now}
    assert then["kin-foster-school"].amount.startswith("£2,630")
    # The sum of this year was not found: none is made up.
    assert now["kin-foster-school"].amount == ""


def test_a_councils_own_promise_is_a_rule_like_any_other() -> None:
    own = Rule(
        "own", "money", "Starter money", "£400.", "local", "Cabinet", kinds=("family",), ages=(0, 17),
        ends=date(2026, 12, 31), amounts=(Amount(DAY, None, 400, "once", "Cabinet"),),
    )  # fmt: skip
    assert "own" in names(Answers("family", ("5",)), own)
    assert "own" in names(Answers("unsure"), own)
    assert "own" not in names(Answers("sgo", ("5",)), own)
    assert "own" not in names(Answers("family", ("5",)), own, day=date(2027, 1, 1))


def test_every_rule_is_whole() -> None:
    known = {code: {each.code for each in headings(code)} for code in ("kinship", "care-leavers")}
    for rule in rules():
        kind = "care-leavers" if set(rule.kinds) & {"in_care", "left"} else "kinship"
        assert rule.heading in known[kind], rule.id
        assert set(rule.kinds) <= set(CARE), rule.id
        assert rule.link.startswith("https://"), rule.id
        assert rule.status in {"in_force", "guidance", "prospective"}, rule.id
        assert all(each.source for each in rule.amounts), rule.id
    assert len({rule.id for rule in rules()}) >= 30
    assert set(NEEDS) <= known["kinship"] | known["care-leavers"]


CHOSEN = {"care": "sgo", "ages": ["5", "11"], "before": "yes", "needs": ["money", "rights"]}


@pytest.mark.database
def test_the_page_answers_and_keeps_nothing() -> None:
    published(make.account("front_door"), "kinship", promise())
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT relname, n_tup_ins FROM pg_stat_user_tables")
    visitor = Client()
    page = visitor.post("/offers/yours/", CHOSEN)
    words = page.content.decode()
    assert page.status_code == 200
    assert "Money for special guardians" in words
    assert "Starter money" in words
    assert "Special Guardianship Regulations 2005, regulations 6 and 18" in words
    assert "0808 157 0210" in words
    assert not visitor.cookies.get("sessionid")
    assert page.headers["Cache-Control"] == "no-store"
    assert visitor.get("/offers/yours/?care=sgo").content.decode().count("checked") == 0


@pytest.mark.database
def test_without_an_answer_it_asks_again_and_loses_nothing() -> None:
    page = Client().post("/offers/yours/", {"ages": ["5"], "needs": ["home"]}).content.decode()
    assert "Choose the one that is most like you" in page
    assert page.count(" checked") == 2
    strange = Client().post("/offers/yours/", {"care": "king", "ages": ["99"]})
    assert strange.status_code == 200
    again = Client().post("/offers/yours/", CHOSEN | {"change": "yes"}).content.decode()
    assert again.count(" checked") == 6


@pytest.mark.database
def test_the_letter_asks_for_it_by_its_law_and_names_nobody() -> None:
    published(make.account("front_door"), "kinship", promise())
    pdf = Client().post("/offers/yours/letter.pdf", CHOSEN)
    read = " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages).split()
    )
    assert "I am a child’s special guardian." in read
    assert "regulations 6 and 18" in read
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    word = Document(io.BytesIO(Client().post("/offers/yours/letter.docx", CHOSEN).content))
    told = "\n".join(each.text for each in word.paragraphs)
    assert "Your own promise: Cabinet, 12 March 2026." in told
    assert word.core_properties.author == ""
    assert Client().get("/offers/yours/letter.pdf").status_code == 302
    assert b"Choose the one" in Client().post("/offers/yours/letter.docx", {}).content


def test_every_kind_of_care_has_its_letter_in_english_whatever_the_page_speaks() -> None:
    from django.utils import translation

    for care in CARE:
        with translation.override("ar"):
            paper = letter_of(Answers(care, ("16",)), None, DAY)
        assert all(each.isascii() or "’" in each or "£" in each for each in paper.words()), care
        assert len(paper.parts) > 3


@pytest.mark.database
def test_with_no_offer_published_the_law_is_still_told() -> None:
    page = Client().post("/offers/yours/", {"care": "foster"}).content.decode()
    assert "A weekly allowance for each child" in page
    assert Client().get("/offers/").status_code == 200
