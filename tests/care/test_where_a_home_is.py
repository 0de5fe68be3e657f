"""Where a child lives stands apart from the episode, and a partner's grant does not open it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.care.test_care_facts import episode
from tests.support import make

pytestmark = pytest.mark.database
TABLES = ("care_episode", "care_episodeevent", "care_episodeplace", "care_episodeplaceevent")


def lived_in_two_homes(child: Any) -> None:
    """An episode whose place, and whose reason, were once written otherwise: each has a history."""
    from kith.care.models import EpisodePlace

    stay = episode(child, date(2024, 1, 1))
    place = EpisodePlace(episode=stay, person=child, home_postcode="AB1 2CD", placement_postcode="ZZ1 1ZZ")
    place.save(using=make.OWNER)
    place.placement_postcode = "ZZ9 9ZZ"
    place.save(using=make.OWNER)
    stay.placement_type = "U1"
    stay.save(using=make.OWNER)


def seen_by(role: str, child: Any) -> dict[str, int]:
    """How many rows of each table somebody of this role reads, who is involved with the child."""
    from django.db import connection

    from kith.core.acting import acting

    worker = make.account(role)
    make.involved(worker, child)
    found = {}
    with acting(make.actor(worker)), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE person_id = %s", [child.id])
            found[table] = cursor.fetchone()[0]
    return found


@pytest.mark.parametrize("role", ["partner", "school", "health"])
def test_a_partner_reads_the_episode_and_nothing_of_where_the_home_is(role: str) -> None:
    child = make.person()
    lived_in_two_homes(child)
    assert seen_by(role, child) == dict(zip(TABLES, (1, 1, 0, 0), strict=True))


def test_the_lead_reads_both_with_their_history() -> None:
    child = make.person()
    lived_in_two_homes(child)
    assert seen_by("lead", child) == dict.fromkeys(TABLES, 1)


def test_no_column_of_the_episode_or_its_history_tells_where() -> None:
    from django.db import connections

    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name IN"
            " ('care_episode', 'care_episodeevent') AND column_name ~ 'postcode|urn$|address'"
        )
        assert cursor.fetchall() == []
