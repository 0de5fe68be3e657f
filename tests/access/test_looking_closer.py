"""Whoever answers for a worker looks closer at what was opened with a reason, and says so with one press."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection

from kith.access.models import Account, Reason
from kith.core.acting import acting
from kith.people.models import Person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def opened_by(worker: Account, child: Person) -> UUID:
    client = signed_in(worker)
    client.post(f"/people/{child.id}/reason", {"kind": "cover", "text": "Covering for Jo", "next": "/"})
    client.get(f"/people/{child.id}/")
    client.get(f"/people/{child.id}/duties/")
    return Reason.objects.using(make.OWNER).get(account=worker).id


def test_a_manager_sees_which_pages_were_looked_at_without_opening_the_record() -> None:
    north = make.team("North")
    child, worker = make.person("Ada", "Quill"), make.account("lead", in_team=north, display_name="Sam Cover")
    manager = make.account("manager", in_team=north)
    reason = opened_by(worker, child)
    boss = signed_in(manager)
    assert f'href="/reasons/{reason}/"' in boss.get("/").content.decode()
    words = words_of(boss.get(f"/reasons/{reason}/"))
    assert "Sam Cover" in words
    assert "Covering for Jo" in words
    looked = words.split("What they looked at")[1]
    assert looked.index("Person") < looked.index("Duties")
    assert "Quill" not in words
    with acting(make.actor(manager)):
        assert not Person.objects.exists(), "looking closer opens nothing"
    boss.post(f"/reasons/{reason}/seen")
    assert "Sam Cover" not in words_of(boss.get("/"))
    assert "Looked at" in words_of(boss.get(f"/reasons/{reason}/"))
    assert boss.post(f"/reasons/{reason}/seen").status_code == 404, "once"


def test_a_managers_own_opening_is_for_the_director_and_a_workers_is_not() -> None:
    north = make.team("North")
    child = make.person("Ada")
    manager = make.account("manager", in_team=north, display_name="Mo Boss")
    lead = make.account("lead", in_team=north, display_name="Sam Cover")
    mine, theirs = opened_by(manager, child), opened_by(lead, child)
    director = signed_in(make.account("director"))
    today = words_of(director.get("/"))
    assert ("Mo Boss" in today, "Sam Cover" in today) == (True, False)
    assert "Person" in words_of(director.get(f"/reasons/{mine}/")).split("What they looked at")[1]
    assert director.get(f"/reasons/{theirs}/").status_code == 404
    assert director.post(f"/reasons/{theirs}/seen").status_code == 404
    assert director.post(f"/reasons/{mine}/seen").status_code == 302
    assert "Mo Boss" not in words_of(director.get("/"))


@pytest.mark.parametrize("role", ["lead", "manager", "director", "auditor", "admin", "parent"])
def test_nobody_else_reads_a_reason_nor_the_looks_under_it(role: str) -> None:
    child, worker = make.person("Ada"), make.account("lead", in_team=make.team("North"))
    reason = opened_by(worker, child)
    other = make.account(role, in_team=make.team("South"))
    client = signed_in(other)
    assert client.get(f"/reasons/{reason}/").status_code == 404
    assert client.get(f"/reasons/{reason}/").content == client.get(f"/reasons/{child.id}/").content
    assert signed_in(worker).get(f"/reasons/{reason}/").status_code == 404, "not by the one who gave it"
    for account in (other, worker):
        with acting(make.actor(account)), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM access_looks_under(%s)", [reason])
            assert cursor.fetchone() == (0,)
