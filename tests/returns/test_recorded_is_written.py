"""What a worker types into a form of the returns stands in the written return, in its column and no other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from kith.care.models import Episode, PreviousPermanence
from kith.help.models import Referral
from kith.protection.models import ChildProtectionPlan, PreProceedings, ProtectionPlanReview, Section47
from kith.returns.models import Difference
from tests.returns.findings.finding import check_all, codes, looked_after, referred, run_queue, worker
from tests.returns.load.making import EPISODES, HEADER, counts, episode, header, text
from tests.returns.test_recording import day
from tests.returns.written import may_write, written
from tests.support import make
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
BEGAN = dt.date(2026, 7, 1)


def mended(client: Client, child: Any, address: str, typed: dict[str, str], code: str = "") -> None:
    """Send the form; where a rule's code is given, the finding leads there, and is gone once it is sent."""
    check_all()
    if code:
        finding = child.findings.using(make.OWNER).filter(code=code, cleared_on=None).first()
        assert finding is not None, codes(child)
        assert address in client.get(f"/people/{child.id}/mend/{finding.id}/").content.decode()
    assert address in client.get(f"/people/{child.id}/facts/").content.decode()
    sent = client.post(address, typed)
    assert sent.status_code == 302, words_of(sent)
    run_queue()
    assert code not in codes(child)


def test_where_a_home_is() -> None:
    child = looked_after()
    episode = Episode.objects.using(make.OWNER).get(person=child)
    here = f"/people/{child.id}/facts/care_episode/{episode.id}/place/"
    typed = {"home_postcode": "kh1 1ad", "placement_postcode": "KH22AD", "urn": "1234567"}
    before = written("ssda903")["Episodes"]
    mended(signed_in(worker(child)), child, here, typed, code="392a")
    (row,) = written("ssda903")["Episodes"]
    assert row == before[0] | {"HOME_POST": "KH1 1AD", "PL_POST": "KH2 2AD", "URN": "1234567"}


def test_earlier_permanence_of_which_the_day_is_not_known() -> None:
    child = looked_after()
    here = f"/people/{child.id}/facts/care_previouspermanence/"
    typed = {
        "collection_year": "2026-27", "kind": "P1", "authority": "301",
        "date_as_given_month": "3", "date_as_given_year": "2022",
    }  # fmt: skip
    assert written("ssda903")["PrevPerm"] == []
    mended(signed_in(worker(child)), child, here, typed, code="630")
    (row,) = written("ssda903")["PrevPerm"]
    assert row == {
        "CHILD": "Bo", "DOB": "01/05/2015", "PREV_PERM": "P1", "LA_PERM": "301", "DATE_PERM": "zz/03/2022",
    }  # fmt: skip
    kept = PreviousPermanence.objects.using(make.OWNER).get(person=child)
    assert kept.ordered_on is None
    # It is shown as it was typed, and once all of it is known the day itself is kept as well.
    client, again = signed_in(worker(child)), f"{here}{kept.id}/"
    page = client.get(again).content.decode()
    assert 'name="date_as_given_month" type="text" inputmode="numeric" value="03"' in page
    assert client.post(again, typed | {"date_as_given_day": "9"}).status_code == 302
    kept = PreviousPermanence.objects.using(make.OWNER).get(person=child)
    assert (kept.date_as_given, kept.ordered_on) == ("09/03/2022", dt.date(2022, 3, 9))


def enquired() -> tuple[Any, Referral]:
    child = referred()
    return child, Referral.objects.using(make.OWNER).get(person=child)


def test_a_child_protection_plan_and_its_review() -> None:
    child, referral = enquired()
    client = signed_in(worker(child))
    here = f"/people/{child.id}/facts/protection_childprotectionplan/"
    typed = day("started_on", BEGAN) | {
        "referral_id": str(referral.id), "initial_category": "NEG", "latest_category": "EMO", "previous_plans": "2",
    }  # fmt: skip
    # The one referral that there is stands there already.
    assert f'<option value="{referral.id}" selected>' in client.get(here).content.decode()
    mended(client, child, here, typed)
    plan = ChildProtectionPlan.objects.using(make.OWNER).get(person=child)
    review = f"/people/{child.id}/facts/protection_protectionplanreview/"
    mended(client, child, review, day("reviewed_on", dt.date(2026, 9, 2)) | {"plan_id": str(plan.id)})
    found = written("cin")
    assert found["ChildProtectionPlans"] == [
        {
            "LAchildID": "Ada", "CINdetailsRow": "1", "CPPstartDate": "2026-07-01", "InitialCategoryOfAbuse": "NEG",
            "LatestCategoryOfAbuse": "EMO", "NumberOfPreviousCPP": "2",
        }
    ]  # fmt: skip
    assert found["Reviews"] == [
        {
            "LAchildID": "Ada",
            "CINdetailsRow": "1",
            "ChildProtectionPlansRow": "1",
            "CPPreviewDate": "2026-09-02",
        }
    ]


