"""The page of accountability: what it says, to whom, in how many statements, and what it never gives away."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.models import Account, Look, Reason
from kith.access.roles import ROLES
from kith.core.labels import Label
from kith.people.models import Person
from tests.law.accountability.town import Town, child_of, count, make_town
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
PAGE, LIST, CSV = "/accountability/", "/accountability/list/", "/accountability/figures.csv"
LATE = f"{LIST}?quarter=2026-10-01&by=total&row=&state=late"


@pytest.fixture
def town(kith_database: None) -> Town:
    made = make_town()
    count()
    return made


@pytest.fixture
def director() -> Account:
    return make.account("director")


def rows_of(client: Client, address: str) -> dict[str, list[str]]:
    """Each line of the first table, by its name: its cells, with what only a screen reader says left out."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    for hidden in soup.select(".govuk-visually-hidden"):
        hidden.decompose()
    table = soup.select_one("table.kith-figures")
    assert table is not None
    found = {}
    for row in table.select("tbody tr"):
        head = row.select_one("th")
        assert head is not None
        found[head.get_text(" ", strip=True)] = [
            " ".join(cell.get_text(" ").split()) for cell in row.select("td")
        ]
    return found


def opened_by_reason(account: Account, *children: Person) -> None:
    now = timezone.now()
    for child in children:
        Reason.objects.using(make.OWNER).create(
            account=account, person=child, kind="purpose", text="A purpose.", label_mask=Label.NORMAL.value,
            during=TimestamptzRange(now - timedelta(minutes=1), now + timedelta(hours=1), "[)"),
        )  # fmt: skip


def test_a_director_reads_the_council_by_kind_by_team_and_by_ethnic_group(
    town: Town, director: Account
) -> None:
    client = signed_in(director)
    words = words_of(client.get(PAGE))
    assert "October to December 2026" in words
    assert "53 of every 100 were done in time" in words  # 17 of 17 + 6 + 9
    assert "Child and family assessment finished: 53% in time" in words.split("Went well")[1]
    assert "No kind of duty was late" in words.split("Needs us most")[1]
    [(name, cells)] = rows_of(client, PAGE).items()
    assert name == "Child and family assessment finished Statutory guidance Read in a source"
    assert cells == ["53%", "17", "15 9 △ late, still to do 6 ◐ done late", "0", "6"]
    assert rows_of(client, f"{PAGE}?by=team") == {
        "North": ["c", "8", "c", "0", "6"],
        "South": ["c", "9", "c", "0", "0"],
    }
    groups = rows_of(client, f"{PAGE}?by=group")
    assert list(groups) == ["White", "Asian or Asian British", "Black, Black British, Caribbean or African"]
    assert groups["Asian or Asian British"] == ["100%", "9", "0", "0", "0"]
    assert groups["Black, Black British, Caribbean or African"] == ["c", "c", "c", "0", "c"]


def test_each_state_has_a_word_and_a_shape_and_the_bars_have_their_words(
    town: Town, director: Account
) -> None:
    soup = BeautifulSoup(signed_in(director).get(PAGE).content, "html.parser")
    heads = [each.get_text() for each in soup.select(".kith-figures thead")[0].select("th")][2:]
    assert heads == ["● Done in time", "▲ Not in time", "○ Not needed", "◇ Not due yet"]
    title = soup.select_one("svg title")
    assert title is not None
    assert "October 2026 53%; November 2026 – none to judge yet." in " ".join(title.get_text().split())


def test_a_manager_reads_the_own_team_alone_and_no_teams(town: Town) -> None:
    client = signed_in(town.managers["north"])
    assert "Accountability: North" in words_of(client.get(PAGE))
    assert list(rows_of(client, PAGE).values()) == [
        ["38%", "8", "13 7 △ late, still to do 6 ◐ done late", "0", "6"]  # 8 of 21
    ]
    assert "By team" not in words_of(client.get(PAGE))
    asked = words_of(client.get(f"{PAGE}?by=team"))
    assert "cannot be broken down that way" in asked
    assert "South" not in asked
    assert str(town.south.id) not in client.get(CSV).content.decode()


def test_another_teams_manager_learns_nothing_of_the_first(town: Town) -> None:
    client = signed_in(town.managers["south"])
    for query in (
        "",
        f"?by=team&row={town.north.id}",
        f"?by=team&row={town.north.id}&quarter=2026-10-01&state=late",
    ):
        for address in (PAGE, LIST):
            answer = client.get(address + query)
            assert answer.status_code == 200
            assert "North" not in words_of(answer)
    assert "no list" in words_of(client.get(LATE))  # the two of South are too few
    assert "North" not in client.get(CSV).content.decode()


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"director", "manager", "auditor"}))
def test_for_everybody_else_nothing_is_there(town: Town, role: str) -> None:
    client = signed_in(make.account(role))
    assert {client.get(address).status_code for address in (PAGE, LIST, CSV, LATE)} == {404}


def test_the_way_there_is_shown_to_those_who_may_go(town: Town) -> None:
    for role in ("director", "manager", "auditor", "lead", "analyst"):
        shown = b'href="/accountability/"' in signed_in(make.account(role)).get("/").content
        assert shown == (role in {"director", "manager", "auditor"})


def test_a_manager_opens_the_list_of_those_whose_records_are_open(town: Town) -> None:
    client = signed_in(town.managers["north"])
    words = words_of(client.get(LATE))
    assert "The figure is 7 duties" in words
    assert all(f"Late{n} North" in words for n in range(7))
    assert "you cannot open" not in words
    assert Look.objects.using(make.OWNER).filter(page="accountability").count() == 7


