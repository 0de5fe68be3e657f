"""The plan, the family meeting, the front door's list and the time before court, as each sign-in sees them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from kith.demo.generate import make_family
from kith.demo.shapes.plan import DemoLine, DemoPlan
from tests.demo.loading.conftest import TODAY, Rows
from tests.demo.loading.test_what_he_never_learns import one_who_signs_in, read_as, secrets_of, told

pytestmark = pytest.mark.database
Make = Callable[..., dict[str, int]]
AsWorker = Callable[[], AbstractContextManager[None]]
LINES = ("plan_goal", "plan_step", "plan_strength", "plan_change")
HOST = "@kithshire.example"


def the_plan() -> DemoPlan:
    (plan,) = told().plans
    return plan


def shown_to(name: str) -> list[DemoLine]:
    person = one_who_signs_in(told(), name).id
    return [line for line in the_plan().lines if person in line.readers]


def lines_in(seen: dict[str, list[str]]) -> str:
    return " ".join(text for table in (*LINES, "plan_my_lines()") for text in seen.get(table, []))


def asks(login: str, sql: str, rows: Rows, *values: Any) -> list[tuple[Any, ...]]:
    """What a statement gives to this sign-in, at the app's own login."""
    from django.db import connection

    from kith.core.acting import acting
    from kith.core.actor import Actor

    ((account, role),) = rows("SELECT id, role FROM access_account WHERE login = %s", login + HOST)
    with acting(Actor(id=account, role=role)), connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def test_no_line_shown_to_anybody_says_where_they_are() -> None:
    secrets = [each.lower() for each in secrets_of(told())]
    for line in the_plan().lines:
        kept = " ".join((line.words, line.first or "", line.how_done, line.why_not)).lower()
        assert not [secret for secret in secrets if secret in kept], line.words


def test_a_manager_could_have_agreed_each_version_by_the_rules_of_plans() -> None:
    from kith.plan.rules import Asked, asks_only_parents, missing

    plan = the_plan()
    harms = [person for person, part in plan.people if part == "causes_harm"]
    for early in (True, False):
        steps = [
            Asked(
                line.does_it,
                person=line.whose,
                keeps_safe=line.keeps_safe,
                open=line.done is None and line.not_done is None,
                stands=line.not_done is None,
            )
            for line in plan.lines
            if line.kind == "step" and (line.first is not None or not early)
        ]
        assert missing(steps, harms) == []
        assert not asks_only_parents(steps)


def test_each_reads_their_own_lines_and_he_reads_his_own_step_and_nothing_else(
    make: Make, rows: Rows
) -> None:
    make()
    for name in ("parent", "young-person", "ex-partner"):
        mine = shown_to(name)
        assert mine
        seen = read_as(name + HOST, rows)
        found = lines_in(seen)
        assert sorted(line.words for line in the_plan().lines if line.words in found) == sorted(
            line.words for line in mine
        ), name
    assert [line.does_it for line in shown_to("ex-partner")] == ["person_causing_harm"]
    his = read_as("ex-partner" + HOST, rows)
    rooms = {table for table in his if table.startswith(("plan_", "decisions_", "help_", "protection_"))}
    assert rooms == {"plan_my_lines()"}
    assert len(his["plan_my_lines()"]) == 1
    secrets = list(secrets_of(told()))
    family = told()
    others = [str(one.id) for one in family.people if not one.sign_in.startswith("ex-partner@")]
    assert not [each for each in [*secrets, *others] if each in his["plan_my_lines()"][0]]
    hers = read_as("parent" + HOST, rows)
    assert any("That is not what I said" in text for text in hers["plan_my_said()"])
    assert "plan_planperson" not in hers
    assert "plan_planversion" not in hers


def test_lead_works_the_plan_and_reads_how_it_once_stood(make: Make, rows: Rows) -> None:
    make()
    hers = read_as("lead" + HOST, rows)
    ((plan,),) = rows("SELECT id FROM plan_plan WHERE family_id = %s", told().id)
    versions = [text for text in hers["plan_planversion"] if str(plan) in text]
    assert len(versions) == 2
    first = next(text for text in versions if '"number": 1' in text)
    assert "Rhiannon wants help to cope at night." in first
    assert "I want to unpack my bag" not in first
    assert any("That is not what I said" in text for text in hers["plan_answer"])
    assert asks("lead", "SELECT plan_written(%s)", rows, plan) == [(True,)]