def test_a_plan_that_lacks_its_category_is_mended() -> None:
    child, referral = enquired()
    plan = ChildProtectionPlan.objects.using(make.OWNER).create(
        person=child,
        referral=referral,
        started_on=BEGAN,
        latest_category="NEG",
        previous_plans=0,
        source="cin",
    )
    here = f"/people/{child.id}/facts/protection_childprotectionplan/{plan.id}/"
    typed = day("started_on", BEGAN) | day("ended_on", dt.date(2026, 8, 1))
    typed |= {
        "initial_category": "NEG", "latest_category": "NEG", "previous_plans": "0", "referral_id": str(referral.id),
    }  # fmt: skip
    mended(signed_in(worker(child)), child, here, typed, code="8905")
    (row,) = written("cin")["ChildProtectionPlans"]
    assert (row["InitialCategoryOfAbuse"], row["CPPendDate"]) == ("NEG", "2026-08-01")


def test_a_review_s_day_is_corrected() -> None:
    child, referral = enquired()
    plan = ChildProtectionPlan.objects.using(make.OWNER).create(
        person=child, referral=referral, started_on=BEGAN, latest_category="NEG"
    )
    review = ProtectionPlanReview.objects.using(make.OWNER).create(
        person=child, plan=plan, reviewed_on=dt.date(2026, 6, 1)
    )
    here = f"/people/{child.id}/facts/protection_protectionplanreview/{review.id}/"
    mended(
        signed_in(worker(child)), child, here,
        day("reviewed_on", dt.date(2026, 9, 9)) | {"plan_id": str(plan.id)}, code="8841",
    )  # fmt: skip
    assert [row["CPPreviewDate"] for row in written("cin")["Reviews"]] == ["2026-09-09"]


def test_an_enquiry_that_named_no_referral_has_its_place_in_the_census() -> None:
    child, referral = enquired()
    enquiry = Section47.objects.using(make.OWNER).create(person=child, started_on=BEGAN, strategy_on=BEGAN)
    assert written("cin")["Section47"] == []
    typed = day("started_on", dt.date(2026, 7, 2)) | day("conference_target_on", dt.date(2026, 7, 23))
    typed |= day("conference_on", dt.date(2026, 7, 20))
    typed |= {"conference_not_required": "no", "referral_id": str(referral.id)}
    here = f"/people/{child.id}/facts/protection_section47/{enquiry.id}/"
    mended(signed_in(worker(child)), child, here, typed)
    assert written("cin")["Section47"] == [
        {
            "LAchildID": "Ada", "CINdetailsRow": "1", "S47ActualStartDate": "2026-07-02",
            "InitialCPCtarget": "2026-07-23", "DateOfInitialCPC": "2026-07-20", "ICPCnotRequired": "0",
        }
    ]  # fmt: skip
    assert Section47.objects.using(make.OWNER).get().strategy_on == dt.date(2026, 7, 2)


def test_what_cannot_be_right_of_an_enquiry_is_recorded_and_marked_until_it_is() -> None:
    child, referral = enquired()
    enquiry = Section47.objects.using(make.OWNER).create(person=child, referral=referral, started_on=BEGAN)
    here = f"/people/{child.id}/facts/protection_section47/{enquiry.id}/"
    client = signed_in(worker(child))
    typed = day("started_on", BEGAN) | day("conference_target_on", dt.date(2026, 7, 22))
    typed |= day("conference_on", dt.date(2026, 6, 1)) | {
        "conference_not_required": "yes",
        "referral_id": str(referral.id),
    }
    assert client.post(here, typed).status_code == 302
    run_queue()
    assert "8615" in codes(child)
    right = day("conference_on", dt.date(2026, 7, 20)) | {"conference_not_required": "no"}
    mended(client, child, here, typed | right, code="8615")


def test_every_item_of_the_time_before_court() -> None:
    child, referral = enquired()
    matter = PreProceedings.objects.using(make.OWNER).create(
        person=child, referral=referral, started_on=BEGAN, letter_sent_on=BEGAN
    )
    days = {
        "started_on": 1, "letter_sent_on": 2, "first_meeting_on": 3, "decided_on": 4, "applied_to_court_on": 5,
        "letter_of_issue_on": 6,
    }  # fmt: skip
    typed = {"referral_id": str(referral.id), "review_meetings": "3", "outcome": "A"}
    typed |= {"family_meeting_offered": "yes", "family_meeting_held": "no"}
    for name, number in days.items():
        typed |= day(name, dt.date(2026, 7, number))
    here = f"/people/{child.id}/facts/protection_preproceedings/{matter.id}/"
    client = signed_in(worker(child))
    assert here in client.get(f"/people/{child.id}/before-court/").content.decode()
    mended(client, child, here, typed, code="9007")
    assert written("cin")["PreProceedings"] == [
        {
            "LAchildID": "Ada", "CINdetailsRow": "1", "PPStartDate": "2026-07-01", "LBPSentDate": "2026-07-02",
            "FGDMMeetingOffer": "1", "FGDMMeetingFac": "0", "InitialPPMeetingDate": "2026-07-03",
            "ReviewMeetingsCount": "3", "StepDecisionDate": "2026-07-04", "PPOutcome": "A",
            "CourtAppDate": "2026-07-05", "LetterInitCPDate": "2026-07-06",
        }
    ]  # fmt: skip


