"""What a hostile account could try through the app's own login, with any SQL, and what PostgreSQL answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import pytest
from django.db import Error, connection

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Address
from tests.support import make

pytestmark = pytest.mark.database


def refused(account: Account, statement: str, values: Sequence[Any] = ()) -> None:
    """The statement fails, or changes nothing."""
    try:
        with acting(make.actor(account)), connection.cursor() as cursor:
            cursor.execute(statement, list(values))
            assert cursor.rowcount == 0, "it changed something"
    except Error:
        return


@pytest.mark.parametrize("role", ["parent", "analyst", "lead", "admin"])
def test_nobody_changes_their_own_role_team_or_dates(role: str) -> None:
    account = make.account(role)
    refused(account, "UPDATE access_account SET role = 'front_door' WHERE id = %s", [account.id])
    refused(
        account, "UPDATE access_account SET until_on = NULL, is_active = true, team_id = %s", [make.team().id]
    )
    assert Account.objects.using(make.OWNER).get(pk=account.pk).role == role


@pytest.mark.parametrize("role", ["parent", "lead", "manager", "admin"])
def test_nobody_signs_with_another_name_than_they_were_given(role: str) -> None:
    account = make.account(role, display_name="Rosa Lindqvist")
    refused(account, "UPDATE access_account SET display_name = 'Mo Boss' WHERE id = %s", [account.id])
    assert Account.objects.using(make.OWNER).get(pk=account.pk).display_name == "Rosa Lindqvist"


def test_a_function_that_reads_labels_takes_no_sql() -> None:
    mother, hostile = make.person("Mara"), make.account("parent")
    make.home(mother, protected=True)
    refused(hostile, "SELECT core_labels_borne('people_person', %s)", [mother.id])
    refused(hostile, "SELECT core_labels_borne('core_wrappedkey', %s)", [mother.id])


def test_who_may_not_see_an_address_may_not_say_who_knows_it() -> None:
    child, father = make.person("Ada"), make.person("Dean")
    make.home(child, protected=True)
    partner, dean = make.account("partner"), make.account("parent")
    make.involved(partner, child, role="partner")
    make.door(dean, father)
    refused(
        partner,
        "INSERT INTO people_mayknow (id, recorded_at, source, person_id, other_id, may, reason, during)"
        " VALUES (gen_random_uuid(), now(), 'worker', %s, %s, true, 'x', '[2020-01-01,)')",
        [child.id, father.id],
    )
    with acting(make.actor(dean)):
        assert Address.objects.count() == 0


def test_a_reason_cannot_be_widened() -> None:
    child, lead = make.person(), make.account("lead")
    with acting(make.actor(lead)), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_reason (id, recorded_at, source, account_id, person_id, kind, text, label_mask, during)"
            " VALUES (gen_random_uuid(), now(), 'worker', %s, %s, 'cover', 'x', 1, tstzrange(now(), now() + '1 hour'))",
            [lead.id, child.id],
        )
    refused(lead, "UPDATE access_reason SET label_mask = 8191")
    refused(lead, "UPDATE access_reason SET during = tstzrange(now(), NULL)")
    refused(lead, "UPDATE access_reason SET person_id = %s", [make.person("Bo").id])


def test_linking_a_stranger_opens_nothing() -> None:
    mine, stranger, lead = make.person("Ada"), make.person("Bo"), make.account("lead")
    make.involved(lead, mine)
    make.home(stranger)
    for one, other in ((stranger, mine), (mine, stranger)):
        refused(
            lead,
            "INSERT INTO people_personidentity (id, recorded_at, source, person_id, canonical_id, during, reason)"
            " VALUES (gen_random_uuid(), now(), 'worker', %s, %s, tstzrange(now(), NULL), 'x')",
            [one.id, other.id],
        )


def test_one_manager_cannot_unmask_in_anothers_name_nor_open_what_is_sealed() -> None:
    hidden, manager, other = make.person(), make.account("manager"), make.account("front_door")
    limit = make.restricted(hidden, "relocated")
    refused(
        manager,
        "INSERT INTO access_unmaskrequest (id, recorded_at, source, restriction_id, asked_by_id, reason, agreed_by_id,"
        " agreed_at) VALUES (gen_random_uuid(), now(), 'worker', %s, %s, 'x', %s, now())",
        [limit.id, other.id, manager.id],
    )


def test_a_family_is_no_way_round_to_a_stranger() -> None:
    mine, stranger = make.person("Ada"), make.person("Bo")
    north = make.team("North")
    theirs = make.family(stranger)
    manager = make.account("manager", in_team=north)
    make.involved(make.account("lead", in_team=north), mine)
    refused(
        manager,
        "INSERT INTO people_familymember (id, recorded_at, source, family_id, person_id, during)"
        " VALUES (gen_random_uuid(), now(), 'worker', %s, %s, '[2020-01-01,)')",
        [theirs.id, mine.id],
    )


def test_enquiries_and_concerns_are_not_for_partner_agencies() -> None:
    child = make.person()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    from kith.access.models import NotYetTold
    from kith.protection.models import Section47

    Section47.objects.using(make.OWNER).create(person=child, started_on="2026-01-05")
    NotYetTold.objects.using(make.OWNER).create(
        persons=[child.id], reason="A worry", since="2026-01-05T09:00Z"
    )
    for role, sees in (("partner", 0), ("school", 0), ("coordinator", 0), ("lead", 1), ("protection", 1)):
        account = make.account(role)
        make.involved(account, child)
        with acting(make.actor(account)):
            assert (Section47.objects.count(), NotYetTold.objects.count()) == (sees, sees), role


def test_second_factors_and_single_sign_on_belong_to_their_holder() -> None:
    lead, hostile = make.account("lead"), make.account("parent")
    refused(
        hostile,
        "INSERT INTO mfa_authenticator (user_id, type, data, created_at) VALUES (%s, 'totp', '{}', now())",
        [lead.id],
    )
    refused(hostile, "UPDATE access_organisation SET name = 'x'")
    refused(
        hostile,
        "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared, how_prepared,"
        " released_at) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 'event', %s, true, '', now())",
        [hostile.id, make.person().id, uuid4()],
    )
