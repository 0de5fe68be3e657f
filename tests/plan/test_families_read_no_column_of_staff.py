"""What of a released line no family account reads, whatever SQL it could run: service, safety, harm, and who wrote it."""

from __future__ import annotations

import pytest
from django.db import connection

from kith.access.models import Account
from kith.core.acting import acting
from kith.plan.actions import answer_line, say_progress
from kith.plan.models import Answer, Progress
from tests.access.tries import reads
from tests.plan.street import Street, ago
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
TABLES = ("plan_goal", "plan_step", "plan_strength", "plan_change")


@pytest.fixture
def street() -> Street:
    return Street()


def given(street: Street, to: Account) -> tuple[object, object]:
    """A goal and a step of it that keeps the mother safe, done by a service near her, released to somebody."""
    plan = street.plan()
    goal = street.goal(plan, "We are safe at night.")
    step = street.step(
        plan, "Somebody rings every evening.", "service", service="Kithton Refuge", keeps_safe=True, by_on=ago(3),
        goal_id=goal.id,
    )  # fmt: skip
    for each in (goal, step):
        street.released_by_a_fault(each.id, street.doors[to])
    return goal.id, step.id


def test_no_family_account_reads_a_row_of_a_line_and_the_function_has_no_such_column(street: Street) -> None:
    _goal, step = given(street, street.father)
    with acting(make.actor(street.father)), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plan_my_lines()")
        columns = {each.name for each in cursor.description or ()}
        rows = cursor.fetchall()
    assert len(rows) == 2
    assert not columns & {
        "service",
        "keeps_safe",
        "recorded_by",
        "account_id",
        "does_it",
        "label",
        "covert_id",
    }
    assert "Kithton Refuge" not in str(rows)
    assert str(street.lead.id) not in str(rows)
    for table in TABLES:
        assert reads(street.father, f"SELECT * FROM {table}") == []
        assert reads(street.father, f"SELECT * FROM {table}event") == []
    assert len(reads(street.lead, "SELECT service, keeps_safe FROM plan_step WHERE id = %s", [step])) == 1


def test_the_plan_reads_behind_the_door_as_it_did_and_is_answered(street: Street) -> None:
    _goal, step = given(street, street.mother)
    page = words_of(signed_in(street.mother).get("/my/plan/"))
    for words in ("We are safe at night.", "Somebody rings every evening.", "This is late. We are sorry."):
        assert words in page
    assert "Kithton Refuge" not in page
    assert "Somebody rings every evening." in words_of(signed_in(street.mother).get("/my/"))
    with acting(make.actor(street.mother)):
        answer_line(by=make.actor(street.mother), item=step, words="She does.", agrees=True)
        say_progress(by=make.actor(street.mother), item=step, how="well")
    page = words_of(signed_in(street.mother).get("/my/plan/"))
    assert "She does." in page
    assert "You said: going well" in page
    assert Answer.objects.using(make.OWNER).get().plan_id == Progress.objects.using(make.OWNER).get().plan_id


def test_what_services_said_is_read_without_who_said_it(street: Street) -> None:
    _goal, step = given(street, street.father)
    with acting(make.actor(street.lead)):
        made = say_progress(by=make.actor(street.lead), item=step, how="some", words="We rang twice.")
    street.released_by_a_fault(made, street.dad)
    assert reads(street.father, "SELECT * FROM plan_progress") == []
    said = reads(street.father, "SELECT * FROM plan_my_said()")
    assert "We rang twice." in str(said)
    assert str(street.lead.id) not in str(said)
    assert "We rang twice." in words_of(signed_in(street.father).get("/my/plan/"))
    assert reads(street.mother, "SELECT * FROM plan_my_said()") == []


def test_a_goal_that_was_not_released_is_not_named_by_its_steps(street: Street) -> None:
    plan = street.plan()
    goal = street.goal(plan, "Only for Mum.")
    step = street.step(plan, "Ring on Sunday.", "parent", goal_id=goal.id)
    street.released_by_a_fault(step.id, street.dad)
    assert str(goal.id) not in str(reads(street.father, "SELECT * FROM plan_my_lines()"))
    assert "Ring on Sunday." in words_of(signed_in(street.father).get("/my/plan/"))
