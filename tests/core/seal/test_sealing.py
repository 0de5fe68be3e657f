"""Every log is sealed, each row once, whoever else is writing."""

from __future__ import annotations

import os
import threading
import time

import psycopg
import pytest
from django.db import ProgrammingError, connection

from kith.core.acting import acting
from kith.core.seal import FileAnchor, run_forever, seal_once, verify
from kith.core.seal.actor import SEALER
from kith.people.models import Person
from tests.core.seal.acts import Superuser, change_a_name
from tests.support import make

pytestmark = pytest.mark.database


def test_what_was_written_is_sealed_once_and_the_chain_is_clean(
    written: Person, superuser: Superuser
) -> None:
    sealed = seal_once()
    logs = superuser('SELECT DISTINCT "table" FROM core_sealedrow')
    assert {("core_auditentry",), ("access_look",), ("people_personnameevent",)} <= set(logs)
    assert sealed == superuser("SELECT count(*) FROM core_sealedrow")[0][0] >= 4
    assert seal_once() == 0
    report = verify()
    assert report.findings == []
    assert (report.links, report.rows, report.exit_status) == (1, sealed, 0)


def test_links_stand_on_one_another_and_are_anchored_outside(written: Person, anchor: FileAnchor) -> None:
    seal_once()
    make.involved(make.account("social_worker"), written)
    change_a_name(written, "Adele")
    assert seal_once() == 1
    assert [head.number for head in anchor.heads(anchor.mark()) if head] == [1, 2]
    assert verify().clean


def test_every_log_is_marked_and_the_worker_may_read_all_of_it(worker: None, superuser: Superuser) -> None:
    unmarked = """SELECT l.name FROM core_logs() l WHERE NOT EXISTS (SELECT FROM pg_attribute a
        WHERE a.attrelid = to_regclass(l.name) AND a.attname = 'written_xid')"""
    assert superuser(unmarked) == []
    unread = """SELECT c.relname FROM core_logs() l JOIN pg_class c ON c.oid = to_regclass(l.name)
        WHERE NOT has_table_privilege('kith_worker', c.oid, 'SELECT') OR c.relrowsecurity AND NOT EXISTS (
            SELECT FROM pg_policies p WHERE p.tablename = c.relname AND 'kith_worker' = ANY (p.roles))"""
    assert superuser(unread) == []


def test_a_long_open_writer_holds_up_its_own_rows_only(written: Person) -> None:
    with psycopg.connect(os.environ["KITH_OWNER_URL"], options="-c kith.migrating=on") as slow:
        slow.execute("UPDATE people_personname SET given = 'Slow'")
        first = seal_once()
        assert first >= 4
        other = make.person("Bo")
        change_a_name(other, "Bob")
        assert seal_once() == 1
        assert seal_once() == 0
        slow.commit()
    assert seal_once() == 1, "what committed late is sealed by the next link"
    assert verify().findings == []


def test_what_was_rolled_back_is_never_sealed(written: Person) -> None:
    with psycopg.connect(os.environ["KITH_OWNER_URL"], options="-c kith.migrating=on") as undone:
        undone.execute("UPDATE people_personname SET given = 'Never'")
        undone.rollback()
    seal_once()
    assert seal_once() == 0
    assert verify().findings == []


def test_rows_of_many_writers_at_once_are_each_sealed_once(written: Person, superuser: Superuser) -> None:
    def write(number: int) -> None:
        with psycopg.connect(os.environ["KITH_OWNER_URL"], options="-c kith.migrating=on") as writer:
            for turn in range(15):
                writer.execute("SAVEPOINT inner_one")
                writer.execute(
                    "UPDATE people_person SET sex = %s WHERE id = %s", ["MF"[turn % 2], people[number].id]
                )
                writer.execute("RELEASE inner_one")
                if turn % 3 == 2:
                    writer.commit()

    people = [make.person(f"P{number}") for number in range(4)]
    writers = [threading.Thread(target=write, args=[number]) for number in range(4)]
    for each in writers:
        each.start()
    while any(each.is_alive() for each in writers):
        seal_once()
    seal_once()
    unsealed = """SELECT count(*) FROM people_personevent e WHERE NOT EXISTS (
        SELECT FROM core_sealedrow s WHERE s."table" = 'people_personevent' AND s.row = e.pgh_id)"""
    assert superuser(unsealed) == [(0,)]
    assert verify().findings == []


