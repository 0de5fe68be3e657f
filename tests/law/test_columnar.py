"""A county's duties, worked out in columns, are those that the engine works out person by person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.law import fact_kinds
from kith.law.columnar import Aged, Room, derive_all
from kith.law.coverage import EVERYTHING, Coverage, Covered
from kith.law.engine import derive
from kith.law.facts import Fact, details_said
from kith.law.register import Duty, Register, load
from kith.law.register.duty import Match

FIELDS = ("duty", "name", "starts", "due", "met", "state", "force", "source", "excuse", "closed")
PEOPLE = [UUID(int=1), UUID(int=(1 << 127) + 5), UUID(int=(1 << 128) - 1)]
MATTERS = ["", str(UUID(int=11)), str(UUID(int=12))]
FIRST, SPAN = date(2021, 11, 1), 900

# Duties of kinds that the shipped register has few of: before a day, in hours, rolling forward, told by details,
# opened by working days, excused and suspended by several facts, ended, and from the first day counted.
MADE_UP = [
    {
        "id": "ZZ-01", "trigger": "section_47_started", "same_ref": True,
        "met_by": [{"fact": "initial_conference"}, {"fact": "conference_not_required"}],
        "clock": [{"value": 5, "unit": "day", "days": "working", "direction": "before"}],
        "excused_by": [{"fact": "referral", "says": "A referral came."}],
        "status": "in_force", "commences_on": date(2022, 6, 1), "ends_on": date(2023, 6, 1),
    },
    {
        "id": "ZZ-02", "trigger": "looked_after", "met_by": [{"fact": "looked_after_review"}],
        "opens": {"value": 3, "unit": "day", "days": "working"},
        "clock": [
            {"value": 30, "unit": "day", "rolls_forward": True},
            {"value": 28, "unit": "day", "recurrence": "second"},
            {"value": 6, "unit": "week", "recurrence": "second_and_later"},
            {"value": 1, "unit": "month", "first_day_counts": True, "recurrence": "every"},
        ],
        "excused_by": [
            {"fact": "strengths_and_difficulties_reason", "where": {"reason": ["SDQ1", "SDQ9"]}, "says": "One."},
            {"fact": "conference_not_required", "says": "Two."},
        ],
        "suspended_by": [
            {"fact": "placed_for_adoption", "says": "Placed."},
            {"fact": "police_protection", "says": "Held."},
        ],
        "applies": {"age_from": 3, "age_on": "start"}, "status": "guidance",
    },
    {
        "id": "ZZ-03", "trigger": "strengths_and_difficulties_reason", "applies": {"where": {"reason": ["SDQ2"]}},
        "met_by": [{"fact": "strengths_and_difficulties_reason", "where": {"reason": ["SDQ3", "SDQ4"]}}],
        "clock": [{"value": 50, "unit": "hour"}, {"value": 1, "unit": "year", "recurrence": "every"}],
        "status": "local_default",
        "paused_by": [{"fact": "police_protection", "says": "Held."}],
    },
    {
        "id": "ZZ-06", "trigger": "referral", "same_ref": True, "met_by": [{"fact": "assessment_finished"}],
        "paused_by": [
            {"fact": "child_protection_plan", "says": "Planned."}, {"fact": "authority_to_place", "says": "Court."},
        ],
        "suspended_by": [{"fact": "placed_for_adoption", "says": "Placed."}],
        "clock": [
            {"value": 45, "unit": "day", "days": "working"},
            {"value": 2, "unit": "month", "recurrence": "every", "rolls_forward": True},
        ],
        "status": "guidance",
    },
    {  # more time, at most so much each time, and at most so much in all; and a clock that stands still beside it
        "id": "ZZ-07", "trigger": "referral", "same_ref": True, "met_by": [{"fact": "assessment_finished"}],
        "paused_by": [{"fact": "child_protection_plan", "says": "Planned."}],
        "allows": [
            {"how": "extended", "reason": "often", "asks": "More", "says": "More.", "source": "A rule", "by": ["lead"],
             "most": {"value": 8, "unit": "week"}},
            {"how": "extended", "reason": "in_all", "asks": "More", "says": "More.", "source": "A rule",
             "by": ["lead"], "most": {"value": 10, "unit": "day", "days": "working"}, "in_all": True},
        ],
        "clock": [{"value": 20, "unit": "day"}], "status": "guidance",
    },
    {  # what a council set, from a day on, and promised only later
        "id": "ZZ-04", "trigger": "looked_after", "met_by": [{"fact": "looked_after_review"}],
        "clock": [
            {"value": 4, "unit": "week", "held_before": date(2022, 9, 1), "recurrence": "every"},
            {"value": 3, "unit": "week", "held_from": date(2022, 9, 1), "recurrence": "every"},
        ],
        "opens": {"value": 2, "unit": "day"}, "promised_from": date(2022, 5, 1), "status": "beyond_the_law",
    },
    {  # the least time that the law gives, with an excuse, an end of its own, and again and again
        "id": "ZZ-08", "trigger": "child_protection_plan", "met_by": [{"fact": "referral"}],
        "clock": [
            {"value": 28, "unit": "day", "at_least": True},
            {"value": 3, "unit": "month", "at_least": True, "recurrence": "second_and_later"},
        ],
        "excused_by": [{"fact": "conference_not_required", "says": "Two."}],
        "suspended_by": [{"fact": "placed_for_adoption", "says": "Placed."}], "status": "guidance",
    },
    {
        "id": "ZZ-05", "trigger": "section_47_started", "met_by": [{"fact": "initial_conference"}],
        "clock": [{"value": 5, "unit": "day"}], "promised_from": date(2022, 9, 1), "status": "beyond_the_law",
    },
]  # fmt: skip
SOURCE = {
    "citation": "A rule",
    "link": "https://example.org/rule",
    "checked_on": date(2026, 1, 1),
    "read": "All.",
}


def made_up(table: dict[str, Any]) -> Duty:
    common = {
        "name": f"Duty {table['id']}",
        "family_name": "We do it",
        "confidence": "found",
        "source": SOURCE,
    }
    return Duty.model_validate(common | table)


REGISTER = Register((*load(), *(made_up(table) for table in MADE_UP)))
SPANS = ["looked_after", "placed_for_adoption", "police_protection", "child_protection_plan", "referral",
         "authority_to_place", "care_leaver"]  # fmt: skip
POINTS = ["looked_after_review", "section_47_started", "initial_conference", "conference_not_required",
          "assessment_finished", "referral_no_further_action", "child_protection_review", "care_leaver_in_touch",
          "strengths_and_difficulties_score", "letter_before_proceedings", "health_assessment_in_year"]  # fmt: skip
DAYS = st.integers(0, SPAN).map(lambda n: FIRST + timedelta(days=n))


@st.composite
def a_fact(draw: st.DrawFn) -> Fact:
    person, day = draw(st.sampled_from(PEOPLE)), draw(DAYS)
    which = draw(st.integers(0, 9))
    if which == 0:
        years = draw(st.integers(0, 20))
        return Fact(
            "birth", person, draw(st.sampled_from([date(2022 - years, 2, 28), date(2004, 2, 29), day]))
        )
    if which == 1:
        kind, detail = "strengths_and_difficulties_reason", {"reason": f"SDQ{draw(st.integers(1, 5))}"}
        return Fact(kind, person, day, detail=detail)
    if which < 6:
        length = draw(st.sampled_from([None, 0, 1, 30, 200, 700]))
        until = None if length is None else day + timedelta(days=length)
        return Fact(draw(st.sampled_from(SPANS)), person, day, until, draw(st.sampled_from(MATTERS)))
    return Fact(draw(st.sampled_from(POINTS)), person, day, None, draw(st.sampled_from(MATTERS)))


SOURCES = {"care_year": ["looked_after"], "care_leaver_birthday": ["care_leaver", "looked_after", "birth"]}


def matches_of(duty: Duty) -> list[Match]:
    trigger = Match(fact=duty.trigger, where=duty.applies.where)
    return [trigger, *duty.met_by, *duty.excused_by, *duty.suspended_by, *duty.paused_by, *duty.extended_by]


# Each duty, and those again that something excuses, suspends or pauses.
RICH = [
    *REGISTER.duties,
    *(8 * [each for each in REGISTER if each.excused_by or each.suspended_by or each.paused_by]),
]
RICH += 30 * [each for each in REGISTER if each.paused_by or each.extended_by]
# Those that something lasting meets, which may have begun before.
RICH += 30 * [each for each in REGISTER if any(fact_kinds.known()[one.fact].span for one in each.met_by)]


@st.composite
def lives(draw: st.DrawFn) -> list[Fact]:
    """Facts that bear on one or two duties, close enough in time to meet, excuse, suspend and pause them."""
    duties = draw(st.lists(st.sampled_from(RICH), min_size=1, max_size=2))
    matches = [match for duty in duties for match in matches_of(duty)]
    kinds = [kind for match in matches for kind in SOURCES.get(match.fact, [match.fact])]
    wheres = {match.fact: match.where for match in matches if match.where}
    born = [Fact("birth", person, date(2012, 3, 1)) for person in PEOPLE[:2]]
    facts = [_life_fact(draw, draw(st.sampled_from(kinds)), wheres) for _ in range(draw(st.integers(2, 16)))]
    return born + [fact for fact in facts if fact.kind != "birth"]


def _life_fact(draw: st.DrawFn, kind: str, wheres: dict[str, Any]) -> Fact:
    day = date(2022, 1, 1) + timedelta(days=draw(st.integers(0, 240)))
    length = draw(st.sampled_from([None, 3, 20, 90, 300])) if fact_kinds.known()[kind].span else None
    detail = {key: draw(st.sampled_from([*values, "-"])) for key, values in wheres.get(kind, {}).items()}
    until = None if length is None else day + timedelta(days=length)
    return Fact(
        kind, draw(st.sampled_from(PEOPLE[:2])), day, until, draw(st.sampled_from(MATTERS[1:])), detail
    )


COVERAGES = st.one_of(
    st.just(EVERYTHING),
    st.builds(
        lambda since, left_out: Coverage.of(
            Covered(kind, since) for kind in (*SPANS, *POINTS, "dental_check_in_year") if kind != left_out
        ),
        DAYS,
        st.sampled_from(POINTS),
    ),
)


COLUMNS = {
    "kind": pa.string(), "person": pa.uuid(), "day": pa.date32(), "until": pa.date32(), "ref": pa.uuid(),
    "detail": pa.string(),
}  # fmt: skip


def a_room(facts: Iterable[Fact]) -> Room:
    """A room whose one table holds these facts."""
    told = [
        (
            fact.kind,
            fact.person.bytes,
            fact.on,
            fact.until,
            UUID(fact.ref).bytes if fact.ref else None,
            json.dumps(fact.detail) if fact.detail else None,
        )
        for fact in facts
    ]
    columns = {
        name: pa.array([row[n] for row in told], kind) for n, (name, kind) in enumerate(COLUMNS.items())
    }
    return Room(
        "SELECT kind, person, day, until, ref, detail::jsonb AS detail FROM told", {"told": pa.table(columns)}
    )


def rooms(facts: Iterable[Fact], aged: Aged | None) -> Iterator[Room]:
    """Facts as they are asked for: of births, only those whose age is said to matter."""
    births = [fact for fact in facts if fact.kind == "birth"]
    yield a_room(fact for fact in facts if fact.kind != "birth")
    if aged is not None:
        matter = aged(pa.table({"person": pa.array([], pa.uuid())})).split(",")
        births = [fact for fact in births if str(fact.person) in matter]
    yield a_room(births)


def in_columns(
    facts: list[Fact], as_at: date, coverage: Coverage, register: Register = REGISTER
) -> list[Any]:
    found = derive_all(lambda aged: rooms(facts, aged), register, as_at=as_at, coverage=coverage)
    rows = [row for batch in found for row in batch.to_pylist()]
    return [(str(row["person"]), *(row[field] for field in FIELDS)) for row in rows]


def one_by_one(
    facts: list[Fact], as_at: date, coverage: Coverage, register: Register = REGISTER
) -> list[Any]:
    found = derive(facts, register, as_at=as_at, coverage=coverage)
    return [
        (
            str(each.person),
            *(getattr(each, field) if field != "excuse" else each.excuse or None for field in FIELDS),
        )
        for each in found
    ]


def in_order(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=repr)


@settings(max_examples=30, deadline=None)
@given(st.lists(a_fact(), max_size=25), DAYS, COVERAGES)
def test_the_answers_are_the_same_for_any_facts(facts: list[Fact], as_at: date, coverage: Coverage) -> None:
    assert in_order(in_columns(facts, as_at, coverage)) == in_order(one_by_one(facts, as_at, coverage))


@settings(max_examples=60, deadline=None)
@given(lives(), st.integers(0, 500))
def test_the_answers_are_the_same_where_facts_meet_excuse_suspend_and_pause(
    facts: list[Fact], days: int
) -> None:
    as_at = date(2022, 1, 1) + timedelta(days=days)
    assert in_order(in_columns(facts, as_at, EVERYTHING)) == in_order(one_by_one(facts, as_at, EVERYTHING))


def test_what_would_excuse_a_duty_does_not_when_it_was_before_the_duty_or_after_it_was_due() -> None:
    child = PEOPLE[0]
    care = [Fact("birth", child, date(2012, 3, 1)), Fact("looked_after", child, date(2022, 3, 1))]
    only = Register(tuple(each for each in REGISTER if each.id == "ZZ-02"))
    for day, excused in ((date(2022, 2, 28), False), (date(2022, 3, 10), True), (date(2022, 6, 1), False)):
        facts = [*care, Fact("conference_not_required", child, day)]
        found = in_columns(facts, date(2022, 7, 1), EVERYTHING, only)
        assert in_order(found) == in_order(one_by_one(facts, date(2022, 7, 1), EVERYTHING, only))
        assert any(row[FIELDS.index("excuse") + 1] == "Two." for row in found) is excused


def test_what_ended_on_the_day_it_was_due_is_told_in_the_same_words() -> None:
    child = PEOPLE[0]
    only = load().only("LA-04")
    for until in (date(2024, 4, 1), date(2024, 4, 2)):
        facts = [Fact("looked_after", child, date(2024, 3, 1), until)]
        found = in_columns(facts, date(2025, 1, 1), EVERYTHING, only)
        assert found == one_by_one(facts, date(2025, 1, 1), EVERYTHING, only)
        assert "the day on which" in found[0][FIELDS.index("excuse") + 1] or until.day == 1


def test_details_that_a_room_tells_as_numbers_or_nulls_are_read_alike() -> None:
    child = PEOPLE[0]
    only = Register((made_up({**MADE_UP[2], "applies": {"where": {"reason": ["2"]}}}),))
    kind, day = "strengths_and_difficulties_reason", date(2022, 3, 1)
    told = {"reason": 2, "other": None}
    facts = [Fact(kind, child, day, detail=told)]  # type: ignore[arg-type]
    read = [Fact(kind, child, day, detail=details_said(told))]
    found = in_columns(facts, date(2025, 1, 1), EVERYTHING, only)
    assert found == one_by_one(read, date(2025, 1, 1), EVERYTHING, only)
    assert found
