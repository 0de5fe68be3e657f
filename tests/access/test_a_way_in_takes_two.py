"""No administrator becomes a worker alone: not by a link, nor a lost phone, nor by SQL that plants a way in."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone

from kith.access.accounts.actions import make_sign_in_link, reset_second_factor
from kith.access.accounts.agreeing import answer_role, ask_for_way_in
from kith.access.models import Account, RoleAsked
from kith.access.models.role_asked import Wanted
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from tests.access.sign_in_help import sign_in, with_app
from tests.access.tries import reads, tries
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
LINK = re.compile(r"http://testserver(/sign-in/first\S+)")
CHOSEN = {"password1": "turquoise llama kettle", "password2": "turquoise llama kettle"}


@pytest.fixture
def admin() -> Account:
    return make.account("admin")


@pytest.fixture
def director() -> Account:
    return make.account("director")


def without_password(role: str, **more: object) -> Account:
    made = make.account(role)
    made.set_unusable_password()
    for name, value in more.items():
        setattr(made, name, value)
    made.save(using=make.OWNER)
    return made


def waits_for(account: Account) -> RoleAsked:
    return RoleAsked.objects.using(make.OWNER).get(account=account, answered_at=None)


def agrees(by: Account, account: Account) -> str:
    with acting(make.actor(by)):
        return answer_role(by=make.actor(by), request=waits_for(account).id, agree=True)


def by_sso(account: Account) -> None:
    SocialAccount.objects.using(make.OWNER).create(user=account, provider="council", uid="u-1", extra_data={})


def by_app(account: Account) -> None:
    with_app(account)


def by_having_signed_in(account: Account) -> None:
    Account.objects.using(make.OWNER).filter(pk=account.pk).update(last_login=timezone.now())


@pytest.mark.parametrize("used", [by_sso, by_app, by_having_signed_in])
@pytest.mark.parametrize("role", ["lead", "director", "analyst"])
def test_nobody_gets_a_link_to_an_account_that_somebody_uses(admin: Account, used: object, role: str) -> None:
    theirs = without_password(role)
    used(theirs)  # type: ignore[operator]
    client = signed_in(admin)
    assert "sign-in link" not in words_of(client.get(f"/accounts/{theirs.id}/"))
    answer = client.post(f"/accounts/{theirs.id}/link")
    assert answer.status_code == 403
    assert "Somebody has signed in to this account" in words_of(answer)
    assert not tries(admin, "SELECT access_ask_for_way_in(%s, 'link')", [theirs.id])


def test_the_link_of_a_role_that_takes_two_is_shown_to_the_second_person_alone(
    admin: Account, director: Account
) -> None:
    theirs = without_password("lead")
    client = signed_in(admin)
    asked = words_of(client.post(f"/accounts/{theirs.id}/link", follow=True))
    assert "The second person who agrees is shown the link" in asked
    assert not LINK.search(asked)
    with acting(make.actor(admin)), pytest.raises(NotPermittedError):
        make_sign_in_link(by=make.actor(admin), account=theirs.id)
    own = client.post(f"/accounts/waiting/{waits_for(theirs).id}", {"answer": "yes"})
    assert own.status_code == 403
    other = signed_in(director)
    assert "A sign-in link for the role" in words_of(other.get("/accounts/waiting"))
    shown = other.post(f"/accounts/waiting/{waits_for(theirs).id}", {"answer": "yes"})
    found = LINK.search(words_of(shown))
    assert found is not None
    assert "Your password is set" in words_of(Client().post(found[1], CHOSEN, follow=True))
    assert sign_in(Client(), theirs.login, CHOSEN["password1"]).headers["Location"] == "/"


def test_a_second_link_is_not_shown_once_somebody_has_signed_in(admin: Account, director: Account) -> None:
    theirs = without_password("lead")
    with acting(make.actor(admin)):
        ask_for_way_in(by=make.actor(admin), account=theirs.id, wants=Wanted.LINK)
    by_having_signed_in(theirs)
    assert agrees(director, theirs) == ""


def test_taking_away_the_second_step_of_such_a_role_takes_two(admin: Account, director: Account) -> None:
    lead = make.account("lead")
    with_app(lead)
    client = signed_in(admin)
    with acting(make.actor(admin)), pytest.raises(NotPermittedError):
        reset_second_factor(by=make.actor(admin), account=lead.id)
    said = words_of(client.post(f"/accounts/{lead.id}/second-step", follow=True))
    assert "It stays until a second person agrees" in said
    assert sign_in(Client(), lead.login).headers["Location"] == "/sign-in/second-step"
    assert not tries(admin, "DELETE FROM mfa_authenticator WHERE user_id = %s", [lead.id])
    assert agrees(director, lead) == ""
    assert sign_in(Client(), lead.login).headers["Location"] == "/"


def test_what_waits_already_is_not_asked_twice(admin: Account) -> None:
    theirs = without_password("lead")
    client = signed_in(admin)
    client.post(f"/accounts/{theirs.id}/link")
    assert "Asked for: a sign-in link" in words_of(client.get(f"/accounts/{theirs.id}/"))
    assert client.post(f"/accounts/{theirs.id}/link").status_code == 403


def test_no_sql_of_an_administrator_plants_a_way_in(admin: Account) -> None:
    theirs, lead = without_password("director"), make.account("lead")
    with_app(lead)
    by_having_signed_in(lead)
    for statement, values in (
        (
            "INSERT INTO mfa_authenticator (user_id, type, data, created_at)"
            " VALUES (%s, 'webauthn', '{}', now())",
            [theirs.id],
        ),
        ("UPDATE mfa_authenticator SET user_id = %s", [theirs.id]),
        ("UPDATE mfa_authenticator SET data = '{}'", []),
        (
            "INSERT INTO socialaccount_socialaccount (provider, uid, last_login, date_joined, extra_data, user_id)"
            " VALUES ('council', 'mine', now(), now(), '{}', %s)",
            [theirs.id],
        ),
        (
            'INSERT INTO account_emailaddress (email, verified, "primary", user_id)'
            " VALUES ('x@x.example', true, true, %s)",
            [theirs.id],
        ),
        ("UPDATE access_account SET login = 'mine@x.example' WHERE id = %s", [theirs.id]),
        ("UPDATE access_account SET last_login = NULL WHERE id = %s", [lead.id]),
        ("UPDATE access_account SET last_login = now() WHERE id = %s", [theirs.id]),
        (
            "INSERT INTO access_account (id, password, login, display_name, role, job_title, phone, is_active, post)"
            " VALUES (%s, 'argon2$x$y', 'x@x.example', 'X', 'lead', '', '', true, 'employed')",
            [uuid4()],
        ),
        ("SELECT access_ask_for_way_in(%s, 'link')", [lead.id]),
        ("SELECT access_ask_for_way_in(%s, 'second_step')", [admin.id]),
    ):  # fmt: skip
        assert not tries(admin, statement, values), statement
    assert Authenticator.objects.using(make.OWNER).filter(user=lead).exists()
    assert reads(make.account("lead"), "SELECT access_has_way_in(%s)", [theirs.id]) == [(True,)]


def test_an_account_keeps_its_own_ways_in(admin: Account) -> None:
    parent = make.account("parent")
    with_app(parent)
    assert tries(parent, "UPDATE mfa_authenticator SET last_used_at = now() WHERE user_id = %s", [parent.id])
    assert tries(admin, "DELETE FROM mfa_authenticator WHERE user_id = %s", [parent.id])