def test_of_two_sealers_at_once_one_goes_home(written: Person) -> None:
    with psycopg.connect(os.environ["KITH_WORKER_URL"]) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [0x7365616C])
        assert seal_once() == 0
    assert seal_once() >= 4
    assert verify().clean


def test_a_sealer_killed_half_way_leaves_nothing_and_the_next_seals_all(
    written: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("kith.core.seal.sealing._keep", killed)
        with pytest.raises(KeyboardInterrupt):
            seal_once()
    assert seal_once() >= 4
    assert verify().clean


def test_a_head_that_could_not_be_anchored_is_anchored_next_time(
    written: Person, anchor: FileAnchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_once(places=[])
    assert verify().not_anchored == 1
    assert seal_once() == 0
    assert verify().not_anchored == 0
    assert anchor.last() is not None


def test_an_anchor_line_torn_by_a_power_cut_does_no_harm(written: Person, anchor: FileAnchor) -> None:
    seal_once()
    with anchor.path.open("ab") as file:
        file.write(b'{"number": 2, "cha')
    change_a_name(written, "Adele")
    seal_once()
    assert [head and head.number for head in anchor.heads(anchor.mark())] == [1, None, 2]
    assert verify().clean


def test_the_loop_seals_until_it_is_stopped(written: Person) -> None:
    stop = threading.Event()
    loop = threading.Thread(target=run_forever, args=[stop], kwargs={"every": 0.05})
    loop.start()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and verify().waiting:
        time.sleep(0.05)
    stop.set()
    loop.join(10)
    assert not loop.is_alive()
    report = verify()
    assert (report.waiting, report.clean, report.links > 0) == (0, True, True)


def test_nobody_has_to_ask_for_a_round_well_within_the_minute_that_is_promised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As the worker runs it, with no word of how often; even one round that fails leaves time for another."""
    waits: list[float] = []
    stop = threading.Event()

    def waited(seconds: float) -> bool:
        waits.append(seconds)
        stop.set()
        return True

    monkeypatch.setattr("kith.core.seal.forever.seal_once", lambda **_: 0)
    monkeypatch.setattr(stop, "wait", waited)
    run_forever(stop)
    assert len(waits) == 1
    assert 0 < waits[0] <= 60 / 3


def test_a_fault_that_passes_does_not_end_the_loop(written: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from kith.core.keys import KeysError

    calls: list[int] = []

    def seal(**_: object) -> int:
        calls.append(1)
        if len(calls) == 1:
            raise KeysError("There is no master key.")
        stop.set()
        return 0

    stop = threading.Event()
    monkeypatch.setattr("kith.core.seal.forever.seal_once", seal)
    run_forever(stop, every=0.01)
    assert len(calls) == 3


def test_a_column_added_later_changes_no_digest(written: Person, superuser: Superuser) -> None:
    seal_once()
    superuser("ALTER TABLE people_personnameevent ADD COLUMN added_later text DEFAULT 'x'")
    try:
        assert verify().findings == []
        change_a_name(written, "Adele")
        seal_once()
        assert verify().findings == []
    finally:
        superuser("ALTER TABLE people_personnameevent DROP COLUMN added_later")


def test_the_session_s_zone_and_style_change_no_digest(written: Person) -> None:
    seal_once()
    with connection.cursor() as cursor:
        cursor.execute(
            "SET timezone = 'Pacific/Auckland'; SET datestyle = 'German'; SET extra_float_digits = 0"
        )
    assert verify().findings == []


CHANGES = {"core_sealbatch": "rows = 0", "core_sealedrow": "row = 0", "core_destruction": "reason = ''"}


@pytest.mark.parametrize("table", CHANGES)
def test_the_app_cannot_read_the_chain_and_the_worker_cannot_change_it(worker: None, table: str) -> None:
    for statement in (f"UPDATE {table} SET {CHANGES[table]}", f"DELETE FROM {table}"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            as_sealer(statement)
    app = psycopg.connect(os.environ["DATABASE_URL"])
    with app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(f"SELECT count(*) FROM {table}".encode())


def as_sealer(statement: str) -> None:
    with acting(SEALER), connection.cursor() as cursor:
        cursor.execute(statement)
