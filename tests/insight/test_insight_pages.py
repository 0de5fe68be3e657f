"""The pages of help in figures: what they say, to whom, in how many statements, and what they never give away."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.models import Account, Look, Reason
from kith.access.roles import ROLES
from kith.core.labels import Label
from kith.insight.measures import MEASURES
from kith.people.models import Person
from tests.insight.county import County, count, make_county
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
PAGE, WORRY, CSV = "/insight/", "/insight/worry/", "/insight/figures.csv"
LIST = "/insight/list/?measure=worry&quarter=2026-10-01&by={}&row={}&state={}"
SAID_NO = LIST.format("total", "", "declined")


@pytest.fixture
def county(kith_database: None) -> County:
    made = make_county()
    count()
    return made


@pytest.fixture
def director() -> Account:
    return make.account("director")


def opened_by_reason(account: Account, *children: Person) -> None:
    now = timezone.now()
    for child in children:
        Reason.objects.using(make.OWNER).create(
            account=account, person=child, kind="purpose", text="A purpose.", label_mask=Label.NORMAL.value,
            during=TimestamptzRange(now - timedelta(minutes=1), now + timedelta(hours=1), "[)"),
        )  # fmt: skip


def test_a_director_sees_every_question_and_the_share_of_each(county: County, director: Account) -> None:
    words = words_of(signed_in(director).get(PAGE))
    assert all(each.title in words for each in MEASURES)
    assert "75 of every 100 came with an offer of help" in words  # 17 + 7 of 17 + 7 + 8
    assert "Help in figures: the council" in words


def test_one_question_by_area_with_its_definition_and_its_quarters(county: County, director: Account) -> None:
    words = words_of(signed_in(director).get(f"{WORRY}?by=area"))
    assert "AB1 c 8 Offered: yes: AB1 7 Offered: no: AB1 0 c (hidden)" in " ".join(words.split()).replace(
        "c (hidden) 8", "c 8"
    )
    assert "Enquiries into harm (section 47) of one child that ended without a conference." in words
    assert "have no offer written down here, and count as not offered" in words
    assert "October to December 2026" in words
    assert "By ethnic group" in words
    assert "By team" in words


def test_a_manager_reads_the_own_team_alone_and_no_teams(county: County) -> None:
    client = signed_in(county.managers["north"])
    words = words_of(client.get(WORRY))
    assert "Help in figures: North" in words
    assert "71 of every 100" in words  # 8 + 7 of 21
    assert "By team" not in words_of(client.get(f"{WORRY}?by=team"))
    assert "South" not in client.get(CSV).content.decode()


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"director", "manager", "auditor"}))
def test_for_everybody_else_nothing_is_there(county: County, role: str) -> None:
    client = signed_in(make.account(role))
    assert {client.get(address).status_code for address in (PAGE, WORRY, CSV, SAID_NO)} == {404}


def test_a_manager_opens_the_list_of_those_whose_records_are_open(county: County) -> None:
    client = signed_in(county.managers["north"])
    words = words_of(client.get(SAID_NO))
    assert "The figure is 7" in words
    assert all(f"Declined{n} North" in words for n in range(7))
    assert "Accepted" not in words
    assert Look.objects.using(make.OWNER).filter(page="insight").count() == 7


def test_a_director_lists_only_what_a_reason_has_opened_and_the_others_are_counted(
    county: County, director: Account
) -> None:
    client = signed_in(director)
    assert "You cannot open any" in words_of(client.get(SAID_NO))
    opened_by_reason(director, county.children["north declined"][0])
    words = words_of(client.get(SAID_NO))
    assert "Declined0 North" in words
    assert "And 6 that you cannot open" in words
    assert "Declined1" not in words


def test_no_list_where_those_who_are_not_open_are_few(county: County, director: Account) -> None:
    opened_by_reason(director, *county.children["north declined"][:3])
    words = words_of(signed_in(director).get(SAID_NO))
    assert "There is no list" in words
    assert "Declined0" not in words
    assert not Look.objects.using(make.OWNER).filter(page="insight").exists()


def test_a_hidden_figure_has_no_list_however_it_is_asked_for(county: County, director: Account) -> None:
    opened_by_reason(director, *county.children["south none"])
    words = words_of(signed_in(director).get(LIST.format("area", "AB2", "not_made")))
    assert "This figure is hidden, so it has no list" in words
    assert "None0" not in words


def test_who_is_restricted_after_the_night_is_in_no_list(county: County) -> None:
    make.restricted(county.children["north declined"][0])
    words = words_of(signed_in(county.managers["north"]).get(SAID_NO))
    assert "There is no list" in words
    assert "Declined" not in words.split("There is no list")[1]


def test_the_csv_hides_what_the_page_hides(county: County, director: Account) -> None:
    answer = signed_in(director).get(CSV)
    rows = [
        row
        for row in csv.DictReader(io.StringIO(answer.content.decode()))
        if row["question"].startswith("After a worry")
    ]
    told = {(row["broken_down_by"], row["line"], row["answer"]): row["number"] for row in rows}
    assert told["total", "everybody", "Offered: yes"] == "17"
    assert told["area", "AB1", "No offer written down"] == "c"
    assert told["team", "South", "Offered: yes"] == "9"


@pytest.mark.parametrize("query", ["quarter=2020-01-01", "quarter=soon", "by=shoe&quarter=%F0%9F", "state=x"])
def test_what_cannot_be_asked_is_told_plainly_and_the_usual_shown(
    county: County, director: Account, query: str
) -> None:
    client = signed_in(director)
    for address in (PAGE, WORRY):
        answer = client.get(f"{address}?{query}")
        assert answer.status_code == 200
        assert ("There are no figures for that period" in words_of(answer)) == ("quarter" in query)
    assert "There is no such figure" in words_of(client.get(f"/insight/list/?{query}"))
    assert client.get("/insight/shoes/").status_code == 404


def test_before_the_first_night_the_pages_say_when_figures_come(
    kith_database: None, director: Account
) -> None:
    assert "The first will be here tomorrow" in words_of(signed_in(director).get(PAGE))
    assert "Nothing of this was counted yet" in words_of(signed_in(director).get(WORRY))
    assert "Your account is in no team yet" in words_of(signed_in(make.account("manager")).get(PAGE))
    assert signed_in(director).get(CSV).status_code == 200


def test_no_page_takes_more_statements_than_before(county: County, director: Account) -> None:
    manager = signed_in(county.managers["north"])
    taken = {}
    for client, address in (
        (signed_in(director), PAGE),
        (manager, WORRY),
        (manager, SAID_NO),
        (manager, CSV),
    ):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        taken[address] = len(captured)
    assert taken[SAID_NO] <= 20, taken
    assert max(taken[PAGE], taken[WORRY], taken[CSV]) <= 12, taken


def test_a_question_about_a_few_families_says_so_in_one_line(kith_database: None, director: Account) -> None:
    from tests.insight.county import child_of

    county = County()
    county.teams["north"] = make.team("North")
    county.leads["north"] = make.account("lead", in_team=county.teams["north"])
    for n in range(3):
        child_of(county, "north", "accepted", f"Few{n}")
    count()
    for address in (PAGE, WORRY):
        words = words_of(signed_in(director).get(address))
        assert "every number is hidden, for it is about five families or fewer" in words
        assert "Offered: yes" not in words.split("Look closer", maxsplit=1)[0]
