"""The first large load of a record: faster, and exactly as strict."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from kith.returns.load.tables import ALL
from tests.returns.load.making import EPISODES, HEADER, REVIEWS, counts, episode, header, reasons, text
from tests.support import make

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Write = Callable[..., Path]
Rows = Callable[..., list[tuple[Any, ...]]]

CATALOGUE = """
SELECT i.indrelid::regclass::text, pg_get_indexdef(i.indexrelid), i.indisvalid FROM pg_index i
  JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
UNION ALL SELECT c.conrelid::regclass::text, c.conname || ' ' || pg_get_constraintdef(c.oid), c.convalidated
  FROM pg_constraint c WHERE c.connamespace = 'public'::regnamespace ORDER BY 1, 2"""


def catalogue() -> list[tuple[Any, ...]]:
    with psycopg.connect(os.environ["KITH_OWNER_URL"]) as owner:
        return owner.execute(CATALOGUE).fetchall()


@contextmanager
def as_loader() -> Iterator[Any]:
    """A cursor of the loader's, in one transaction."""
    from django.db import connection, transaction

    from kith.core.acting import acting
    from kith.returns.load import loader

    with acting(loader()), transaction.atomic(), connection.cursor() as cursor:
        yield cursor


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any load is large."""
    monkeypatch.setattr("kith.returns.load.first.LARGE", 1)


def a_return(write: Write) -> Path:
    return write(
        "2022-23",
        header=text(HEADER, header("1"), header("2", "30/02/2010"), header("3")),
        episodes=text(
            EPISODES,
            episode("1", "01/06/2022", "10/08/2022"),
            episode("1", "10/08/2022"),
            episode("1", "20/08/2022", "30/08/2022"),
            episode("3", "01/07/2022"),
        ),
        reviews=text(REVIEWS, "1,05/05/2010,20/06/2022,PN1", "3,05/05/2010,20/07/2022,PN1"),
    )


def laid_aside() -> bool:
    with as_loader() as cursor:
        cursor.execute("SELECT returns_lay_aside()")
        found = bool(cursor.fetchone()[0])
        cursor.execute("SELECT returns_lay_on()")
    return found


@pytest.mark.usefixtures("at_once")
def test_every_index_and_key_stands_afterwards_as_it_did_before(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    before = catalogue()
    report = load([a_return(write)])
    assert counts(report)["new"] == 7
    assert catalogue() == before
    assert rows("SELECT count(*) FROM care_episode") == [(3,)]


def test_the_record_is_the_same_either_way(write: Write, rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    from kith.returns.load import load

    folder = a_return(write)
    monkeypatch.setattr("kith.returns.load.first.LARGE", 1)
    first = load([folder])
    monkeypatch.undo()
    again = load([folder])
    assert counts(again)["unchanged"] == counts(first)["new"]
    assert counts(again)["new"] == counts(again)["changed"] == 0
    assert reasons(again) != []
    assert rows("SELECT count(*) FROM returns_stagedrow WHERE settled_at IS NULL") == [(2,)]


@pytest.mark.usefixtures("at_once")
def test_a_load_that_fails_leaves_every_index_and_key_and_no_row(
    write: Write, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kith.returns.load import load

    before = catalogue()

    def fails(*_: object) -> None:
        raise RuntimeError("halfway")

    monkeypatch.setattr("kith.returns.load.story.tell", fails)
    with pytest.raises(RuntimeError):
        load([a_return(write)])
    assert catalogue() == before
    assert rows("SELECT count(*) FROM people_person") == [(0,)]


def test_what_is_laid_aside_and_not_laid_on_cannot_be_committed() -> None:
    from django.db import Error

    before = catalogue()
    with pytest.raises(Error, match="not laid on again"):
        in_one_go("SELECT returns_lay_aside()")
    assert catalogue() == before


def in_one_go(*statements: str) -> None:
    with as_loader() as cursor:
        for statement in statements:
            cursor.execute(statement)


def insert(person: UUID) -> str:
    return INSERT.format(person=person)


INSERT = (
    "INSERT INTO care_episode (id, recorded_at, recorded_by, source, person_id, started_on, during,"
    " reason_new_episode, legal_status, need, placement_type, provider, reason_ceased, reason_place_change,"
    " reported_year) VALUES (gen_random_uuid(), now(), kith_actor(), 'ssda903', '{person}', '2022-06-01',"
    " daterange('2022-06-01', NULL), 'S', 'C2', 'N1', 'U4', 'PR1', '', '', '2022-23')"
)


def test_a_fact_of_nobody_is_refused_when_the_keys_are_laid_on() -> None:
    from django.db import IntegrityError

    with pytest.raises(IntegrityError, match="foreign key"):
        in_one_go("SELECT returns_lay_aside()", insert(uuid4()), "SELECT returns_lay_on()")


def test_two_homes_for_one_night_are_refused_when_the_exclusion_is_laid_on() -> None:
    from django.db import IntegrityError

    child = make.person("Ada", "Example")
    twice = (insert(child.id), insert(child.id))
    with pytest.raises(IntegrityError, match="episode_one_a_night"):
        in_one_go("SELECT returns_lay_aside()", *twice, "SELECT returns_lay_on()")


def test_a_record_that_has_begun_is_loaded_with_its_indexes_on() -> None:
    assert laid_aside()
    child = make.person("Ada", "Example")
    assert laid_aside()
    in_one_go(insert(child.id))
    assert not laid_aside()


@pytest.mark.usefixtures("at_once")
def test_nobody_who_is_at_work_is_waited_for_or_shut_out(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    with psycopg.connect(os.environ["DATABASE_URL"]) as other:
        other.execute("SELECT count(*) FROM care_review")
        assert counts(load([a_return(write)]))["new"] == 7
    assert rows("SELECT count(*) FROM care_review") == [(2,)]


def test_the_app_s_login_can_lay_nothing_aside() -> None:
    with (
        psycopg.connect(os.environ["DATABASE_URL"]) as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        app.execute("SELECT returns_lay_aside()")
    with (
        psycopg.connect(os.environ["KITH_WORKER_URL"]) as worker,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        worker.execute("DELETE FROM returns_laidaside")


def test_what_is_laid_aside_is_what_a_first_return_fills() -> None:
    from importlib import import_module

    listed = set(import_module("kith.returns.migrations.0020_first_load").TABLES)
    filled = {fact.target for fact in ALL if fact.kind == "ssda903" and not fact.about_person}
    filled |= {fact.beside.target for fact in ALL if fact.beside}
    assert listed == filled | {"people_identifier", "returns_childinreturn", "story_about"}


def test_people_and_events_keep_only_what_others_point_at() -> None:
    pointed_at = ("people_person", "story_event")
    with as_loader() as cursor:
        cursor.execute("SELECT returns_lay_aside()")
        cursor.execute("SELECT tablename FROM pg_indexes WHERE tablename = ANY (%s)", [list(pointed_at)])
        left = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT returns_lay_on()")
    assert sorted(left) == sorted(pointed_at)


def test_a_load_that_lays_nothing_aside_keeps_no_lock() -> None:
    child = make.person("Ada", "Example")
    in_one_go(insert(child.id))
    with as_loader() as cursor:
        cursor.execute("SELECT returns_lay_aside()")
        assert not cursor.fetchone()[0]
        with psycopg.connect(os.environ["DATABASE_URL"]) as other:
            other.execute("SET lock_timeout = '1s'")
            other.execute("SELECT count(*) FROM people_person")
