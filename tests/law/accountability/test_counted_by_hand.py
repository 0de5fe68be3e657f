"""The figures of a town that can be counted by hand, and who in it is in none."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection
from psycopg.types.range import TimestamptzRange

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.seal.actor import SEALER
from kith.law.models import DutyFigure
from kith.people.models import PersonIdentity
from tests.law.accountability.town import QUARTER, Town, child_of, count, make_town
from tests.support import make
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
STATES = ("met", "untimely", "met_late", "late", "missed", "excused", "due")


@pytest.fixture
def town(kith_database: None) -> Town:
    return make_town()


def line(by: str, key: str = "", team: object = None) -> tuple[Any, ...]:
    found = DutyFigure.objects.using(make.OWNER).filter(team_id=team, quarter=QUARTER, by=by, key=key)
    return found.values_list(*STATES).get()


def all_lines() -> list[tuple[Any, ...]]:
    found = DutyFigure.objects.using(make.OWNER).order_by("team", "quarter", "by", "key")
    return list(found.values_list("as_at", "team", "quarter", "by", "key", *STATES))


def test_the_town_in_all_and_by_each_breakdown(town: Town) -> None:
    count()
    assert line("total") == (17, 15, 6, 9, 0, 0, 6)
    assert line("kind", "AS-01") == (17, 15, 6, 9, 0, 0, 6)
    assert line("month", "2026-10") == (17, 15, 6, 9, 0, 0, 0)
    assert line("month", "2026-11") == (0, 0, 0, 0, 0, 0, 6)
    # Two of South are late: hidden, and North's thirteen with them, or 15 - 13 would tell.
    assert line("team", str(town.north.id)) == (8, None, None, None, None, 0, 6)
    assert line("team", str(town.south.id)) == (9, None, None, None, None, 0, 0)
    # Two Black children in all: their line says nothing, and takes the smallest other along where a sum is shown.
    assert line("group", "black") == (None, None, None, None, None, 0, None)
    assert line("group", "white") == (None, None, None, None, None, 0, None)


def test_each_team_by_itself(town: Town) -> None:
    count()
    assert line("total", team=town.north.id) == (8, 13, 6, 7, 0, 0, 6)
    assert line("total", team=town.south.id) == (9, None, None, None, None, 0, 0)
    assert line("kind", "AS-01", team=town.south.id) == (9, None, None, None, None, 0, 0)


def test_a_second_night_takes_the_place_of_the_first(town: Town) -> None:
    assert count() == count() == len(all_lines())


def test_the_worker_counts_every_night_by_itself(town: Town) -> None:
    from procrastinate.contrib.django import app

    from kith.law.tasks import COUNTER, count_all

    name = "law.count_all.nightly"
    (found,) = [each for each in app.periodic_registry.periodic_tasks.values() if each.task.name == name]
    assert found.cron == "30 3 * * *"
    told = {
        "id": str(COUNTER.id),
        "role": COUNTER.role,
        "on_behalf_of": None,
        "request": str(COUNTER.request),
    }
    with worker_login():
        count_all.run(actor=told, persons=[], ids={})
        assert all_lines()
        with acting(SEALER), connection.cursor() as cursor:
            cursor.execute("SELECT action, actor, channel FROM core_auditentry ORDER BY action")
            assert cursor.fetchall() == [
                (each, COUNTER.id, "task") for each in ("core.begin_task", "law.count_duties")
            ]


def test_a_role_made_up_in_the_queue_counts_nothing(town: Town) -> None:
    from kith.law.tasks import COUNTER, count_all

    lead = make.account("lead")
    told = {"id": str(lead.id), "role": COUNTER.role, "on_behalf_of": None, "request": str(COUNTER.request)}
    with worker_login(), pytest.raises(NotPermittedError):
        count_all.run(actor=told, persons=[], ids={})
    assert all_lines() == []


@pytest.mark.parametrize("kind", ["restricted", "sealed", "relocated"])
def test_whoever_is_restricted_is_in_no_figure_and_changes_none(town: Town, kind: str) -> None:
    count()
    before = all_lines()
    for state in ("met", "late", "due"):
        make.restricted(child_of(town, "north", state, "Cy"), kind=kind)
    linked, kept = child_of(town, "north", "late", "Old"), make.person("New")
    make.restricted(linked, kind=kind)
    PersonIdentity.objects.using(make.OWNER).create(
        person=linked, canonical=kept, reason="-", during=TimestamptzRange(None, None, "[)")
    )
    count()
    assert all_lines() == before


def test_a_concern_that_the_family_was_not_told_of_changes_no_figure(town: Town) -> None:
    from django.utils import timezone

    from kith.access.models import NotYetTold

    count()
    before = all_lines()
    NotYetTold.objects.using(make.OWNER).create(
        persons=[town.children["north", "late"][0].id], reason="Not safe yet.", since=timezone.now()
    )
    count()
    assert all_lines() == before


def test_the_database_gives_each_role_its_own_figures_and_nobody_anything_else(town: Town) -> None:
    count()
    north, south = town.managers["north"], town.managers["south"]
    reads = {
        north: {town.north.id},
        south: {town.south.id},
        make.account("manager"): set(),
        make.account("director"): {None},
        make.account("auditor"): {None},
    } | {make.account(role): set() for role in ("lead", "analyst", "returns", "admin", "partner", "parent")}
    for account, teams in reads.items():
        with acting(make.actor(account)):
            assert set(DutyFigure.objects.values_list("team_id", flat=True)) == teams, account.role
    with acting(None):
        assert not DutyFigure.objects.exists()
    with acting(make.actor(make.account("admin")).seeing_as(north.id)):
        assert not DutyFigure.objects.exists()


def test_nobody_but_the_worker_writes_a_figure(town: Town) -> None:
    count()
    director = make.actor(make.account("director"))
    with acting(director):
        assert DutyFigure.objects.update(late=0) == 0
    row = DutyFigure.objects.using(make.OWNER).values().first()
    assert row is not None
    with pytest.raises(DatabaseError), acting(director):
        DutyFigure.objects.create(**row | {"id": None, "key": "made up"})
    with pytest.raises(DatabaseError), acting(director):
        DutyFigure.objects.all().delete()
