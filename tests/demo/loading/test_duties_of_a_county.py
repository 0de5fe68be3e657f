"""The duties of the whole demo at once are those of its people one by one, also as they were believed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from tests.demo.loading.conftest import TODAY

pytestmark = pytest.mark.database
Make = Callable[..., dict[str, int]]
AsWorker = Callable[[], AbstractContextManager[None]]
EDITS = (
    "UPDATE care_review SET reviewed_on = reviewed_on + 90 WHERE id IN (SELECT id FROM care_review ORDER BY id LIMIT 60)",
    "DELETE FROM care_review WHERE id IN (SELECT id FROM care_review ORDER BY id DESC LIMIT 60)",
    "UPDATE people_person SET born_on = born_on - 1500 WHERE birth_knowledge = 'exact' AND died_on IS NULL",
    "UPDATE help_referral SET closed_on = referred_on + 20",
    "UPDATE care_episode SET legal_status = 'E1' WHERE ceased_on IS NULL",
)


def counties(as_worker: AsWorker, believed: datetime | None) -> tuple[list[Any], list[Any]]:
    """The two ways, each as sorted rows."""
    from kith.core.acting import acting
    from kith.demo.loading.make import SERVICE
    from kith.law.county import all_obligations
    from kith.law.due import obligations, rules_of
    from kith.law.obligation import as_json
    from kith.people.models import Person

    with as_worker(), acting(SERVICE, read_only=True):
        ids = list(Person.objects.values_list("id", flat=True))
        one_by_one = [as_json(each) for each in obligations(ids, as_at=TODAY, believed=believed)]
        batches = all_obligations(rules_of(TODAY), as_at=TODAY, believed=believed)
        rows = [row for batch in batches for row in batch.drop_columns(["closed"]).to_pylist()]
    at_once = [{key: None if said is None else str(said) for key, said in row.items()} for row in rows]
    return sorted(at_once, key=repr_of), sorted(one_by_one, key=repr_of)


def repr_of(row: dict[str, str | None]) -> str:
    return repr(sorted(row.items()))


def test_at_once_and_one_by_one_agree_now_and_as_it_was_believed(make: Make, as_worker: AsWorker) -> None:
    make()
    before = timezone.now()
    then, _ = counties(as_worker, None)
    with connections["owner"].cursor() as cursor:
        for edit in EDITS:
            cursor.execute(edit)
            assert cursor.rowcount > 5
        cursor.execute(
            "INSERT INTO people_personidentity (id, recorded_at, source, person_id, canonical_id, during, reason)"
            " SELECT gen_random_uuid(), now(), 'demo', min(person_id::text)::uuid, max(person_id::text)::uuid, %s, '-'"
            " FROM care_review",
            [TimestamptzRange(timezone.now(), None, "[)")],
        )
    at_once, one_by_one = counties(as_worker, None)
    assert at_once == one_by_one
    assert at_once != then
    at_once, one_by_one = counties(as_worker, before)
    assert at_once == one_by_one == then


def test_some_people_at_once_are_those_people_one_by_one(make: Make, as_worker: AsWorker) -> None:
    """Linked records too, asked about by an id that is not the one that is kept; and whoever is left out is."""
    from kith.core.acting import acting
    from kith.demo.loading.make import SERVICE
    from kith.law.county import all_obligations
    from kith.law.due import obligations, rules_of
    from kith.law.obligation import as_json

    make()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT DISTINCT person_id FROM care_review ORDER BY 1 LIMIT 12")
        some = [person for (person,) in cursor.fetchall()]
        cursor.execute(
            "INSERT INTO people_personidentity (id, recorded_at, source, person_id, canonical_id, during, reason)"
            " SELECT gen_random_uuid(), now(), 'demo', %s, %s, tstzrange(now(), NULL), '-'",
            some[:2],
        )
    asked = [some[0], *some[2:]]
    with as_worker(), acting(SERVICE, read_only=True):
        one_by_one = [as_json(each) for each in obligations(asked, as_at=TODAY)]
        batches = list(all_obligations(rules_of(TODAY), as_at=TODAY, persons=asked))
        rows = [row for batch in batches for row in batch.drop_columns(["closed"]).to_pylist()]
        left = all_obligations(rules_of(TODAY), as_at=TODAY, persons=asked, without=asked[1:])
        people = {person for batch in left for person in batch["person"].to_pylist()}
    at_once = [{key: None if said is None else str(said) for key, said in row.items()} for row in rows]
    assert sorted(at_once, key=repr_of) == sorted(one_by_one, key=repr_of)
    assert {row["person"] for row in at_once} == set(map(str, asked))
    assert people == {str(some[0])}
