"""A family reads what we must do by when, who says so, and what was kept, late or not done; then whom to tell."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.design.dates import plain_date
from kith.help.models import Assessment, Referral
from kith.law.telling.actions import take_back_what_is_due, tell_what_is_due
from kith.people.models import PersonName
from kith.protection.models import ProtectionPlanReview
from tests.support import make
from tests.support.told_family import Household, ago
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def home() -> Household:
    return Household()


def page(home: Household, account: object = None) -> str:
    return words_of(signed_in(account or home.parent).get("/my/by-when/"))  # type: ignore[arg-type]


def test_law_and_guidance_are_told_for_what_they_are_and_late_ones_say_whom_to_ask(home: Household) -> None:
    care, plan = home.in_care(60), home.plan(30)
    for matter in (care.id, plan.id):
        home.tell(matter, home.mum)
        home.tell(matter, home.child)
    hers = page(home)
    assert (
        "For Ada Example We must hold the first meeting about how their care is going. This should have happened by"
        in hers
    )
    assert "It has not. You can ask why, and when it will happen" in hers
    assert "The law says so." in hers
    assert "We should meet with you to look again at the safety plan by" in hers
    assert "Guidance says so. We must follow it unless there is a good reason not to." in hers
    assert "What if it does not happen?" in hers
    theirs = page(home, home.young)
    assert "We must hold the first meeting about how your care is going. This should have" in theirs
    assert theirs.count("For you") == 1
    assert "Nothing just now" in words_of(signed_in(home.ex).get("/my/"))


def test_the_first_page_says_what_is_still_to_be_done_and_leads_to_the_rest(home: Household) -> None:
    home.tell(home.in_care(2).id, home.mum)
    first = signed_in(home.parent).get("/my/")
    assert "Ada Example : We must hold the first meeting about how their care is going by" in words_of(first)
    assert b'href="/my/by-when/"' in first.content


def test_what_was_kept_shows_as_kept_and_what_was_late_as_late(home: Household) -> None:
    care = home.in_care(150)
    home.reviewed(140)
    home.reviewed(1)
    home.tell(care.id, home.mum)
    words = page(home)
    assert f"Done on {plain_date(ago(140))}. We kept to this." in words
    assert f"Done on {plain_date(ago(1))}. It was late." in words
    assert "We had to hold the first meeting about how their care is going by" in words, (
        "what is over is told so"
    )
    assert "We must hold the next meeting about how their care is going by" in words


def test_an_assessment_finished_in_time_is_kept_and_a_closed_referral_owes_nothing(home: Household) -> None:
    asked = home.referral(50)
    Assessment.objects.using(make.OWNER).create(
        person=home.child, referral=asked, started_on=ago(49), review_due_on=ago(40), authorised_on=ago(20)
    )
    home.tell(asked.id, home.mum)
    assert f"Done on {plain_date(ago(20))}. We kept to this." in page(home)
    other = home.referral(5, no_further_action=True)
    home.tell(other.id, home.mum)
    assert page(home).count("finish finding out with you") == 1


def test_a_child_reads_by_which_day_we_must_come_and_see_them(home: Household) -> None:
    home.kept_for_years()
    care = home.in_care(2)
    home.tell(care.id, home.child)
    by = plain_date(ago(-5))
    assert f"We must come and see you in your first week in this home by {by}" in page(home, home.young)
    first = words_of(signed_in(home.young).get("/my/"))
    assert f"We must come and see you in your first week in this home by {by}" in first
    home.visited(1)
    after = page(home, home.young)
    assert f"Done on {plain_date(ago(1))}. We kept to this." in after
    assert f"We must come and see you by {plain_date(ago(-41))}" in after, (
        "six weeks from when they were seen"
    )


def test_a_child_with_a_plan_reads_when_we_come_and_their_mother_does_not_read_that_we_came(
    home: Household,
) -> None:
    home.kept_for_years()
    plan = home.plan(3)
    for reader in (home.mum, home.child):
        home.tell(plan.id, reader)
    assert "come and see you" in page(home, home.young)
    home.visited(1)
    assert f"Done on {plain_date(ago(1))}" in page(home, home.young)
    assert "come and see" not in page(home)


def test_the_worker_reads_before_telling_what_the_child_alone_would_read(home: Household) -> None:
    home.in_care(2)
    words = words_of(signed_in(home.lead).get(f"/people/{home.child.id}/duties/tell/"))
    assert "Your social worker visits you in your new home (the child alone reads it)" in words


def test_taking_it_back_takes_it_from_the_page(home: Household) -> None:
    plan = home.plan(30)
    home.tell(plan.id, home.mum)
    assert "safety plan" in page(home)
    by = make.actor(home.lead)
    with acting(by):
        take_back_what_is_due(by=by, persons=[home.child.id], matter=plan.id, reader=home.mum.id)
    assert "safety plan" not in page(home)
    with acting(by), pytest.raises(NotPermittedError, match="nothing to take back"):
        take_back_what_is_due(by=by, persons=[home.child.id], matter=plan.id, reader=home.mum.id)


def test_reviews_of_a_plan_that_was_told_follow_it(home: Household) -> None:
    plan = home.plan(80)
    ProtectionPlanReview.objects.using(make.OWNER).create(person=home.child, plan=plan, reviewed_on=ago(10))
    home.tell(plan.id, home.mum)
    assert f"Done on {plain_date(ago(10))}. We kept to this." in page(home)
    assert "We were meant to meet with you to look again at the safety plan by" in page(home)
    assert "We should meet with you again to look at the safety plan by" in page(home)


def test_a_worker_sees_the_same_through_their_eyes_and_on_the_device_shown_to_them(home: Household) -> None:
    home.tell(home.in_care(2).id, home.mum)
    lead = signed_in(home.lead)
    seen = words_of(lead.get(f"/people/{home.child.id}/see-as/{home.parent.id}/"))
    assert "Ada Example : We must hold the first meeting" in seen
    stranger = make.account("lead")
    make.involved(stranger, home.mum)
    seen = words_of(signed_in(stranger).get(f"/people/{home.mum.id}/see-as/{home.parent.id}/"))
    assert "We must hold" not in seen, "what is not open to the worker is not shown through another's eyes"


def test_the_page_takes_few_statements(home: Household) -> None:
    for days in (10, 100, 200):
        home.tell(home.referral(days).id, home.mum)
    home.tell(home.in_care(300).id, home.mum)
    client = signed_in(home.parent)
    client.get("/my/by-when/")
    for address in ("/my/by-when/", "/my/"):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= 20, address


class TestTelling:
    def test_a_matter_that_began_after_an_open_concern_is_told_to_nobody(self, home: Household) -> None:
        home.concern(days_ago=3)
        plan = home.plan(1)
        with pytest.raises(NotPermittedError, match="not told of"):
            home.tell(plan.id, home.mum)
        home.tell(home.referral(30).id, home.mum)

    def test_only_kin_are_told_and_only_of_what_may_be_told(self, home: Household) -> None:
        asked, stranger = home.referral(), make.person("Nobody")
        make.involved(home.lead, stranger)
        with pytest.raises(NotPermittedError, match="somebody of this family"):
            home.tell(asked.id, stranger)
        with pytest.raises(NotPermittedError, match="nothing here"):
            home.tell(stranger.id, home.mum)
        home.tell(asked.id, home.mum)
        with pytest.raises(NotPermittedError, match="already"):
            home.tell(asked.id, home.mum)

    def test_a_worker_to_whom_the_child_is_not_open_tells_nothing(self, home: Household) -> None:
        asked, stranger = home.referral(), make.account("lead")
        by = make.actor(stranger)
        with acting(by), pytest.raises(NotPermittedError):
            tell_what_is_due(
                by=by,
                persons=[home.child.id],
                matter=asked.id,
                reader=home.mum.id,
                prepared=True,
                how_prepared="At home.",
            )

    def test_the_worker_tells_it_on_a_page_and_takes_it_back(self, home: Household) -> None:
        asked, lead = home.referral(), signed_in(home.lead)
        address = f"/people/{home.child.id}/duties/tell/"
        assert address in lead.get(f"/people/{home.child.id}/duties/").content.decode()
        assert "Nobody of the family sees it yet." in words_of(lead.get(address))
        short = lead.post(address, {"matter": str(asked.id)})
        assert "Something needs putting right" in words_of(short)
        sent = {
            "matter": str(asked.id),
            "reader": str(home.mum.id),
            "prepared": "yes",
            "how_prepared": "At home.",
        }
        assert lead.post(address, sent).status_code == 302
        assert "Mara Example sees it, since" in words_of(lead.get(address))
        assert "finish finding out" in page(home)
        again = lead.post(address, sent)
        assert "They can see it already." in words_of(again)
        back = {"matter": str(asked.id), "reader": str(home.mum.id)}
        assert lead.post(f"{address}back/", back).status_code == 302
        assert lead.post(f"{address}back/", back).status_code == 404
        assert lead.post(f"{address}back/", {"matter": "x", "reader": "\x00"}).status_code in {400, 404}
        assert "finish finding out" not in page(home)
        assert Referral.objects.using(make.OWNER).count() == 1


def test_a_name_turns_no_words_beside_it_and_runs_nothing(home: Household) -> None:
    odd = "<script>x</script>\u202ed"
    PersonName.objects.using(make.OWNER).filter(person=home.child).update(given=odd)
    home.tell(home.in_care(2).id, home.mum)
    first = signed_in(home.parent).get("/my/").content.decode()
    assert "<bdi>&lt;script&gt;x&lt;/script&gt;d Example</bdi>: We must hold" in first
    assert "\u202e" not in first
    for address in ("/my/by-when/", f"/people/{home.child.id}/duties/tell/"):
        account = home.parent if address.startswith("/my/") else home.lead
        page_ = signed_in(account).get(address).content.decode()
        assert "\u202e" not in page_
        assert "<script>x" not in page_
