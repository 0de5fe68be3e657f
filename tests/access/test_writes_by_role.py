"""What is recorded of people is written by the roles that edit it: a grant alone is for reading (docs/adr/0130)."""

from __future__ import annotations

import re

import pytest
from django.db import connection, connections

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.rls import EDITS, by_person
from kith.help.models import Referral
from tests.access.tries import tries
from tests.support import make

pytestmark = pytest.mark.database
ROOMS = ("people", "help", "care", "protection")
EDITORS = sorted(code for code, role in ROLES.items() if Permission.EDIT_PERSON in role.may)
OTHERS = sorted(set(ROLES) - set(EDITORS))
# The rows that Find keeps for itself; no login of the app's writes them.
NOT_RECORDED = {"people_searchkey", "people_searchname", "people_searchword"}


def test_the_database_knows_the_same_roles_as_the_classes() -> None:
    for code, role in ROLES.items():
        with acting(make.actor(make.account(code))), connection.cursor() as cursor:
            cursor.execute(f"SELECT {EDITS}")
            for permission in (Permission.EDIT_PERSON, Permission.CREATE_PERSON, Permission.LINK_IDENTITY):
                assert cursor.fetchone() == (permission in role.may,), (code, permission)
                cursor.execute(f"SELECT {EDITS}")


def test_every_table_of_those_rooms_asks_for_the_role() -> None:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, array_agg(p.policyname::text) FROM pg_class c"
            " LEFT JOIN pg_policies p ON p.tablename = c.relname AND p.permissive = 'RESTRICTIVE'"
            "  AND p.cmd IN ('INSERT', 'UPDATE') AND coalesce(p.qual, p.with_check) ~ 'access_role_edits'"
            " WHERE c.relkind = 'r' AND split_part(c.relname, '_', 1) = ANY (%s) AND c.relname !~ 'event$'"
            " GROUP BY 1",
            [list(ROOMS)],
        )
        found = {table: set(policies) for table, policies in cursor.fetchall()}
    assert len(found) > 30
    for table in set(found) - NOT_RECORDED:
        assert found[table] == {f"{table}_insert_role", f"{table}_update_role"}, table


@pytest.mark.parametrize("role", OTHERS)
def test_whoever_may_only_read_changes_nothing_of_a_record_that_is_open(role: str) -> None:
    child, account = make.person(), make.account(role)
    if ROLES[role].family:
        make.door(account, child)
    else:
        make.involved(account, child, label_mask=4095)
    make.home(child)
    Referral.objects.using(make.OWNER).create(person=child, referred_on="2026-01-05")
    for statement in (
        "UPDATE people_person SET sex = 'F'",
        "UPDATE people_personname SET family = 'x'",
        "UPDATE people_address SET protected = false",
        "UPDATE help_referral SET referred_on = '2020-01-01'",
    ):
        assert not tries(account, statement), statement
    assert not tries(account, IDENTIFIER, [child.id])
    assert not tries(account, PERSON, [account.id])
    assert not tries(account, FAMILY, [account.id])


@pytest.mark.parametrize("role", EDITORS)
def test_roles_that_edit_go_on_editing(role: str) -> None:
    child, account = make.person(), make.account(role)
    make.involved(account, child)
    Referral.objects.using(make.OWNER).create(person=child, referred_on="2026-01-05")
    assert tries(account, "UPDATE people_person SET sex = 'F'")
    assert tries(account, "UPDATE help_referral SET referred_on = '2020-01-01'")
    assert tries(account, IDENTIFIER, [child.id])
    assert tries(account, PERSON, [account.id])
    assert tries(account, FAMILY, [account.id])


def test_a_new_table_asks_for_the_role_where_its_policy_says_so() -> None:
    made = by_person("help_thing", by_role=EDITS, history=False).statements()
    asked = [each for each in made if re.search(r"AS RESTRICTIVE FOR (INSERT|UPDATE) TO kith_app", each)]
    assert len(asked) == 2
    assert all(EDITS in each for each in asked)
    assert not [each for each in by_person("help_thing").statements() if "_role " in each]


IDENTIFIER = (
    "INSERT INTO people_identifier (id, recorded_at, source, person_id, scheme, value, trace_status, reason_unknown)"
    " VALUES (gen_random_uuid(), now(), 'worker', %s, 'nhs', '9434765919', '', '')"
)
PERSON = (
    "INSERT INTO people_person (id, recorded_at, recorded_by, source, birth_knowledge, sex, ethnicity, how_to_say)"
    " VALUES (gen_random_uuid(), now(), %s, 'worker', 'unknown', '', '', '')"
)
FAMILY = (
    "INSERT INTO people_family (id, recorded_at, recorded_by, source, known_as)"
    " VALUES (gen_random_uuid(), now(), %s, 'worker', 'x')"
)
