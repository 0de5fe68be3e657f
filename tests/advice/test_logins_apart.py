"""On one server even, no login of the council's can open the store's database, and none of the store's the council's."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
import pytest

from kith.core.postgres import Cluster, Urls, check_logins, prepare, urls_for
from kith.core.postgres.urls import with_database
from kith.core.stores import COUNCIL
from tests.conftest import SERVER
from tests.support.server import passwords_at

pytestmark = pytest.mark.database
COUNCILS = "test_kith_beside_advice"


@dataclass(frozen=True)
class Both:
    """The addresses of two databases on one server."""

    council: Urls
    store: Urls


@pytest.fixture
def both(kith_database: None) -> Both:
    if SERVER.outside:
        passwords = passwords_at(SERVER.outside, COUNCIL)
        prepare(SERVER.outside, COUNCILS, passwords)
        council = urls_for(SERVER.outside, COUNCILS, passwords)
    else:
        council = Cluster(SERVER.data).ensure_running(COUNCILS)
    assert SERVER.urls is not None
    return Both(council, SERVER.urls)


@pytest.mark.parametrize("login", ["owner", "app", "worker"])
def test_no_login_of_either_opens_the_others_database(both: Both, login: str) -> None:
    pairs = (
        (getattr(both.council, login), both.store.database),
        (getattr(both.store, login), both.council.database),
    )
    for url, others in pairs:
        psycopg.connect(url).close()
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(with_database(url, others))


def test_no_role_of_either_may_become_one_of_the_others(both: Both) -> None:
    with psycopg.connect(both.store.superuser) as root:
        crossed = root.execute(
            """
            SELECT m.rolname, r.rolname FROM pg_auth_members a
              JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
             WHERE (m.rolname LIKE 'kith%%' AND r.rolname LIKE 'advice%%' AND NOT m.rolsuper)
                OR (m.rolname LIKE 'advice%%' AND r.rolname LIKE 'kith%%')
            """
        ).fetchall()
    assert crossed == []


def test_the_stores_own_logins_own_nothing_and_pass_no_policy(both: Both) -> None:
    check_logins(both.store.app, both.store.worker)


def test_nothing_in_the_store_is_granted_to_a_login_of_the_councils(both: Both) -> None:
    with psycopg.connect(with_database(both.store.superuser, both.store.database)) as root:
        named = root.execute(
            """
            SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
             WHERE r.rolname LIKE 'kith\\_%%' AND NOT r.rolsuper
            UNION ALL
            SELECT p.proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
             WHERE r.rolname LIKE 'kith\\_%%' AND NOT r.rolsuper
            """
        ).fetchall()
    assert named == []
