"""Choosing a home: what the law refuses is refused with its reason; both sides are heard; a person decides."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kith.care.models import Stay, StayPlace
from kith.core.action import CannotBeError, NotPermittedError
from kith.homes import actions
from kith.homes.models import Exclusion, Home, HomePlace, Need, Profile
from tests.access.tries import reads
from tests.homes import register
from tests.homes.finding import Finding, born, today
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def finding(kith_database: None) -> Finding:
    return Finding()


def refuses(finding: Finding, home: Home, says: str, **facts: Any) -> None:
    search = finding.looks(**facts)
    finding.does(actions.rank_needs, search=search, needs=["Sleep"])
    finding.among(search, "5_home")
    with pytest.raises(CannotBeError, match=says) as refused:
        finding.lists(search, home)
    assert refused.value.field == "home"


def test_a_home_in_no_register_of_ofsteds_is_refused(finding: Finding) -> None:
    refuses(finding, finding.home(kind="residential", lawful=False), "not registered with Ofsted")


def test_a_home_whose_registration_ends_tonight_is_refused(finding: Finding) -> None:
    refuses(finding, finding.home(kind="residential", ends_on=today()), "registration with Ofsted ended")


def test_carers_approved_for_none_are_refused(finding: Finding) -> None:
    refuses(finding, finding.home(places=1, lawful=False), "not approved")


def test_carers_whose_approval_is_for_no_child_are_refused(finding: Finding) -> None:
    home = finding.home(places=2, lawful=False)
    register.lawfully(home, places=0)
    refuses(finding, home, "approved for no child")


def test_nobody_comes_to_supported_accommodation_the_night_before_sixteen_and_may_on_the_day() -> None:
    tomorrow, tonight = make.person("Ida", born=born(16, 1)), make.person("Isa", born=born(16))
    flat = register.a_home("supported", places=4)
    for child, says in ((tomorrow, "under 16"), (tonight, "")):
        finding = Finding(child)
        search = finding.looks(tonight=True)
        finding.among(search, "5_home")
        if not says:
            finding.lists(search, flat)
            continue
        with pytest.raises(CannotBeError, match=says):
            finding.lists(search, flat)


def test_nobody_who_is_eighteen_tonight_comes_to_a_home_for_children() -> None:
    finding = Finding(make.person("Ida", born=born(18)))
    refuses(finding, register.a_home("residential"), "18 on that day")


def test_a_court_order_refuses_this_child_here(finding: Finding) -> None:
    home = finding.home()
    Exclusion.objects.using(make.OWNER).create(
        home=home, child=finding.child, by="court", words="Not under one roof with Mr Pryce.",
        starts_on=register.LONG_AGO,
    )  # fmt: skip
    refuses(finding, home, "Not under one roof")


def test_a_fourth_child_who_is_no_brother_or_sister_is_refused(finding: Finding) -> None:
    refuses(finding, finding.home(places=5, free=2), "More than three")


def test_four_brothers_and_sisters_may_come_to_one_foster_home() -> None:
    four = [
        make.person(name, born=born(age, -9)) for name, age in (("Ana", 4), ("Bo", 6), ("Cy", 8), ("Dee", 11))
    ]
    finding, home = Finding(*four), register.a_home(places=4)
    first = finding.looks(four[0])
    searches = [first, *(finding.looks(each, together_with=four[0].id) for each in four[1:])]
    for search in searches:
        finding.among(search, "2_own")
        choice = finding.lists(search, home)
        finding.hears(choice)
        finding.agrees(choice)
    assert Home.objects.using(make.OWNER).get().free == 0
    stranger = Finding(make.person("Eve", born=born(9)))
    search = stranger.looks()
    stranger.among(search, "2_own")
    with pytest.raises(CannotBeError, match="4 at once"):
        stranger.lists(search, home)


def test_tonight_carers_may_be_used_outside_their_terms_for_six_working_days(finding: Finding) -> None:
    home = finding.home(age_to=2)
    search = finding.looks(tonight=True)
    finding.among(search, "2_own")
    with pytest.raises(CannotBeError, match="ages 0 to 2"):
        finding.lists(search, home)
    choice = finding.lists(search, home, emergency=True)
    until = finding.row(choice).outside_terms_until
    assert until is not None
    assert timedelta(days=6) <= until - today() <= timedelta(days=14)
    finding.agrees(choice)
    assert finding.row(choice).state == "agreed"


def test_a_home_of_a_kind_that_is_not_looked_among_yet_waits(finding: Finding) -> None:
    search = finding.looks()
    agency = finding.home(provider=register.provider("Harbour Fostering", "private"))
    finding.among(search, "2_own")
    with pytest.raises(CannotBeError, match="Say first why you go on to foster carers of agencies"):
        finding.lists(search, agency)


def test_agreeing_needs_both_says_and_what_it_means_for_those_who_live_there(finding: Finding) -> None:
    search = finding.looks()
    finding.among(search, "2_own")
    choice = finding.lists(search, finding.home())
    for missing, then in (
        ("what the child says", "child"),
        ("what the carers", "carers"),
        ("children who live there", ""),
    ):
        with pytest.raises(CannotBeError, match=missing):
            finding.agrees(choice)
        if then:
            finding.does(actions.say_of_choice, choice=choice, words="All right.", who=then)
    finding.does(actions.weigh_choice, choice=choice, impact="Sam is glad of somebody his age.")
    finding.agrees(choice)
    assert finding.row(choice).state == "agreed"
    assert Profile.objects.using(make.OWNER).get().found_on == today()
    assert Home.objects.using(make.OWNER).get().free == 2


def test_a_childrens_home_is_not_agreed_until_each_need_is_met(finding: Finding) -> None:
    search = finding.looks()
    finding.does(actions.rank_needs, search=search, needs=["Sleep", "Her school"])
    finding.among(search, "5_home")
    choice = finding.lists(search, finding.home(kind="residential", places=4))
    finding.hears(choice)
    for need, words in ((1, "Sleep"), (2, "Her school")):
        with pytest.raises(CannotBeError, match=f"Still open: {words}"):
            finding.agrees(choice)
        row = Need.objects.using(make.OWNER).get(rank=need)
        finding.does(actions.show_need_met, choice=choice, need=row.id, how="Waking staff each night.")
    finding.agrees(choice)


def test_the_law_is_asked_again_when_it_is_agreed(finding: Finding) -> None:
    search = finding.looks()
    finding.among(search, "2_own")
    home = finding.home()
    choice = finding.lists(search, home)
    finding.hears(choice)
    home.approvals.using(make.OWNER).update(ends_on=today())
    with pytest.raises(CannotBeError, match="approval ended"):
        finding.agrees(choice)
    assert finding.row(choice).state == "shortlisted"


def test_a_home_that_says_no_says_why_and_a_lead_does_not_agree(finding: Finding) -> None:
    search = finding.looks()
    finding.among(search, "2_own")
    choice = finding.lists(search, finding.home())
    with pytest.raises(CannotBeError, match="Choose why it said no"):
        finding.does(actions.answer_choice, choice=choice, state="said_no", why="They were sorry.")
    finding.does(
        actions.answer_choice, choice=choice, state="said_no", why="They were sorry.", why_no="there"
    )
    assert finding.row(choice).why_no == "there"
    lead = make.account("lead")
    make.involved(lead, finding.child)
    with pytest.raises(NotPermittedError):
        finding.does(actions.agree_home, lead, choice=choice, why="Please.")


def test_where_the_home_is_opens_with_the_childs_record_once_it_agreed(finding: Finding) -> None:
    home, reviewing, other = finding.home(), make.account("reviewing"), make.account("reviewing")
    HomePlace.objects.using(make.OWNER).create(home=home, lines="1 Nowhere Lane", postcode="ZZ1 1ZZ")
    make.involved(reviewing, finding.child, role="reviewing")
    search = finding.looks()
    finding.among(search, "2_own")
    choice = finding.lists(search, home)
    assert reads(reviewing, "SELECT postcode FROM homes_homeplace") == []
    finding.hears(choice)
    finding.agrees(choice)
    assert reads(reviewing, "SELECT postcode FROM homes_homeplace") == [("ZZ1 1ZZ",)]
    assert reads(other, "SELECT postcode FROM homes_homeplace") == []


def test_who_lives_there_by_the_record_counts_though_the_home_says_that_it_has_room(finding: Finding) -> None:
    home, there = finding.home(places=1, free=1), make.person("Sam")
    make.involved(finding.worker, there, label_mask=4095)
    stay = Stay.objects.using(make.OWNER).create(
        person=there, kind="U6", began_on=register.LONG_AGO, during=make.always()
    )
    StayPlace.objects.using(make.OWNER).create(stay=stay, person=there, home=home.id)
    refuses(finding, home, "1 live there and 1 would come")
