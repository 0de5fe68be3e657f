"""The steps of docs/how-to/run-on-your-own-postgresql.md, one after the other, with three logins of its own.

On PostgreSQL 15 where KITH_TEST_PG15_URL names one, else on the server of the tests.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
from psycopg import sql

from kith.core.postgres import drop, urls_for
from kith.core.postgres.binaries import bundled
from kith.core.postgres.urls import LOGINS, with_database
from tests.conftest import SERVER
from tests.house.running import KITH, ROOT, House, free_port, house
from tests.support.caller import Caller

DATABASE = f"kith_howto_{os.getpid()}"


@dataclass(frozen=True)
class Theirs:
    """A server of somebody else's: its administrator's address, and the three that Kith is told."""

    admin: str
    told: dict[str, str]


@pytest.fixture(scope="module")
def theirs() -> Iterator[Theirs]:
    given = os.environ.get("KITH_TEST_PG15_URL") or os.environ.get("KITH_TEST_SERVER_URL", "")
    assert SERVER.urls is not None
    admin = given or SERVER.urls.superuser
    drop(admin, DATABASE)
    script = subprocess.run(
        [*KITH, "roles", "--sql", "--database", DATABASE], cwd=ROOT, capture_output=True, check=True
    )
    psql = [str(bundled() / "psql"), "-X", "-q", "-d", with_database(admin, "postgres")]
    for _ in range(2):  # "can be run again"
        subprocess.run(psql, input=script.stdout, capture_output=True, check=True)
    if given:
        # The tests that share this server set the same ones.
        words = {login: hashlib.sha256(f"{given}{login}".encode()).hexdigest() for login in LOGINS}
        with psycopg.connect(with_database(admin, "postgres"), autocommit=True) as setting:
            for login, word in words.items():
                order = sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login), sql.Literal(word))
                setting.execute(order)
        urls = urls_for(admin, DATABASE, words)
        app, owner, worker = urls.app, urls.owner, urls.worker
    else:
        app, owner, worker = (
            with_database(each, DATABASE) for each in (SERVER.urls.app, SERVER.urls.owner, SERVER.urls.worker)
        )
    yield Theirs(admin, {"DATABASE_URL": app, "KITH_OWNER_URL": owner, "KITH_WORKER_URL": worker})
    drop(admin, DATABASE)


@pytest.fixture(scope="module")
def running(theirs: Theirs) -> Iterator[House]:
    with house(12, **theirs.told) as made:
        made.start()
        yield made


def test_it_serves_the_demo_from_there_and_starts_no_server_of_its_own(running: House) -> None:
    lead = Caller(running.site)
    assert lead.sign_in("lead@kithshire.example").status == 302
    person = re.findall(r'href="(/people/[0-9a-f-]{36}/)"', lead.get("/").body)[0]
    for address in ("", "story/", "duties/", "homes/", "about/", "access/", "story/note/"):
        assert lead.get(person + address).status == 200, address
    assert "Yarrowdale" in lead.get("/people/?q=yarrowdale").body
    parent = Caller(running.site)
    assert parent.sign_in("parent@kithshire.example").status == 302
    assert parent.get("/my/").status == 200
    assert parent.get(person).status == 404
    assert not (running.data / "postgres").exists()


def test_its_logs_are_sealed_and_verify(running: House) -> None:
    told = running.kith("audit", "verify")
    assert told.returncode == 0, told.stdout.decode() + told.stderr.decode()


def test_a_login_that_could_do_too_much_is_refused_in_one_line(theirs: Theirs, running: House) -> None:
    for wrong in (theirs.told["KITH_OWNER_URL"], with_database(theirs.admin, DATABASE)):
        env = running.env | {"DATABASE_URL": wrong}
        told = subprocess.run(
            [*KITH, "up", "--port", str(free_port())], env=env, cwd=ROOT, capture_output=True, check=False
        )
        assert told.returncode == 2
        assert len(told.stderr.decode().strip().splitlines()) == 1
        assert "Traceback" not in told.stderr.decode()
