from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest

from kith.core.postgres import LoginRefusedError, PostgresError, Urls, check_logins
from kith.core.postgres.urls import with_login

pytestmark = pytest.mark.database
WORD = "a-word-for-tests"
ODD = f"kith_test_odd_{os.getpid()}"  # roles are shared by all who test on one server


@pytest.fixture
def odd_login(urls: Urls) -> Iterator[str]:
    with psycopg.connect(urls.superuser, autocommit=True) as root:
        root.execute(f"DROP ROLE IF EXISTS {ODD}".encode())
        root.execute(f"CREATE ROLE {ODD} LOGIN PASSWORD '{WORD}'".encode())
        root.execute(f"GRANT CONNECT ON DATABASE {urls.database} TO {ODD}".encode())
        yield with_login(urls.superuser, ODD, WORD)
        root.execute(f"DROP OWNED BY {ODD}".encode())
        root.execute(f"DROP ROLE {ODD}".encode())


def test_the_logins_that_kith_makes_are_accepted(urls: Urls) -> None:
    with psycopg.connect(urls.owner) as owner:
        owner.execute("CREATE TABLE fact (id int)")
    check_logins(urls.app, urls.worker)


def test_the_owner_and_the_superuser_are_refused(urls: Urls) -> None:
    with pytest.raises(LoginRefusedError, match="kith_owner owns the database"):
        check_logins(urls.app, urls.owner)
    with pytest.raises(LoginRefusedError, match="is a superuser"):
        check_logins(urls.superuser)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("ALTER ROLE {odd} BYPASSRLS", "BYPASSRLS"),
        ("ALTER ROLE {odd} CREATEROLE", "CREATEROLE"),
        ("ALTER ROLE {odd} REPLICATION", "REPLICATION"),
        ("GRANT kith_owner TO {odd}", "owns the database"),
        ("GRANT kith_audit TO {odd}", "owns the table history"),
        ("CREATE SCHEMA odd AUTHORIZATION {odd}", "owns the schema odd"),
        ("ALTER FUNCTION answer() OWNER TO {odd}", "owns the function answer"),
    ],
)
def test_a_login_with_a_way_round_the_policies_is_refused_in_one_line(
    urls: Urls, odd_login: str, change: str, says: str
) -> None:
    with psycopg.connect(urls.superuser, autocommit=True) as root:
        root.execute("CREATE TABLE history (n int)")
        root.execute("ALTER TABLE history OWNER TO kith_audit")
        root.execute("CREATE FUNCTION answer() RETURNS int LANGUAGE sql RETURN 42")
        check_logins(odd_login)
        root.execute(change.format(odd=ODD).encode())
    with pytest.raises(LoginRefusedError, match=says) as refused:
        check_logins(odd_login)
    assert "\n" not in str(refused.value)
    assert WORD not in str(refused.value)


def test_a_server_that_does_not_answer_is_said_in_one_line_without_the_password() -> None:
    with pytest.raises(PostgresError) as refused:
        check_logins(f"postgresql://kith_app:{WORD}@/kith?host=/nowhere-at-all")
    assert "\n" not in str(refused.value)
    assert WORD not in str(refused.value)
