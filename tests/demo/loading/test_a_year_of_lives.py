"""A year of help in the demo: every row as the actions would have written it, and figures that can be shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.demo.loading.conftest import TODAY, Rows

pytestmark = pytest.mark.database
Make = Callable[..., dict[str, int]]
AsWorker = Callable[[], AbstractContextManager[None]]
MANY = 300
# What no action would have written: each has to find nothing.
NEVER = {
    "a lead who agreed to the plan that they wrote": """
        SELECT v.id FROM plan_planversion v JOIN plan_plan p ON p.id = v.plan_id
         WHERE v.agreed_by_id = p.recorded_by OR v.agreed_on < p.started_on""",
    "an assessment agreed by who wrote it": """
        SELECT id FROM help_familyassessment WHERE agreed_by_id = recorded_by""",
    "Family Help closed as a request that nobody who helps has taken": """
        SELECT r.id FROM help_helprequest r JOIN help_thresholddecision d ON d.request_id = r.id
         WHERE r.closed_at IS NOT NULL AND d.tier = 'family_help' AND NOT EXISTS (
            SELECT FROM help_requestholder h JOIN access_account a ON a.id = h.account_id
             WHERE h.request_id = r.id AND h.accepted_at IS NOT NULL AND h.ended_at IS NULL
               AND a.role <> 'front_door')""",
    "told by a way that was not called safe": """
        SELECT id FROM help_helprequest WHERE told_how IN ('call', 'text') AND NOT told_how = ANY (safe_to)""",
    "a step by another service alone, of no organisation and no name": """
        SELECT id FROM plan_step WHERE does_it = 'service' AND service = ''""",
    "a family's own word of how it goes, of a line that they were never shown": """
        SELECT g.id FROM plan_progress g WHERE g.side = 'family' AND NOT EXISTS (
            SELECT FROM access_release r WHERE r.item = g.item AND r.reader_id = g.person_id AND r.prepared
               AND r.released_at <= g.recorded_at)""",
    "anything released by somebody who did not prepare them, or to whom a concern is not told": """
        SELECT r.id FROM access_release r WHERE NOT r.prepared OR r.how_prepared = ''
        UNION ALL SELECT r.id FROM access_release r JOIN access_notyettold n ON r.kind = 'plan'
            AND EXISTS (SELECT FROM people_familymember m JOIN people_familymember o ON o.family_id = m.family_id
                         WHERE m.person_id = r.reader_id AND o.person_id = ANY (n.persons))
            WHERE r.reader_id NOT IN (SELECT d.person_id FROM access_dooraccess d JOIN access_account a
                ON a.id = d.account_id WHERE a.password LIKE 'argon2%%' OR NOT a.login LIKE 'family.%%')""",
    "a request that belongs to a concern, of which the family was told": """
        SELECT id FROM help_helprequest WHERE covert_id IS NOT NULL AND family_told_on IS NOT NULL""",
    "a coordinator who works with the family": """
        SELECT m.id FROM decisions_familymeeting m JOIN decisions_meetingoffer o ON o.id = m.offer_id
          JOIN decisions_meetingperson p ON p.offer_id = o.id
          JOIN access_involvement i ON i.person_id = p.person_id AND i.account_id = m.coordinator_id
           AND i.role <> 'coordinator'""",
    "an invitation to somebody who was not made ready": """
        SELECT i.id FROM decisions_invitation i WHERE NOT EXISTS (
            SELECT FROM decisions_prepared p WHERE p.network_id = i.network_id AND p.prepared_on <= i.sent_on)""",
    "an enquiry of which the family is not told, with its outcome": """
        SELECT s.id FROM protection_section47 s JOIN access_notyettold n ON s.person_id = ANY (n.persons)
         WHERE s.outcome <> '' AND n.since::date <= s.started_on""",
    "money spent before it was set aside, or more than there is": """
        SELECT h.id FROM help_practicalhelp h JOIN help_pot p ON p.id = h.pot_id
         WHERE h.on < p.from_on OR h.on > p.until_on
        UNION ALL SELECT p.id FROM help_pot p WHERE p.pence < (
            SELECT coalesce(sum(h.pence), 0) FROM help_practicalhelp h WHERE h.pot_id = p.id)""",
    "a change of lead that no work of the new lead follows": """
        SELECT c.id FROM help_leadchange c WHERE NOT EXISTS (
            SELECT FROM access_involvement i JOIN people_familymember m ON m.person_id = i.person_id
             WHERE m.family_id = c.family_id AND i.account_id = c.new_id AND lower(i.during) = c.on)""",
}


def test_a_year_of_help_is_as_its_actions_would_have_written_it(make: Make, rows: Rows) -> None:
    made = make(children=MANY)
    found = {what: len(rows(sql)) for what, sql in NEVER.items()}
    assert {what: count for what, count in found.items() if count} == {}
    told_in_time = {
        "help_familyhelp": 60,
        "help_leadchange": 15,
        "help_requestperson": 80,
        "plan_planreview": 150,
        "decisions_familymeeting": 15,
        "decisions_feedback": 15,
        "plan_progress": 15,
        "help_adultneed": 80,
        "protection_preproceedings": 2,
    }
    assert {table: made[table] for table, least in told_in_time.items() if made[table] < least} == {}
    assert rows("SELECT count(*) FROM help_thresholddecision WHERE tier = by_rule AND rules <> '{}'") == [
        (made["help_thresholddecision"],)
    ]
    # Each way of leading, and each kind of meeting.
    led_from = rows(
        "SELECT DISTINCT o.kind FROM access_involvement i JOIN access_account a ON a.id = i.account_id"
        " JOIN access_organisation o ON o.id = a.organisation_id WHERE i.role = 'lead_practitioner' ORDER BY 1"
    )
    assert {"council", "school", "health"} <= {kind for (kind,) in led_from}


def test_what_a_plan_asks_only_of_parents_has_its_reason_as_the_rules_of_plans_ask() -> None:
    from kith.demo.generate import generate
    from kith.plan.rules import Asked, asks_only_parents, missing

    seen = set()
    for family in generate(900, 1, today=TODAY):
        for plan in family.plans:
            for number, day in enumerate(plan.agreed):
                steps = [
                    Asked(
                        line.does_it,
                        person=line.whose,
                        keeps_safe=line.keeps_safe,
                        open=not (
                            (line.done and line.done <= day) or (line.not_done and line.not_done <= day)
                        ),
                        stands=not (line.not_done and line.not_done <= day),
                    )
                    for line in plan.lines
                    if line.kind == "step" and (line.first is not None or number)
                ]
                if family.story:
                    continue
                assert missing(steps) == [], family.index
                only = bool(plan.why_only_parents[number])
                assert only == asks_only_parents(steps)
                seen.add(only)
    assert seen == {True, False}


# Approvals for a time, carers who came and went, and children who went home: of 900 children never six in a quarter.
SELDOM = {"approval", "carers", "home"}


def test_leaders_read_figures_by_area_and_by_group(make: Make, rows: Rows, as_worker: AsWorker) -> None:
    from kith.core.acting import acting
    from kith.insight.measures import MEASURES
    from kith.insight.night import count_help
    from kith.law.tasks import COUNTER

    make(children=1_500)  # as many as the demo has
    with as_worker(), acting(COUNTER):
        count_help(by=COUNTER, day=TODAY)
    shown = rows(
        "SELECT measure, by, count(*) FILTER (WHERE number > 5) FROM insight_helpfigure"
        " WHERE team_id IS NULL GROUP BY 1, 2"
    )
    numbers: dict[tuple[str, str], Any] = {(measure, by): count for measure, by, count in shown}
    often = [each for each in MEASURES if each.code not in SELDOM]
    for each in often:
        assert numbers[each.code, "total"] >= 3, each.code
    few = {(each.code, by) for each in often for by in ("area", "group") if not numbers[each.code, by]}
    assert len(few) <= 6, few


def test_a_lead_has_as_many_families_as_one_can_walk_with(make: Make, rows: Rows) -> None:
    """About 15 children to a lead, as the workforce figures for 2025 say (found: 15.2)."""
    make(children=900)
    held = rows(
        "SELECT i.account_id, count(DISTINCT m.family_id) FROM access_involvement i"
        " JOIN people_familymember m ON m.person_id = i.person_id"
        " WHERE i.role = 'lead_practitioner' AND i.during @> %s GROUP BY 1",
        TODAY,
    )
    most = max(count for _, count in held)
    assert most <= 19, most
    waiting = rows("SELECT count(*) FROM help_helprequest WHERE closed_at IS NULL")
    assert waiting[0][0] <= 20


def test_nearly_every_child_with_family_help_has_a_lead_named(make: Make, as_worker: AsWorker) -> None:
    """Duty FH-01, as the law derives it: what is late is what the demo means to be late, and that is little."""
    from kith.core.acting import acting
    from kith.demo.loading.make import SERVICE
    from kith.law.county import all_obligations
    from kith.law.due import rules_of

    make(children=MANY)
    with as_worker(), acting(SERVICE, read_only=True):
        batches = all_obligations(rules_of(TODAY), as_at=TODAY)
        found = [
            (row["duty"], row["state"])
            for batch in batches
            for row in batch.select(["duty", "state"]).to_pylist()
        ]
    for duty, least in (("FH-01", 100), ("FH-02", 200), ("FD-01", 80), ("FM-01", 10)):
        states = [state for each, state in found if each == duty]
        assert len(states) >= least, duty
        assert sum(state == "late" for state in states) <= 0.05 * len(states), duty