def test_who_leads_help_is_shown_the_finding_of_a_plan_and_told_whom_to_tell() -> None:
    child, referral = enquired()
    plan = ChildProtectionPlan.objects.using(make.OWNER).create(
        person=child, referral=referral, started_on=BEGAN, latest_category="NEG", previous_plans=0
    )
    check_all()
    finding = child.findings.using(make.OWNER).get(code="8905", cleared_on=None)
    lead = signed_in(worker(child, role="lead"))
    page = words_of(lead.get(f"/people/{child.id}/mend/{finding.id}/"))
    assert "A social worker or a manager records this. Tell them." in page
    assert lead.get(f"/people/{child.id}/facts/protection_childprotectionplan/{plan.id}/").status_code == 404
    assert "Child protection plan" not in words_of(lead.get(f"/people/{child.id}/facts/"))


def test_a_row_that_lacks_is_begun_on_its_own_page() -> None:
    from kith.returns.findings.words import place

    who = UUID(int=1)
    lacks = {
        ("cin", "Section47"): f"/people/{who}/enquiries/",
        ("cin", "PreProceedings"): f"/people/{who}/before-court/",
        ("cin", "Reviews"): f"/people/{who}/facts/protection_protectionplanreview/",
        ("ssda903", "Reviews"): f"/people/{who}/facts/care_review/",
        ("ssda903", "PrevPerm"): f"/people/{who}/facts/care_previouspermanence/",
    }
    for table, address in lacks.items():
        found = place(who, "people_person", None, table, [])
        assert found is not None
        assert found[1] == address
    assert place(who, "people_person", who, ("ssda903", "Header"), ["MOTHER"]) == (
        "Record or correct it", f"/people/{who}/facts/",
    )  # fmt: skip
    about = ("What is recorded of them", f"/people/{who}/about/")
    assert place(who, "people_person", None, ("ssda903", "Header"), ["UPN"]) == about
    assert place(who, "help_referral", None, ("cin", "CINdetails"), []) is None


def test_ethnic_group_sex_and_a_death() -> None:
    child = referred()
    type(child).objects.using(make.OWNER).filter(id=child.id).update(ethnicity="", sex="U")
    client = signed_in(worker(child))
    check_all()
    assert "4220" in codes(child)
    base = f"/people/{child.id}/about/"
    assert client.post(f"{base}ethnicity/", {"ethnicity": "MWBC"}).status_code == 302
    assert client.post(f"{base}sex/", {"sex": "F"}).status_code == 302
    died = {"died_on_day": "2", "died_on_month": "7", "died_on_year": "2026"}
    assert client.post(f"{base}death/", died).status_code == 302
    found = written("cin")
    assert found["ChildCharacteristics"] == [{"LAchildID": "Ada", "Ethnicity": "MWBC"}]
    (row,) = found["ChildIdentifiers"]
    assert (row["Sex"], row["PersonDeathDate"]) == ("F", "2026-07-02")
    run_queue()
    assert "4220" not in codes(child)


def test_a_later_return_lists_the_difference_and_moves_nobody(tmp_path: Path) -> None:
    from kith.returns.load import load

    child = looked_after("B7")
    # As a return told it: only where it is was written by a worker.
    Episode.objects.using(make.OWNER).filter(person=child).update(source="ssda903")
    episode_ = Episode.objects.using(make.OWNER).get(person=child)
    here = f"/people/{child.id}/facts/care_episode/{episode_.id}/place/"
    signed_in(worker(child)).post(here, {"home_postcode": "KH1 1AD", "placement_postcode": "KH2 2AD"})
    folder = tmp_path / "2026-27"
    folder.mkdir()
    (folder / "header.csv").write_text(text(HEADER, header("B7", "01/05/2015", sex="M")))
    (folder / "episodes.csv").write_text(text(EPISODES, episode("B7", "04/05/2026", to="KH9 9AD")))
    may_write()
    with worker_login():
        report = load([folder])
    assert counts(report, "Episodes") == {"read": 1, "held": 1}
    (row,) = written("ssda903")["Episodes"]
    assert (row["HOME_POST"], row["PL_POST"]) == ("KH1 1AD", "KH2 2AD")
    listed = Difference.objects.using(make.OWNER).filter(person=child).values_list("fact_table", "recorded")
    assert ("care_episodeplace", "KH2 2AD") in set(listed)
