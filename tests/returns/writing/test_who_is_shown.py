"""Restricted records, protected homes, linked records: what a returns officer is given, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from psycopg.types.range import TimestamptzRange

from tests.returns.load.making import EPISODES, HEADER, REVIEWS, episode, header, text
from tests.returns.writing.making import YEAR, plain
from tests.support import make

pytestmark = pytest.mark.database
Take = Callable[..., Any]
Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def two(write: Callable[..., Path]) -> Path:
    return write(
        YEAR,
        header=text(HEADER, header("1"), header("2", upn="A123456789012")),
        episodes=text(EPISODES, episode("1", "01/05/2026"), episode("2", "01/06/2026")),
        reviews=text(REVIEWS, "1,05/05/2010,20/06/2026,PN1", "2,05/05/2010,20/06/2026,PN1"),
    )


def person(rows: Rows, local: str) -> Any:
    ((found,),) = rows("SELECT person_id FROM people_identifier WHERE scheme = 'local' AND value = %s", local)
    return found


def restrict(who: Any) -> Any:
    from kith.access.models import Restriction

    return Restriction.objects.using(make.OWNER).create(
        person_id=who,
        kind="restricted",
        reason="a colleague's child",
        check_with="the duty manager",
        during=make.always(),
    )


def link(who: Any, to: Any) -> None:
    from kith.people.models import PersonIdentity

    PersonIdentity.objects.using(make.OWNER).create(
        person_id=who,
        canonical_id=to,
        during=TimestamptzRange(datetime(2026, 1, 1, tzinfo=UTC), None),
        reason="one child",
    )


def test_a_restricted_record_is_left_out_and_counted(two: Path, taken: Take, rows: Rows) -> None:
    taken("ssda903", YEAR, two)
    restrict(person(rows, "1"))
    found = taken("ssda903", YEAR)
    for table in ("Header", "Episodes", "Reviews"):
        assert plain(found.frames[table], "CHILD") == [("2",)]
    (remark,) = found.remarks
    assert (remark.what, remark.count) == ("restricted", 1)
    assert "1 child and 2 rows of theirs are left out" in remark.says


def test_it_is_written_for_an_officer_whom_the_restriction_names_but_not_where_home_is(
    two: Path, taken: Take, rows: Rows, officer: Any
) -> None:
    from kith.access.models import RestrictionAllows

    taken("ssda903", YEAR, two)
    restriction = restrict(person(rows, "1"))
    RestrictionAllows.objects.using(make.OWNER).create(restriction=restriction, account_id=officer.id)
    found = taken("ssda903", YEAR)
    assert plain(found.frames["Episodes"], "CHILD", "HOME_POST", "PL_POST", "URN") == [
        ("1", None, None, None),
        ("2", "AB1 2CD", "EF3 4GH", "1234567"),
    ]
    assert [remark.what for remark in found.remarks] == ["kept_safe"]


def test_a_protected_home_keeps_its_postcodes_and_that_is_counted(two: Path, taken: Take, rows: Rows) -> None:
    from kith.people.models import Address

    taken("ssda903", YEAR, two)
    Address.objects.using(make.OWNER).create(
        person_id=person(rows, "2"), protected=True, during=make.always()
    )
    found = taken("ssda903", YEAR)
    assert plain(found.frames["Episodes"], "CHILD", "PL_POST", "URN") == [
        ("1", "EF3 4GH", "1234567"),
        ("2", None, None),
    ]
    (remark,) = found.remarks
    assert (remark.what, remark.count) == ("kept_safe", 1)


def test_linked_records_are_one_child_and_the_stricter_of_them_holds(
    two: Path, taken: Take, rows: Rows
) -> None:
    taken("ssda903", YEAR, two)
    one, other = person(rows, "1"), person(rows, "2")
    link(one, other)
    found = taken("ssda903", YEAR)
    assert plain(found.frames["Header"], "CHILD", "UPN") == [("2", "A123456789012")]
    assert plain(found.frames["Episodes"], "CHILD", "DECOM") == [("2", "01/05/2026"), ("2", "01/06/2026")]
    # Both say the same of that day, so it is said once.
    assert plain(found.frames["Reviews"], "CHILD", "REVIEW") == [("2", "20/06/2026")]
    assert found.people.to_pylist() == [str(other)]
    restrict(one)
    assert taken("ssda903", YEAR).people.to_pylist() == []


def test_a_child_without_the_councils_own_id_is_not_lost(taken: Take, as_worker: None) -> None:
    from kith.help.models import Referral

    child = make.person()
    Referral.objects.using(make.OWNER).create(person=child, referred_on="2026-05-01")
    first, again = taken("cin", YEAR), taken("cin", YEAR)
    ((number,),) = plain(first.frames["ChildIdentifiers"], "LAchildID")
    assert number is not None
    assert number.startswith("K")
    assert len(number) == 20
    assert plain(again.frames["CINdetails"], "LAchildID") == [(number,)]
    assert [remark.what for remark in first.remarks] == ["no_local_id"]


def test_what_names_no_referral_is_counted(taken: Take, as_worker: None) -> None:
    from kith.protection.models import Section47

    Section47.objects.using(make.OWNER).create(person=make.person(), started_on="2026-05-01")
    found = taken("cin", YEAR)
    assert [(remark.what, remark.count) for remark in found.remarks] == [("no_referral", 1)]
    assert len(found.frames["Section47"]) == 0


def test_nobody_is_read_by_the_apps_own_login(two: Path, taken: Take, officer: Any) -> None:
    """A role alone opens no record: the officer's page could not do what the command does."""
    from django.db import connections

    from kith.core.acting import acting

    taken("ssda903", YEAR, two)
    import os

    from kith.config.databases import parse

    settings = {**connections.settings["default"], **parse(os.environ["DATABASE_URL"]), "OPTIONS": {}}
    connections.settings["app"] = settings
    try:
        with acting(officer, using="app"), connections["app"].cursor() as cursor:
            cursor.execute("SELECT count(*) FROM care_episode")
            assert cursor.fetchone() == (0,)
    finally:
        connections["app"].close()
        del connections["app"]
        del connections.settings["app"]


@pytest.mark.parametrize("kind", ["ssda903", "cin"])
def test_the_number_of_queries_is_that_of_the_tables_not_of_the_children(
    kind: str, write: Callable[..., Path], taken: Take, officer: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kith.help.models import Referral

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            taken(kind, YEAR)
        return len(captured)

    before = asked()
    children = [str(at) for at in range(30)]
    taken(
        kind,
        YEAR,
        write(
            YEAR,
            header=text(HEADER, *(header(child) for child in children)),
            episodes=text(EPISODES, *(episode(child, "01/05/2026") for child in children)),
        ),
    )
    for _ in children:
        Referral.objects.using(make.OWNER).create(person=make.person(), referred_on="2026-05-01")
    assert asked() == before
