"""A filled record is the record that Kith's own triggers would have kept, and its pages can be read."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from django.test import Client

from kith.bench.counting import count
from kith.bench.filling.door import CHANGES, GOALS, STEPS
from kith.bench.filling.fill import fill
from kith.bench.filling.plan import EVENTS_A_PERSON, Size
from kith.bench.filling.words import COMMON
from kith.bench.mix import FAMILY_PAGES, LIMITS, Reader, alone
from kith.bench.sessions import sign_in, sign_in_families
from kith.bench.work import MOST_QUERIES
from kith.core.postgres.urls import with_database
from tests.conftest import SERVER
from tests.support.visit import words_of

pytestmark = pytest.mark.database
SIZE = Size(1000)


@pytest.fixture
def superuser() -> Iterator[str]:
    assert SERVER.urls is not None
    url = with_database(SERVER.urls.superuser, SERVER.database)
    fill(url, SIZE, lambda _: None)
    yield url
    with psycopg.connect(url) as connection:
        connection.execute("DROP SCHEMA bench CASCADE")


def rows(url: str, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(sql).fetchall()


GRANTS = (
    "SELECT actor, person, level, label_mask, during::text, came_from FROM access_grant ORDER BY 1, 2, 3, 4"
)
CARDS = "SELECT person, name, words, births, codes FROM people_searchname ORDER BY 1"
KEYS = "SELECT k.key, c.person FROM people_searchkey k JOIN people_searchname c USING (card) ORDER BY 1, 2"


def test_a_filled_record_has_its_people_events_and_common_names(superuser: str) -> None:
    assert rows(superuser, "SELECT count(*) FROM people_person") == [(SIZE.people,)]
    assert rows(superuser, "SELECT count(*) FROM story_event") == [(SIZE.events,)]
    names = rows(superuser, "SELECT family FROM people_personname WHERE preferred")
    common = sum(1 for (name,) in names if name in COMMON)
    assert 0.3 < common / len(names) < 0.6


def test_grants_of_a_filled_record_are_those_that_regranting_everybody_gives(superuser: str) -> None:
    before = rows(superuser, GRANTS)
    with psycopg.connect(superuser) as connection:
        connection.execute("SELECT access_regrant(array_agg(id)) FROM people_person")
    assert before
    assert rows(superuser, GRANTS) == before


def test_cards_of_find_are_those_that_the_triggers_would_have_kept(superuser: str) -> None:
    before = rows(superuser, CARDS), rows(superuser, KEYS)
    with psycopg.connect(superuser) as connection:
        connection.execute("SELECT people_reindex(array_agg(id)) FROM people_person")
    assert len(before[0]) == SIZE.people
    assert (rows(superuser, CARDS), rows(superuser, KEYS)) == before


def test_no_row_points_at_nothing_and_no_index_is_lost(superuser: str) -> None:
    with psycopg.connect(superuser) as connection:
        keys = connection.execute(
            "SELECT conrelid::regclass::text, a.attname, confrelid::regclass::text FROM pg_constraint k"
            " JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]"
            " WHERE k.contype = 'f' AND k.confrelid::regclass::text ~ '^(people|access|story|help)_'"
        ).fetchall()
        for table, column, other in keys:
            lost = f"SELECT count(*) FROM {table} t LEFT JOIN {other} o ON o.id = t.{column}"
            found = connection.execute(f"{lost} WHERE t.{column} IS NOT NULL AND o.id IS NULL").fetchall()
            assert found == [(0,)], f"{table}.{column}"
        indexes = connection.execute(
            "SELECT to_regclass('about_timeline'), to_regclass('name_one_preferred')"
        )
        assert None not in indexes.fetchall()[0]


def test_every_page_of_a_filled_record_answers_within_twenty_queries(superuser: str) -> None:
    workers, mothers = sign_in(superuser, 9), sign_in_families(superuser, 4)
    readers = [
        Reader(each["session"], tuple(each["people"]), family=each in mothers)
        for each in (*workers, *mothers)
    ]
    asked = [each for kind in LIMITS for each in alone(kind, readers, 4, 1)]
    for each in count(superuser, [(one.kind, one.path, one.session) for one in asked]):
        assert each["status"] == 200, each
        assert 0 < each["queries"] <= MOST_QUERIES, each
        assert each["blocks"] > 0, each


def test_no_family_page_goes_through_all_doors_to_find_one(superuser: str) -> None:
    """Whose door it is, is looked up. Other tables are small here, and may be read whole for that."""
    doors = len(rows(superuser, "SELECT 1 FROM access_dooraccess"))
    for reader in sign_in_families(superuser, 4):
        client = Client()
        client.cookies["sessionid"] = reader["session"]
        for path in FAMILY_PAGES.values():
            client.get(path)
            before = doors_read(superuser)
            assert client.get(path).status_code == 200
            # Some thirty questions, each of one door.
            assert 0 < doors_read(superuser) - before < 100 < doors, path


def doors_read(superuser: str) -> int:
    """Rows of doors, or entries of their indexes, that were read so far."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
    ((whole, by_index),) = rows(
        superuser,
        "SELECT t.seq_tup_read, (SELECT sum(i.idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid)::bigint"
        " FROM pg_stat_user_tables t WHERE t.relname = 'access_dooraccess'",
    )
    return int(whole) + int(by_index)


def test_a_mother_of_a_filled_record_reads_her_plan_her_worker_and_what_is_on_her_story(
    superuser: str,
) -> None:
    client = Client()
    client.cookies["sessionid"] = sign_in_families(superuser, 1)[0]["session"]
    words = {kind: words_of(client.get(path)) for kind, path in FAMILY_PAGES.items()}
    assert "Your worker" in words["my"]
    assert "Ring 01632 960001" in words["my"]
    assert words["my"].count("From us: ") == 3
    assert words["my plan"].count("This is late. We are sorry.") == 2
    assert words["my plan"].count("Answer this: ") == GOALS + CHANGES + STEPS
    assert words["my story"].count(", by A Worker") == EVENTS_A_PERSON


def test_a_size_that_cannot_be_filled_is_refused() -> None:
    with pytest.raises(ValueError, match="175"):
        Size(100)
    with pytest.raises(ValueError, match="in fives"):
        Size(1001)