def test_the_coordinator_holds_a_conference_by_every_mark_and_the_reason_for_never_is_locked(
    make: Make, rows: Rows
) -> None:
    make()
    rushbeck = make_family(3, seed=1, today=TODAY).id
    ((meeting,),) = rows(
        "SELECT m.id FROM decisions_familymeeting m JOIN decisions_meetingoffer o ON o.id = m.offer_id"
        " WHERE o.family_id = %s",
        rushbeck,
    )
    marks = asks("coordinator", "SELECT * FROM decisions_marks(%s)", rows, meeting)
    assert marks == [("conference", True, True, True, True, True)]
    theirs = read_as("coordinator" + HOST, rows)
    assert len(theirs["decisions_neverreason"]) == 1
    assert {"decisions_prepared", "decisions_privatecheck", "decisions_invitation"} <= set(theirs)
    workers = read_as("protection" + HOST, rows)
    assert "decisions_familyplanline" in workers
    assert not {"decisions_neverreason", "decisions_prepared", "decisions_privatecheck"} & set(workers)
    kinds = rows(
        "SELECT DISTINCT f.kind FROM decisions_meetingfact f JOIN decisions_meetingoffer o ON o.id = f.offer_id"
        " WHERE o.family_id = %s ORDER BY 1",
        rushbeck,
    )
    assert [kind for (kind,) in kinds] == [
        "accepted",
        "answered",
        "checked",
        "held",
        "offered",
        "planned",
        "to_check",
    ]


def test_the_list_of_the_front_door(make: Make, rows: Rows) -> None:
    make()
    mine = [one.id for one in told().requests]
    listed = asks(
        "front-door",
        "SELECT decided, holder, offered, nobody, bounces FROM help_front_door() WHERE request = ANY (%s)",
        rows,
        mine,
    )
    door, lead = "Shabana Mirzada", "Morwen Ashbeck"
    assert sorted(listed, key=str) == sorted(
        [(False, "", "", True, 0), (True, door, lead, False, 0), (True, door, "", False, 2)], key=str
    )
    assert [held for (held,) in asks("lead", "SELECT held FROM help_mine()", rows)] == [False]
    refused = rows(
        "SELECT d.tier, d.by_rule, r.closed_at IS NOT NULL FROM help_thresholddecision d"
        " JOIN help_helprequest r ON r.id = d.request_id WHERE d.letter <> '' AND r.id = ANY (%s)",
        mine,
    )
    assert refused == [("community", "community", True)] * 2
    [(thanked, when)] = asks("school", "SELECT words, told_at IS NOT NULL FROM help_asked_by_me()", rows)
    assert when
    assert thanked.startswith("There are enough beds now")


def test_the_time_before_court_is_in_the_return_of_its_year(
    make: Make, rows: Rows, as_worker: AsWorker
) -> None:
    from kith.core.actor import Actor
    from kith.returns.writing import window_of
    from kith.returns.writing.run import read_as as written

    make()
    ((officer,),) = rows("SELECT id FROM access_account WHERE login = %s", "returns" + HOST)
    by = Actor(id=officer, role="returns", channel="command", reason="the yearly return")
    with as_worker():
        frames = written(by, "cin", window_of("2026-27", today=TODAY), whole=True).frames
    rushbeck = make_family(3, seed=1, today=TODAY)
    (time_before,) = rushbeck.before_court
    (told_of,) = frames["PreProceedings"].to_pylist()
    for asked, says in (
        ("PPStartDate", time_before.started),
        ("LBPSentDate", time_before.letter),
        ("InitialPPMeetingDate", time_before.first_meeting),
    ):
        assert says.isoformat() in str(told_of[asked])
    assert {str(told_of[each]) for each in ("FGDMMeetingOffer", "FGDMMeetingFac")} <= {"1", "True", "true"}


def test_money_is_set_aside_and_some_of_it_is_spent(make: Make, rows: Rows) -> None:
    make()
    assert rows("SELECT count(*) FROM help_pot") == [(3,)]
    spent = rows(
        "SELECT p.name, sum(h.pence) FROM help_practicalhelp h JOIN help_pot p ON p.id = h.pot_id"
        " JOIN help_familyhelp f ON f.family_id = h.family_id AND f.started_on <= h.on"
        " WHERE h.family_id = %s GROUP BY 1 ORDER BY 1",
        told().id,
    )
    assert spent == [("Practical help for families", 16_290), ("Section 17", 41_900)]


def test_an_enquiry_that_ended_offered_help_that_was_accepted(make: Make, rows: Rows) -> None:
    make()
    assert rows(
        "SELECT s.outcome, o.answer, o.why FROM protection_section47 s"
        " JOIN help_helpoffer o ON o.id = s.help_offer_id AND o.enquiry = s.id AND o.person_id = s.person_id"
        " WHERE s.person_id = ANY (%s)",
        list(told().children),
    ) == [("no_risk_now", "accepted", "after_enquiry")]
