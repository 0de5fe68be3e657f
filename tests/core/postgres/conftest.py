"""Servers to try things on: our own embedded one, and PostgreSQL 15 where `KITH_TEST_PG15_URL` gives one."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.core.postgres import Cluster, Urls, drop, prepare, urls_for
from kith.core.postgres.urls import LOGINS

PG15 = os.environ.get("KITH_TEST_PG15_URL", "")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the server's system user may pass through; pytest's own is private to its user."""
    made = Path(tempfile.mkdtemp(prefix="kith-test-"))
    made.chmod(0o711)
    yield made
    Cluster(made / "var").stop()
    shutil.rmtree(made)


@pytest.fixture(scope="session")
def embedded() -> Iterator[Urls]:
    made = Path(tempfile.mkdtemp(prefix="kith-test-"))
    made.chmod(0o711)
    cluster = Cluster(made / "var")
    yield cluster.ensure_running()
    cluster.stop()
    shutil.rmtree(made)


@pytest.fixture(scope="session", params=["embedded", *(["PostgreSQL 15"] if PG15 else [])])
def superuser(request: pytest.FixtureRequest) -> str:
    """Address of an administrator of each server in turn."""
    if request.param == "embedded":
        urls: Urls = request.getfixturevalue("embedded")
        return urls.superuser
    return PG15


@pytest.fixture
def urls(superuser: str) -> Iterator[Urls]:
    """A fresh database on the server. Everybody sets the same passwords, for the roles are shared."""
    name = f"kith_test_roles_{os.getpid()}"
    passwords = {login: hashlib.sha256(f"{superuser}{login}".encode()).hexdigest() for login in LOGINS}
    passwords = passwords if superuser == PG15 else {}
    drop(superuser, name)
    prepare(superuser, name, passwords)
    yield urls_for(superuser, name, passwords) if passwords else _embedded(superuser, name)
    drop(superuser, name)


def _embedded(superuser: str, name: str) -> Urls:
    socket = superuser.partition("host=")[2].partition("&")[0].replace("%2F", "/")
    return Cluster(Path(socket).parents[1]).urls(name)
