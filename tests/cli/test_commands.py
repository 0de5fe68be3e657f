"""The `kith` command: what it prints where, how it ends, and that no traceback ever reaches a person."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connections
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.people.models import Person, PersonIdentity
from tests.support import make


def kith(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kith.cli.main", *words],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("person", "not-an-id"), "is not a person's id"),
        (("person", str(uuid4()), "--format", "yaml"), "--format is json"),
        (("duties", "--as-at", "31/12/2026"), "must be a date such as 2026-09-01"),
        (("duties", "--believed", "yesterday"), "must be a date such as 2026-09-01"),
        (("duties", "--person", "x"), "must be a person's id"),
        (("load", "/nowhere/at/all"), "There is nothing at /nowhere/at/all"),
        (("load", ".", "--format", "xml"), "--format is text or json"),
        (("roles",), "needs --sql"),
        (("nonsense",), "No such command"),
        (("law", "waiting", "--room", "nosuch"), "There is no room nosuch: --room is one of access, bonds,"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(words: tuple[str, ...], says: str) -> None:
    done = kith(*words)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert done.stdout == ""


@pytest.mark.parametrize("day", ["2026-09-01", "20260901", "2026-W36-2"])
def test_a_date_in_any_form_is_believed_to_its_end_in_england(day: str) -> None:
    from kith.cli.commands.duties import _moment

    assert str(_moment(day)) == "2026-09-01 23:59:59.999999+01:00"
    assert str(_moment("2026-09-01T10:00")) == "2026-09-01 10:00:00+01:00"


def test_the_bench_takes_no_fewer_children_than_it_multiplies() -> None:
    done = kith("bench", "--only", "duties", "--known", "1999")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2000" in done.stderr


@pytest.mark.parametrize("words", [(), ("law",)])
def test_without_a_command_the_commands_are_listed_and_one_is_asked_for(words: tuple[str, ...]) -> None:
    done = kith(*words)
    assert done.returncode == 2
    assert "Commands" in done.stdout
    assert done.stderr == "kith: Name one of the commands that are listed above.\n"


def test_roles_prints_sql_alone() -> None:
    done = kith("roles", "--sql", "--database", "council")
    assert done.returncode == 0
    assert "CREATE ROLE kith_app LOGIN" in done.stdout
    assert "PASSWORD '" not in done.stdout


@pytest.mark.database
def test_person_is_json_for_those_who_may_and_nothing_for_those_who_may_not() -> None:
    child = make.person("Ada", "Example")
    make.account("director", login="director@kithshire.example")
    make.account("analyst", login="analyst@kithshire.example")
    done = kith("person", str(child.id), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["person"]["name"] == "Ada Example"
    refused = kith("person", str(child.id), "--as", "analyst@kithshire.example", "--reason", "trying")
    assert refused.returncode == 2
    assert refused.stderr == (
        "kith: The account analyst@kithshire.example may not open a record without an involvement, giving a reason:"
        " its role is analyst. Name another with --as.\n"
    )
    nobody = kith("person", str(uuid4()))
    assert (nobody.returncode, nobody.stdout) == (2, "")


@pytest.mark.database
@pytest.mark.parametrize("days", [{"from_on": timedelta(1)}, {"until_on": timedelta(-1)}])
def test_an_account_outside_its_dates_opens_nothing_by_command(days: dict[str, timedelta]) -> None:
    child, today = make.person(), timezone.localdate()
    for spared in (False, True):
        login = f"director-{spared}@kithshire.example"
        make.account(
            "director", login=login, **{name: today if spared else today + by for name, by in days.items()}
        )
        done = kith("person", str(child.id), "--as", login, "--reason", "asked")
        assert (done.returncode, "that may sign in" in done.stderr) == ((0, False) if spared else (2, True))


@pytest.mark.database
def test_a_restricted_record_is_answered_as_nobody() -> None:
    child = make.person()
    make.account("director", login="director@kithshire.example")
    make.restricted(child)
    hidden, nobody = kith("person", str(child.id)), kith("person", str(uuid4()))
    assert hidden.returncode == nobody.returncode == 2
    assert hidden.stderr == nobody.stderr


@pytest.mark.database
def test_duties_of_nobody_are_an_empty_list_and_an_unknown_duty_is_named() -> None:
    make.person()
    make.account("director", login="director@kithshire.example")
    done = kith("duties", "--format", "json", "--as-at", "2026-01-01")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
    unknown = kith("duties", "--duty", "XX-99")
    assert unknown.returncode == 2
    assert "The register holds no duty called XX-99" in unknown.stderr


def referred(child: Person) -> None:
    """A referral of 2 September 2024 in a record that is kept live."""
    from kith.help.models import Referral
    from kith.returns.models import LoadedFile

    Referral.objects.using(make.OWNER).create(person=child, referred_on=date(2024, 9, 2))
    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")


@pytest.mark.database
def test_duties_are_a_json_list_of_the_contracts_shape_and_each_look_is_logged() -> None:
    child = make.person()
    referred(child)
    director = make.account("director", login="director@kithshire.example")
    done = kith("duties", "--format", "json", "--as-at", "2024-12-01", "--reason", "checking")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [
        {
            "duty": "AS-01",
            "person": str(child.id),
            "name": "Child and family assessment finished",
            "starts": "2024-09-02",
            "due": "2024-11-04",
            "met": None,
            "state": "late",
            "force": "required",
            "source": "Working Together to Safeguard Children, chapter 3 (timeliness)",
            "excuse": None,
        }
    ]
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT actor, person, page, reason FROM access_look")
        assert cursor.fetchall() == [(director.id, child.id, "duties", "checking")]
    text = kith("duties", "--as-at", "2024-12-01", "--duty", "AS-01", "--person", str(child.id))
    assert text.stdout == f"late     2024-11-04  AS-01  {child.id}  Child and family assessment finished\n"


@pytest.mark.database
def test_duties_of_a_restricted_record_are_answered_as_nobodys() -> None:
    child = make.person()
    referred(child)
    make.account("director", login="director@kithshire.example")
    make.restricted(child)
    for words in ((), ("--person", str(child.id))):
        done = kith("duties", "--format", "json", *words)
        assert (done.returncode, done.stderr, json.loads(done.stdout)) == (0, "", [])


def linked(one: Person, kept: Person, *, since: datetime, until: datetime | None = None) -> None:
    """`one` was found to be `kept`, and perhaps to be somebody else after all."""
    PersonIdentity.objects.using(make.OWNER).create(
        person=one, canonical=kept, during=TimestamptzRange(since, until, "[)"), reason="Same child."
    )


@pytest.mark.database
@pytest.mark.parametrize("undone", [False, True])
def test_duties_of_a_restricted_record_are_nobodys_under_a_linked_id_and_as_before_or_during_the_link(
    undone: bool,
) -> None:
    one, kept = make.person(), make.person()
    referred(one)
    referred(kept)
    make.account("director", login="director@kithshire.example")
    before = timezone.now()
    linked(one, kept, since=timezone.now())
    during = timezone.now()
    if undone:
        row = PersonIdentity.objects.using(make.OWNER).get()
        row.during = TimestamptzRange(row.during.lower, timezone.now(), "[)")
        row.save(using=make.OWNER)
    make.restricted(kept)
    asked = [("--believed", during.isoformat(), "--person", str(one.id)), ("--believed", during.isoformat())]
    if not undone:
        asked += [(), ("--person", str(one.id)), ("--believed", before.isoformat())]
    for words in asked:
        done = kith("duties", "--format", "json", *words)
        assert (done.returncode, done.stderr, json.loads(done.stdout)) == (0, "", []), words
    if undone:
        told = json.loads(kith("duties", "--format", "json").stdout)
        assert {each["person"] for each in told} == {str(one.id)}


def test_a_database_without_tables_is_told_as_that() -> None:
    from django.db import ProgrammingError
    from psycopg.errors import UndefinedTable

    from kith.cli.errors import plain_line

    error = ProgrammingError('relation "access_account" does not exist')
    error.__cause__ = UndefinedTable()
    assert plain_line(error) == (
        "This database holds no record of Kith's yet. Start it once with make run, then try again."
    )
