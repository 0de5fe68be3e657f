"""Wrapped data keys in the database: made at set-up, kept for good, re-wrapped in one piece."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.db import transaction

from kith.core.keys import KeyRing, KeysError, Place, Purpose
from kith.core.keystore import DatabaseKeyStore, ensure_keys, master_key_file, ring, rotate_keys
from kith.core.seal import FileAnchor, seal_once, verify
from kith.people.models import Person
from tests.core.seal.acts import Superuser, change_a_name
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
PLACE = Place("story_passage", "1", "text")


@pytest.fixture
def worker(anchor: FileAnchor, kith_database: None) -> Iterator[None]:
    """The worker's login with keys that it made itself, as at set-up: elsewhere they are put there."""
    ring.cache_clear()
    with worker_login():
        ensure_keys()
        yield
    ring.cache_clear()


def test_set_up_makes_the_first_key_of_every_purpose_once(worker: None) -> None:
    ensure_keys()
    ensure_keys()
    assert sorted(key.purpose for key in DatabaseKeyStore().read()) == sorted(Purpose)
    assert master_key_file().path.stat().st_mode & 0o077 == 0


def test_what_was_sealed_opens_in_another_process_and_after_a_rotation(worker: None) -> None:
    sealed = ring().seal(Purpose.CHILD_PRIVATE, "I want to see my Nan", PLACE)
    before = {key.id: key.master for key in DatabaseKeyStore().read()}
    assert rotate_keys() == len(before)
    assert all(key.master != before[key.id] for key in DatabaseKeyStore().read())
    fresh = KeyRing(master_key_file(), DatabaseKeyStore())
    assert fresh.unseal(Purpose.CHILD_PRIVATE, sealed, PLACE) == "I want to see my Nan"


def test_the_chain_stays_clean_over_a_rotation_and_a_new_signing_key(written: Person) -> None:
    seal_once()
    rotate_keys()
    ring().renew(Purpose.AUDIT_SIGNING)
    change_a_name(written, "Adele")
    seal_once()
    report = verify()
    assert (report.links, report.findings) == (2, [])


def test_a_key_is_kept_even_when_the_caller_s_transaction_is_undone(worker: None) -> None:
    with transaction.atomic():
        ring().renew(Purpose.FILES)
        transaction.set_rollback(True)
    assert [key.number for key in DatabaseKeyStore().read() if key.purpose is Purpose.FILES] == [1, 2]


def test_two_who_make_the_same_key_end_with_one(worker: None) -> None:
    store = DatabaseKeyStore()
    kept = next(key for key in store.read() if key.purpose is Purpose.FILES)
    assert store.add(replace(kept, id=uuid4(), master="other", wrapped=b"x")) == kept
    assert list(store.read()).count(kept) == 1


def test_another_master_key_is_refused_in_one_line_and_changes_nothing(
    worker: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(DatabaseKeyStore().read())
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "lost" / "key"))
    with pytest.raises(KeysError, match="There is no master key"):
        ensure_keys()
    assert not (tmp_path / "lost").exists(), "a new key would only hide that the right one is missing"
    master_key_file().make_if_missing()
    with pytest.raises(KeysError, match="is not the one that the data was sealed with"):
        ensure_keys()
    with pytest.raises(KeysError):
        rotate_keys()
    assert list(DatabaseKeyStore().read()) == before


def test_a_master_key_in_the_data_folder_is_refused(worker: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(settings.DATA_DIR / "key"))
    with pytest.raises(KeysError, match="inside the data folder"):
        ensure_keys()


def test_production_must_name_its_master_key(worker: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_ENV", "production")
    monkeypatch.delenv("KITH_MASTER_KEY_FILE")
    with pytest.raises(KeysError, match="KITH_MASTER_KEY_FILE must name"):
        ensure_keys()


def test_the_app_reads_wrapped_keys_and_cannot_write_them(worker: None) -> None:
    for statement in ("DELETE FROM core_wrappedkey", "UPDATE core_wrappedkey SET number = 9"):
        with psycopg.connect(os.environ["DATABASE_URL"]) as app:
            assert app.execute("SELECT count(*) FROM core_wrappedkey").fetchone() == (len(Purpose),)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(statement.encode())


def test_a_wrapped_key_altered_by_a_superuser_is_told(worker: None, superuser: Superuser) -> None:
    superuser("UPDATE core_wrappedkey SET wrapped = sha256(wrapped) WHERE purpose = 'audit_signing'")
    ring.cache_clear()
    with pytest.raises(KeysError, match="was altered: restore it"):
        ring().signer()
