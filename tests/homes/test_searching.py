"""Looking for a home: family and friends first, needs in order, nobody named before the shortlist, tonight no waiting."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.homes import actions
from kith.homes.models import Need, Profile, SearchStep
from kith.homes.queries.waiting import enough, who_waits
from kith.kinship.actions import explore, name_somebody
from tests.access.tries import reads
from tests.homes import register
from tests.homes.finding import Finding, born, today
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def finding(kith_database: None) -> Finding:
    return Finding()


def names_nan(finding: Finding) -> Any:
    return finding.does(
        name_somebody,
        child=finding.child.id,
        name="Nan Nora",
        named_by="Ada",
        may_ask="may",
        settled_with="Ada",
    )


def test_no_home_elsewhere_is_looked_for_until_everybody_named_has_an_outcome(finding: Finding) -> None:
    search, nan = finding.looks(), names_nan(finding)
    with pytest.raises(CannotBeError, match="Nan Nora has no outcome yet") as refused:
        finding.among(search, "2_own")
    assert refused.value.field == "level"
    finding.does(explore, exploration=nan, outcome="no", on=today())
    finding.among(search, "2_own")
    assert [step.level for step in SearchStep.objects.using(make.OWNER).order_by("recorded_at")] == [
        "1_kin",
        "2_own",
    ]


def test_tonight_does_not_wait_and_keeps_how_many_were_skipped(finding: Finding) -> None:
    search = finding.looks(tonight=True)
    names_nan(finding)
    finding.among(search, "5_home")
    assert SearchStep.objects.using(make.OWNER).get(level="5_home").skipped == 1


def test_a_step_says_why_and_a_childrens_home_waits_for_the_needs(finding: Finding) -> None:
    search = finding.looks()
    with pytest.raises(CannotBeError, match="Say why here"):
        finding.does(actions.look_among, search=search, level="2_own", reason=" ")
    with pytest.raises(CannotBeError, match="needs in order first"):
        finding.among(search, "5_home")
    finding.does(actions.rank_needs, search=search, needs=["A quiet night", "Her school"])
    finding.among(search, "5_home")
    assert finding.search(search).ranked_on == today()


def test_needs_are_ranked_and_none_is_quietly_taken_out(finding: Finding) -> None:
    search = finding.looks()
    for needs, says in (([], "at least one"), (["Sleep", "sleep "], "twice"), (["n"] * 13, "matter most")):
        with pytest.raises(CannotBeError, match=says):
            finding.does(actions.rank_needs, search=search, needs=needs)
    finding.does(actions.rank_needs, search=search, needs=["Sleep", "School"])
    with pytest.raises(CannotBeError, match="not taken out"):
        finding.does(actions.rank_needs, search=search, needs=["Sleep"])
    finding.does(actions.rank_needs, search=search, needs=["School", "Sleep", "Her dog"])
    ranked = Need.objects.using(make.OWNER).order_by("rank").values_list("words", flat=True)
    assert list(ranked) == ["School", "Sleep", "Her dog"]


@pytest.mark.parametrize(
    "strengths", ["Ada draws horses.", "Draws horses, like all Examples; Example’s own."]
)
def test_strengths_name_nobody(finding: Finding, strengths: str) -> None:
    with pytest.raises(CannotBeError, match="leave out") as refused:
        finding.looks(strengths=strengths)
    assert refused.value.field == "strengths"


def test_what_is_missing_is_named_and_a_second_search_is_not_begun(finding: Finding) -> None:
    for facts, says in (
        ({"why": ""}, "Say why"),
        ({"strengths": " "}, "strengths first"),
        ({"skills": ["juggling"]}, "Choose from the list"),
        ({"together_with": make.person("Bo").id}, "brother or sister"),
    ):
        with pytest.raises(CannotBeError, match=says):
            finding.looks(**facts)
    finding.looks()
    with pytest.raises(CannotBeError, match="looked for already"):
        finding.looks()


def test_a_child_whose_birthday_nobody_knows_needs_that_first() -> None:
    finding = Finding(make.person("Ada", born=None))
    with pytest.raises(CannotBeError, match="born is needed"):
        finding.looks()


def test_twins_look_together_and_stay_two_children(kith_database: None) -> None:
    twins = [make.person(name, born=born(7, -3)) for name in ("Ida", "Isa")]
    finding = Finding(*twins)
    finding.looks()
    finding.looks(twins[1], together_with=twins[0].id)
    profiles = list(Profile.objects.using(make.OWNER).all())
    assert len(profiles) == 2
    assert len({each.together for each in profiles}) == 1
    assert len({each.reference for each in profiles}) == 2


def test_where_a_child_and_whom_they_love_live_is_kept_to_the_kilometre_and_only_where_it_is_open(
    finding: Finding,
) -> None:
    nan, hidden = make.person("Nora", born=None), make.person("Zed", born=None)
    make.involved(finding.worker, nan)
    make.home(finding.child, postcode="KH1 1AB")
    make.home(nan, postcode="KH2 1AB")
    make.home(hidden, postcode="KH4 1AB")
    finding.looks(loved=[nan.id, hidden.id])
    kept = Profile.objects.using(make.OWNER).get()
    assert kept.home_east is not None
    assert len(kept.loved) == 2, "only of her grandmother, whose home is open to the worker"
    assert kept.school_east is None


def test_profiles_are_read_without_any_record_and_searches_only_with_it(finding: Finding) -> None:
    search = finding.looks()
    profile = {code for code in ROLES if reads(make.account(code), "SELECT id FROM homes_profile")}
    assert profile == {"social_worker", "manager", "director"}
    assert [code for code in ROLES if reads(make.account(code), "SELECT id FROM homes_search")] == []
    assert reads(finding.worker, "SELECT id FROM homes_search") == [(search,)]
    stranger = make.account("social_worker")
    with pytest.raises(NotPermittedError):
        finding.does(actions.close_search, stranger, search=search, why="Home again.")


def test_a_search_that_is_closed_says_how_it_ended_and_another_may_begin(finding: Finding) -> None:
    search = finding.looks(by_when=today() + timedelta(days=3))
    with pytest.raises(CannotBeError, match="how it ended"):
        finding.does(actions.close_search, search=search, why="")
    finding.does(actions.close_search, search=search, why="Home again with Mum.")
    assert Profile.objects.using(make.OWNER).get().found_on == today()
    assert finding.looks() != search


def test_the_four_groups_are_held_against_the_homes_with_room() -> None:
    teen, one, two = (
        make.person(name, born=born(age, -9)) for name, age in (("Ida", 14), ("Ben", 6), ("Cy", 8))
    )
    finding = Finding(teen, one, two)
    finding.looks(unaccompanied=True)
    finding.looks(one, trauma=True)
    finding.looks(two, together_with=one.id)
    register.a_home(places=3, skills=["siblings", "trauma"])
    register.a_home(places=1, skills=["siblings", "teenagers"])
    register.a_home(places=2, free=0, skills=["unaccompanied"])
    with acting(make.actor(finding.worker)):
        told = {each.name: each for each in enough(who_waits(today()))}
    numbers = [(each.waiting, each.homes, each.places, each.short) for each in told.values()]
    # A home with one place is none for two; one that is full is none for anybody.
    assert numbers == [(2, 1, 3, 0), (1, 1, 1, 0), (1, 0, 0, 1), (1, 1, 3, 0)]