def test_a_director_lists_only_what_a_reason_has_opened_and_the_others_are_counted(
    town: Town, director: Account
) -> None:
    client = signed_in(director)
    assert "You cannot open any" in words_of(client.get(LATE))
    opened_by_reason(director, town.children["north", "late"][0])
    words = words_of(client.get(LATE))
    assert "Late0 North" in words
    assert "And 8 that you cannot open" in words
    assert "Late1" not in words


def test_no_list_where_those_who_are_not_open_are_few(town: Town, director: Account) -> None:
    opened_by_reason(director, *town.children["north", "late"][:5])
    words = words_of(signed_in(director).get(LATE))
    assert "There is no list" in words
    assert "Late0" not in words
    assert not Look.objects.using(make.OWNER).filter(page="accountability").exists()


def test_a_hidden_figure_has_no_list_however_it_is_asked_for(town: Town, director: Account) -> None:
    opened_by_reason(director, *town.children["south", "late"])
    for row in (town.north.id, town.south.id):
        words = words_of(signed_in(director).get(f"{LIST}?quarter=2026-10-01&by=team&row={row}&state=late"))
        assert "This figure is hidden, so it has no list" in words
        assert "Late" not in words.split("has no list")[1]


def test_an_auditor_reads_the_councils_figures_and_opens_nobody(town: Town) -> None:
    client = signed_in(make.account("auditor"))
    assert "Accountability: the council" in words_of(client.get(PAGE))
    words = words_of(client.get(LATE))
    assert "You cannot open any of these records now." in words
    assert "give your reason" not in words


def test_who_is_restricted_after_the_night_is_in_no_list_and_not_told_by_the_difference(town: Town) -> None:
    make.restricted(town.children["north", "late"][0])
    words = words_of(signed_in(town.managers["north"]).get(LATE))
    assert "There is no list" in words
    assert "North" not in words.split("There is no list")[1]


def test_a_restricted_child_is_in_no_list_even_for_whoever_may_open_it(town: Town) -> None:
    from kith.access.models import RestrictionAllows

    child = child_of(town, "north", "late", "Cy")
    held = make.restricted(child)
    RestrictionAllows.objects.using(make.OWNER).create(restriction=held, account=town.managers["north"])
    count()
    client = signed_in(town.managers["north"])
    assert client.get(f"/people/{child.id}/").status_code == 200
    words = words_of(client.get(LATE))
    assert "The figure is 7 duties" in words
    assert "Cy" not in words


def test_the_csv_hides_what_the_page_hides(town: Town, director: Account) -> None:
    answer = signed_in(director).get(CSV)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    south = next(row for row in rows if row["line"] == "South")
    assert (south["met"], south["late"], south["percent_in_time"]) == ("9", "c", "c")
    total = next(row for row in rows if row["broken_down_by"] == "total")
    assert (total["met"], total["late"], total["percent_in_time"]) == ("17", "9", "53")


@pytest.mark.parametrize(
    "query", ["quarter=2020-01-01", "quarter=soon", "by=shoe", "quarter=%F0%9F&by=%3Cb%3E", "by=team&team=1"]
)
def test_what_cannot_be_asked_is_told_plainly_and_the_usual_shown(
    town: Town, director: Account, query: str
) -> None:
    answer = signed_in(director).get(f"{PAGE}?{query}")
    assert answer.status_code == 200
    assert ("We could not show what you asked for" in words_of(answer)) == ("team=1" not in query)
    assert "October to December 2026" in words_of(answer)
    assert "There is no such figure" in words_of(signed_in(director).get(f"{LIST}?{query}"))


def test_before_the_first_night_the_page_says_when_figures_come(
    kith_database: None, director: Account
) -> None:
    assert "The first will be here tomorrow" in words_of(signed_in(director).get(PAGE))
    assert "Your account is in no team yet" in words_of(signed_in(make.account("manager")).get(PAGE))
    assert signed_in(director).get(CSV).status_code == 200


def test_no_page_takes_more_statements_than_before(town: Town, director: Account) -> None:
    manager = signed_in(town.managers["north"])
    taken = {}
    for client, address in (
        (signed_in(director), f"{PAGE}?by=team"),
        (manager, PAGE),
        (manager, LATE),
        (manager, CSV),
    ):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        taken[address] = len(captured)
    assert taken[LATE] <= 20, taken
    assert max(taken[PAGE], taken[f"{PAGE}?by=team"], taken[CSV]) <= 12, taken


@pytest.mark.usefixtures("town")
def test_how_it_goes_is_drawn_month_by_month_and_said_in_words(director: Account) -> None:
    page = BeautifulSoup(signed_in(director).get(PAGE).content, "html.parser")
    drawn = page.select_one("svg.kith-trend")
    assert drawn is not None
    # Of 32 with their day in October 17 were done in time; the days of November lie ahead.
    said = dict(re.findall(r"([A-Z][a-z]+ \d{4}) ([^;]*?)[;.]", drawn.get_text(" ", strip=True)))
    assert said["October 2026"] == "53%"
    months = [text.get_text() for text in drawn.select("text.kith-trend__word")]
    numbers = [text.get_text() for text in drawn.select("text.kith-trend__number")]
    assert dict(zip(months, numbers, strict=True))["Oct 2026"] == "53%"
    assert [bar["width"] for bar in drawn.select("rect.kith-trend__part")] == ["79"]
    assert said["November 2026"].startswith("–")
