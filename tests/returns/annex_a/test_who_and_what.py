"""Who may write Annex A, what is logged of it, who is not in it, and what the file may do."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from kith.help.models import Assessment, Referral
from tests.returns.annex_a.asking import kith, parts, sheets
from tests.returns.annex_a.one_record import AS_AT, SIX, child, episode, home_of, written
from tests.support import make

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
DAY = ("--as-at", str(AS_AT))


def of_owner(sql: str) -> list[tuple[object, ...]]:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


@pytest.mark.parametrize("role", ["analyst", "social_worker", "director", "admin", "parent"])
def test_nobody_but_a_returns_officer_may(role: str, tmp_path: Path) -> None:
    make.account(role, login="asks@kithshire.example")
    ran = kith("annex-a", "--out", str(tmp_path / "out"), "--as", "asks@kithshire.example", "--reason", "x")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "may not read identified return rows and write returns" in ran.err
    assert not (tmp_path / "out").exists()


def test_each_look_and_the_export_are_logged_with_the_reason(tmp_path: Path) -> None:
    ada, _nobody = child("K1"), child("K2")
    written(Referral, person=ada, referred_on=SIX)
    officer = make.account("returns", login="r@kithshire.example")
    asks = ("--as", "r@kithshire.example", "--reason", "inspection")
    ran = kith("annex-a", "--out", str(tmp_path), *DAY, *asks)
    assert ran.status == 0, ran.err
    assert of_owner("SELECT actor, role, person, page, reason FROM access_look") == [
        (officer.id, "returns", ada.id, "annex-a", "inspection")
    ]
    assert of_owner("SELECT action, actor, summary ->> 'people' FROM core_auditentry") == [
        ("returns.take_out", officer.id, "1")
    ]


def test_the_restricted_and_whoever_is_linked_with_them_are_left_out_and_counted(tmp_path: Path) -> None:
    from django.utils import timezone
    from psycopg.types.range import TimestamptzRange

    from kith.people.models import PersonIdentity

    open_, held, linked = child("K1"), child("K2"), child("K3")
    for who in (open_, held, linked):
        written(Referral, person=who, referred_on=SIX)
        written(Assessment, person=who, started_on=SIX)
    written(
        PersonIdentity, person=held, canonical=linked, during=TimestamptzRange(timezone.now(), None, "[)")
    )
    make.restricted(held, kind="sealed")
    make.account("returns", login="returns@kithshire.example")
    ran = kith("annex-a", "--out", str(tmp_path), *DAY)
    assert [row["Child Unique ID"] for row in sheets(tmp_path / f"annex-a-{AS_AT}.xlsx")[2]] == ["K1"]
    assert (
        ran.err.count("Left out: 1 whose records are restricted, sealed or relocated.") == 3
    )  # lists 3, 4 and 6
    assert of_owner("SELECT person FROM access_look") == [(open_.id,)]


def test_where_a_home_is_kept_safe_nothing_tells_where_it_is(tmp_path: Path) -> None:
    ada = child("K1")
    home_of(episode(ada, SIX), "EF3 4GH")
    make.home(ada, protected=True)
    make.account("returns", login="returns@kithshire.example")
    ran = kith("annex-a", "--out", str(tmp_path), *DAY)
    file = tmp_path / f"annex-a-{AS_AT}.xlsx"
    (row,) = sheets(file)[7]
    assert not {"Placement postcode", "URN of Placement"} & set(row)
    assert "EF3 4GH" not in "".join(parts(file).values())
    assert "Where they are is left out everywhere: 1 whose home is kept safe." in ran.err


def test_nothing_that_is_written_becomes_a_formula(tmp_path: Path) -> None:
    evil = ("=1+1", "+cmd", "-2", "@SUM(A1)", "https://nowhere.example/x")
    for local in evil:
        written(Referral, person=child(local), referred_on=SIX)
    make.account("returns", login="returns@kithshire.example")
    kith("annex-a", "--out", str(tmp_path), *DAY)
    file = tmp_path / f"annex-a-{AS_AT}.xlsx"
    assert {row["Child Unique ID"] for row in sheets(file)[2]} == set(evil)
    inside = parts(file)
    assert not any("<f>" in text or "<hyperlink" in text for text in inside.values())
    assert 'quotePrefix="1"' in inside["xl/styles.xml"]


def test_the_file_is_its_owners_alone_takes_the_place_of_an_earlier_one_and_leaves_nothing_beside(
    tmp_path: Path,
) -> None:
    make.account("returns", login="returns@kithshire.example")
    file = tmp_path / f"annex-a-{AS_AT}.xlsx"
    file.write_text("earlier")
    assert kith("annex-a", "--out", str(tmp_path), *DAY).status == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]
    assert len(sheets(file)) == 11


def test_a_file_that_could_not_be_logged_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(Referral, person=child("K1"), referred_on=SIX)
    make.account("returns", login="returns@kithshire.example")

    def refuses(*_args: object) -> None:
        raise OSError("no log")

    monkeypatch.setattr("kith.cli.purpose.log_looks", refuses)
    assert kith("annex-a", "--out", str(tmp_path), *DAY).status == 2
    assert list(tmp_path.iterdir()) == []
    assert of_owner("SELECT * FROM core_auditentry") == []


def test_columns_that_no_room_records_are_blank_and_named(tmp_path: Path) -> None:
    make.account("returns", login="returns@kithshire.example")
    err = kith("annex-a", "--out", str(tmp_path), *DAY).err
    assert "Contacts: 0 rows.\nEarly help: 0 rows.\nReferrals: 0 rows.\n" in err
    assert "Assessments: 0 rows.\n  Not recorded yet: Child Seen During Continuous Assessment;" in err


@pytest.mark.parametrize("children", [1, 20])
def test_each_list_is_one_query_however_many_are_in_it(children: int, tmp_path: Path) -> None:
    for number in range(children):
        written(Referral, person=child(f"K{number}"), referred_on=SIX)
    make.account("returns", login="returns@kithshire.example")
    with CaptureQueriesContext(connection) as asked:
        kith("annex-a", "--out", str(tmp_path), *DAY)
    record = [each["sql"] for each in asked.captured_queries if "people_personidentity" in each["sql"]]
    assert len(record) == 10 + 2, "ten lists of which something is recorded, and two counts"
    assert len(asked) == 33, "and who asks, the transactions of reading and of logging, the cursors' ends"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--as-at", "30/09/2026"), "--as-at must be a date such as 2026-09-01"),
        (("--as-at", "2099-09-30"), "--as-at 2099-09-30 has not come"),
        (("--as", "nobody@kithshire.example"), "There is no account nobody@kithshire.example"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    ran = kith("annex-a", "--out", str(tmp_path), *words)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert says in ran.err
