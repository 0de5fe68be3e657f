"""Behind the family's door: last sign-ins, sign out everywhere, and closing one's page while another may read it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kith.access.models import Account, ClosedDoor, SignedIn
from kith.people.models import ContactPoint
from tests.access.sign_in_help import sign_in
from tests.access.tries import reads, tries
from tests.plan.street import Street
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
PHONE = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 14; Mobile)"}
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')


@pytest.fixture
def street() -> Street:
    return Street()


def again(account: Account) -> Account:
    return Account.objects.using(make.OWNER).get(id=account.id)


def test_ones_last_sign_ins_are_listed_to_oneself_alone(street: Street) -> None:
    client = Client()
    client.post("/sign-in", {"login": street.mother.login, "password": make.PASSWORD}, **PHONE)
    page = words_of(client.get("/my/sign-in/"))
    assert "on a phone" in page
    assert "on a phone" not in words_of(signed_in(street.father).get("/my/sign-in/"))
    for other in (street.father, street.lead, make.account("admin")):
        assert reads(other, "SELECT id FROM access_signedin WHERE account_id = %s", [street.mother.id]) == []
    assert not SignedIn.objects.using(make.OWNER).filter(account_id=street.lead.id).exists()


def test_only_the_last_ten_sign_ins_are_kept(street: Street) -> None:
    for _each in range(12):
        signed_in(street.mother)
    assert SignedIn.objects.using(make.OWNER).filter(account_id=street.mother.id).count() <= 10


def test_signing_out_everywhere_ends_every_sign_in_and_the_password_still_works(street: Street) -> None:
    here, elsewhere, his = signed_in(street.mother), signed_in(street.mother), signed_in(street.father)
    here.post("/sign-out", {"ends": "everywhere"})
    assert here.get("/my/").status_code == elsewhere.get("/my/").status_code == 302
    assert his.get("/my/").status_code == 200
    assert sign_in(Client(), street.mother.login).status_code == 302


def answer(response) -> tuple[int, str, bytes, list[tuple[str, str]]]:  # type: ignore[no-untyped-def]
    """All of an answer that a watcher could see."""
    kept = sorted((k, v) for k, v in response.headers.items() if k not in {"Expires", "Date"})
    return response.status_code, response.headers.get("Location", ""), _TOKEN.sub(b"", response.content), kept


def test_closing_ones_page_looks_like_signing_out_and_afterwards_like_a_wrong_password(
    street: Street,
) -> None:
    closes, leaves = signed_in(street.mother), signed_in(street.father)
    elsewhere = signed_in(street.mother)
    assert answer(closes.post("/sign-out", {"ends": "closed"})) == answer(leaves.post("/sign-out"))
    assert answer(closes.get("/my/")) == answer(leaves.get("/my/")) == answer(elsewhere.get("/my/"))
    right, wrong = Client(), Client()
    shut = right.post("/sign-in", {"login": street.mother.login, "password": make.PASSWORD, "next": "/my/"})
    bad = wrong.post("/sign-in", {"login": street.mother.login, "password": "not this one", "next": "/my/"})
    assert answer(shut) == answer(bad)
    assert shut.status_code == 200


def test_the_workers_are_told_on_today_with_the_safe_way_and_open_it_once_they_saw_them(
    street: Street,
) -> None:
    ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel="phone", value="01632 960007", safety="care",
        how_it_is_safe="Text first, before three.", during=make.always(),
    )  # fmt: skip
    worker = signed_in(street.lead)
    assert "may be reading" not in words_of(worker.get("/"))
    signed_in(street.mother).post("/sign-out", {"ends": "closed"})
    assert "Text first, before three." in words_of(worker.get("/"))
    address = f"/people/{street.mum.id}/closed-page/"
    page = words_of(worker.get(address))
    assert "01632 960007" in page
    day = timezone.localdate()

    def press(on, how: str):  # type: ignore[no-untyped-def]
        on_day = {"seen_on_day": on.day, "seen_on_month": on.month, "seen_on_year": on.year}
        return worker.post(address, on_day | {"how": how})

    assert "See them first" in words_of(press(day - timedelta(days=1), "At the surgery, alone."))
    assert "Say how you saw them" in words_of(press(day, " "))
    assert sign_in(Client(), street.mother.login).status_code == 200
    assert press(day, "At the surgery, alone.").status_code == 302
    assert sign_in(Client(), street.mother.login).status_code == 302
    assert "may be reading" not in words_of(worker.get("/"))
    assert worker.get(address).status_code == 404


def test_no_family_account_reads_or_opens_what_was_closed_and_no_other_worker(street: Street) -> None:
    signed_in(street.mother).post("/sign-out", {"ends": "closed"})
    closed = ClosedDoor.objects.using(make.OWNER).get().id
    for other in (street.father, street.mother, street.young, make.account("lead"), make.account("admin")):
        assert reads(other, "SELECT id FROM access_closeddoor") == []
        tries(other, "SELECT access_open_door_again(%s, kith_today(), 'x')", [closed])
        tries(other, "UPDATE access_closeddoor SET opened_at = now()")
        assert reads(other, "SELECT access_door_closed(%s)", [street.mother.id]) in ([(False,)], [])
    assert ClosedDoor.objects.using(make.OWNER).get().opened_at is None


def test_a_passkey_opens_no_closed_page(street: Street) -> None:
    from django.contrib.messages.storage.fallback import FallbackStorage
    from django.test import RequestFactory

    from kith.access.sign_in.adapter import AccountAdapter
    from kith.core.acting import acting

    signed_in(street.mother).post("/sign-out", {"ends": "closed"})
    request = RequestFactory().post("/sign-in/passkey")
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    with acting(None, channel="sign-in"):
        sent = AccountAdapter(request).pre_login(request, again(street.mother))
        other = AccountAdapter(request).pre_login(request, again(street.father))
    assert sent is not None
    assert sent.headers["Location"] == "/sign-in"
    assert other is None
