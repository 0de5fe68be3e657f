"""Staff see every look at a record that is open to them, and which looks to ask about."""

from __future__ import annotations

from datetime import date

import pytest
from psycopg.types.range import DateRange

from kith.access.models import Look
from kith.core.acting import acting
from tests.access.looking_back import days_ago, looked, page, signed_in
from tests.support import make
from tests.support.visit import words_of

pytestmark = pytest.mark.database


def test_each_look_says_when_who_why_and_what_newest_first() -> None:
    child, lead = make.person("Ada"), make.account("lead", display_name="Rosa Lindqvist")
    make.involved(lead, child)
    looked(lead, child, days_ago(3), page="story")
    looked(lead, child, days_ago(1), page="overview")
    words = words_of(page(lead, f"/people/{child.id}/access/"))
    assert "Rosa Lindqvist Family Help lead practitioner Works with them" in words
    assert words.index("Overview") < words.index("Story")
    assert "Was not working" not in words


def test_looking_at_who_has_looked_is_a_look() -> None:
    child, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, child)
    page(lead, f"/people/{child.id}/access/")
    with acting(make.actor(lead)):
        assert list(Look.objects.values_list("page", "person")) == [("who has looked", child.id)]


def test_odd_looks_are_marked_and_can_be_shown_alone() -> None:
    child, lead = make.person("Ada", "Harker"), make.account("lead", display_name="Rosa Lindqvist")
    cousin = make.account("social_worker", display_name="Dean Harker")
    late = make.account("partner", display_name="Sam Late")
    make.involved(late, child, role="partner", during=DateRange(date(2020, 1, 1), date(2021, 1, 1), "[)"))
    looked(cousin, child, days_ago(3), reason="reason")
    looked(late, child, days_ago(600), page="plan")
    make.involved(lead, child, during=make.always(days_ago(30).date()))
    looked(lead, child, days_ago(2))
    words = words_of(page(lead, f"/people/{child.id}/access/?odd=1"))
    assert "Dean Harker social worker" in words
    assert "Same surname" in words
    assert "Was not working with them" in words
    assert "After we had stopped working with them" in words
    assert "Rosa Lindqvist" not in words.partition("Only those to ask about")[2]


def test_a_manager_of_the_team_is_not_odd() -> None:
    team = make.team()
    child, lead = make.person("Ada"), make.account("lead", in_team=team)
    manager = make.account("manager", in_team=team, display_name="Mo Boss")
    make.involved(lead, child)
    looked(manager, child, days_ago(2), reason="team")
    assert "Mo Boss" not in words_of(page(lead, f"/people/{child.id}/access/?odd=1"))
    assert "Mo Boss team manager Their team works with them" in words_of(
        page(lead, f"/people/{child.id}/access/")
    )


def test_the_list_is_filtered_and_paged() -> None:
    child, lead = make.person("Ada"), make.account("lead", display_name="Rosa Lindqvist")
    make.involved(lead, child)
    for number in range(55):
        looked(lead, child, days_ago(number + 1), page="story" if number == 54 else "plan")
    with signed_in(lead) as client:
        first = client.get(f"/people/{child.id}/access/")
        assert "Older" in words_of(first)
        assert "Story" not in words_of(first)
        second = words_of(client.get(f"/people/{child.id}/access/?page=2"))
        assert ("Newer" in second, "Story" in second) == (True, True)
        found = words_of(client.get(f"/people/{child.id}/access/?q=STORY"))
        assert ("Story" in found, "Plan" in found) == (True, False)
        assert "No look fits this" in words_of(client.get(f"/people/{child.id}/access/?q=%25"))
        assert client.get(f"/people/{child.id}/access/?page=nine").status_code == 200


def test_who_may_not_open_the_record_sees_no_list() -> None:
    child = make.person("Ada")
    make.restricted(child)
    answers = [
        page(make.account(role), f"/people/{child.id}/access/") for role in ("lead", "parent", "auditor")
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content for answer in answers}) == 1


def test_a_name_with_a_script_in_it_is_only_text() -> None:
    child = make.person("Ada", "<script>alert(1)</script>")
    lead = make.account("lead", display_name="<img src=x onerror=alert(1)>")
    make.involved(lead, child)
    looked(lead, child, days_ago(1), page="<b>x</b>", reason="<i>y</i>")
    content = page(lead, f"/people/{child.id}/access/").content
    assert b"<script>alert" not in content
    assert b"<img src=x" not in content
    assert b"<b>x" not in content.lower()


def test_the_auditor_reads_the_log_by_worker_and_by_record_and_nobody_else_does() -> None:
    one, two = make.person("Ada"), make.person("Bo")
    lead = make.account("lead", display_name="Rosa Lindqvist", login="rosa@kithshire.example")
    other = make.account("lead", display_name="Sam Other")
    looked(lead, one, days_ago(2))
    looked(other, two, days_ago(1))
    with signed_in(make.account("auditor")) as auditor:
        everything = words_of(auditor.get("/audit/looks/"))
        assert "Rosa Lindqvist" in everything
        assert "Sam Other" in everything
        assert "Ada" not in everything
        for q in ("lindq", "ROSA@kithshire.example", str(one.id)):
            found = words_of(auditor.get("/audit/looks/", {"q": q}))
            assert ("Rosa Lindqvist" in found, "Sam Other" in found) == (True, False)
    for role in ("lead", "manager", "director", "admin", "parent"):
        assert page(make.account(role), "/audit/looks/").status_code == 404
