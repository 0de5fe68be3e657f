"""How far lists look back: the same day of the month, six or twelve months before, counts first."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kith.help.models import Assessment, Referral
from kith.protection.models import ChildProtectionPlan, Section47
from tests.returns.annex_a.asking import Sheet, kith, sheets
from tests.returns.annex_a.one_record import AS_AT, BEFORE, SIX, child, episode, written
from tests.support import make

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
LONG_BEFORE, AFTER = date(2024, 1, 2), AS_AT + timedelta(1)


def lists(out: Path, as_at: date = AS_AT) -> list[Sheet]:
    make.account("returns", login="returns@kithshire.example")
    ran = kith("annex-a", "--out", str(out), "--as-at", str(as_at))
    assert ran.status == 0, ran.err
    return sheets(out / f"annex-a-{as_at}.xlsx")


def of(rows: Sheet) -> list[str]:
    return [row["Child Unique ID"] for row in rows]


def test_what_came_counts_from_the_first_day_up_to_the_day(tmp_path: Path) -> None:
    for local, came in (("before", BEFORE), ("first", SIX), ("last", AS_AT), ("after", AFTER)):
        who = child(local)
        written(Referral, person=who, referred_on=came, no_further_action=True)
        written(Section47, person=who, started_on=came)
    found = lists(tmp_path)
    assert of(found[2]) == of(found[4]) == ["first", "last"]


def test_what_lasts_counts_until_it_ended_before_the_first_day(tmp_path: Path) -> None:
    for local, ended in (("before", BEFORE), ("first", SIX), ("after", AFTER), ("lasts", None)):
        who = child(local)
        written(Referral, person=who, referred_on=LONG_BEFORE, closed_on=ended)
        written(Assessment, person=who, started_on=LONG_BEFORE, authorised_on=ended)
        written(ChildProtectionPlan, person=who, started_on=LONG_BEFORE, ended_on=ended)
        episode(who, LONG_BEFORE, ended, **({"reason_ceased": "E4A"} if ended else {}))
    found = lists(tmp_path)
    for place, ends in (
        (3, "Continuous Assessment Date of Authorisation"),
        (5, "CIN Closure Date"),
        (6, "Child Protection Plan End Date"),
        (7, "Date Ceased to be Looked After"),
    ):
        assert of(found[place]) == ["after", "first", "lasts"]
        assert [ends in row for row in found[place]] == [False, True, False], "not ended yet on the day"


def test_numbers_of_a_year_are_counted_back_from_the_latest_and_without_it(tmp_path: Path) -> None:
    ada, latest = child("K1"), date(2026, 6, 15)
    for days in (0, 1, 365, 366):
        came = latest - timedelta(days)
        written(Referral, person=ada, referred_on=came, no_further_action=True)
        written(Section47, person=ada, started_on=came, conference_on=came)
    found = lists(tmp_path)
    assert {row["Number of Referrals in Last 12 Months"] for row in found[2]} == {"2"}
    assert {row["Number of Section 47 Enquiries in the last 12 months"] for row in found[4]} == {"2"}
    assert {row["Number of ICPCs in the last 12 months"] for row in found[4]} == {"2"}


def test_leaving_care_is_for_whoever_was_in_care_for_13_weeks_since_14_and_once_16(tmp_path: Path) -> None:
    born = {"turns 16": date(2010, 9, 30), "not yet": date(2010, 10, 1), "leaps": date(2008, 2, 29)}
    day = timedelta(1)
    fourteen = date(2022, 3, 1)
    spells = {
        "turns 16": (date(2026, 7, 2), None), "not yet": (date(2020, 1, 1), None),
        "90 days": (date(2026, 7, 3), None), "adopted": (date(2020, 1, 1), date(2026, 9, 1)),
        "left": (date(2025, 1, 1), date(2026, 9, 30)), "left at 15": (date(2020, 1, 1), date(2026, 9, 29)),
        "grown": (date(2015, 1, 1), date(2018, 9, 30)),
    }  # fmt: skip
    for local, (came, went) in spells.items():
        when = date(2001, 5, 1) if local == "grown" else born.get(local, born["turns 16"])
        ends = {"reason_ceased": "E12" if local == "adopted" else "E4A"} if went else {}
        episode(child(local, born=when), came, went, **ends)
    for local, days in (("leaps", 1), ("leaps short", 0)):
        who = child(local, born=born["leaps"])
        episode(who, date(2020, 1, 1), fourteen + timedelta(90 + days) - 30 * day, reason_ceased="E4A")
        episode(who, date(2024, 3, 1), date(2024, 3, 31), reason_ceased="E4A")
    said = {row["Child Unique ID"]: row["Eligibility Category"] for row in lists(tmp_path)[8]}
    assert said == {
        "turns 16": "d) Eligible", "left": "a) Relevant", "grown": "b) Former relevant", "leaps": "b) Former relevant",
    }  # fmt: skip


def test_an_adoption_counts_for_twelve_months(tmp_path: Path) -> None:
    from kith.care.models import PlacedForAdoption

    for local, adopted in (("before", date(2025, 9, 29)), ("first", date(2025, 9, 30)), ("waits", None)):
        who = child(local)
        written(PlacedForAdoption, person=who, decided_on=LONG_BEFORE)
        ends = {"reason_ceased": "E12"} if adopted else {}
        episode(who, LONG_BEFORE - timedelta(30), adopted, **ends)
    assert of(lists(tmp_path)[9]) == ["first", "waits"]


def test_six_months_before_the_last_of_august_is_the_last_of_february(tmp_path: Path) -> None:
    for local, came in (("before", date(2026, 2, 27)), ("first", date(2026, 2, 28))):
        written(Referral, person=child(local), referred_on=came)
    assert of(lists(tmp_path, date(2026, 8, 31))[2]) == ["first"]


def test_a_second_period_of_care_is_told_by_the_latest(tmp_path: Path) -> None:
    ada = child("K1")
    episode(ada, LONG_BEFORE, date(2025, 9, 30), reason_ceased="E4A")
    episode(ada, date(2026, 4, 1), legal_status="C2")
    episode(child("K2"), date(2026, 4, 1), legal_status="V4")
    (row,) = lists(tmp_path)[7]
    again = (
        "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
    )
    assert (row["Child's Legal Status"], row[again]) == ("b) Full care orders", "True")


def test_linked_records_are_one_child(tmp_path: Path) -> None:
    from django.utils import timezone
    from psycopg.types.range import TimestamptzRange

    from kith.people.models import PersonIdentity

    ada, twice = child("K1"), child("K2")
    for who in (ada, twice):
        written(Referral, person=who, referred_on=SIX)
    written(PersonIdentity, person=twice, canonical=ada, during=TimestamptzRange(timezone.now(), None, "[)"))
    rows = lists(tmp_path)[2]
    assert [(r["Child Unique ID"], r["Number of Referrals in Last 12 Months"]) for r in rows] == [
        ("K1", "1")
    ] * 2
