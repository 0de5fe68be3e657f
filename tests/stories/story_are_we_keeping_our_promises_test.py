"""A director asks how promises are kept, follows a figure to a child, and is shown no more than that; so is a manager."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.models import Account, Reason
from kith.core.labels import Label
from tests.law.accountability.town import Town, count, make_town
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database


def gave_a_reason_for(director: Account, town: Town) -> None:
    """This morning, for one of the seven children of North whose assessment is late."""
    now = timezone.now()
    Reason.objects.using(make.OWNER).create(
        account=director, person=town.children["north", "late"][0], kind="purpose", text="A complaint.",
        label_mask=Label.NORMAL.value, during=TimestamptzRange(now, now + timedelta(hours=1), "[)"),
    )  # fmt: skip


def comes_from_today(desk: Desk) -> None:
    desk.go("/")
    desk.follow("Accountability")
    desk.sees("Are we keeping our promises?")
    desk.sees("53 of every 100 were done in time")


def reads_what_went_well_beside_what_did_not(desk: Desk) -> None:
    desk.sees("Went well")
    desk.sees("Needs us most")
    desk.sees("Statutory guidance")


def looks_by_team_and_finds_small_numbers_hidden(desk: Desk) -> None:
    desk.follow("By team")
    desk.sees("North")
    desk.sees("c is a figure that we hide")


def follows_a_figure_to_the_one_child_that_is_open(desk: Desk) -> None:
    desk.part(".kith-stood").get_by_role("link", name="9 late, still to do: all duties").click()
    desk.look()
    desk.sees("Late0 North")
    desk.does_not_see("Late1 North")
    desk.sees("And 8 that you cannot open.")


def goes_back_and_asks_for_a_time_that_cannot_be(desk: Desk) -> None:
    desk.follow("Accountability", within="nav[aria-label=Back]")
    desk.go("/accountability/?quarter=1999-01-01")
    desk.sees("There are no figures for that period. Choose one of the four below.")


def sees_the_own_team_alone(desk: Desk) -> None:
    desk.go("/accountability/")
    desk.sees("Accountability: South")
    desk.does_not_see("North")
    desk.does_not_see("By team")


def test_a_director_reads_figures_and_a_manager_those_of_the_own_team(sit: Sit, scripts: bool) -> None:
    town = make_town()
    count()
    director = make.account("director")
    gave_a_reason_for(director, town)
    for width in (320, 1280):
        desk = sit(account=director, width=width, scripts=scripts)
        comes_from_today(desk)
        reads_what_went_well_beside_what_did_not(desk)
        looks_by_team_and_finds_small_numbers_hidden(desk)
        follows_a_figure_to_the_one_child_that_is_open(desk)
        goes_back_and_asks_for_a_time_that_cannot_be(desk)
    manager = sit(account=town.managers["south"], scripts=scripts)
    sees_the_own_team_alone(manager)
