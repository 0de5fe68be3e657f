"""What was believed at a moment is found again from the rows that stand and their history, whatever was edited."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.access.models import Account
from kith.care.models import Review
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.believed import check_reader, rows_of
from kith.people.models import Person
from tests.support import make

pytestmark = pytest.mark.database
Rows = list[tuple[UUID, UUID, date]]
COLUMNS = ("id", "person_id", "reviewed_on")


def at(who: Account, moment: datetime | None, person: UUID | None = None) -> Rows:
    """Reviews as the mechanism tells them to somebody, of everybody or of one person."""
    where = {"where": "= ANY (%(persons)s::uuid[])", "key": "person_id"} if person else {}
    sql = rows_of(Review, COLUMNS, believed=moment is not None, **where)
    with acting(make.actor(who)), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {sql} r ORDER BY id", {"believed": moment, "persons": [person]})
        return list(cursor.fetchall())


def now() -> datetime:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]  # type: ignore[no-any-return]


def stand(people: list[Person]) -> Rows:
    found = Review.objects.using(make.OWNER).filter(person__in=people).order_by("id")
    return list(found.values_list(*COLUMNS))


# One edit: what is done, to which of three rows, for which of two people, and on which day.
EDITS = st.tuples(
    st.sampled_from(["write", "correct", "move", "remove"]),
    st.integers(0, 2),
    st.integers(0, 1),
    st.integers(0, 40),
)


def edit(ids: list[UUID], people: list[Person], told: tuple[str, int, int, int]) -> None:
    """Do one edit where it can be done: rows that are not there are written, and ids may come back."""
    what, which, whose, days = told
    rows = Review.objects.using(make.OWNER)
    held = rows.filter(id=ids[which])
    day = date(2024, 1, 1) + timedelta(days=3 * days + which)
    if what == "remove":
        held.delete()
    elif not held.exists():
        rows.create(id=ids[which], person=people[whose], reviewed_on=day)
    elif what == "move":
        held.update(person=people[whose])
    else:
        held.update(reviewed_on=day)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), max_size=7))
def test_every_moment_is_found_again_as_a_naive_replay_remembers_it(
    transactions: list[list[tuple[str, int, int, int]]],
) -> None:
    people, ids = [make.person(), make.person()], [uuid4() for _ in range(3)]
    reader = make.account("social_worker")
    for person in people:
        make.involved(reader, person)
    remembered = [(now(), stand(people))]
    for edits in transactions:
        with transaction.atomic(using=make.OWNER):
            for each in edits:
                edit(ids, people, each)
        remembered.append((now(), stand(people)))
    for moment, rows in remembered:
        assert at(reader, moment) == rows
        for person in people:
            assert at(reader, moment, person.id) == [row for row in rows if row[1] == person.id]
    assert at(reader, None) == remembered[-1][1]


def test_the_past_is_shown_to_nobody_who_may_not_see_the_row() -> None:
    child = make.person()
    row = Review.objects.using(make.OWNER).create(person=child, reviewed_on=date(2024, 1, 5))
    before = now()
    Review.objects.using(make.OWNER).filter(id=row.id).update(reviewed_on=date(2024, 1, 9))
    worker, stranger = make.account("social_worker"), make.account("social_worker")
    make.involved(worker, child)
    assert at(worker, before) == [(row.id, child.id, date(2024, 1, 5))]
    assert at(stranger, before) == []


@pytest.mark.parametrize("role", ["parent", "young_person", "carer"])
def test_a_family_is_refused_the_past_as_it_was_believed(role: str) -> None:
    with acting(make.actor(make.account(role))):
        check_reader(None)
        with pytest.raises(NotPermittedError, match="staff only"):
            check_reader(now())


def test_a_model_without_history_is_refused_by_name() -> None:
    from kith.returns.models import LoadedFile

    refuse: Callable[..., Any] = rows_of
    with pytest.raises(TypeError, match="LoadedFile keeps no history"):
        refuse(LoadedFile, ("id",), believed=True)


def test_the_order_is_that_of_filing_where_the_later_change_began_first() -> None:
    child = make.person()
    row = Review.objects.using(make.OWNER).create(person=child, reviewed_on=date(2024, 1, 1))
    worker = make.account("social_worker")
    make.involved(worker, child)
    before = now()
    change = "UPDATE care_review SET reviewed_on = %s WHERE id = %s"
    owner, options = os.environ["KITH_OWNER_URL"], "-c kith.migrating=on"
    with psycopg.connect(owner, options=options) as first, psycopg.connect(owner, options=options) as second:
        first.execute("SELECT now()")
        second.execute(change, [date(2024, 1, 2), row.id])
        second.commit()
        first.execute(change, [date(2024, 1, 3), row.id])
        first.commit()
    assert at(worker, before) == [(row.id, child.id, date(2024, 1, 1))]
    assert at(worker, now()) == [(row.id, child.id, date(2024, 1, 3))]
