"""Students and agency workers have a last day and a supervisor; an ended account leaves nobody without a lead unseen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import Error, connection
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def day(name: str, on: date) -> dict[str, Any]:
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def later(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def admin() -> Account:
    return make.account("admin")


def test_a_student_is_made_only_with_a_last_day_and_a_supervisor_who_is_named_on_the_page(
    admin: Account,
) -> None:
    lead = make.account("lead", login="rosa@kithshire.example", display_name="Rosa Lindqvist")
    client = signed_in(admin)
    new = {
        "display_name": "Ida Moss",
        "login": "ida@kithshire.example",
        "role": "social_worker",
        "post": "student",
    }
    words = words_of(client.post("/accounts/new", new))
    assert "A student or agency worker needs a last day" in words
    assert "A student or agency worker needs a supervisor" in words
    whole = {**new, "supervisor": "Rosa@kithshire.example", **day("until_on", later(90))}
    words = words_of(client.post("/accounts/new", whole, follow=True))
    assert "Works here as Student" in words
    assert "Supervisor Rosa Lindqvist" in words
    assert Account.objects.using(make.OWNER).get(login="ida@kithshire.example").supervisor_id == lead.id


@pytest.mark.parametrize("who", ["parent", "student", "ended", "nobody"])
def test_a_supervisor_is_staff_with_an_open_account_of_their_own(admin: Account, who: str) -> None:
    rosa = make.account("lead")
    known = {
        "parent": lambda: make.account("parent"),
        "student": lambda: make.account("lead", post="student", until_on=later(9), supervisor=rosa),
        "ended": lambda: make.account("lead", is_active=False),
        "nobody": lambda: Account(login="nobody@kithshire.example"),
    }[who]()
    worker = make.account("social_worker")
    given = {"post": "agency", "supervisor": known.login, **day("until_on", later(30))}
    answer = signed_in(admin).post(f"/accounts/{worker.id}/dates", given)
    assert "Give the sign-in name of a worker whose account is open" in words_of(answer)
    assert Account.objects.using(make.OWNER).get(pk=worker.pk).post == "employed"


def test_the_database_refuses_an_agency_worker_without_an_end_or_a_supervisor() -> None:
    for more in ({}, {"until_on": later(9)}, {"supervisor": make.account("lead")}):
        with pytest.raises(Error, match="account_post_has_end_and_supervisor"):
            make.account("lead", post="agency", **more)


def test_after_the_last_day_the_database_itself_opens_and_finds_nothing() -> None:
    child = make.person("Ada", "Quill")
    worker = make.account("social_worker", until_on=later(0))
    make.involved(worker, child, role="social_worker")
    find = "SELECT count(*) FROM people_find('quill', NULL, '{}', '', '{}', 20)"

    def reached() -> tuple[bool, int]:
        with acting(make.actor(worker)), connection.cursor() as cursor:
            cursor.execute(find)
            return Person.objects.exists(), cursor.fetchone()[0]

    assert reached() == (True, 1), "the last day itself is a working day"
    Account.objects.using(make.OWNER).filter(pk=worker.pk).update(until_on=later(-1))
    assert reached() == (False, 0)


def test_before_a_leads_account_is_ended_the_administrator_sees_how_many_and_no_name(admin: Account) -> None:
    north = make.team("North")
    child, boy = make.person("Ada", "Quill"), make.person("Bo", "Quill")
    lead = make.account("lead", in_team=north, display_name="Rosa Lindqvist")
    make.account("manager", in_team=north, display_name="Mo Boss")
    make.involved(lead, child)
    make.involved(lead, boy)
    make.involved(make.account("lead", in_team=north), make.person("Cy"))
    words = words_of(signed_in(admin).get(f"/accounts/{lead.id}/"))
    assert "Rosa Lindqvist leads for 2 people or families" in words
    assert "Mo Boss sees them on Today" in words
    assert "Quill" not in words


def test_once_it_is_ended_the_manager_sees_whom_to_hand_over(admin: Account) -> None:
    north = make.team("North")
    child = make.person("Ada", "Quill")
    lead = make.account("lead", in_team=north, display_name="Rosa Lindqvist")
    manager = make.account("manager", in_team=north)
    held = make.involved(lead, child)
    boss = signed_in(manager)
    assert "Soon without a lead" not in words_of(boss.get("/"))
    signed_in(admin).post(f"/accounts/{lead.id}/end")
    page = boss.get("/")
    assert "Ada Quill : hand over from Rosa Lindqvist" in words_of(page)
    assert f"/people/{child.id}/workers/{held.id}/hand-over/" in page.content.decode()
    assert boss.get(f"/people/{child.id}/workers/{held.id}/hand-over/").status_code == 200
    other = make.account("manager", in_team=make.team("South"))
    assert "Soon without a lead" not in words_of(signed_in(other).get("/"))


def test_a_lead_whose_last_day_comes_is_shown_four_weeks_ahead() -> None:
    north = make.team("North")
    manager = make.account("manager", in_team=north)
    supervisor = make.account("lead", in_team=north)
    soon = make.account(
        "lead",
        in_team=north,
        display_name="Ida Moss",
        post="agency",
        until_on=later(20),
        supervisor=supervisor,
    )
    far = make.account(
        "lead",
        in_team=north,
        display_name="Far Off",
        post="agency",
        until_on=later(60),
        supervisor=supervisor,
    )
    make.involved(soon, make.person("Ada"))
    make.involved(far, make.person("Bo"))
    words = words_of(signed_in(manager).get("/"))
    assert "hand over from Ida Moss" in words
    assert "hand over from Far Off" not in words
