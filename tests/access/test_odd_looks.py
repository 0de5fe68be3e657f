"""The auditor's week: looks at neighbours, namesakes, people nobody gave them, and after work had stopped."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.accounts import actions
from kith.access.models import Account
from kith.core.acting import acting
from tests.access.looking_back import looked
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def last_week(days: int = 2) -> datetime:
    """A moment of last week, at midday."""
    today = timezone.localdate()
    day = today - timedelta(days=today.weekday() + 7 - days)
    return timezone.make_aware(datetime.combine(day, datetime.min.time().replace(hour=12)))


def lives_at(worker: Account, postcode: str) -> None:
    by = make.actor(make.account("admin"))
    with acting(by):
        actions.keep_home(by=by, account=worker.id, postcode=postcode)


def read(query: str = "") -> str:
    return words_of(signed_in(make.account("auditor")).get(f"/audit/odd/{query}"))


def test_each_kind_of_odd_look_is_marked_and_an_ordinary_one_is_not_there() -> None:
    child = make.person("Ada", "Harker")
    make.home(child, postcode="ZZ1 1ZZ")
    lead = make.account("lead", display_name="Rosa Lindqvist", in_team=make.team())
    boss = make.account("manager", display_name="Mo Boss", in_team=make.team())
    neighbour = make.account("social_worker", display_name="Nia Bourne")
    cousin = make.account("social_worker", display_name="Dean Harker")
    make.involved(lead, child)
    for each in (neighbour, cousin):
        make.involved(each, child, role="social_worker")
    lives_at(neighbour, "zz11zz")
    lives_at(lead, "ZZ9 9ZZ")
    gone = make.person("Bo", "Nobody")
    late = make.account("partner", display_name="Sam Late")
    make.involved(late, gone, role="partner", during=DateRange(date(2020, 1, 1), date(2021, 1, 1), "[)"))
    for who, whom in ((lead, child), (boss, child), (neighbour, child), (cousin, child), (late, gone)):
        looked(who, whom, last_week())
    words = read()
    assert "Nia Bourne social worker Same postcode as their home" in words
    assert "Dean Harker social worker Same surname" in words
    assert "Sam Late charity worker Was not working with them After we had stopped working with them" in words
    for ordinary in ("Rosa Lindqvist", "Mo Boss"):
        assert ordinary not in words
    assert "Ada" not in words
    assert "ZZ1" not in words
    alone = read("?mark=street")
    assert ("Nia Bourne" in alone, "Dean Harker" in alone) == (True, False)


def test_a_reason_is_shown_beside_the_mark_and_one_line_stands_for_many_looks() -> None:
    child, worker = make.person("Ada"), make.account("social_worker", display_name="Sam Cover")
    signed_in(worker).post(
        f"/people/{child.id}/reason", {"kind": "cover", "text": "Covering for Jo", "next": "/"}
    )
    client = signed_in(worker)
    for _ in range(3):
        client.get(f"/people/{child.id}/")
    words = read(f"?week={timezone.localdate()}")
    assert words.count("Sam Cover") == 1
    assert "I am covering for a colleague: Covering for Jo" in words
    assert "3 looks" in words


def test_a_family_account_at_its_own_door_is_never_in_the_list() -> None:
    mother = make.person("Mara", "Quill")
    parent = make.account("parent", display_name="Mara Quill")
    make.door(parent, mother)
    looked(parent, mother, last_week(), reason="door")
    assert "Mara Quill" not in read()


def test_only_the_week_asked_for_is_shown_and_nonsense_is_last_week() -> None:
    child, worker = make.person("Ada"), make.account("social_worker", display_name="Sam Cover")
    looked(worker, child, last_week() - timedelta(days=7))
    assert "Sam Cover" not in read()
    assert "Sam Cover" not in read("?week=never&mark=nothing")
    assert "Sam Cover" in read(f"?week={last_week().date() - timedelta(days=7)}")


def test_nobody_but_the_auditor_reads_the_list_and_nobody_at_all_a_home_postcode() -> None:
    child = make.person("Ada")
    make.home(child, postcode="ZZ1 1ZZ")
    worker = make.account("social_worker")
    lives_at(worker, "ZZ1 1ZZ")
    looked(worker, child, last_week())
    for role in ("lead", "manager", "director", "admin", "analyst", "parent", "auditor"):
        account = make.account(role)
        assert signed_in(account).get("/audit/odd/").status_code == (200 if role == "auditor" else 404)
        with acting(make.actor(account)), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM access_odd_looks('2020-01-01', now())")
            assert cursor.fetchone() == (int(role == "auditor"),)
    with pytest.raises(Exception, match="permission denied"), acting(make.actor(make.account("admin"))):
        connection.cursor().execute("SELECT postcode FROM access_accounthome")


def test_the_list_costs_a_fixed_number_of_queries() -> None:
    auditor = signed_in(make.account("auditor"))

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            auditor.get("/audit/odd/")
        return sum(1 for query in asked if query["sql"] not in {"BEGIN", "COMMIT"})

    few = cost()
    for number in range(6):
        looked(make.account("lead", display_name=f"Lead {number}"), make.person(f"P{number}"), last_week())
    assert cost() == few <= 6
