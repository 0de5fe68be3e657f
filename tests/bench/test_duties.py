"""Copies of facts are children of their own, and growth is told as an exponent."""

from __future__ import annotations

from datetime import date

import psycopg
import pytest

from kith.bench.duties import growth
from kith.bench.multiplied import FACTS, multiply
from kith.core.postgres.urls import with_database
from kith.law import providers
from tests.conftest import SERVER
from tests.support import make


def test_ten_times_the_time_for_ten_times_the_children_is_linear() -> None:
    assert growth(10, 100, {10: 0.5, 100: 5.0}).value == pytest.approx(1)
    over = growth(10, 100, {10: 0.5, 100: 6.0})
    assert (over.value > 1.05, over.verdict) == (True, "over")


def test_every_table_that_facts_are_read_from_is_multiplied() -> None:
    read = {reads.model._meta.db_table for each in providers.known() for reads in each.reads.values()}
    assert read == set(FACTS)


@pytest.mark.database
def test_each_copy_is_another_child_whose_facts_belong_together() -> None:
    from kith.help.models import Assessment, Referral

    assert SERVER.urls is not None
    url = with_database(SERVER.urls.superuser, SERVER.database)
    child = make.person()
    referral = Referral.objects.using(make.OWNER).create(person=child, referred_on=date(2024, 1, 2))
    Assessment.objects.using(make.OWNER).create(person=child, referral=referral, started_on=date(2024, 1, 3))
    multiply(url, first=2, last=3)
    multiply(url, first=4, last=4)
    with psycopg.connect(url) as connection:
        found = connection.execute(
            "SELECT count(*), count(DISTINCT p.id), count(DISTINCT a.id) FROM help_assessment a"
            " JOIN help_referral r ON r.id = a.referral_id AND r.person_id = a.person_id"
            " JOIN people_person p ON p.id = r.person_id"
        ).fetchone()
        connection.execute("DROP SCHEMA bench CASCADE")
    assert found == (4, 4, 4)
