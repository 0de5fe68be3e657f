"""Who may open a restricted record is widened by two people, never by one: naming somebody further, and lifting."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from kith.access.models import Account, Restriction, RestrictionAllows, UnmaskRequest
from kith.access.restricting import actions, naming
from kith.access.restricting.queries import reference_of
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.models import Person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
WHY = "The midwife has to see the child protection plan"


class Kept:
    """A child restricted to her manager; a worker who works with her and is not named; a second manager."""

    def __init__(self, kind: str = "restricted") -> None:
        self.child = make.person("Ada", "Quillfeather")
        self.manager = make.account("manager", display_name="Mo Boss")
        self.worker = make.account("social_worker", display_name="Sam Hill")
        self.second = make.account("manager", display_name="Olu South")
        make.involved(self.manager, self.child)
        make.involved(self.worker, self.child, role="social_worker")
        self.limit = make.restricted(self.child, kind, recorded_by=self.manager.id)
        RestrictionAllows.objects.using(make.OWNER).create(restriction=self.limit, account=self.manager)
        self.page = f"/people/{self.child.id}/restrict/name/"

    def asks(self, account: Account | None = None) -> Client:
        client = signed_in(self.manager)
        client.post(f"{self.page}?worker={(account or self.worker).id}", {"reason": WHY})
        return client

    def request(self) -> UnmaskRequest:
        return UnmaskRequest.objects.using(make.OWNER).get()


@pytest.fixture(params=["restricted", "sealed", "relocated"])
def kept(request: Any) -> Kept:
    return Kept(request.param)


def sees(account: Account) -> bool:
    with acting(make.actor(account)):
        return Person.objects.exists()


def older(limit: Restriction) -> None:
    """As if it had been made yesterday."""
    yesterday = timezone.now() - timedelta(hours=25)
    Restriction.objects.using(make.OWNER).filter(id=limit.id).update(recorded_at=yesterday)


def test_somebody_further_is_named_by_two_and_opens_nothing_before(kept: Kept) -> None:
    client = kept.asks()
    assert not sees(kept.worker), "asking names nobody"
    second = signed_in(kept.second)
    waiting = words_of(second.get("/"))
    assert f"Mo Boss asks to name Sam Hill on record {reference_of(kept.limit.id)}" in waiting
    address = f"/restricted/{kept.request().id}/"
    shown = words_of(second.get(address))
    assert WHY in shown
    assert "Quillfeather" not in shown
    assert client.get(address).status_code == 404, "not by the one who asked"
    assert "Sam Hill is named" in words_of(second.post(address, {"decision": "agree"}, follow=True))
    assert sees(kept.worker)
    assert not sees(kept.second), "whoever agrees sees nothing by it"
    looked = words_of(client.get(f"/people/{kept.child.id}/access/"))
    assert "Mo Boss asked to name somebody further" in looked
    assert "Olu South agreed" in looked


def test_a_no_names_nobody(kept: Kept) -> None:
    kept.asks()
    signed_in(kept.second).post(
        f"/restricted/{kept.request().id}/", {"decision": "decline", "why": "Ask the lead first"}
    )
    assert not sees(kept.worker)
    assert kept.request().declined_why == "Ask the lead first"


def test_nobody_agrees_to_their_own_name(kept: Kept) -> None:
    make.involved(kept.second, kept.child)
    kept.asks(kept.second)
    assert signed_in(kept.second).get(f"/restricted/{kept.request().id}/").status_code == 404
    by = make.actor(kept.second)
    with acting(by), pytest.raises(NotPermittedError, match="their own name"):
        naming.agree_to_name(by=by, request=kept.request().id)
    with acting(by), pytest.raises(DatabaseError), transaction.atomic():
        UnmaskRequest.objects.update(agreed_by=kept.second, agreed_at=timezone.now())
    assert not sees(kept.second)


def test_the_page_finds_workers_who_are_not_named_yet_and_no_families(kept: Kept) -> None:
    make.account("parent", display_name="Sam Parent")
    client = signed_in(kept.manager)
    found = words_of(client.get(kept.page, {"q": "sam"}))
    assert "Sam Hill" in found
    assert "Sam Parent" not in found
    assert "Nobody else" in words_of(client.get(kept.page, {"q": "Mo Boss"}))


def test_a_familys_account_and_one_that_is_named_cannot_be_asked_for(kept: Kept) -> None:
    parent, by = make.account("parent"), make.actor(kept.manager)
    for account in (parent, kept.manager):
        with acting(by), pytest.raises(NotPermittedError, match="nobody who can be named"):
            naming.ask_to_name(by=by, restriction=kept.limit.id, account=account.id, reason=WHY)
    with acting(by), pytest.raises(NotPermittedError, match="Say why"):
        naming.ask_to_name(by=by, restriction=kept.limit.id, account=kept.worker.id, reason=" ")
    assert not UnmaskRequest.objects.using(make.OWNER).exists()


def test_one_to_whom_the_record_is_not_open_asks_for_nobody(kept: Kept) -> None:
    by = make.actor(kept.second)
    with acting(by), pytest.raises(NotPermittedError):
        naming.ask_to_name(by=by, restriction=kept.limit.id, account=kept.worker.id, reason=WHY)
    with acting(by), pytest.raises(DatabaseError), transaction.atomic():
        UnmaskRequest.objects.create(
            restriction_id=kept.limit.id, asked_by=kept.second, names=kept.worker, asks_for="name", reason=WHY
        )


def test_the_function_names_nobody_without_a_yes_of_this_moment(kept: Kept) -> None:
    kept.asks()
    for account in (kept.manager, kept.second):
        with acting(make.actor(account)), connection.cursor() as cursor:
            cursor.execute("SELECT access_name_agreed(%s)", [kept.request().id])
            assert cursor.fetchone() == (False,)
    assert not sees(kept.worker)


def test_a_record_that_is_not_restricted_has_no_such_page() -> None:
    child, manager = make.person(), make.account("manager")
    make.involved(manager, child)
    assert signed_in(manager).get(f"/people/{child.id}/restrict/name/").status_code == 404


def test_whoever_restricted_takes_it_back_alone_only_within_a_day() -> None:
    kept = Kept()
    older(kept.limit)
    by = make.actor(kept.manager)
    with acting(by), pytest.raises(NotPermittedError, match="two people"):
        actions.lift(by=by, restriction=kept.limit.id, reason="Mine alone")
    client = signed_in(kept.manager)
    assert "This takes two people" in words_of(client.get(f"/people/{kept.child.id}/restrict/"))
    client.post(f"/people/{kept.child.id}/restrict/", {"reason": "It is over"})
    assert not sees(kept.worker)
    signed_in(kept.second).post(f"/restricted/{kept.request().id}/", {"decision": "agree"})
    assert sees(kept.worker)


def test_anothers_restriction_is_not_taken_back_alone_even_today() -> None:
    kept = Kept()
    Restriction.objects.using(make.OWNER).filter(id=kept.limit.id).update(recorded_by=kept.second.id)
    by = make.actor(kept.manager)
    with acting(by), pytest.raises(NotPermittedError, match="two people"):
        actions.lift(by=by, restriction=kept.limit.id, reason="Mine alone")
    assert not sees(kept.worker)
