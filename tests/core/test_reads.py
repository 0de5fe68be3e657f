"""Several reads in one prepared statement, with each value as the type of its field."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.models.expressions import RawSQL
from django.test.utils import CaptureQueriesContext

from kith.access.models import Grant
from kith.core.acting import acting
from kith.core.reads import ACCOUNT, AS_IT_IS, AT, DAY, ID, IDS, TODAY, Called, Reads
from kith.people.models import Person, PersonName
from tests.support import make

pytestmark = pytest.mark.database

PERSONS = ("id", "born_on", "recorded_at", "died_on")
NAMES = ("given", "family", "preferred", "during__startswith")


def persons() -> Reads:
    return Reads(persons=lambda: Person.objects.filter(id__among=IDS).values_list(*PERSONS))


def test_it_gives_what_the_query_sets_give_in_one_statement() -> None:
    child, lead = make.person("Ada", "Ó'Brien"), make.account("lead")
    make.involved(lead, child)
    reads = Reads(
        persons=lambda: Person.objects.filter(id__among=IDS).values_list(*PERSONS),
        names=lambda: PersonName.objects.filter(person_id__among=IDS, during__contains=TODAY).values_list(
            *NAMES
        ),
    )
    with acting(make.actor(lead)):
        with CaptureQueriesContext(connection) as asked:
            found = reads.run(ids=(child.id,), today=date(2026, 11, 26))
        assert len(asked) == 1
        assert found == {
            "persons": list(Person.objects.filter(id=child.id).values_list(*PERSONS)),
            "names": list(PersonName.objects.filter(person=child).values_list(*NAMES)),
        }
    assert found["persons"][0][1] == date(2015, 5, 1)


def test_the_plan_that_is_kept_sees_what_each_reader_may_and_no_more() -> None:
    one, other = make.person("Ada"), make.person("Bo")
    first, second = make.account("lead"), make.account("social_worker")
    make.involved(first, one)
    make.involved(second, other)
    reads = persons()
    for _again in range(8):  # PostgreSQL plans a statement anew a few times before it keeps a plan
        for reader, theirs in ((first, one), (second, other)):
            with acting(make.actor(reader)):
                found = reads.run(ids=[one.id, other.id])
            assert [row[0] for row in found["persons"]] == [theirs.id]
        with acting(None):
            assert reads.run(ids=[one.id, other.id])["persons"] == []


def test_the_plan_is_kept() -> None:
    with acting(make.actor(make.account("lead"))), connection.cursor() as cursor:
        reads = persons()
        for _again in range(8):
            reads.run(ids=[])
        cursor.execute(
            "SELECT sum(generic_plans) FROM pg_prepared_statements WHERE statement LIKE '%people_person%'"
        )
        assert cursor.fetchone()[0] >= 6


def test_django_is_told_what_ran_when_the_plan_was_kept_too() -> None:
    reads = persons()
    with acting(make.actor(make.account("lead"))), CaptureQueriesContext(connection) as asked:
        for _again in range(4):
            reads.run(ids=[])
    assert all("people_person" in each["sql"] for each in asked)


def test_a_value_that_is_not_given_is_named() -> None:
    with acting(None), pytest.raises(KeyError, match="ids"):
        persons().run()


def test_a_read_that_can_find_nothing_is_not_asked() -> None:
    reads = Reads(persons=lambda: Person.objects.filter(id__in=[]).values_list("id"))
    with acting(make.actor(make.account("lead"))), CaptureQueriesContext(connection) as asked:
        assert reads.run() == {"persons": []}
    assert not any("people_person" in query["sql"] for query in asked)


def test_whole_objects_and_ranges_of_moments_are_refused() -> None:
    with acting(None), pytest.raises(TypeError, match="values_list"):
        Reads(persons=Person.objects.all).run()
    with acting(None), pytest.raises(TypeError, match="ends of the range"):
        Reads(grants=lambda: Grant.objects.values_list("during")).run()


def test_what_a_function_answers_is_read_beside_the_rest_each_value_as_its_field_says() -> None:
    child = make.person("Ada")
    lead = make.account("lead")
    make.involved(lead, child)
    reads = Reads(
        persons=lambda: Person.objects.filter(id__among=RawSQL("ARRAY[%s::uuid]", [child.id])).values_list(
            "id"
        ),
        days=lambda: Called(
            "SELECT %s::uuid, date '2026-11-27' + n, timestamptz '2026-11-27 10:00Z', n = 1, NULL::date"
            " FROM generate_series(0, 1) n ORDER BY n DESC",
            (ID, DAY, AT, AS_IT_IS, DAY),
            (ACCOUNT,),
        ),
    )
    with acting(make.actor(lead)), CaptureQueriesContext(connection) as asked:
        found = reads.run(account=lead.id)
    assert len(asked) == 1
    at = datetime(2026, 11, 27, 10, tzinfo=UTC)
    assert found == {
        "persons": [(child.id,)],
        "days": [
            (lead.id, date(2026, 11, 28), at, True, None),
            (lead.id, date(2026, 11, 27), at, False, None),
        ],
    }
