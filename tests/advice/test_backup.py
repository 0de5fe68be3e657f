"""The store's own backup: whole again with its own key, and nothing at all to the council's side."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from kith.core.backup import read_backup, restore_backup, write_backup
from kith.core.keys import KeysError, MasterKeyFile
from kith.core.keystore import master_key_file
from kith.core.postgres import drop, system_user
from kith.core.postgres.urls import with_database
from kith.core.stores import ADVICE
from tests.advice.people import adviser, asked
from tests.conftest import SERVER

pytestmark = pytest.mark.database
SAID = "Zinnobrecht hearing"
AGAIN = f"test_advice_again_{os.getpid()}"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    adviser(name="Zinnobrecht Noor")
    asked(words={"question": SAID})
    assert SERVER.urls is not None
    out = tmp_path / "out" / "backup"
    where = with_database(SERVER.urls.superuser, SERVER.database)
    assert write_backup(out, where, master_key_file(), tmp_path) > 0
    return out


def test_no_byte_of_it_tells_anything_and_nobody_else_may_read_the_file(kept: Path) -> None:
    whole = kept.read_bytes()
    for word in (b"Zinnobrecht", b"advice_contact", b"PGDMP", b"CREATE TABLE"):
        assert word not in whole
    assert kept.stat().st_mode & 0o077 == 0


def test_while_it_is_made_or_put_back_nothing_in_clear_has_a_name(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[Path]] = []
    ours = system_user.run

    def watched(argv: list[str], **more: Any) -> str:
        said = ours(argv, **more)
        if "psql" not in argv[0]:
            seen.append(
                [
                    each
                    for each in tmp_path.rglob("*")
                    if each.is_file() and b"Zinnobrecht" in each.read_bytes()
                ]
            )
            assert [each for each in tmp_path.rglob("dump")] == []
            raise RuntimeError("seen")
        return said

    monkeypatch.setattr("kith.core.backup.run", watched)
    assert SERVER.urls is not None
    with pytest.raises(RuntimeError, match="seen"):
        write_backup(
            tmp_path / "more" / "backup", with_database(SERVER.urls.superuser, SERVER.database),
            master_key_file(), tmp_path,
        )  # fmt: skip
    with pytest.raises(RuntimeError, match="seen"):
        restore_backup(
            kept,
            "postgresql:///nowhere",
            database="a",
            store="b",
            master=master_key_file(),
            passwords={},
            clear=tmp_path,
        )
    assert seen == [[], []]


def test_the_councils_key_opens_nothing_and_nothing_is_restored_with_it(kept: Path, tmp_path: Path) -> None:
    councils = MasterKeyFile(tmp_path / "councils" / "master-key")
    councils.make_if_missing()
    with kept.open("rb") as file, pytest.raises(KeysError, match="only the house that made it"):
        read_backup(file, councils)
    with pytest.raises(KeysError, match="only the house that made it"):
        restore_backup(
            kept,
            "postgresql:///nowhere",
            database="kith",
            store="kith",
            master=councils,
            passwords={},
            clear=tmp_path,
        )


def test_an_altered_backup_is_refused(kept: Path) -> None:
    from kith.core.files import FileStoreError

    whole = bytearray(kept.read_bytes())
    whole[-20] ^= 1
    kept.write_bytes(whole)
    with kept.open("rb") as file, pytest.raises(FileStoreError, match="altered"):
        list(read_backup(file, master_key_file()))


def test_it_is_whole_again_with_its_own_key(kept: Path, tmp_path: Path) -> None:
    assert SERVER.urls is not None
    place = with_database(SERVER.urls.superuser, AGAIN)
    drop(SERVER.urls.superuser, AGAIN)
    with psycopg.connect(SERVER.urls.superuser, autocommit=True) as root:
        root.execute(
            sql.SQL("CREATE DATABASE {} OWNER advice_owner TEMPLATE template0").format(sql.Identifier(AGAIN))
        )
    try:
        restore_backup(
            kept, place, database=AGAIN, store=ADVICE, master=master_key_file(), passwords={}, clear=tmp_path
        )
        with psycopg.connect(place) as root:
            assert root.execute("SELECT count(*) FROM advice_contact").fetchone() == (1,)
            forced = root.execute(
                "SELECT count(*) FROM pg_class WHERE relname LIKE 'advice_%' AND relforcerowsecurity"
            ).fetchone()
            assert forced is not None
            assert forced[0] > 5
        with psycopg.connect(with_database(SERVER.urls.app, AGAIN)) as app:
            assert app.execute("SELECT count(*) FROM advice_contact").fetchone() == (0,)
    finally:
        drop(SERVER.urls.superuser, AGAIN)
