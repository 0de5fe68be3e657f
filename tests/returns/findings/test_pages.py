"""Findings on pages: beside the thing to mend, on Today, on the board; what each says, and with how many statements."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.help.models import Referral
from kith.people.models import Disability, Person
from kith.returns.models import FindingFigure
from tests.returns.findings.finding import (
    NO_DISABILITY,
    TODAY,
    check_all,
    explained,
    looked_after,
    referred,
    the,
    worker,
)
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
NO_SUCH_NEED = "8650"
SAYS = "has at least one code of disability"


def test_it_stands_on_the_person_s_page_beside_the_fact_and_on_today() -> None:
    child, other = referred(), make.person("Bo")
    client = signed_in(worker(child, other))
    check_all()
    for address in ("", "about/", "mend/"):
        assert SAYS in words_of(client.get(f"/people/{child.id}/{address}"))
        assert SAYS not in words_of(client.get(f"/people/{other.id}/{address}"))
    assert "in the returns to put right" in words_of(client.get("/"))
    assert SAYS in words_of(client.get("/returns/mend/"))


def test_a_stay_has_its_own_beside_it() -> None:
    child = looked_after()
    client = signed_in(worker(child))
    check_all()
    page = client.get(f"/people/{child.id}/homes/")
    assert "To put right in the return" in words_of(page)


def test_a_worker_explains_and_it_leaves_the_list_and_can_be_taken_back() -> None:
    child = referred()
    lead = worker(child)
    client = signed_in(lead)
    check_all()
    here = f"/people/{child.id}/mend/{the(NO_DISABILITY, child).id}/"
    assert "Write why it is so" in words_of(client.post(here, {"reason": " "}))
    said = words_of(client.post(here, {"reason": "Nobody asked <b>yet</b>."}, follow=True))
    assert "The reason is kept" in said
    assert "Nobody asked <b>yet</b>." in said
    assert SAYS not in words_of(client.get(f"/people/{child.id}/"))
    assert "Explained" in words_of(client.get(f"/people/{child.id}/mend/"))
    client.post(here, {"back": "yes"})
    assert SAYS in words_of(client.get(f"/people/{child.id}/"))


def test_one_child_s_is_not_reached_through_another() -> None:
    child, other = referred(), make.person("Bo")
    client = signed_in(worker(child, other))
    check_all()
    here = f"/people/{other.id}/mend/{the(NO_DISABILITY, child).id}/"
    assert client.get(here).status_code == 404
    assert client.post(here, {"reason": "Because."}).status_code == 404


def test_whoever_cannot_mend_is_shown_nothing() -> None:
    child = referred()
    check_all()
    for role in ("partner", "health", "school", "reviewing"):
        account = make.account(role)
        make.involved(account, child, role="reviewing_officer" if role == "reviewing" else role)
        client = signed_in(account)
        page = client.get(f"/people/{child.id}/")
        assert page.status_code == 200
        assert SAYS not in words_of(page)
        assert client.get(f"/people/{child.id}/mend/").status_code == 404
        assert "in the returns to put right" not in words_of(client.get("/"))


def test_the_officer_sees_numbers_not_names_explains_and_takes_the_notes() -> None:
    child = referred()
    officer = make.account("returns")
    client = signed_in(officer)
    check_all()
    board = words_of(client.get("/returns/findings/?kind=cin&year=2026-27"))
    assert "If we submitted today" in board
    assert SAYS in board
    listed = words_of(client.get(f"/returns/findings/rule/?kind=cin&year=2026-27&rule={NO_DISABILITY}"))
    assert "Child Ada" in listed  # its number in the return
    assert "Example" not in listed
    here = f"/returns/findings/{the(NO_DISABILITY, child).id}/"
    client.post(here, {"reason": "=Not asked."})
    notes = client.get("/returns/findings/notes.csv?kind=cin&year=2026-27").content.decode()
    assert f"{NO_DISABILITY},error,Ada," in notes
    assert ",'=Not asked.," in notes
    assert client.get(f"/returns/findings/{uuid4()}/").status_code == 404
    for odd in (
        "rule=<b>",
        "kind=oh",
        f"rule={NO_DISABILITY}&page=0",
        f"rule={NO_DISABILITY}&page=99999",
    ):
        assert client.get(f"/returns/findings/rule/?{odd}").status_code == 200


def test_the_analyst_and_the_director_see_no_small_number_and_nobody() -> None:
    for number in range(7):
        referred(f"K{number}")
    child = referred("K7")
    explained_by = worker(child)
    check_all()
    explained(explained_by, the(NO_DISABILITY, child).id)
    looked_after()
    check_all()
    for role in ("analyst", "director"):
        client = signed_in(make.account(role))
        page = client.get("/returns/findings/?kind=cin&year=2026-27")
        assert "7" in words_of(page)
        assert "/returns/findings/rule/" not in page.content.decode()
        figures = client.get("/returns/findings/figures.csv?kind=cin&year=2026-27").content.decode()
        assert f"{NO_DISABILITY},error,7,7,c," in figures
        few = client.get("/returns/findings/figures.csv?kind=ssda903&year=2026-27").content.decode()
        assert {line.split(",")[5] for line in few.splitlines()[1:]} == {"c"}
        assert client.get("/returns/findings/notes.csv").status_code == 404


def test_the_board_tells_how_old_it_is_and_how_it_goes() -> None:
    for number in range(6):
        referred(f"K{number}")
    check_all(TODAY - dt.timedelta(weeks=4))
    referred("K6")
    check_all()
    client = signed_in(make.account("analyst"))
    figures = client.get("/returns/findings/figures.csv?kind=cin&year=2026-27").content.decode()
    assert f"{NO_DISABILITY},error,7,7,0,28" in figures
    page = client.get("/returns/findings/?kind=cin&year=2026-27")
    text = words_of(page)
    assert "23 October 2026 6 and 6; 20 November 2026 7 and 7." in text
    table = BeautifulSoup(page.content, "html.parser").select("tbody tr")
    [row] = [each for each in table if SAYS in each.get_text()]
    assert [cell.get_text(" ", strip=True) for cell in row.find_all("td")] == ["7", "7", "28 days", "6"]


@pytest.mark.parametrize("address", ["", "homes/", "mend/"])
def test_many_findings_take_no_more_statements_than_one(address: str) -> None:
    child = looked_after()
    client = signed_in(worker(child))
    check_all()
    few = statements(client, f"/people/{child.id}/{address}")
    many(child)
    assert statements(client, f"/people/{child.id}/{address}") == few <= 20


def test_today_and_the_lists_take_as_many_statements_for_many() -> None:
    child = looked_after()
    client, officer = signed_in(worker(child)), signed_in(make.account("returns"))
    check_all()
    asked: list[tuple[Any, str]] = [
        (client, "/"), (client, "/returns/mend/"), (officer, "/returns/findings/?kind=ssda903"),
        (officer, f"/returns/findings/rule/?rule={next(iter(_codes()))}"),
    ]  # fmt: skip
    few = [statements(*each) for each in asked]
    many(child)
    assert [statements(*each) for each in asked] == few
    assert max(few) <= 20


def many(child: Person) -> None:
    from kith.returns.models import Finding

    row = Finding.objects.using(make.OWNER).filter(person=child).first()
    assert row is not None
    for _each in range(60):
        row.pk, row.fact_id = uuid4(), uuid4()
        row.save(using=make.OWNER, force_insert=True)


def _codes() -> list[str]:
    from kith.returns.models import Finding

    return list(Finding.objects.using(make.OWNER).filter(kind="ssda903").values_list("code", flat=True))


def statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize(("others", "total"), [(1, 8), (2, None), (5, None)])
def test_a_total_that_would_tell_of_a_hidden_number_is_hidden(others: int, total: int | None) -> None:
    for number in range(7):
        referred(f"K{number}")
    for number in range(others):
        child = referred(f"L{number}")
        Disability.objects.using(make.OWNER).create(person=child, code="NONE")
        Referral.objects.using(make.OWNER).filter(person=child).update(primary_need="N99")
    check_all()
    figures = FindingFigure.objects.using(make.OWNER).filter(kind="cin", exact=False, severity="error")
    assert figures.get(code=NO_DISABILITY).children == 7
    assert figures.get(code=NO_SUCH_NEED).children is None
    assert figures.get(code="").children == total
