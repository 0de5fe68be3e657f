"""A calendar's address: only its own worker's people, nobody by name, and nothing at all once it has ended."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.access.models import Account, CalendarFeed, Look
from kith.access.reminders.actions import end_calendar, make_calendar
from kith.access.reminders.secret import digest_of
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.law.reminders import feed
from kith.law.reminders.items import QUIET
from kith.protection.models import Section47
from tests.law.reminders.office import fetched, secret_of
from tests.support import make
from tests.support.told_family import Household, ago
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


@pytest.fixture
def home() -> Household:
    for limit in (feed.BY_ADDRESS, feed.BY_PLACE):
        limit.forget()
    made = Household()
    made.in_care(10)
    return made


def status(secret: str) -> int:
    return Client().get(f"/my/calendar/{secret}.ics").status_code


def says(secret: str) -> list[str]:
    return [str(each["summary"]) for each in fetched(secret)]


def test_it_says_the_day_and_the_kind_and_nothing_of_whom(home: Household) -> None:
    home.referral(20)
    make.home(home.child, "1 Nowhere Lane", "ZZ1 1ZZ")
    secret = secret_of(home.lead)
    answer = Client().get(f"/my/calendar/{secret}.ics")
    body = answer.content.decode().replace("\r\n ", "")
    assert "SUMMARY:First looked-after review: due" in body.replace("\\", "")
    for known in (
        "Ada",
        "Example",
        "Mara",
        "Rosa",
        "Nowhere",
        "ZZ1",
        str(home.child.id),
        str(home.lead.id),
    ):
        assert known not in body
    assert str(home.child.id).replace("-", "") not in body
    # A uid is chance: any four digits stand in one sooner or later.
    assert "2012" not in re.sub(r"(?m)^(UID|URL).*$", "", body)
    assert (answer["Content-Type"], answer["Cache-Control"]) == (
        "text/calendar; charset=utf-8", "private, no-store",
    )  # fmt: skip
    assert "Set-Cookie" not in answer.headers
    assert {each["dtstart"].dt for each in fetched(secret)} <= {ago(-days) for days in range(-400, 400)}, (
        "days alone, no hours"
    )


def test_only_those_whom_the_worker_works_with_today_are_in_it(home: Household) -> None:
    other = make.account("lead")
    theirs = secret_of(other)
    assert fetched(theirs) == []
    held = make.involved(other, home.child)
    assert says(theirs) == says(secret_of(home.lead)) != []
    type(held).objects.using(make.OWNER).filter(id=held.id).update(
        during=make.always().__class__(make.LONG_AGO, timezone.localdate(), "[)")
    )
    assert fetched(theirs) == []


def test_a_restricted_record_leaves_the_calendar_of_whoever_was_not_named(home: Household) -> None:
    secret = secret_of(home.lead)
    assert says(secret)
    make.restricted(home.child)
    assert fetched(secret) == []


def test_what_may_not_be_told_says_only_to_look_in_kith(home: Household) -> None:
    secret = secret_of(home.lead)
    Section47.objects.using(make.OWNER).create(person=home.child, started_on=ago(3))
    assert says(secret).count(QUIET) == 1, "the conference that an enquiry leads to is not named"
    assert "First looked-after review: due" in says(secret)
    home.concern()
    assert set(says(secret)) == {QUIET}, "of a child with an open concern nothing is named"


def test_a_plan_that_families_are_told_of_is_named(home: Household) -> None:
    home.plan(20)
    assert "First review of the child protection plan: due" in says(secret_of(home.lead))


def test_a_new_address_stops_the_old_and_off_is_off(home: Household) -> None:
    old = secret_of(home.lead)
    new = secret_of(home.lead)
    assert (status(old), status(new)) == (404, 200)
    with acting(make.actor(home.lead)):
        end_calendar(by=make.actor(home.lead))
    assert status(new) == 404
    assert status(secret_of(home.lead)) == 200


@pytest.mark.parametrize(
    "ended",
    # Days as they are when the test runs: midnight may pass between that and its being collected.
    [lambda: {"is_active": False}, lambda: {"until_on": ago(1)}, lambda: {"from_on": ago(-1)}],
    ids=["closed", "past its last day", "not begun"],
)
def test_an_account_that_has_ended_has_no_calendar(
    home: Household, ended: Callable[[], dict[str, object]]
) -> None:
    secret = secret_of(home.lead)
    Account.objects.using(make.OWNER).filter(id=home.lead.id).update(**ended())
    assert status(secret) == 404


def test_no_address_is_told_from_another_that_is_none(home: Household) -> None:
    old = secret_of(home.lead)
    secret_of(home.lead)
    told = set()
    for secret in (old, "x", "A" * 43, "é%00", old[:-1], digest_of(old)):
        with CaptureQueriesContext(connection) as asked:
            answer = Client().get(f"/my/calendar/{secret}.ics")
        told.add((answer.status_code, answer.content, len(asked)))
    assert len(told) == 1


def test_the_secret_is_nowhere_in_the_database_and_nobody_reads_anothers_digest(home: Household) -> None:
    secret = secret_of(home.lead)
    held = CalendarFeed.objects.using(make.OWNER).get()
    assert held.digest == digest_of(secret)
    with acting(make.actor(make.account("admin"))):
        assert CalendarFeed.objects.count() == 0
    with acting(None):
        assert CalendarFeed.objects.count() == 0
    family = make.actor(home.parent)
    with acting(family), pytest.raises(NotPermittedError):
        make_calendar(by=family)


def test_fetching_is_no_look_writes_nothing_and_is_logged_without_whose(
    home: Household, caplog: pytest.LogCaptureFixture
) -> None:
    secret = secret_of(home.lead)
    before = Look.objects.using(make.OWNER).count()
    with (
        caplog.at_level(logging.INFO, logger="kith.law.reminders.feed"),
        CaptureQueriesContext(connection) as asked,
    ):
        assert status(secret) == 200
    assert caplog.messages == ["A calendar was fetched."]
    assert Look.objects.using(make.OWNER).count() == before
    assert any("'transaction_read_only', 'on'" in each["sql"] for each in asked)
    assert len(asked) <= 20


def test_it_cannot_be_asked_without_end(home: Household) -> None:
    secret = secret_of(home.lead)
    answers = [Client().get(f"/my/calendar/{secret}.ics") for _ in range(31)]
    assert [each.status_code for each in answers] == [200] * 30 + [429]
    assert answers[-1]["Retry-After"] == "600"
    assert status("another") == 404, "one address too often shuts no other"


def test_an_entry_leads_its_own_worker_to_what_is_due_and_nobody_else(home: Household) -> None:
    (entry, *_more) = fetched(secret_of(home.lead))
    address = str(entry["url"]).removeprefix("http://testserver")
    assert Client().get(address)["Location"].startswith("/sign-in?next=")
    leads = signed_in(home.lead).get(address)["Location"]
    assert leads.startswith(f"/people/{home.child.id}/duties/#LA-04")
    other = make.account("lead")
    make.involved(other, home.child)
    assert signed_in(other).get(address)["Location"] == "/"
    assert signed_in(home.parent).get(address).status_code == 404


def test_a_calendar_asking_again_gets_the_same_bytes(home: Household) -> None:
    secret = secret_of(home.lead)
    first, second = (Client().get(f"/my/calendar/{secret}.ics").content for _ in range(2))
    assert first == second
