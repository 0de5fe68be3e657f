"""Whatever is not yet told leaves the family's pages as they were, to the byte: each covert kind, with and without it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kith.access.models import Account
from kith.care.models import Episode
from kith.help.models import Assessment, Referral
from kith.protection.models import PreProceedings, ProtectionPlanReview, Section47
from tests.support import make
from tests.support.told_family import Household, ago
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
TOKENS = re.compile(r'name="(?:csrfmiddlewaretoken|draft|sending)" value="[^"]*"')
PAGES = ("/my/", "/my/by-when/", "/my/story/", "/my/words/", "/my/complain/", "/my/advice/")


@pytest.fixture
def home() -> Household:
    made = Household()
    made.kept_for_years()
    return made


def bytes_of(account: Account) -> list[str]:
    client = signed_in(account)
    return [TOKENS.sub("", client.get(address).content.decode()) for address in PAGES]


def strategy_discussion(home: Household) -> None:
    concern = home.concern()
    officer = make.account("protection", display_name="Inspector Nobody")
    make.involved(officer, home.child, role="lead_protection", arises_from_id=concern)


def enquiry(home: Household) -> None:
    Section47.objects.using(make.OWNER).create(person=home.child, started_on=ago(30))


def conference_held(home: Household) -> None:
    Section47.objects.using(make.OWNER).create(
        person=home.child,
        started_on=ago(30),
        conference_on=ago(5),
        referral=Referral.objects.using("owner").first(),
    )


def no_conference_needed(home: Household) -> None:
    Section47.objects.using(make.OWNER).create(
        person=home.child, started_on=ago(3), conference_not_required=True
    )


def pre_proceedings(home: Household) -> None:
    PreProceedings.objects.using(make.OWNER).create(person=home.child, started_on=ago(9))


def letter_before_court(home: Household) -> None:
    PreProceedings.objects.using(make.OWNER).create(
        person=home.child, started_on=ago(9), letter_sent_on=ago(2), family_meeting_offered=True
    )


def another_referral(home: Household) -> None:
    made = home.referral(20)
    Assessment.objects.using(make.OWNER).create(
        person=home.child, referral=made, started_on=ago(19), review_due_on=ago(10), authorised_on=ago(1)
    )


def plan_not_told(home: Household) -> None:
    made = home.plan(40)
    ProtectionPlanReview.objects.using(make.OWNER).create(person=home.child, plan=made, reviewed_on=ago(1))


def concern_of_before_what_was_told(home: Household) -> None:
    home.concern(days_ago=300)


def plan_released_by_a_fault_while_the_concern_is_open(home: Household) -> None:
    home.concern(days_ago=2)
    made = home.plan(1)
    for reader in (home.mum, home.child, home.dad):
        home.release_by_a_fault(made.id, reader)


def visit_of_a_concern(home: Household) -> None:
    home.visited(1, covert=home.concern())


def a_visit_where_neither_care_nor_a_plan_was_told(home: Household) -> None:
    home.plan(90)
    home.visited(80)


COVERT: tuple[Callable[[Household], None], ...] = (
    strategy_discussion, enquiry, conference_held, no_conference_needed, pre_proceedings, letter_before_court,
    another_referral, plan_not_told, concern_of_before_what_was_told,
    plan_released_by_a_fault_while_the_concern_is_open, visit_of_a_concern,
    a_visit_where_neither_care_nor_a_plan_was_told,
)  # fmt: skip


@pytest.mark.parametrize("covert", COVERT, ids=lambda each: each.__name__)
def test_pages_of_the_family_are_equal_to_the_byte_with_and_without(
    home: Household, covert: Callable[[Household], None]
) -> None:
    asked, care = home.referral(100), home.in_care(60)
    for reader in (home.mum, home.child):
        home.tell(asked.id, reader)
        home.tell(care.id, reader)
    before = [bytes_of(account) for account in home.families]
    assert "We must hold the first meeting" in before[0][1], (
        "what was told is there, so that its change would show"
    )
    covert(home)
    assert [bytes_of(account) for account in home.families] == before


def test_a_child_placed_with_adopters_changes_nothing_for_a_mother_once_a_court_may_let_that_be(
    home: Household,
) -> None:
    care = home.in_care(200, legal_status="E1", ceased_on=None)
    home.release_by_a_fault(care.id, home.mum)
    before = bytes_of(home.parent)
    assert "meeting about how" not in "".join(before), "other rules hold then, and they are told in person"
    Episode.objects.using(make.OWNER).filter(id=care.id).update(placement_type="A5")
    assert bytes_of(home.parent) == before


def test_on_which_day_a_child_was_seen_is_nothing_for_anybody_else(home: Household) -> None:
    care = home.in_care(60)
    for reader in (home.mum, home.child):
        home.tell(care.id, reader)
    before = bytes_of(home.parent), bytes_of(home.young)
    assert "come and see you" in before[1][1]
    home.visited(3)
    assert bytes_of(home.parent) == before[0]
    assert bytes_of(home.young) != before[1]


def test_what_nobody_was_told_of_shows_nowhere(home: Household) -> None:
    nothing = [bytes_of(account) for account in home.families]
    home.referral(100)
    home.plan(100)
    home.in_care(100)
    assert [bytes_of(account) for account in home.families] == nothing
    assert "It will be here" in nothing[0][1]


def test_one_who_was_told_learns_what_another_was_not(home: Household) -> None:
    asked = home.referral(100)
    home.tell(asked.id, home.mum)
    assert "finish finding out" in bytes_of(home.parent)[1]
    for account in (home.young, home.ex):
        assert "finish finding out" not in "".join(bytes_of(account))
