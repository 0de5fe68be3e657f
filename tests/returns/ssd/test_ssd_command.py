"""The tables of one small record: with names for a returns officer, with nobody known for an analyst."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from psycopg.types.range import DateRange

from kith.help.models import Assessment, AssessmentFactor, FamilyHelp, Referral, StatutoryBasis
from kith.people.models import Identifier, Person
from kith.plan.models import Plan, PlanBasis, PlanPerson
from kith.protection.models import ChildProtectionPlan
from tests.returns.annex_a.asking import Ran, kith
from tests.returns.annex_a.one_record import child, contact, episode, home_of, seen, written
from tests.support import make

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Rows = list[dict[str, str]]
CAME = date(2025, 6, 2)


@pytest.fixture
def ada() -> Person:
    """A child with a referral, an assessment, a home in care, a mother, identifiers, an address and a worker."""
    made = child("LOCAL-77", given="Adaname", family="Familyname")
    for scheme, value in (("upn", "A123456789012"), ("nhs", "9434765919")):
        written(Identifier, person=made, scheme=scheme, value=value)
    referral = written(Referral, person=made, referred_on=CAME, primary_need="N1", referral_source="6")
    facts: dict[str, Any] = {"person": made, "referral": referral, "started_on": CAME, "authorised_on": CAME}
    found = written(Assessment, **facts)
    for code in ("3B", "2A"):
        written(AssessmentFactor, person=made, assessment=found, code=code)
    home_of(episode(made, CAME), "EF3 4GH")
    make.home(made, lines="1 Nowhere Lane", postcode="ZZ1 1ZZ")
    mother = make.person("Mothername", "Familyname", born=date(1990, 2, 3))
    make.tied(made, mother)
    make.person("Strangername", "Elsewhere")
    worker = make.account("social_worker", in_team=make.team("North"), display_name="Workername Sam")
    make.involved(worker, made, role="social_worker")
    return made


def asked(out: Path, login: str, *words: str) -> Ran:
    make.account(login.partition("@")[0], login=f"{login}@kithshire.example")
    return kith(
        "ssd", "--out", str(out), *words, "--as", f"{login}@kithshire.example", "--reason", "month end"
    )


def table(out: Path, name: str) -> Rows:
    with (out / f"ssd_{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def looks() -> list[tuple[Any, ...]]:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT person, page, reason FROM access_look ORDER BY person")
        return list(cursor.fetchall())


def test_a_returns_officer_gets_the_rows_as_they_are_and_each_person_is_logged(
    ada: Person, tmp_path: Path
) -> None:
    ran = asked(tmp_path, "returns", "--identified")
    assert ran.status == 0, ran.err
    people = {row["pers_forename"]: row for row in table(tmp_path, "person")}
    assert set(people) == {"Adaname", "Mothername"}, "nobody else goes out"
    assert {name: value for name, value in people["Adaname"].items() if value} == {
        "pers_person_id": str(ada.id),
        "pers_forename": "Adaname",
        "pers_surname": "Familyname",
        "pers_sex": "F",
        "pers_ethnicity": "WBRI",
        "pers_dob": "2015-05-01",
        "pers_common_child_id": "9434765919",
        "pers_legacy_id": "LOCAL-77",
    }
    (need,) = table(tmp_path, "cin_episodes")
    assert (need["cine_person_id"], need["cine_referral_date"], need["cine_referral_source_code"]) == (
        str(ada.id), "2025-06-02", "6",
    )  # fmt: skip
    (factors,) = table(tmp_path, "assessment_factors")
    assert factors["cinf_assessment_factors_json"] == '["2A", "3B"]'
    assert table(tmp_path, "cla_placement")[0]["clap_cla_placement_postcode"] == "EF3 4GH"
    assert table(tmp_path, "address")[0]["addr_address_postcode"] == "ZZ1 1ZZ"
    (tie,) = table(tmp_path, "mother")
    assert (tie["moth_person_id"], tie["moth_childs_person_id"]) == (
        people["Mothername"]["pers_person_id"],
        str(ada.id),
    )
    assert {(page, why) for _, page, why in looks()} == {("ssd", "month end")}
    assert {str(person) for person, _, _ in looks()} == {row["pers_person_id"] for row in people.values()}
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_an_analyst_gets_tables_in_which_nobody_is_named_and_that_hold_together(
    ada: Person, tmp_path: Path
) -> None:
    ran = asked(tmp_path, "analyst")
    assert ran.status == 0, ran.err
    everything = "\n".join(file.read_text("utf-8") for file in tmp_path.iterdir())
    hidden = (
        str(ada.id), "LOCAL-77", "Adaname", "Familyname", "Mothername", "Workername", "North", "A123456789012",
        "9434765919", "EF3 4GH", "ZZ1 1ZZ", "Nowhere", "1234567", "2015-05-01", "1990-02-03",
    )  # fmt: skip
    assert [each for each in hidden if each in everything] == []
    assert {row["pers_dob"] for row in table(tmp_path, "person")} == {"2015-05", "1990-02"}
    ids = {row["pers_person_id"] for row in table(tmp_path, "person")}
    assert all(len(each) == 32 for each in ids)
    for name, column in (("cin_episodes", "cine"), ("cla_placement", "clap"), ("disability", "disa")):
        assert {row[f"{column}_person_id"] for row in table(tmp_path, name)} <= ids
    (found,), (need,) = table(tmp_path, "cin_assessments"), table(tmp_path, "cin_episodes")
    assert found["cina_referral_id"] == need["cine_referral_id"] != ""
    (worker,), (tie,) = table(tmp_path, "professionals"), table(tmp_path, "involvements")
    assert tie["invo_professional_id"] == worker["prof_professional_id"] != ""
    assert looks() == []


def test_two_exports_share_no_key(ada: Person, tmp_path: Path) -> None:
    keys = []
    for name in ("one", "two"):
        make.account("analyst", login=f"{name}@kithshire.example")
        words = ("--as", f"{name}@kithshire.example", "--reason", "x")
        assert kith("ssd", "--out", str(tmp_path / name), "--de-identified", *words).status == 0
        keys.append(
            {
                value
                for file in (tmp_path / name).iterdir()
                for row in table(tmp_path / name, file.stem.removeprefix("ssd_"))
                for column, value in row.items()
                if len(value) == 32
            }
        )
    assert keys[0]
    assert keys[0] & keys[1] == set()


@pytest.mark.parametrize(
    ("role", "words", "says"),
    [
        ("analyst", ("--identified",), "may not read identified return rows and write returns"),
        ("social_worker", ("--identified",), "may not read identified return rows and write returns"),
        ("social_worker", ("--de-identified",), "may not read counts in which nobody can be known"),
        ("director", ("--identified",), "may not read identified return rows and write returns"),
    ],
)
def test_who_may_not_is_told_in_one_line(
    role: str, words: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    ran = asked(tmp_path / "out", role, *words)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert says in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("login", ["returns", "analyst"])
def test_the_restricted_are_left_out_and_counted_and_a_safe_home_is_told_nobody(
    login: str, ada: Person, tmp_path: Path
) -> None:
    held, safe = child("HELD"), child("SAFE")
    for who in (held, safe):
        home_of(episode(who, CAME), "GH5 6IJ")
        make.home(who, lines="2 Hidden Row", postcode="KL7 8MN", protected=who is safe)
    make.tied(held, make.person("Heldmother"))
    make.restricted(held, kind="relocated")
    ran = asked(tmp_path, login, *(["--identified"] if login == "returns" else []))
    assert ran.status == 0, ran.err
    number = "1" if login == "returns" else "fewer than 5"
    assert f"ssd_person: 3 rows.\n  Left out: {number} whose records are restricted" in ran.err
    assert f"Where they are is left out everywhere: {number} whose home is kept safe." in ran.err
    assert len(table(tmp_path, "cla_placement")) == 2
    everything = "\n".join(file.read_text("utf-8") for file in tmp_path.iterdir())
    hidden = ("HELD", "GH5 6IJ", "KL7 8MN", "Hidden Row", "Heldmother", str(held.id))
    assert [each for each in hidden if each in everything] == []


def test_a_formula_in_a_table_is_text(tmp_path: Path) -> None:
    who = child("=1+1", given="@SUM(A1)")
    written(Referral, person=who, referred_on=CAME)
    asked(tmp_path, "returns", "--identified")
    (row,) = table(tmp_path, "person")
    assert (row["pers_forename"], row["pers_legacy_id"]) == ("'@SUM(A1)", "'=1+1")


def test_each_table_is_one_query_however_many_are_in_it(ada: Person, tmp_path: Path) -> None:
    for number in range(10):
        written(Referral, person=child(f"K{number}"), referred_on=CAME)
    with CaptureQueriesContext(connection) as queries:
        assert asked(tmp_path, "returns", "--identified").status == 0
    record = [each for each in queries.captured_queries if "WITH -- People" in each["sql"]]
    assert len(record) == len(list(tmp_path.iterdir())) + 2, "the tables, and two counts"


def test_what_happened_on_a_birthday_is_told_by_its_month_where_nobody_is_to_be_known(tmp_path: Path) -> None:
    who = child("K1", born=date(2007, 5, 1))
    episode(who, date(2024, 1, 2), date(2025, 5, 1), reason_ceased="E5")
    for login, told in (("analyst", "2025-05"), ("returns", "2025-05-01")):
        out = tmp_path / login
        assert asked(out, login, *(["--identified"] if login == "returns" else [])).status == 0
        (row,) = table(out, "cla_episodes")
        assert (row["clae_cla_episode_start_date"], row["clae_cla_episode_ceased_date"]) == (
            "2024-01-02",
            told,
        )


def test_a_visit_is_told_with_the_plan_or_the_care_that_it_was_under(ada: Person, tmp_path: Path) -> None:
    bo = child("LOCAL-78")
    written(Referral, person=bo, referred_on=CAME, closed_on=date(2025, 12, 1))
    plan = written(
        ChildProtectionPlan, person=bo, started_on=date(2025, 7, 1), ended_on=date(2025, 9, 1),
        initial_category="NEG", latest_category="NEG",
    )  # fmt: skip
    days = [date(2025, 6, 1), CAME, date(2025, 6, 30), date(2025, 7, 1), date(2025, 9, 1), date(2025, 12, 2)]
    for day in days:
        seen(bo, day, "yes" if day == CAME else "")
    seen(ada, CAME, "no")
    assert asked(tmp_path, "returns", "--identified").status == 0
    need, plans, care = (table(tmp_path, f"{each}_visits") for each in ("cin", "cp", "cla"))
    assert [(row["cinv_cin_visit_date"], row["cinv_cin_visit_seen_alone"]) for row in need] == [
        ("2025-06-02", "Y"),
        ("2025-06-30", ""),
    ]
    assert [(row["cppv_cp_visit_date"], row["cppv_cp_plan_id"]) for row in plans] == [
        ("2025-07-01", str(plan.id)),
        ("2025-09-01", str(plan.id)),
    ]
    assert [
        (row["clav_person_id"], row["clav_cla_visit_seen"], row["clav_cla_visit_seen_alone"]) for row in care
    ] == [(str(ada.id), "Y", "N")]


def test_a_contact_is_of_a_child_who_is_among_the_people(tmp_path: Path) -> None:
    bo = child("LOCAL-78")
    asked_for = contact(bo, datetime(2025, 6, 2, 9, tzinfo=UTC), "self")
    assert asked(tmp_path, "returns", "--identified").status == 0
    assert table(tmp_path, "contacts") == [
        {
            "cont_contact_id": str(asked_for.id),
            "cont_person_id": str(bo.id),
            "cont_contact_date": "2025-06-02",
            "cont_contact_source_code": "1A",
            "cont_contact_source_desc": "",
            "cont_contact_outcome_json": "",
        }
    ]
    assert [row["pers_person_id"] for row in table(tmp_path, "person")] == [str(bo.id)]


def test_help_by_agreement_alone_is_early_help_to_its_last_day(tmp_path: Path) -> None:
    bo = child("LOCAL-78")
    family = make.family(bo)
    for basis, first, after in (
        ("none", date(2025, 6, 2), date(2025, 9, 2)),
        ("s17", date(2025, 9, 2), None),
    ):
        written(StatutoryBasis, person=bo, basis=basis, during=DateRange(first, after, "[)"))
    ended = date(2025, 9, 1)
    written(FamilyHelp, family=family, started_on=date(2025, 6, 2), ended_on=ended, why_ended="goals_met")
    assert asked(tmp_path, "returns", "--identified").status == 0
    [row] = table(tmp_path, "early_help_episodes")
    assert {name.removeprefix("earl_episode_"): value for name, value in row.items() if value} == {
        "id": row["earl_episode_id"],
        "earl_person_id": str(bo.id),
        "start_date": "2025-06-02",
        "end_date": "2025-09-01",
        "end_reason": "goals_met",
    }


def test_the_care_plan_is_of_the_child_who_is_looked_after(ada: Person, tmp_path: Path) -> None:
    at_home, mother = child("LOCAL-78"), make.person("Mother", born=date(1990, 1, 1))
    plan = written(Plan, family=make.family(ada, at_home, mother), started_on=CAME)
    for who, part in ((ada, "child"), (at_home, "child"), (mother, "parent")):
        written(PlanPerson, plan=plan, person=who, part=part)
    for basis, first in (("child_in_need", CAME), ("looked_after", date(2025, 6, 3))):
        written(PlanBasis, plan=plan, basis=basis, during=DateRange(first, date(2025, 9, 2), "[)"))
    assert asked(tmp_path, "returns", "--identified").status == 0
    rows = table(tmp_path, "cla_care_plan")
    assert [(row["lacp_person_id"], *list(row.values())[2:]) for row in rows] == [
        (str(ada.id), "2025-06-03", "2025-09-01", "")
    ]
