"""A row that waits is settled by whoever may: one side, the other, or both; told, kept in history, undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connections

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.returns.models import Difference, Settling, StagedRow
from kith.returns.settling.actions import CannotSettleError, settle
from tests.returns.load.making import EPISODES, HEADER, REVIEWS, counts, episode, header, text
from tests.returns.load.test_load_census import CENSUS
from tests.returns.settling.deciding import (
    carry_out,
    child,
    decide,
    episodes,
    officer,
    social_worker,
    told,
    undo,
    waiting,
)
from tests.support import make
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
Load = Callable[..., Any]
FIRST = ("2022-06-01", "2022-08-10", "AA1 1AA", None)
SECOND = ("2022-08-10", None, "AA1 1AA", True)
HELD = ("2022-07-01", "2022-09-01", "BB2 2BB", None)


def test_the_record_stays_and_the_row_is_set_aside_for_good(two_chains: UUID, load: Load) -> None:
    done = decide(officer(), "record")
    assert (done.standing, done.said) == ("done", "")
    assert episodes() == [FIRST, SECOND]
    assert told() == ["A row of a return was set aside: the record stays as it is"]
    again = counts(load())
    assert (again["held"], again["new"], again["changed"]) == (0, 0, 0)


def test_the_row_takes_the_place_of_all_that_it_overlaps(two_chains: UUID) -> None:
    decide(officer(), "file")
    assert episodes() == [HELD]
    assert told() == ["A row of a return was taken in place of what was recorded"]
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT pgh_label, count(*) FROM care_episodeevent GROUP BY 1")
        assert cursor.fetchall() == [("removed", 2)]


def test_a_load_does_not_turn_the_decision_round(two_chains: UUID, load: Load) -> None:
    decide(officer(), "file")
    report = load()
    assert episodes() == [HELD]
    assert counts(report)["held"] == 2
    assert counts(report)["new"] == counts(report)["changed"] == 0


def test_undone_the_record_says_what_it_said_and_the_row_waits_again(two_chains: UUID) -> None:
    who = officer()
    done = decide(who, "file")
    undone = undo(who, done.id)
    assert (undone.standing, undone.undone_by) == ("undone", who.id)
    assert episodes() == [FIRST, SECOND]
    assert waiting().settlement == ""
    assert told()[-1] == "A row of a return that was settled waits again"
    assert decide(who, "record").standing == "done"


def test_two_stays_that_both_claim_a_night_are_refused_and_nothing_changes(two_chains: UUID) -> None:
    done = decide(officer(), "both")
    assert done.standing == "refused"
    assert "another stay claims the same nights" in done.said
    assert episodes() == [FIRST, SECOND]
    assert waiting().settled_at is None
    assert told() == []


def test_a_short_break_may_stand_beside_a_stay(load: Load) -> None:
    load(
        header=text(HEADER, header("1")),
        episodes=text(
            EPISODES,
            episode("1", "01/06/2022", "10/08/2022"),
            episode("1", "01/07/2022", "03/07/2022", status="V4"),
        ),
    )
    assert decide(officer(), "both").standing == "done"
    assert [(start, end) for start, end, _, _ in episodes()] == [
        ("2022-06-01", "2022-08-10"),
        ("2022-07-01", "2022-07-03"),
    ]


def test_of_two_rows_about_one_fact_the_other_can_be_chosen_and_stays_chosen(load: Load) -> None:
    reviews = text(REVIEWS, "1,05/05/2010,20/06/2022,PN1", "1,05/05/2010,20/06/2022,PN7")
    load(header=text(HEADER, header("1")), reviews=reviews)
    who = officer()
    done = decide(who, "file")
    assert participation() == "PN7"
    load()
    assert participation() == "PN7"
    undo(who, done.id)
    assert participation() == "PN1"


def participation() -> str:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT participation FROM care_review")
        return str(cursor.fetchone()[0])


def test_what_a_worker_wrote_can_give_way_to_the_file_and_the_difference_is_settled_too(load: Load) -> None:
    load(header=text(HEADER, header("1")), reviews=text(REVIEWS, "1,05/05/2010,20/06/2022,PN1"))
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("UPDATE care_review SET participation = 'PN3', source = 'worker'")
    load()
    assert Difference.objects.using(make.OWNER).filter(settled_at=None).count() == 1
    assert participation() == "PN3"
    decide(social_worker(child()), "file")
    assert participation() == "PN1"
    assert Difference.objects.using(make.OWNER).filter(settled_at=None).count() == 0


def test_a_row_that_cannot_be_read_can_only_be_set_aside(load: Load) -> None:
    load(header=text(HEADER, header("1"), header("2", "30/02/2010")))
    who = officer()
    with acting(make.actor(who)), pytest.raises(CannotSettleError, match="that this row allows"):
        settle(by=make.actor(who), row=waiting().id, choice="file")
    assert decide(who, "record").standing == "done"
    assert told() == []


SECOND_PLAN = """<ChildProtectionPlans><CPPstartDate>2023-07-01</CPPstartDate>
<InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>PHY</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails>"""


@pytest.mark.parametrize("referrals", [1, 2])
def test_a_row_of_the_census_that_is_taken_belongs_to_the_one_referral_of_its_time(
    referrals: int, tmp_path: Path, kith_database: None
) -> None:
    from kith.help.models import Referral
    from kith.returns.load import load as load_files

    file = tmp_path / "cin_2024.xml"
    told = CENSUS.format(year=2024, assessed="2023-05-07", ended="")
    told = told.replace("<Reviews><CPPreviewDate>2023-09-10</CPPreviewDate></Reviews>", "")
    file.write_text(told.replace("</CINdetails>", SECOND_PLAN))
    with worker_login():
        load_files([file])
    who = child("A1")
    if referrals == 2:
        Referral.objects.using(make.OWNER).create(person_id=who, referred_on=date(2023, 6, 1))
    assert decide(officer(), "file").standing == "done"
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT p.started_on, r.referred_on FROM protection_childprotectionplan p"
            " LEFT JOIN help_referral r ON r.id = p.referral_id"
        )
        assert cursor.fetchall() == [(date(2023, 7, 1), date(2023, 5, 6) if referrals == 1 else None)]


def test_a_plan_that_reviews_belong_to_does_not_go_and_that_is_said(
    tmp_path: Path, kith_database: None
) -> None:
    from kith.returns.load import load as load_files

    file = tmp_path / "cin_2024.xml"
    file.write_text(
        CENSUS.format(year=2024, assessed="2023-05-07", ended="").replace("</CINdetails>", SECOND_PLAN)
    )
    with worker_login():
        load_files([file])
    done = decide(officer(), "file")
    assert (done.standing, "other facts belong to the one that would go" in done.said) == ("refused", True)
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM protection_childprotectionplan")
        assert cursor.fetchall() == [(1,)]


OC2 = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT"


def test_the_same_words_about_another_year_wait_again_and_a_stay_settled_once_does_not(load: Load) -> None:
    stays = text(EPISODES, episode("1", "01/06/2021"), episode("1", "01/07/2021", "01/08/2021"))
    health = text(OC2, "1,05/05/2010,12,,0,1,1,1,1", "1,05/05/2010,31,,0,1,1,1,1")
    files = {"header": text(HEADER, header("1")), "episodes": stays, "oc2": health}
    who = officer()
    for year, waits in (("2021-22", ["Episodes", "OC2"]), ("2022-23", ["OC2"]), ("2022-23", [])):
        assert [file["held"] for file in load(year, **files)["files"]].count(1) == len(waits)
        rows = StagedRow.objects.using(make.OWNER).filter(settlement="").order_by("table")
        assert [row.table for row in rows] == waits
        for row in rows:
            decide(who, "record", row.id)


def test_what_was_changed_since_is_not_undone(two_chains: UUID) -> None:
    who = officer()
    done = decide(who, "file")
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("UPDATE care_episode SET ceased_on = '2022-08-30', during = '[2022-07-01,2022-08-30)'")
    kept = undo(who, done.id)
    assert kept.standing == "done"
    assert "changed since" in kept.said
    assert [(start, end) for start, end, _, _ in episodes()] == [("2022-07-01", "2022-08-30")]


def test_one_row_is_settled_once(two_chains: UUID) -> None:
    who, other, row = officer(), social_worker(two_chains), waiting().id
    with acting(make.actor(who)):
        settle(by=make.actor(who), row=row, choice="record")
    with acting(make.actor(other)), pytest.raises(CannotSettleError, match="settled this row already"):
        settle(by=make.actor(other), row=row, choice="file")
    assert carry_out() == 1
    assert carry_out() == 0


@pytest.mark.parametrize("role", ["social_worker", "partner", "analyst", "director", "front_door"])
def test_a_stranger_s_row_is_not_there(role: str, two_chains: UUID) -> None:
    who, row = make.account(role), waiting().id
    with acting(make.actor(who)), pytest.raises((NotPermittedError, CannotSettleError)):
        settle(by=make.actor(who), row=row, choice="record")
    assert Settling.objects.using(make.OWNER).count() == 0


def test_of_somebody_whose_home_is_kept_safe_the_officer_settles_nothing(two_chains: UUID) -> None:
    from kith.people.models import Person

    make.home(Person.objects.using(make.OWNER).get(id=two_chains), protected=True)
    who, row = officer(), waiting().id
    with acting(make.actor(who)), pytest.raises(CannotSettleError, match="no such row"):
        settle(by=make.actor(who), row=row, choice="record")


def test_whoever_lost_the_record_meanwhile_settles_nothing(two_chains: UUID) -> None:
    who = social_worker(two_chains)
    with acting(make.actor(who)):
        settle(by=make.actor(who), row=waiting().id, choice="file")
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("UPDATE access_involvement SET during = '[2020-01-01,2021-01-01)'")
    with pytest.raises(NotPermittedError):
        carry_out()
    assert episodes() == [FIRST, SECOND]
    assert StagedRow.objects.using(make.OWNER).filter(settled_at=None).count() == 1


def test_a_colleague_of_another_service_who_may_open_the_record_settles_nothing(two_chains: UUID) -> None:
    from kith.people.models import Person

    who, row = make.account("health"), waiting().id
    make.involved(who, Person.objects.using(make.OWNER).get(id=two_chains), role="health")
    with acting(make.actor(who)), pytest.raises(NotPermittedError):
        settle(by=make.actor(who), row=row, choice="record")
