"""Who has looked, and how the family sees it, are for those who answer for a record: not for partner agencies."""

from __future__ import annotations

import pytest
from django.db import connection

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.labels import Label
from tests.access.looking_back import days_ago, looked
from tests.access.tries import reads
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
ANSWER = {"lead", "social_worker", "protection", "manager", "reviewing", "front_door", "director"}
BESIDE = ["partner", "health", "school", "coordinator"]


def test_they_are_the_roles_that_release_and_the_director() -> None:
    may = {code for code, role in ROLES.items() if Permission.ANSWER_FOR in role.may}
    assert may == ANSWER
    assert may - {"director"} == {code for code, role in ROLES.items() if Permission.RELEASE in role.may}
    with connection.cursor() as cursor:
        cursor.execute("SELECT qual FROM pg_policies WHERE policyname = 'access_look_read'")
        (rule,) = cursor.fetchone()
    assert {code for code in ROLES if f"'{code}'::text" in rule} - {"auditor"} == may


@pytest.mark.parametrize("role", BESIDE)
def test_partner_agencies_find_neither_page_and_read_no_look(role: str) -> None:
    child, mother = make.person("Ada"), make.person("Mara")
    lead, beside, door = make.account("lead"), make.account(role), make.account("parent")
    for account in (lead, beside):
        make.involved(account, child)
    make.door(door, mother)
    make.door(door, child, "parent")
    looked(lead, child, days_ago(3))
    browser = signed_in(beside)
    page = words_of(browser.get(f"/people/{child.id}/"))
    assert "Home and school" in page, "the record itself is open"
    for section, address in (
        ("Who has looked", "access/"),
        ("See as family", "see-as/"),
        ("", f"see-as/{door.id}/"),
    ):
        assert browser.get(f"/people/{child.id}/{address}").status_code == 404
        assert not section or section not in page
    assert reads(beside, "SELECT actor FROM access_look") == []


@pytest.mark.parametrize("role", sorted(ANSWER - {"director"}))
def test_who_answers_for_the_record_finds_both(role: str) -> None:
    child, account = make.person("Ada"), make.account(role)
    make.involved(account, child, label_mask=int(Label.NORMAL))
    browser = signed_in(account)
    page = words_of(browser.get(f"/people/{child.id}/"))
    for section, address in (("Who has looked", "access/"), ("See as family", "see-as/")):
        assert browser.get(f"/people/{child.id}/{address}").status_code == 200
        assert section in page
