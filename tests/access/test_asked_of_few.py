"""What a policy lets through is the same however it asks; what it asks does not grow with whom the reader works with."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from kith.access.models import Account, Involvement, Release
from kith.core.acting import acting
from kith.people.models import Family
from tests.access.tries import reads
from tests.support import make

pytestmark = pytest.mark.database


def seen(by: Account, other: Account | None = None) -> set[str]:
    actor = make.actor(by)
    with acting(actor.seeing_as(other.id) if other else actor, read_only=True):
        return set(Family.objects.values_list("known_as", flat=True))


def test_a_familys_name_is_read_by_whoever_may_find_one_of_its_people_and_by_nobody_else() -> None:
    ada, bo, cy = (make.person(name) for name in ("Ada", "Bo", "Cy"))
    make.family(ada, bo, known_as="The first")
    make.family(cy, known_as="The second")
    lead, beside, other, nobody = (make.account("lead") for _ in range(4))
    make.involved(lead, ada)
    make.involved(beside, bo)
    make.involved(other, cy)
    parent = make.account("parent")
    make.door(parent, ada)
    assert seen(lead) == seen(beside) == {"The first"}
    assert seen(other) == {"The second"}
    assert seen(nobody) == set()
    assert seen(lead, parent) == {"The first"}, "both may find the same person in it"
    assert seen(beside, parent) == set()
    assert seen(other, parent) == set()
    with acting(None):
        assert not Family.objects.exists()


def test_a_worker_who_was_told_of_is_seen_through_their_eyes_until_that_is_taken_back() -> None:
    child, mother = make.person("Ada"), make.person("Mum")
    lead, parent, stranger = make.account("lead"), make.account("parent"), make.account("parent")
    held = make.involved(lead, child)
    make.involved(lead, mother)
    make.door(parent, mother)
    make.door(stranger, make.person("Somebody"))

    def told(account: Account) -> list[Any]:
        with acting(make.actor(lead).seeing_as(account.id), read_only=True):
            return list(Involvement.objects.values_list("id", flat=True))

    assert told(parent) == []
    release = Release.objects.using(make.OWNER).create(
        reader=mother, kind="involvement", item=held.id, prepared=True, released_at=timezone.now()
    )
    assert told(parent) == [held.id]
    assert told(stranger) == []
    Release.objects.using(make.OWNER).filter(id=release.id).update(withdrawn_at=timezone.now())
    assert told(parent) == []


def test_one_familys_name_takes_a_look_at_its_own_people_alone() -> None:
    lead = make.account("lead")
    families = [make.family(make.person(f"Child {number}")) for number in range(30)]
    for each in families:
        make.involved(lead, each.members.get().person)
    with acting(make.actor(lead)), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN (ANALYZE, FORMAT JSON) SELECT known_as FROM people_family WHERE id = %s",
            [families[0].id],
        )
        [plan] = cursor.fetchone()[0]
        assert plan["Plan"]["Actual Rows"] == 1
    looked = [each for each in _nodes(plan["Plan"]) if each.get("Relation Name") == "people_familymember"]
    assert looked
    assert sum(each["Actual Loops"] * each["Actual Rows"] for each in looked) <= 2, json.dumps(plan)


def test_nobody_asks_by_sql_whether_another_account_has_a_page_of_its_own() -> None:
    mother, father, lead = make.account("parent"), make.account("parent"), make.account("lead")
    mum = make.person("Mum")
    make.door(mother, mum)
    make.involved(lead, mum)
    asks = "SELECT access_comes_by_own_door(%s)"
    assert reads(mother, asks, [mother.id]) == [(True,)]
    for other in (father, lead, make.account("admin"), make.account("director")):
        assert reads(other, asks, [mother.id]) == [(False,)]
    with acting(None), connection.cursor() as cursor:
        cursor.execute(asks, [mother.id])
        assert cursor.fetchall() == [(False,)]


def _nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for each in plan.get("Plans", ()) for node in _nodes(each))]
