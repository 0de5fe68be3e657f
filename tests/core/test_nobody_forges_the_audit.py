"""An audit row says who, as what and by which login in the database's own words, and marks what does not fit."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
from django.db import Error, connection
from django.test.utils import override_settings

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action_names import names_in_source
from kith.core.actor import Actor
from kith.core.doubtful import doubtful_entries
from kith.core.models import ActionName, AuditEntry
from kith.people.actions import record_need
from tests.support import make
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def forge(
    by: Actor, *, action: str = "people.record_name", persons: list[Any] | None = None, first: str = ""
) -> bool:
    """Whether the database took the row."""
    try:
        with acting(by), connection.cursor() as cursor:
            if first:
                cursor.execute(first)
            cursor.execute("SELECT core_record_action(%s, %s::uuid[], '{}')", [action, persons or []])
    except Error:
        return False
    return True


def written() -> AuditEntry:
    return AuditEntry.objects.using(make.OWNER).get()


@pytest.fixture
def lead() -> Account:
    return make.account("lead")


def test_no_row_has_a_name_that_is_no_action(lead: Account) -> None:
    assert not forge(make.actor(lead), action="people.made_up")
    assert forge(make.actor(lead), action="people.record_name")


def test_no_row_has_an_actor_who_is_no_open_account(lead: Account) -> None:
    assert not forge(Actor(id=uuid4(), role="director"))
    Account.objects.using(make.OWNER).update(is_active=False)
    assert not forge(make.actor(lead))


def test_the_role_and_the_login_are_not_the_callers_to_say(lead: Account) -> None:
    pretended = json.dumps({"role": "director"})
    first = f"SELECT set_config('pghistory.context_metadata', '{pretended}', true)"
    assert forge(make.actor(lead), first=first)
    assert (written().role, written().login) == ("lead", "kith_app")


def test_a_row_about_somebody_who_is_not_the_actors_to_know_is_marked(lead: Account) -> None:
    child, mother, stranger = make.person("Ada"), make.person("Mara"), make.person("Bo")
    make.tied(child, mother)
    make.involved(lead, child)
    nobody = uuid4()
    assert forge(make.actor(lead), persons=[child.id, mother.id, stranger.id, nobody])
    assert set(written().beyond) == {stranger.id, nobody}, "and a stranger is as good as nobody"


def test_a_row_in_whose_transaction_nothing_was_done_is_marked(lead: Account) -> None:
    child = make.person("Ada")
    make.involved(lead, child)
    assert forge(make.actor(lead), persons=[child.id])
    assert written().alone


def test_an_honest_action_bears_no_mark_and_the_auditor_is_shown_those_that_do(lead: Account) -> None:
    child = make.person("Ada")
    make.involved(lead, child)
    with acting(make.actor(lead)):
        record_need(by=make.actor(lead), person=child.id, need="A quiet room")
    assert (written().beyond, written().alone) == ([], False)
    assert forge(make.actor(lead), persons=[uuid4()])
    with acting(make.actor(make.account("auditor"))):
        assert [each.action for each in doubtful_entries()] == ["people.record_name"]
    with acting(make.actor(lead)):
        assert doubtful_entries() == []


def test_the_auditor_has_a_page_of_them_and_nobody_else_has(lead: Account) -> None:
    nobody = uuid4()
    assert forge(make.actor(lead), persons=[nobody])
    with override_settings(ROOT_URLCONF="kith.config.urls"):
        page = signed_in(make.account("auditor")).get("/audit/doubtful/")
        words = words_of(page)
        assert signed_in(lead).get("/audit/doubtful/").status_code == 404
    assert lead.display_name in words
    assert "people.record_name" in words
    assert f"Could not find whom it names Looks at record {str(nobody)[:8]}" in words


def test_the_workers_own_services_need_no_account() -> None:
    with worker_login():
        assert forge(Actor(id=uuid4(), role="loader", channel="service"), action="demo.begin")
    assert (written().role, written().login, written().alone) == ("loader", "kith_worker", True)


def test_every_action_of_the_source_is_known_and_the_app_adds_none(lead: Account) -> None:
    assert {
        "people.record_name",
        "access.give_reason",
        "core.begin_task",
        "returns.load",
    } <= names_in_source()
    assert names_in_source() <= set(ActionName.objects.using(make.OWNER).values_list("name", flat=True))
    with pytest.raises(Error), acting(make.actor(lead)):
        ActionName.objects.create(name="people.made_up")
