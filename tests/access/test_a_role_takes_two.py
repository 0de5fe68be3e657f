"""One administrator gives a role; it opens nothing until another, or the director, agrees. By SQL as well."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import Error, connection
from django.test import Client

from kith.access.accounts.actions import make_account, reopen_account
from kith.access.accounts.agreeing import answer_role, ask_for_role, waiting_roles
from kith.access.models import Account, RoleAsked
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.labels import Label
from tests.access.sign_in_help import sign_in
from tests.access.tries import reads, tries
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
INSERT = (
    "INSERT INTO access_account (id, password, login, display_name, role, job_title, phone, is_active, post)"
    " VALUES (%s, '!', %s, 'X', %s, '', '', true, 'employed')"
)


@pytest.fixture
def admin() -> Account:
    return make.account("admin")


@pytest.fixture
def director() -> Account:
    return make.account("director")


def given(by: Account, role: str = "lead") -> Account:
    with acting(make.actor(by)):
        made = make_account(
            by=make.actor(by), login=f"{uuid4()}@x.example", display_name="Ida Moss", role=role
        )
    return Account.objects.using(make.OWNER).get(pk=made.pk)


def request_for(account: Account) -> UUID:
    return RoleAsked.objects.using(make.OWNER).get(account=account, answered_at=None).id


def answers(by: Account, account: Account, *, agree: bool = True) -> None:
    with acting(make.actor(by)):
        answer_role(by=make.actor(by), request=request_for(account), agree=agree)


def now(account: Account) -> tuple[str, bool]:
    found = Account.objects.using(make.OWNER).get(pk=account.pk)
    return found.role, found.is_active


def test_an_account_is_shut_until_a_second_person_agrees(admin: Account, director: Account) -> None:
    child, made = make.person("Ada"), given(admin)
    make.involved(made, child)
    made.set_password(make.PASSWORD)
    made.save(using=make.OWNER, update_fields=["password"])
    assert sign_in(Client(), made.login).headers["Location"] == "/sign-in/closed"
    assert reads(made, "SELECT id FROM people_person") == []
    assert reads(made, "SELECT kith_actor_role()") == [(None,)]
    answers(director, made)
    assert sign_in(Client(), made.login).headers["Location"] == "/"
    assert reads(made, "SELECT id FROM people_person") == [(child.id,)]


def test_nobody_agrees_to_what_they_gave_or_would_hold(admin: Account) -> None:
    made, second = given(admin), make.account("admin")
    for who in (admin, make.account("lead"), make.account("auditor"), made):
        with pytest.raises(NotPermittedError):
            answers(who, made)
        assert reads(who, "SELECT access_answer_role(%s, true)", [request_for(made)]) == [(False,)]
    with acting(make.actor(admin)):
        ask_for_role(by=make.actor(admin), account=second.id, role="director")
    with pytest.raises(NotPermittedError):
        answers(second, second)
    assert now(second) == ("admin", True)


def test_an_administrator_whom_one_administrator_made_cannot_be_their_second_hand(admin: Account) -> None:
    sock = given(admin, "admin")
    made = given(admin)
    for one in (sock, made):
        with pytest.raises(NotPermittedError):
            answers(sock, one)
    assert (now(sock), now(made)) == (("admin", False), ("lead", False))


def test_no_sql_of_an_administrator_opens_a_role_alone(admin: Account) -> None:
    made, analyst, lead = given(admin), make.account("analyst"), make.account("lead")
    for statement, values in (
        ("UPDATE access_account SET is_active = true WHERE id = %s", [made.id]),
        ("UPDATE access_account SET role = 'lead' WHERE id = %s", [analyst.id]),
        ("UPDATE access_account SET role = 'director' WHERE id = %s", [lead.id]),
        ("UPDATE access_roleasked SET agreed = true, answered_at = now(), answered_by_id = %s", [lead.id]),
        ("UPDATE access_roleasked SET asked_by_id = %s", [lead.id]),
        ("DELETE FROM access_roleasked", []),
        (
            "INSERT INTO access_roleasked (id, recorded_at, source, account_id, role, opens, asked_by_id)"
            " VALUES (gen_random_uuid(), now(), 'worker', %s, 'lead', false, %s)",
            [analyst.id, lead.id],
        ),
    ):
        assert not tries(admin, statement, values), statement
    assert tries(admin, INSERT, [uuid4(), "x@x.example", "front_door"])
    assert not Account.objects.using(make.OWNER).get(login="x@x.example").is_active
    # Ending and opening again is no way round.
    with acting(make.actor(admin)), pytest.raises(NotPermittedError, match="second person"):
        reopen_account(by=make.actor(admin), account=made.id)
    assert (now(made)[1], now(analyst)[0], now(lead)[0]) == (False, "analyst", "lead")


def test_a_change_of_role_waits_while_the_old_one_holds(admin: Account, director: Account) -> None:
    lead = make.account("lead")
    with acting(make.actor(admin)):
        ask_for_role(by=make.actor(admin), account=lead.id, role="manager")
        with pytest.raises(NotPermittedError, match="already"):
            ask_for_role(by=make.actor(admin), account=lead.id, role="director")
    assert now(lead) == ("lead", True)
    answers(director, lead)
    assert now(lead) == ("manager", True)
    with acting(make.actor(admin)), pytest.raises(NotPermittedError, match="themselves"):
        ask_for_role(by=make.actor(admin), account=admin.id, role="director")
    assert not tries(admin, "SELECT access_ask_role(%s, 'director')", [admin.id])


def test_a_no_leaves_it_shut_and_it_can_be_asked_again(admin: Account, director: Account) -> None:
    made = given(admin)
    answers(director, made, agree=False)
    assert now(made) == ("lead", False)
    assert not tries(admin, "UPDATE access_account SET is_active = true WHERE id = %s", [made.id])
    with acting(make.actor(admin)):
        ask_for_role(by=make.actor(admin), account=made.id, role="partner")
    answers(director, made)
    assert now(made) == ("partner", True)


def test_after_a_no_the_page_says_so_and_the_role_is_asked_for_again(
    admin: Account, director: Account
) -> None:
    made, client = given(admin), signed_in(admin)
    page = f"/accounts/{made.id}/"
    assert f"{page}role" not in client.get(page).content.decode(), "one at a time"
    answers(director, made, agree=False)
    words = words_of(client.get(page))
    assert "No: nobody agreed to the role" in words
    assert "waits for a second person to agree" not in words
    assert "Ask for a role again" in words
    done = words_of(client.post(f"{page}role", {"role": "partner"}, follow=True))
    assert "A second person must agree" in done
    assert "waits for a second person to agree" in done
    answers(director, made)
    assert now(made) == ("partner", True)


def test_another_role_is_asked_for_on_the_page_once(admin: Account, director: Account) -> None:
    lead, client = make.account("lead"), signed_in(admin)
    page = f"/accounts/{lead.id}/"
    done = words_of(client.post(f"{page}role", {"role": "manager"}, follow=True))
    assert "Asked for: team manager" in done
    again = client.post(f"{page}role", {"role": "director"})
    assert "waits for a second person already" in words_of(again)
    assert now(lead) == ("lead", True)
    answers(director, lead)
    assert now(lead) == ("manager", True)


def test_nobodys_own_role_and_no_familys_is_changed_there(admin: Account) -> None:
    client, parent = signed_in(admin), make.account("parent")
    for account in (admin, parent):
        assert client.get(f"/accounts/{account.id}/role").status_code == 404
        assert f"/accounts/{account.id}/role" not in client.get(f"/accounts/{account.id}/").content.decode()
    other = make.account("lead")
    refused = client.post(f"/accounts/{other.id}/role", {"role": "parent"})
    assert "Select a valid choice" in words_of(refused)
    assert not RoleAsked.objects.using(make.OWNER).exists()


def test_a_role_that_opens_nothing_by_itself_needs_no_second_person(admin: Account) -> None:
    assert given(admin, "analyst").is_active
    assert not RoleAsked.objects.using(make.OWNER).exists()


def test_what_is_made_at_set_up_needs_nobody() -> None:
    with connection.cursor() as cursor, pytest.raises(Error):
        cursor.execute(INSERT, [uuid4(), "first@x.example", "admin"])
    assert make.account("admin").is_active
    assert not RoleAsked.objects.using(make.OWNER).exists()


def test_the_page_shows_what_waits_and_takes_the_answer(admin: Account, director: Account) -> None:
    made = given(admin)
    own, other = signed_in(admin), signed_in(director)
    assert "Somebody else must agree" in words_of(own.get("/accounts/waiting"))
    assert "waits for a second person" in words_of(own.get(f"/accounts/{made.id}/"))
    assert own.post(f"/accounts/{made.id}/link").status_code == 403
    assert own.post(f"/accounts/waiting/{request_for(made)}", {"answer": "yes"}).status_code == 403
    assert "What waits for a second person" in words_of(other.get("/"))
    page = words_of(other.get("/accounts/waiting"))
    for said in ("Ida Moss", "Family help lead practitioner", made.login, admin.display_name):
        assert said in page
    done = other.post(f"/accounts/waiting/{request_for(made)}", {"answer": "yes"}, follow=True)
    assert "A sign-in link for Ida Moss" in words_of(done)
    assert "Nothing waits" in words_of(other.get("/accounts/waiting"))
    assert now(made) == ("lead", True)


def test_what_waits_is_for_those_who_may_agree(admin: Account) -> None:
    given(admin)
    may = {code for code, role in ROLES.items() if Permission.AGREE_ROLE in role.may}
    assert may == {"admin", "director"}
    for role in ("lead", "manager", "auditor", "parent"):
        account = make.account(role)
        with acting(make.actor(account)):
            assert waiting_roles(by=make.actor(account)) == []


def test_the_database_knows_which_roles_take_two() -> None:
    alone = {Permission.READ_AGGREGATES}
    with connection.cursor() as cursor:
        for code, role in ROLES.items():
            cursor.execute("SELECT access_role_takes_two(%s)", [code])
            by_itself = bool(role.opens & ~Label.DOOR) or bool(role.may - alone)
            assert cursor.fetchone() == (by_itself and not role.family,), code
