from __future__ import annotations

from datetime import date

import pytest

from kith.demo.generate import make_family
from kith.demo.shapes import DemoFamily
from kith.demo.stories import STORIES
from tests.demo.coherent import faults

TODAY = date(2026, 11, 22)
WORKERS = {
    "lead@",
    "manager@",
    "payments@",
    "social-worker@",
    "protection@",
    "coordinator@",
    "reviewing@",
    "partner@",
    "health@",
    "school@",
    "front-door@",
    "analyst@",
    "returns@",
    "director@",
    "auditor@",
    "admin@",
}
FAMILY = {"parent@", "young-person@", "in-care@", "carer@", "mother@", "ex-partner@"}


@pytest.fixture(scope="module")
def told() -> dict[str, DemoFamily]:
    families = [make_family(index, seed=1, today=TODAY) for index in range(len(STORIES))]
    return {family.story: family for family in families}


def test_every_demo_sign_in_belongs_to_exactly_one_person(told: dict[str, DemoFamily]) -> None:
    people = [one.sign_in for family in told.values() for one in family.people if one.sign_in]
    workers = [one.sign_in for one in told["safe_home"].joining if one.sign_in]
    assert sorted(people) == sorted(f"{login}kithshire.example" for login in FAMILY)
    assert sorted(workers) == sorted(f"{login}kithshire.example" for login in WORKERS)


def test_he_may_never_learn_where_they_live(told: dict[str, DemoFamily]) -> None:
    family = told["safe_home"]
    he = next(one for one in family.people if one.sign_in.startswith("ex-partner@"))
    assert he.harm_flag
    hers = next(one for one in family.people if one.sign_in.startswith("parent@"))
    now = {one.person: one for one in family.residences if one.end is None}
    for person in (hers.id, *family.children):
        assert now[person].protected
        assert he.id in now[person].must_not_know
        assert he.id not in now[person].may_know
        assert now[person].address != now[he.id].address
    secret = {one.id: one for one in family.addresses}[now[hers.id].address]
    for event in family.events:
        for passage in event.passages:
            assert secret.place not in passage.text
            assert secret.postcode not in passage.text
            assert he.id not in passage.audience


def test_lead_works_with_that_family_and_sees_its_new_worry(told: dict[str, DemoFamily]) -> None:
    family = told["safe_home"]
    lead = next(one for one in family.joining if one.sign_in.startswith("lead@"))
    for child in family.children:
        assert any(
            one.worker == lead.id and one.person == child and one.end is None for one in family.involvements
        )
    untold = [one for one in family.events if one.not_yet_told]
    assert [one.title for one in untold] == ["Strategy discussion"]
    assert not untold[0].passages[0].audience
    assert any(one.not_yet_told for one in family.involvements)


def test_each_told_family_is_coherent_on_any_weekday() -> None:
    for day in (date(2026, 11, 22), date(2026, 12, 25), date(2027, 2, 28), date(2028, 2, 29)):
        for index in range(len(STORIES)):
            family = make_family(index, seed=1, today=day)
            assert (family.story, faults(family, day)) == (family.story, [])


def test_the_remanded_boy_has_two_legal_bases_at_once(told: dict[str, DemoFamily]) -> None:
    now = {one.code for one in told["on_remand"].legal_statuses if one.end is None}
    assert now == {"C2", "J1"}


def test_the_sealed_record_is_sealed_for_everybody_in_it(told: dict[str, DemoFamily]) -> None:
    assert all(one.sealed for one in told["sealed"].people)
    assert told["sealed"].episodes[-1].reason_ceased == "E12"


def test_the_relocated_family_can_be_found_by_nothing(told: dict[str, DemoFamily]) -> None:
    family = told["relocated"]
    assert all(one.relocated for one in family.people if one.part in {"child", "parent"})
    assert all(one.protected for one in family.residences)
    assert all(one.protected for one in family.contacts)


def test_rows_that_disagree_are_given_as_contradictions_and_not_as_facts(told: dict[str, DemoFamily]) -> None:
    family = told["rows_that_disagree"]
    assert {one.table for one in family.contradictions} == {"Episodes", "Header"}
    assert "K2" not in {one.placement for one in family.episodes}


def test_the_stories_show_what_each_room_needs(told: dict[str, DemoFamily]) -> None:
    assert told["baby_on_the_way"].people[1].dob_kind == "expected"
    assert told["here_alone"].unaccompanied
    assert len({one.dob for one in told["twins"].people if one.part == "child"}) == 1
    homes = {one.person: one.address for one in told["siblings_apart"].episodes if one.end is None}
    assert len(homes) == 3
    assert len(set(homes.values())) == 2
    assert told["waiting_for_adopters"].episodes[-1].legal_status == "E1"
    assert {one.legal_status for one in told["short_breaks"].episodes} == {"V4"}
    assert told["nineteen"].care_leaver_years[0].accommodation == "Z1"
    assert any(one.sign_in.startswith("carer@") for one in told["gran_steps_in"].people)
