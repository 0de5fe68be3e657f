"""Several reads in one round trip, with each value as the type of its field."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core.acting import acting
from kith.core.together import together
from kith.people.models import Person, PersonName
from tests.support import make

pytestmark = pytest.mark.database


def test_it_gives_what_the_query_sets_give_in_one_statement() -> None:
    child, lead = make.person("Ada", "Ó'Brien"), make.account("lead")
    make.involved(lead, child)
    persons = Person.objects.values_list("id", "born_on", "recorded_at", "died_on").order_by("id")
    names = PersonName.objects.values_list("given", "family", "preferred", "during__startswith").order_by(
        "id"
    )
    with acting(make.actor(lead)):
        with CaptureQueriesContext(connection) as asked:
            found = together(persons=persons, names=names)
        assert len(asked) == 1
        assert found == {"persons": list(persons), "names": list(names)}
    assert found["persons"][0][1] == date(2015, 5, 1)


def test_it_sees_no_more_than_the_actor() -> None:
    make.person()
    with acting(make.actor(make.account("lead"))):
        assert together(persons=Person.objects.values_list("id")) == {"persons": []}


def test_a_read_that_can_find_nothing_is_not_asked() -> None:
    with acting(make.actor(make.account("lead"))), CaptureQueriesContext(connection) as asked:
        assert together(persons=Person.objects.filter(id__in=[]).values_list("id")) == {"persons": []}
    assert not any("people_person" in query["sql"] for query in asked)


def test_whole_objects_are_refused() -> None:
    with pytest.raises(TypeError, match="values_list"):
        together(persons=Person.objects.all())
