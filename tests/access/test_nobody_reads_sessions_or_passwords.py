"""The app's login reads one session by its key, and no password's digest at all."""

from __future__ import annotations

import secrets

import psycopg
import pytest
from django.contrib.sessions.models import Session
from django.db import Error, connection
from django.test import Client

from kith.access.models import Account
from kith.access.sessions import SessionStore
from kith.core.acting import acting
from tests.access.tries import reads, tries
from tests.conftest import SERVER
from tests.support import hashing, make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
NEW = "three words apart"


def kept(account: Account) -> list[str]:
    """The account's digest, as only a superuser reads it."""
    from kith.core.postgres.urls import with_database

    assert SERVER.urls is not None
    with psycopg.connect(with_database(SERVER.urls.superuser, SERVER.database)) as past_all:
        found = past_all.execute("SELECT encoded FROM access_password WHERE account_id = %s", [account.id])
        return [encoded for (encoded,) in found]


def signs_in(account: Account, password: str) -> bool:
    client = Client()
    client.post("/sign-in", {"login": account.login, "password": password})
    return client.get("/").status_code in {200, 302} and "sessionid" in client.cookies


def test_no_account_and_no_visitor_reads_sessions() -> None:
    victim, hostile = make.account("director"), make.account("admin")
    key = signed_in(victim).cookies["sessionid"].value
    assert reads(hostile, "SELECT session_key FROM django_session") == []
    with pytest.raises(Error, match="permission denied"), acting(None, channel="sign-in"):
        Session.objects.exists()
    for statement in ("DELETE FROM django_session", "UPDATE django_session SET session_data = ''"):
        assert not tries(hostile, statement)
    assert reads(hostile, "SELECT access_session_read(%s)", [secrets.token_hex(16)]) == [(None,)]
    assert SessionStore(key).load()["_auth_user_id"] == str(victim.id)


def test_a_copy_of_the_table_holds_no_key_that_opens_a_session() -> None:
    key = signed_in(make.account("lead")).cookies["sessionid"].value
    (held,) = Session.objects.using(make.OWNER).values_list("session_key", flat=True)
    assert held != key
    thief = Client()
    thief.cookies["sessionid"] = held
    assert thief.get("/").headers["Location"] == "/sign-in?next=/"


def test_a_session_ends_at_its_time_and_only_its_key_ends_it_before() -> None:
    store = SessionStore()
    store["said"] = "yes"
    store.create()
    assert store.session_key is not None
    assert SessionStore(store.session_key).load() == {"said": "yes"}
    SessionStore().delete(secrets.token_hex(16))
    assert store.exists(store.session_key)
    Session.objects.using(make.OWNER).update(expire_date="2020-01-01T00:00Z")
    assert SessionStore(store.session_key).load() == {}
    SessionStore.clear_expired()
    assert not Session.objects.using(make.OWNER).exists()


def test_nobody_reads_a_password_digest() -> None:
    victim, hostile = make.account("director"), make.account("admin")
    (whole,) = kept(victim)
    (column,) = reads(hostile, "SELECT password FROM access_account WHERE id = %s", [victim.id])[0]
    salt, _, noise = column.rpartition("$")
    assert whole.startswith(salt)
    assert noise.startswith("~")
    assert noise not in whole
    assert reads(hostile, "SELECT encoded FROM access_password") == []
    assert reads(victim, "SELECT encoded FROM access_password") == []
    with (
        pytest.raises(Error, match="permission denied"),
        acting(None, channel="sign-in"),
        connection.cursor() as c,
    ):
        c.execute("SELECT encoded FROM access_password")
    # Even who has the digest from elsewhere learns nothing by asking about another.
    assert reads(hostile, "SELECT access_password_is(%s, %s)", [victim.id, whole]) == [(False,)]
    assert reads(victim, "SELECT access_password_is(%s, %s)", [victim.id, whole]) == [(True,)]


def test_an_administrator_neither_chooses_nor_takes_away_anybodys_password() -> None:
    victim, admin = make.account("director"), make.account("admin")
    mine = admin.password
    chosen = Account(password="")
    chosen.set_password(NEW)
    assert not tries(
        admin, "UPDATE access_account SET password = %s WHERE id = %s", [chosen.password, victim.id]
    )
    assert tries(admin, "UPDATE access_account SET password = %s WHERE id = %s", [mine, victim.id])
    assert signs_in(victim, make.PASSWORD), "what another account keeps of its password means nothing here"
    assert not tries(admin, "UPDATE access_account SET password = '!gone' WHERE id = %s", [victim.id])
    assert signs_in(victim, make.PASSWORD)
    assert tries(victim, "UPDATE access_account SET password = '!gone' WHERE id = %s", [victim.id])
    assert kept(victim) == []
    assert not signs_in(victim, make.PASSWORD)


def test_a_new_password_holds_and_the_old_one_is_gone() -> None:
    lead = make.account("lead")
    assert signs_in(lead, make.PASSWORD)
    assert not signs_in(lead, "something else")
    with acting(make.actor(lead)):
        stale = Account.objects.get(pk=lead.pk)
        mine = Account.objects.get(pk=lead.pk)
        mine.set_password(NEW)
        mine.save()
        assert mine.check_password(NEW)
        assert mine.get_session_auth_hash() == Account.objects.get(pk=lead.pk).get_session_auth_hash()
        stale.save()
    assert signs_in(lead, NEW)
    assert not signs_in(lead, make.PASSWORD)


def test_a_password_of_older_settings_still_signs_in_and_is_kept_anew() -> None:
    with hashing.at(time_cost=1, memory_cost=1024):
        lead = make.account("lead")
    (before,) = kept(lead)
    assert "m=1024,t=1" in before
    with hashing.at(time_cost=2, memory_cost=102400, parallelism=8):
        assert signs_in(lead, make.PASSWORD)
        assert "m=102400,t=2,p=8" in kept(lead)[0]
        assert signs_in(lead, make.PASSWORD)
