"""A tie opens the other's name, so nobody ties whom they could not name before."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.db import connection

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.people.actions import record_relationship
from kith.people.models import Person, PersonName, Relationship
from tests.access.tries import tries
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
TIE = (
    "INSERT INTO people_relationship (id, recorded_at, source, person_id, other_id, kind, in_their_words,"
    " responsibility_from, during)"
    " VALUES (gen_random_uuid(), now(), 'worker', %s, %s, 'relative', '', '', '[2020-01-01,)')"
)


def ties_either_way(account: Account, mine: Person, other: UUID) -> bool:
    return any([tries(account, TIE, [mine.id, other]), tries(account, TIE, [other, mine.id])])


def without_tokens(body: bytes) -> bytes:
    return re.sub(rb'name="(csrfmiddlewaretoken|sending)" value="[^"]*"', b"", body)


def knows(account: Account, person: Person) -> bool:
    with acting(make.actor(account)):
        return PersonName.objects.filter(person_id=person.id).exists()


@pytest.mark.parametrize("role", ["partner", "health", "school", "coordinator", "reviewing", "parent"])
def test_who_may_not_add_ties_learns_no_name_by_one(role: str) -> None:
    child, stranger, account = make.person("Ada"), make.person("Bo"), make.account(role)
    make.involved(account, child)
    assert not ties_either_way(account, child, stranger.id)
    assert not knows(account, stranger)


@pytest.mark.parametrize("kind", ["restricted", "sealed", "relocated"])
@pytest.mark.parametrize("role", ["lead", "front_door", "manager"])
def test_nobody_ties_their_child_to_a_record_that_is_kept_from_them(role: str, kind: str) -> None:
    child, hidden, account = make.person("Ada"), make.person("Cy"), make.account(role)
    make.involved(account, child)
    make.restricted(hidden, kind)
    assert not ties_either_way(account, child, hidden.id)
    # The same as for nobody at all.
    assert not ties_either_way(account, child, uuid4())
    assert not Relationship.objects.using(make.OWNER).exists()


def test_a_tie_is_never_moved_to_somebody_else() -> None:
    child, mother, hidden, lead = (
        make.person("Ada"),
        make.person("Mara"),
        make.person("Cy"),
        make.account("lead"),
    )
    make.involved(lead, child)
    make.tied(child, mother)
    make.restricted(hidden)
    assert not tries(lead, "UPDATE people_relationship SET other_id = %s", [hidden.id])
    assert not tries(lead, "UPDATE people_relationship SET person_id = %s", [hidden.id])


def test_a_grandmother_whom_find_has_shown_is_added() -> None:
    child, grandmother, lead = make.person("Ada"), make.person("Rose"), make.account("lead")
    make.involved(lead, child)
    with acting(make.actor(lead)):
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, state FROM people_find('rose', NULL, '{}', '', '{}', 10)")
            assert cursor.fetchall() == [("Rose Example", "ask")], "the name was the lead's to see before"
        record_relationship(by=make.actor(lead), person=child.id, other=grandmother.id, kind="grandparent")
    assert knows(lead, grandmother)


def test_over_http_a_kept_record_is_refused_as_nobody_is() -> None:
    child, hidden, lead = make.person("Ada"), make.person("Cy"), make.account("lead")
    make.involved(lead, child)
    make.restricted(hidden)
    visitor = signed_in(lead)
    told = {"kind": "grandparent", "lives_together": "", "in_their_words": ""}
    bodies = []
    for other in (hidden.id, uuid4()):
        answer = visitor.post(f"/people/{child.id}/about/tie/", told | {"other": str(other)})
        bodies.append((answer.status_code, without_tokens(answer.content).replace(str(other).encode(), b"")))
    assert bodies[0] == bodies[1]
    assert not Relationship.objects.using(make.OWNER).exists()


def test_the_policy_knows_the_roles_that_change_what_is_recorded() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT with_check FROM pg_policies WHERE policyname = 'people_relationship_insert'")
        (rule,) = cursor.fetchone()
    may = {code for code, role in ROLES.items() if Permission.EDIT_PERSON in role.may}
    assert {code for code in ROLES if f"'{code}'::text" in rule} == may
