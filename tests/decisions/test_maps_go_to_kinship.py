"""Who is on a family meeting's map is explored for each of its children, with nothing told twice and its locks kept."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.decisions import actions as decisions
from kith.kinship import actions
from kith.kinship.models import Exploration, NeverBecause
from kith.kinship.queries import CouldCare, unexplored, who_could_care
from tests.access.tries import reads
from tests.decisions.tale import HOW, Tale, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
assert HOW


class Mapped(Tale):
    """A meeting with a coordinator, who has named Granny Grace and a coach with Ada."""

    def __init__(self) -> None:
        super().__init__()
        self.asks_coordinator()
        with acting(by := make.actor(self.coordinator)):
            for name, tie in (("Granny Grace", "my gran"), ("Coach Dee", "he taught me to swim")):
                decisions.name_person(by=by, meeting=self.own.id, name=name, tie=tie, named_by="Ada")

    def found(self, account: Account | None = None) -> dict[str, CouldCare]:
        with acting(make.actor(account or self.lead)):
            return {each.name: each for each in who_could_care([self.child.id])}


@pytest.fixture
def tale(kith_database: None) -> Mapped:
    return Mapped()


def test_who_is_named_on_the_map_stands_at_who_could_care_in_the_same_words(tale: Mapped) -> None:
    nan = tale.found()["Granny Grace"]
    assert (nan.tie, nan.named_by, nan.may_ask, nan.locked) == ("my gran", "Ada", "not_yet", True)
    assert not nan.has_outcome
    assert "Ada" not in {each.split()[0] for each in tale.found()}, "the child is not explored for herself"


def test_what_the_map_settles_is_settled_and_changes_with_it(tale: Mapped) -> None:
    nan, dee = tale.of("Granny"), tale.of("Coach")
    tale.settles(nan, "may")
    tale.settles(dee, "only_if", only_if=nan.id)
    assert tale.found()["Granny Grace"].may_be_asked
    assert (tale.found()["Coach Dee"].only_if, tale.found()["Coach Dee"].may_be_asked) == (
        "Granny Grace",
        False,
    )
    with acting(by := make.actor(tale.coordinator)):
        decisions.only_if_agreed(by=by, person=dee.id, on=today())
    assert tale.found()["Coach Dee"].may_be_asked
    tale.settles(nan, "never", never_because="She lets him in.")
    assert tale.found()["Granny Grace"].never


def test_never_is_an_outcome_and_its_reason_stays_locked_on_the_map(tale: Mapped) -> None:
    tale.settles(tale.of("Granny"), "never", never_because="She lets him in.")
    with acting(make.actor(tale.lead)):
        assert "Granny Grace" not in unexplored([tale.child.id])
    page = signed_in(tale.lead).get(
        f"/people/{tale.child.id}/who-could-care/{tale.found()['Granny Grace'].id}/"
    )
    assert "Never." in words_of(page)
    assert "She lets him in" not in words_of(page)
    assert not NeverBecause.objects.using(make.OWNER).exists()


def test_a_worker_settles_nothing_that_stands_on_a_map(tale: Mapped) -> None:
    tale.settles(tale.of("Granny"), "never", never_because="She lets him in.")
    nan, by = tale.found()["Granny Grace"], make.actor(tale.lead)
    with acting(by), pytest.raises(CannotBeError, match="on the map"):
        actions.settle_asking(by=by, exploration=nan.id, may_ask="may", settled_with="Me")
    with acting(by):
        Exploration.objects.filter(id=nan.id).update(may_ask="may")
    assert tale.found()["Granny Grace"].never
    assert (
        signed_in(tale.lead).get(f"/people/{tale.child.id}/who-could-care/{nan.id}/ask/").status_code == 404
    )


def test_what_came_of_somebody_on_the_map_is_written_and_the_map_keeps_it(tale: Mapped) -> None:
    tale.settles(tale.of("Granny"), "may")
    with acting(by := make.actor(tale.lead)):
        actions.explore(
            by=by, exploration=tale.found()["Granny Grace"].id, outcome="yes", on=today(), words="Yes."
        )
    with acting(by := make.actor(tale.coordinator)):
        decisions.check_orders(
            by=by, person=tale.of("Granny").id, orders="none", checked_with="The court office"
        )
    assert tale.found()["Granny Grace"].stands == "said yes"
    assert len([each for each in tale.found() if each == "Granny Grace"]) == 1


def test_that_somebody_could_care_is_told_once_the_plan_is_agreed_and_not_before(tale: Mapped) -> None:
    nan = tale.of("Granny")
    tale.settles(nan, "may")
    for who in (tale.of("Granny"), tale.of("Coach")):
        tale.settles(who, "may")
    with acting(by := make.actor(tale.coordinator)):
        plan = decisions.write_plan(
            by=by, meeting=tale.own.id, parts=["Ada lives with Grace."], could_care={0: nan.id}
        )
    assert not tale.found()["Granny Grace"].could_care
    type(plan).objects.using(make.OWNER).filter(id=plan.id).update(agreed_on=today())
    assert tale.found()["Granny Grace"].could_care
    assert not tale.found()["Coach Dee"].could_care


def test_each_child_of_the_meeting_has_its_own(tale: Mapped) -> None:
    rows = Exploration.objects.using(make.OWNER).filter(name="Granny Grace")
    assert set(rows.values_list("child_id", flat=True)) == {tale.child.id}


def test_whoever_may_not_read_the_map_reads_nothing_that_came_from_it(tale: Mapped) -> None:
    other = make.account("social_worker")
    make.involved(other, tale.child)
    assert "Granny Grace" in tale.found(other)
    make.restricted(tale.dad)
    assert tale.found(other) == {}, "the meeting is about somebody who is restricted"
    assert reads(other, "SELECT * FROM kinship_explorationevent") == []
    for account in (tale.coordinator, tale.parent, tale.ex, tale.young):
        assert reads(account, "SELECT * FROM kinship_exploration") == []


def test_the_app_makes_no_row_of_a_map_itself(tale: Mapped) -> None:
    by = make.actor(tale.lead)
    with acting(by), pytest.raises(DatabaseError), transaction.atomic():
        Exploration.objects.create(
            child=tale.child, name="X", named_by="Y", from_map=tale.of("Granny").id, recorded_by=by.id
        )
