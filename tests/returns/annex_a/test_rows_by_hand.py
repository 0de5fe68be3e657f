"""The rows of each list, worked out by hand from one small record."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from psycopg.types.range import DateRange

from kith.help.models import Assessment, ChildInNeedPlan, FamilyAssessment, Referral, StatutoryBasis
from kith.people.models import Disability
from kith.protection.models import ChildProtectionPlan, ProtectionPlanReview, Section47
from tests.returns.annex_a.asking import Sheet, kith, sheets
from tests.returns.annex_a.one_record import AS_AT, child, contact, episode, home_of, seen, written
from tests.support import make

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
ADA = {
    "Child Unique ID": "K1",
    "Gender": "b) Female",
    "Ethnicity": "a) White",
    "Date of Birth": "42125",  # 1 May 2015, in days since 30 December 1899
    "Age of Child (Years)": "11",
}
AGAIN = "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
UNKNOWN = {"Does the Child have a Disability": "Unknown"}


def serial(day: date) -> str:
    return str((day - date(1899, 12, 30)).days)


def lists(out: Path) -> list[Sheet]:
    make.account("returns", login="returns@kithshire.example")
    ran = kith("annex-a", "--out", str(out), "--as-at", str(AS_AT))
    assert ran.status == 0, ran.err
    return sheets(out / f"annex-a-{AS_AT}.xlsx")


def test_a_referral_an_assessment_and_the_episode_of_need_that_they_began(tmp_path: Path) -> None:
    ada = child("K1")
    worker = make.account("social_worker", in_team=make.team("North"), display_name="Sam Worker")
    make.involved(worker, ada, role="social_worker")
    written(Disability, person=ada, code="MOB")
    earlier = date(2025, 11, 3)
    written(Referral, person=ada, referred_on=earlier, closed_on=earlier, no_further_action=True)
    came = date(2026, 6, 1)
    referral = written(
        Referral,
        person=ada,
        referred_on=came,
        referral_source="2A",
        primary_need="N5",
        no_further_action=False,
    )
    written(Assessment, person=ada, referral=referral, started_on=date(2026, 6, 2))
    found = lists(tmp_path)
    with_worker = ADA | {"Allocated Team": "North", "Allocated Worker": "Sam Worker"}
    disabled = with_worker | {"Does the Child have a Disability": "True"}
    assert found[2] == [
        with_worker
        | {
            "Date of referral": serial(came),
            "Referral Source": "b) Schools",
            "Referral NFA?": "False",
            "Number of Referrals in Last 12 Months": "1",
        }
    ]
    assert found[3] == [disabled | {"Continuous Assessment Start Date": serial(date(2026, 6, 2))}]
    assert found[5] == [
        disabled
        | {
            "CIN Start Date": serial(came),
            "Primary Need Code": "e) Family dysfunction",
            "Case Status": "d) Open assessment",
        }
    ]
    assert [len(each) for each in found] == [0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0]


def test_an_enquiry_its_conference_and_the_plan_that_the_conference_made(tmp_path: Path) -> None:
    ada = child("K1")
    met = date(2026, 7, 14)
    written(
        Section47, person=ada, started_on=date(2026, 7, 1), conference_on=met, conference_not_required=False
    )
    plan = written(
        ChildProtectionPlan,
        person=ada, started_on=met, initial_category="NEG", latest_category="EMO", previous_plans=1,
    )  # fmt: skip
    written(ProtectionPlanReview, person=ada, plan=plan, reviewed_on=date(2026, 9, 20))
    written(ProtectionPlanReview, person=ada, plan=plan, reviewed_on=date(2026, 10, 1))  # after the day
    episode(ada, date(2026, 4, 1), date(2026, 4, 2), legal_status="L1", reason_ceased="E4A")
    found = lists(tmp_path)
    assert found[4] == [
        ADA
        | UNKNOWN
        | {
            "Strategy discussion initiating Section 47 Enquiry Start Date": serial(date(2026, 7, 1)),
            "Was an Initial Child Protection Conference deemed unnecessary?": "False",
            "Date of Initial Child Protection Conference": serial(met),
            "Did the Initial Child Protection Conference Result in a Child Protection Plan": "True",
            "Number of Section 47 Enquiries in the last 12 months": "0",
            "Number of ICPCs in the last 12 months": "0",
        }
    ]
    assert found[6] == [
        ADA
        | UNKNOWN
        | {
            "Child Protection Plan Start Date": serial(met),
            "Initial Category of Abuse": "a) Neglect",
            "Latest Category of Abuse": "d) Emotional Abuse",
            "Date of latest review conference": serial(date(2026, 9, 20)),
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)": "True",
            "Number of Previous Child Protection Plans": "1",
        }
    ]


def test_a_period_of_care_with_its_legal_statuses_homes_and_times_missing(tmp_path: Path) -> None:
    from kith.care.models import MissingEpisode, Review

    ada = child("K1")
    first, order, moved = date(2025, 5, 1), date(2025, 12, 1), date(2026, 8, 10)
    episode(ada, first, order)
    episode(ada, order, moved, reason_new_episode="L", legal_status="C1")
    last = episode(ada, moved, reason_new_episode="P", legal_status="C1", placement_type="K2", provider="PR4")
    home_of(last, "EF3 4GH")
    written(Review, person=ada, reviewed_on=date(2026, 9, 1), participation="PN1")
    for kind, began in (("M", date(2026, 5, 5)), ("M", date(2025, 9, 1)), ("A", date(2026, 6, 6))):
        written(MissingEpisode, person=ada, kind=kind, began_on=began, ended_on=began)
    assert lists(tmp_path)[7] == [
        ADA
        | UNKNOWN
        | {
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": "False",
            "Date Started to be Looked After": serial(first),
            "Child's Category of Need": "a) Abuse or neglect",
            AGAIN: "False",
            "Start date of current legal status": serial(order),
            "Child's Legal Status": "a) Interim care orders",
            "Date of Latest Statutory Review": serial(date(2026, 9, 1)),
            "Number of Placements in the Last 12 months": "2",
            "Start Date of Most Recent Placement": serial(moved),
            "Placement Type": "h) Children’s Homes",
            "Placement Provider": "b) Private",
            "Placement postcode": "EF3 4GH",
            "URN of Placement": "1234567",
            "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": "1",
            "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months": "1",
        }
    ]


def test_a_care_leaver_and_an_adoption(tmp_path: Path) -> None:
    from kith.care.models import Adoption, CareLeaverContact, PlacedForAdoption

    bea = child("K2", born=date(2007, 5, 1))
    written(CareLeaverContact, person=bea, collection_year="2024-25", in_touch="NO")
    written(
        CareLeaverContact,
        person=bea, collection_year="2025-26", in_touch="YES", activity="F3", accommodation="U2",
    )  # fmt: skip
    ada = child("K1")
    decided, ordered, placed, adopted = (date(2025, m, 1) for m in (2, 4, 6, 12))
    written(PlacedForAdoption, person=ada, decided_on=decided)
    episode(ada, date(2024, 10, 1), ordered)
    episode(ada, ordered, placed, reason_new_episode="L", legal_status="E1")
    episode(
        ada, placed, adopted,
        reason_new_episode="P", legal_status="E1", placement_type="A6", reason_ceased="E11",
    )  # fmt: skip
    written(Adoption, person=ada, collection_year="2025-26", matched_on=date(2025, 5, 20))
    found = lists(tmp_path)
    assert [row.get("Child Unique ID") for row in found[8]] == ["K2"]
    assert {
        name: found[8][0][name] for name in ("LA in Touch", "Type of Accommodation", "Activity Status")
    } == {
        "LA in Touch": "a) In touch",
        "Type of Accommodation": "k) Independent living",
        "Activity Status": "F3: Full time in training or employment",
    }
    assert found[8][0]["Suitability of Accommodation"] == "b) Not suitable"
    assert found[9] == [
        ADA
        | UNKNOWN
        | {
            "Date the Child Entered Care": serial(date(2024, 10, 1)),
            "Date of Decision that Child Should be Placed for Adoption": serial(decided),
            "Date of Placement Order": serial(ordered),
            "Date of Matching Child and Prospective Adopters": serial(date(2025, 5, 20)),
            "Date Placed for Adoption": serial(placed),
            "Date of Adoption Order": serial(adopted),
        }
    ]


def test_the_first_that_holds_of_the_statuses_is_said(tmp_path: Path) -> None:
    came = date(2026, 2, 2)
    for local in ("K1", "K2", "K3", "K4", "K5", "only a referral"):
        who = child(local)
        closed = {"closed_on": date(2026, 9, 1), "reason_closed": "RC7"} if local == "K5" else {}
        written(Referral, person=who, referred_on=came, **closed)
        if local == "K4":
            written(Assessment, person=who, started_on=came, authorised_on=came)
        elif local != "only a referral":
            written(ChildInNeedPlan, person=who, started_on=came)
        if local in {"K1", "K2"}:
            written(ChildProtectionPlan, person=who, started_on=came)
        if local == "K1":
            episode(who, came)
    said = {row["Child Unique ID"]: row.get("Case Status") for row in lists(tmp_path)[5]}
    assert said == {
        "K1": "a) Looked after child",
        "K2": "b) Child Protection plan",
        "K3": "c) Child in need plan",
        "K4": None,
        "K5": "e) Closed episode",
    }


def test_what_the_council_was_asked_for_is_a_contact_of_each_child(tmp_path: Path) -> None:
    ada, mother = child("K1"), make.person("Mother", born=date(1990, 1, 1))
    referral = written(Referral, person=ada, referred_on=date(2026, 6, 2), referral_source="2A")
    # Midnight in England is eleven at night in UTC: this was asked on the first day that counts.
    first = contact(ada, datetime(2026, 3, 29, 23, 0, tzinfo=UTC), "professional")
    contact(ada, datetime(2026, 3, 29, 22, 59, tzinfo=UTC), "self")  # the day before
    contact(ada, datetime(2026, 6, 1, 9, tzinfo=UTC), "professional", referral)
    contact(ada, datetime(2026, 6, 3, 9, tzinfo=UTC), "other")
    written(type(first), request=first.request, person=mother)  # a grown-up is no child of the list
    contact(ada, datetime(2026, 10, 1, 9, tzinfo=UTC), "self")  # after the day
    assert lists(tmp_path)[0] == [
        ADA | {"Date of Contact": serial(date(2026, 3, 30)), "Contact Source": "k) Unknown"},
        ADA | {"Date of Contact": serial(date(2026, 6, 1)), "Contact Source": "b) Schools"},
        ADA | {"Date of Contact": serial(date(2026, 6, 3)), "Contact Source": "a) Individual"},
    ]


def test_the_last_visit_is_that_of_this_plan_and_of_this_time_in_care(tmp_path: Path) -> None:
    ada, bo = child("K1"), child("K2")
    for who in (ada, bo):
        written(
            ChildProtectionPlan,
            person=who,
            started_on=date(2026, 6, 1),
            initial_category="NEG",
            latest_category="NEG",
        )
        episode(who, date(2026, 7, 1))
    for day, alone in (((2026, 5, 31), "yes"), ((2026, 6, 1), "yes"), ((2026, 6, 30), "offered")):
        seen(ada, date(*day), alone)
    seen(bo, date(2026, 7, 1))
    seen(bo, date(2026, 10, 1), "yes")  # after the day
    found = lists(tmp_path)
    visit, alone = "Date of the Last Statutory Visit", "Was the Child Seen Alone?"
    assert [(each[visit], each[alone]) for each in found[6]] == [
        (serial(date(2026, 6, 30)), "False"),
        (serial(date(2026, 7, 1)), "Unknown"),
    ]
    in_care = [each.get("Date of Last Social Work Visit") for each in found[7]]
    assert in_care == [None, serial(date(2026, 7, 1))]


def test_an_assessment_of_early_help_is_told_of_each_child_of_the_family(tmp_path: Path) -> None:
    ada, bo, mother = child("K1"), child("K2"), make.person("Mother", born=date(1990, 1, 1))
    family = make.family(ada, bo, mother)
    worker = make.account("lead", in_team=make.team("North"))
    ada_helped = DateRange(date(2026, 1, 5), date(2026, 9, 1), "[)")
    written(StatutoryBasis, person=ada, basis="none", during=ada_helped)
    written(StatutoryBasis, person=bo, basis="s17", during=ada_helped)
    for began, finished in (
        (date(2026, 1, 6), date(2026, 3, 29)),  # finished the day before
        (date(2026, 3, 1), date(2026, 3, 30)),
        (date(2026, 8, 31), None),
        (date(2026, 9, 1), date(2026, 9, 2)),  # on another footing by then
    ):
        written(
            FamilyAssessment, family=family, started_on=began, finished_on=finished, recorded_by=worker.id
        )
    assert lists(tmp_path)[1] == [
        ADA
        | {
            "Assessment start date": serial(date(2026, 3, 1)),
            "Assessment completion date": serial(date(2026, 3, 30)),
            "Organisation completing assessment": "Kithshire",
        },
        ADA
        | {
            "Assessment start date": serial(date(2026, 8, 31)),
            "Organisation completing assessment": "Kithshire",
        },
    ]
