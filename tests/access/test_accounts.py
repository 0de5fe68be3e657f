"""The administrator makes and ends accounts, and sees no record."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from kith.access.accounts import actions
from kith.access.accounts.agreeing import waiting_roles
from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from tests.access.sign_in_help import sign_in, with_app
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
NEW = {"display_name": "Ida Moss", "login": "Ida.Moss@Kithshire.Example", "role": "lead", "post": "employed"}
LINK = re.compile(r"http://testserver(/sign-in/first\S+)")


@pytest.fixture
def admin() -> Account:
    return make.account("admin")


def agreed_to(account: Account) -> str:
    """The director agrees to what the administrator asked, and is shown the link."""
    director = make.account("director")
    with acting(make.actor(director)):
        (waiting,) = waiting_roles(by=make.actor(director))
    assert waiting.account == account.id
    page = signed_in(director).post(f"/accounts/waiting/{waiting.id}", {"answer": "yes"})
    found = LINK.search(words_of(page))
    assert found is not None
    return found[1]


def nobodys_yet(account: Account) -> Account:
    account.set_unusable_password()
    account.save(using=make.OWNER)
    return account


def test_a_new_account_is_opened_by_its_owner_with_a_link_that_works_once(admin: Account) -> None:
    client = signed_in(admin)
    answer = client.post("/accounts/new", NEW, follow=True)
    assert "Ida Moss" in words_of(answer)
    made = Account.objects.using(make.OWNER).get(login="ida.moss@kithshire.example")
    link, owner = agreed_to(made), Client()
    assert sign_in(Client(), made.login, "").status_code == 200
    chosen = "kettle meadow violin"
    assert "not the same" in words_of(
        owner.post(link, {"password1": chosen, "password2": "kettle meadow viola"})
    )
    done = owner.post(link, {"password1": chosen, "password2": chosen}, follow=True)
    assert "Your password is set" in words_of(done)
    assert sign_in(owner, made.login, chosen).headers["Location"] == "/"
    assert owner.get(link).status_code == 410


@pytest.mark.parametrize("change", [("for=", "for=x"), ("code=", "code=0"), ("?", "?no=")])
def test_a_link_that_was_changed_opens_nothing(admin: Account, change: tuple[str, str]) -> None:
    lead = nobodys_yet(make.account("lead"))
    signed_in(admin).post(f"/accounts/{lead.id}/link")
    link = agreed_to(lead).replace(*change)
    assert "does not work any more" in words_of(Client().get(link))


def test_no_link_is_made_for_an_account_that_has_a_password(admin: Account) -> None:
    lead = make.account("lead")
    answer = signed_in(admin).post(f"/accounts/{lead.id}/link")
    assert answer.status_code == 403
    assert "has a password" in words_of(answer)


def test_a_role_that_takes_nobody_else_gets_its_link_at_once(admin: Account) -> None:
    analyst = nobodys_yet(make.account("analyst"))
    page = words_of(signed_in(admin).post(f"/accounts/{analyst.id}/link"))
    found = LINK.search(page)
    assert found is not None
    assert Client().get(found[1]).status_code == 200


def test_an_ended_account_is_out_at_its_next_click_and_comes_back_when_opened_again(admin: Account) -> None:
    lead = make.account("lead")
    client, theirs = signed_in(admin), signed_in(lead)
    assert theirs.get("/").status_code == 200
    assert "ended" in words_of(client.post(f"/accounts/{lead.id}/end", follow=True))
    assert theirs.get("/").status_code == 302
    client.post(f"/accounts/{lead.id}/end")
    assert sign_in(Client(), lead.login).headers["Location"] == "/"


def test_the_last_day_is_the_last(admin: Account) -> None:
    student = make.account("social_worker")
    day = timezone.localdate() - timedelta(days=1)
    dates = {f"until_on_{part}": getattr(day, part) for part in ("day", "month", "year")}
    dates["post"] = "employed"
    answer = signed_in(admin).post(f"/accounts/{student.id}/dates", dates, follow=True)
    assert "Open now No" in words_of(answer)
    assert sign_in(Client(), student.login).headers["Location"] == "/sign-in/closed"


def test_dates_the_wrong_way_round_are_refused_in_words(admin: Account) -> None:
    lead = make.account("lead")
    given = {"from_on_day": 2, "from_on_month": 2, "from_on_year": 2027}
    given |= {"until_on_day": 1, "until_on_month": 2, "until_on_year": 2027, "post": "employed"}
    answer = signed_in(admin).post(f"/accounts/{lead.id}/dates", given)
    assert "The last day must not come before the first" in words_of(answer)


def test_a_lost_phone_is_taken_away(admin: Account) -> None:
    parent = make.account("parent")
    with_app(parent)
    assert sign_in(Client(), parent.login).headers["Location"] == "/sign-in/second-step"
    assert "taken away" in words_of(signed_in(admin).post(f"/accounts/{parent.id}/second-step", follow=True))
    assert sign_in(Client(), parent.login).headers["Location"] == "/"


def test_an_administrator_cannot_lock_the_door_behind_themselves(admin: Account) -> None:
    client = signed_in(admin)
    for verb in ("end", "second-step", "link"):
        assert client.post(f"/accounts/{admin.id}/{verb}").status_code == 403
    assert client.get("/accounts/").status_code == 200


def test_two_accounts_never_share_a_sign_in_name(admin: Account) -> None:
    client = signed_in(admin)
    client.post("/accounts/new", NEW)
    assert "already an account" in words_of(client.post("/accounts/new", NEW))


def test_a_familys_account_is_found_only_by_its_whole_sign_in_name(admin: Account) -> None:
    parent = make.account("parent", login="mara@kithshire.example", display_name="Mara Quill")
    client = signed_in(admin)
    assert "Mara Quill" not in words_of(client.get("/accounts/"))
    assert "Mara Quill" not in words_of(client.get("/accounts/?q=mara"))
    assert "Mara Quill" in words_of(client.get(f"/accounts/?q={parent.login}"))


def test_every_act_is_in_the_audit_without_a_secret(admin: Account) -> None:
    client = signed_in(admin)
    client.post("/accounts/new", NEW)
    made = Account.objects.using(make.OWNER).get(display_name="Ida Moss")
    link = agreed_to(made)
    with acting(make.actor(make.account("auditor"))), connections["default"].cursor() as cursor:
        cursor.execute("SELECT row_to_json(a)::text FROM core_auditentry a ORDER BY id")
        rows = [row for (row,) in cursor.fetchall()]
    assert [name for row in rows for name in re.findall(r"access\.\w+", row)] == [
        "access.make_account",
        "access.answer_role",
    ]
    assert all(str(made.id) in row for row in rows)
    assert link.rsplit("code=", 1)[1] not in "".join(rows)


def test_nobody_else_can_make_an_account_even_past_the_page() -> None:
    manager = make.account("manager")
    with pytest.raises(NotPermittedError), acting(make.actor(manager)):
        actions.make_account(by=make.actor(manager), login="x@y.example", display_name="X", role="admin")
    assert signed_in(manager).get("/accounts/").status_code == 404


def test_a_sign_in_name_that_grows_in_small_letters_is_told(admin: Account) -> None:
    answer = signed_in(admin).post("/accounts/new", {**NEW, "login": "İ" * 200})
    assert "must be 254 characters or fewer" in words_of(answer)


def test_an_administrator_is_told_that_their_own_days_are_anothers_to_set(admin: Account) -> None:
    client = signed_in(admin)
    answer = client.post(f"/accounts/{admin.id}/dates", {"post": "employed"})
    assert answer.status_code == 200
    assert "Another administrator sets the days" in words_of(answer)
    assert f"/accounts/{admin.id}/dates" not in client.get(f"/accounts/{admin.id}/").content.decode()


@pytest.mark.parametrize(
    "unseen", ["ida\u200bmoss", "ida\u202emoss", "ida\x07moss", "\ufeffida.moss", "ida\u00admoss"]
)
def test_a_sign_in_name_has_nothing_in_it_that_cannot_be_seen(admin: Account, unseen: str) -> None:
    answer = signed_in(admin).post("/accounts/new", {**NEW, "login": unseen})
    assert "cannot be seen" in words_of(answer)
    assert not Account.objects.using(make.OWNER).filter(display_name="Ida Moss").exists()
    with acting(make.actor(admin)), pytest.raises(NotPermittedError, match="cannot be seen"):
        actions.make_account(by=make.actor(admin), login=unseen, display_name="X", role="analyst")


def test_a_sign_in_name_is_one_however_it_is_typed(admin: Account) -> None:
    wide = "\uff49\uff44\uff41.moss@kithshire.example"
    client = signed_in(admin)
    client.post("/accounts/new", {**NEW, "login": wide, "role": "analyst"})
    made = Account.objects.using(make.OWNER).get(login="ida.moss@kithshire.example")
    assert "already an account" in words_of(client.post("/accounts/new", NEW))
    made.set_password(make.PASSWORD)
    made.save(using=make.OWNER)
    assert sign_in(Client(), wide).headers["Location"] == "/"
