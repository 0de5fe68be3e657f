"""The law as pages: what they say, to whom, and in how many statements."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.access.models import Account
from kith.law.models import DutySetting
from kith.law.pages.changes import changes
from kith.law.register import Register, shipped
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
CHANGES, SETTINGS = "/law/changes/", "/law/settings/"
TIME, PROMISE = "/law/settings/FH-01/time/", "/law/settings/LL-01/promise/"


@pytest.fixture
def director() -> Account:
    return make.account("director", display_name="Ngozi Adeyemi")


def on(day: date) -> dict[str, str]:
    return {"from_day_day": str(day.day), "from_day_month": str(day.month), "from_day_year": str(day.year)}


def get(client: Client, address: str) -> tuple[str, int]:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return words_of(answer), len(captured)


def test_every_duty_stands_on_the_page_of_its_area_with_source_and_confidence() -> None:
    client = signed_in(make.account("lead"))
    seen: set[str] = set()
    for area in shipped().areas:
        soup = BeautifulSoup(client.get(f"/law/areas/{area.slug}/").content, "html.parser")
        cards = {str(card["id"]): card.get_text(" ") for card in soup.select("section.kith-duty")}
        assert set(cards) == set(area.ids)
        for id_, words in cards.items():
            duty = shipped()[id_]
            assert duty.source.citation in words
            assert duty.family_name in words
            assert any(sure in words for sure in ("Read in a source", "check it", "Not from a source"))
        seen |= set(cards)
    assert seen == {duty.id for duty in shipped()}


def test_a_duty_without_a_number_says_so_and_invents_none() -> None:
    words, _ = get(signed_in(make.account("lead")), "/law/?q=AS-04")
    assert "1 duty with these words" in words
    assert "When No set time in law" in words


def test_a_duty_that_nothing_records_yet_says_what_it_waits_for() -> None:
    words, _ = get(signed_in(make.account("lead")), "/law/?q=CP-10")
    assert "Waiting for its facts" in words
    assert "Parents saw and talked over the report" in words


def test_law_that_has_no_day_advises_and_says_so() -> None:
    words, _ = get(signed_in(make.account("lead")), "/law/?q=PL-01")
    assert "Law, not yet in force" in words
    assert "It has no starting day yet, so it only advises." in words


def test_each_duty_says_who_of_a_family_may_be_told_of_it_and_in_which_words() -> None:
    client = signed_in(make.account("lead"))
    words, _ = get(client, "/law/?q=LA-04")
    assert (
        "Who may be told The child, a parent or a carer, by name, once a worker tells them: “hold the first meeting"
        " about how your care is going” or “hold the first meeting about how their care is going”."
    ) in words
    words, _ = get(client, "/law/?q=CP-03")
    assert "Who may be told Nobody of the family is shown this." in words
    rows = csv.DictReader(io.StringIO(client.get("/law/register.csv").content.decode()))
    shown = {row["id"] for row in rows if not row["told"].startswith("Nobody")}
    assert shown == {duty.id for duty in shipped() if duty.shown}


def test_words_that_no_duty_says_end_in_help_and_markup_is_only_text() -> None:
    client = signed_in(make.account("lead"))
    answer = client.get("/law/?q=%3Cscript%3Ex")
    assert "No duty says this" in words_of(answer)
    assert b"<script>x" not in answer.content


def test_the_register_leaves_as_csv_with_one_row_for_each_duty() -> None:
    answer = signed_in(make.account("lead")).get("/law/register.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [row["id"] for row in rows] == [duty.id for duty in shipped()]
    first = next(row for row in rows if row["id"] == "LA-04")
    assert (first["status"], first["when"]) == ("Law", "Within 20 working days")


def test_the_page_of_changes_names_what_has_no_day(director: Account) -> None:
    words, _ = get(signed_in(director), CHANGES)
    no_day = words.split("with no day yet")[1].split("What changed in the last year")[0]
    for duty in shipped():
        assert (duty.id in no_day.split()) == (duty.status == "prospective"), duty.id
    assert "29 June 2026" in words.split("What changed in the last year")[1]


def as_from(register: Register, **days: str) -> Register:
    """The register after an edit of nothing but dates."""
    edited = tuple(
        duty.model_copy(update={"commences_on": date.fromisoformat(days[duty.id.replace("-", "_")])})
        if duty.id.replace("-", "_") in days
        else duty
        for duty in register
    )
    return Register(edited, register.areas)


def test_a_day_written_into_the_register_moves_law_from_no_day_to_coming_to_lately() -> None:
    register = as_from(shipped(), PL_01="2027-09-01", PL_02="2027-09-01")
    before = changes(register, date(2027, 8, 1), [])
    after = changes(register, date(2027, 9, 1), [])
    assert [(day, [each.duty.id for each in found]) for day, found in before.coming] == [
        (date(2027, 9, 1), ["PL-01", "PL-02"])
    ]
    assert "PL-01" not in {duty.id for duty in before.no_day}
    assert after.coming == []
    assert after.lately[0][0] == date(2027, 9, 1)


def test_a_director_sets_a_time_and_everybody_on_the_staff_reads_it(director: Account) -> None:
    client = signed_in(director)
    day = timezone.localdate() + timedelta(days=1)
    given = {"recurrence": "once", "value": "7", "reason": "Too few workers this year", **on(day)}
    answer = client.post(TIME, given, follow=True)
    assert "Kept: One Family Help lead practitioner named." in words_of(answer)
    words, _ = get(signed_in(make.account("lead")), SETTINGS)
    assert "7 working days in the place of 5 working days" in words
    assert "Ngozi Adeyemi" in words
    assert "Too few workers this year" in words


def test_a_form_sent_twice_decides_once(director: Account) -> None:
    client = signed_in(director)
    drawn = BeautifulSoup(client.get(TIME).content, "html.parser").select_one("input[name=sending]")
    assert drawn is not None
    given = {"recurrence": "once", "value": "7", "reason": "Once", **on(timezone.localdate())}
    for _ in range(2):
        assert client.post(TIME, given | {"sending": str(drawn["value"])}).headers["Location"] == SETTINGS
    assert DutySetting.objects.using(make.OWNER).count() == 1


def test_a_promise_is_switched_on_by_one_form(director: Account) -> None:
    given = {"on": "on", "reason": "Voted in March", **on(timezone.localdate())}
    words = words_of(signed_in(director).post(PROMISE, given, follow=True))
    assert "The council promises it from" in words


@pytest.mark.parametrize(
    ("address", "changed", "says"),
    [
        ("/law/settings/LA-04/time/", {"value": "30"}, "A council may make it shorter, never longer."),
        (TIME, {"from_day_year": "2019"}, "Choose today or a later day"),
        (TIME, {"from_day_month": "13"}, "The first day must be a real date"),
        (TIME, {"value": "soon"}, "How many must be a whole number, such as 5"),
        (TIME, {"value": "0"}, "greater than or equal to 1"),
        (TIME, {"reason": ""}, "Say why, so that whoever reads this later understands"),
        (TIME, {"recurrence": "never"}, "Select a valid choice"),
    ],
)
def test_a_refusal_says_what_to_mend_and_keeps_what_was_typed(
    director: Account, address: str, changed: dict[str, str], says: str
) -> None:
    given = {"recurrence": "once", "value": "4", "reason": "Typed once", **on(timezone.localdate())}
    answer = signed_in(director).post(address, given | changed)
    assert answer.status_code == 200
    assert says in words_of(answer)
    assert b"Error:" in answer.content
    if "reason" not in changed:
        assert b"Typed once" in answer.content
    assert DutySetting.objects.using(make.OWNER).count() == 0


def test_only_the_director_finds_the_forms_and_the_links_to_them(director: Account) -> None:
    manager = signed_in(make.account("manager"))
    for address in (TIME, PROMISE):
        assert manager.get(address).status_code == 404
        assert manager.post(address, {}).status_code == 404
    assert b"/time/" not in manager.get(SETTINGS).content
    assert b"/time/" in signed_in(director).get(SETTINGS).content


@pytest.mark.parametrize(
    "address",
    [
        "/law/areas/nothing/",
        "/law/settings/XX-99/time/",
        "/law/settings/AS-04/time/",
        "/law/settings/FH-01/promise/",
    ],
)
def test_what_is_not_there_answers_404(director: Account, address: str) -> None:
    assert signed_in(director).get(address).status_code == 404


def test_no_page_takes_more_statements_than_before(director: Account) -> None:
    client = signed_in(director)
    client.get("/law/")
    taken = {
        address: get(client, address)[1]
        for address in ("/law/", "/law/areas/care_visits/", CHANGES, SETTINGS, TIME)
    }
    assert max(taken.values()) <= 12, taken
