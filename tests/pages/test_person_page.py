"""A person's page: who they are, who loves them, where they live, who works with them, what is due."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.access.models import Look
from kith.core.acting import acting
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
MOST_QUERIES = 20


def test_a_worker_sees_the_child_the_family_and_the_home() -> None:
    child, mother = make.person("Ada", "Example"), make.person("Mara", "Example", born=None, sex="F")
    make.tied(child, mother, "mother")
    make.home(child, "1 Nowhere Lane")
    lead = make.account("lead", display_name="Sam Worker")
    make.involved(lead, child)
    page = signed_in(lead).get(f"/people/{child.id}/")
    assert page.status_code == 200
    words = words_of(page)
    for said in ("Ada Example", "Mara Example", "1 Nowhere Lane", "Sam Worker"):
        assert said in words


def test_each_look_is_logged_with_how_the_record_came_open() -> None:
    child, lead, auditor = make.person(), make.account("lead"), make.account("auditor")
    make.involved(lead, child)
    signed_in(lead).get(f"/people/{child.id}/")
    with acting(make.actor(auditor)):
        looks = list(Look.objects.values_list("actor", "person", "page", "reason"))
    assert looks == [(lead.id, child.id, "person", "involvement")]


def test_restricted_unknown_and_other_peoples_records_look_the_same() -> None:
    hidden, lead = make.person("Hidden"), make.account("partner")
    make.restricted(hidden)
    elsewhere = make.person("Elsewhere")
    visitor = signed_in(lead)
    bodies = {
        visitor.get(f"/people/{person}/").content
        for person in (hidden.id, elsewhere.id, "00000000-0000-4000-8000-000000000000")
    }
    assert len(bodies) == 1
    assert visitor.get(f"/people/{hidden.id}/").status_code == 404


def test_whoever_may_find_but_not_open_is_asked_for_a_reason() -> None:
    child, lead = make.person("Ada"), make.account("lead")
    page = signed_in(lead).get(f"/people/{child.id}/")
    assert "Why do you need to open this record?" in words_of(page)
    assert "Ada" not in words_of(page)


def test_a_visitor_is_sent_to_sign_in() -> None:
    page = Client().get(f"/people/{make.person().id}/")
    assert page.status_code == 302
    assert page["Location"].startswith("/sign-in")


def test_the_page_costs_a_fixed_number_of_queries() -> None:
    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    make.tied(child, make.person("Mara", born=None), "mother")
    visitor = signed_in(lead)
    visitor.get(f"/people/{child.id}/")
    with CaptureQueriesContext(connection) as few:
        visitor.get(f"/people/{child.id}/")
    for number in range(10):
        make.tied(child, make.person(f"Friend {number}", born=None), "friend")
    with CaptureQueriesContext(connection) as more:
        visitor.get(f"/people/{child.id}/")
    assert len(more) == len(few)
    assert asked(more) <= MOST_QUERIES


def asked(queries: CaptureQueriesContext) -> int:
    """How many statements went to the database, the transaction's own brackets apart."""
    return sum(1 for query in queries if query["sql"] not in {"BEGIN", "COMMIT"})


def test_today_lists_my_people() -> None:
    child, lead = make.person("Ada", "Example"), make.account("lead")
    make.involved(lead, child)
    page = signed_in(lead).get("/")
    assert page.status_code == 200
    assert "Ada Example" in words_of(page)


def test_a_parent_has_a_door_of_their_own() -> None:
    mother, child = make.person("Mara", born=None), make.person("Ada")
    account = make.account("parent")
    make.door(account, mother)
    make.door(account, child, "parent")
    visitor = signed_in(account)
    assert visitor.get("/")["Location"] == "/my/"
    page = visitor.get("/my/")
    assert "Hello Mara" in words_of(page)
    assert visitor.get(f"/people/{child.id}/").status_code == 404


def test_who_may_not_write_is_offered_nothing_to_write() -> None:
    child = make.person()
    for role, offered in (("lead", True), ("director", False)):
        account = make.account(role)
        make.involved(account, child)
        said = words_of(signed_in(account).get(f"/people/{child.id}/"))
        assert ("Record a visit" in said) is offered, role
        assert ("Add a note" in said) is offered, role
