"""Going home: thought of at reviews, agreed with child and parent, prepared, never refused, supported for a year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from kith.access.models import Account
from kith.bonds import actions
from kith.bonds.actions.home import a_year_after
from kith.bonds.models import BondFact, GoingHome, HomeSay
from kith.bonds.my_home import MyWay, my_ways
from kith.bonds.queries.home import HomePage, home_page
from kith.care.actions import reviewing
from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.law.due import obligations
from kith.people.models import MayKnow, Person
from tests.access.tries import tries
from tests.bonds.home import Home, ago, ahead, sleeps, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


class Way(Home):
    """It was looked into whether Ada can go home to her mother; both were asked, and were shown the way."""

    def __init__(self, assessed: int = 120) -> None:
        super().__init__()
        self.way: UUID = self.does(
            actions.look_into_home, child=self.child.id, to_whom="Mum", assessed_on=ago(assessed), risk="medium",
            changed="Rhys has moved out.", worries="Money.",
        )  # fmt: skip
        self.must = self.musts("A bed of her own")
        self.asks(self.child, "yes", "I want my own bed.")
        self.asks(self.mum, "if", "With help in the mornings.")

    def musts(self, what: str, **facts: Any) -> UUID:
        told: dict[str, Any] = {"who": "The council", "help_given": "We pay for it.", "by_when": ahead(10)}
        made: UUID = self.does(actions.home_must, way=self.way, what=what, **(told | facts))
        return made

    def asks(self, person: Person, says: str, words: str) -> None:
        self.does(actions.home_said, way=self.way, person=person.id, says=says, words=words, said_on=ago(100))

    def shows(self, person: Person, prepared: bool = True, how: str = "Read together.") -> None:
        self.does(actions.show_home, way=self.way, person=person.id, prepared=prepared, how_prepared=how)

    def prepares(self) -> None:
        self.does(actions.agree_home, way=self.way, agreed_on=ago(90), agreed_by="Ruth Hart")
        self.does(actions.must_done, must=self.must, done_on=ago(80))
        night = self.does(actions.home_nights, way=self.way, from_on=ago(75), until=ago(73))
        self.does(
            actions.nights_went, night=night, went="Calm. She slept.", child_said="It smelled like home."
        )

    def goes(self, days: int = 70, **facts: Any) -> None:
        self.does(actions.went_home, way=self.way, home_on=ago(days), route="s20", **facts)

    def looks(self, days: int, goes: str = "well", **facts: Any) -> None:
        self.does(actions.look_at_home, way=self.way, on=ago(days), goes=goes, **facts)

    def ends(self, came: str, on: date, words: str = "She is settled.") -> None:
        self.does(actions.end_home, way=self.way, came_of_it=came, ended_on=on, end_words=words)

    def mine(self, by: Account) -> list[MyWay]:
        with acting(make.actor(by)):
            return my_ways()

    def read(self) -> HomePage:
        with acting(make.actor(self.lead)):
            return home_page([self.child.id])


@pytest.fixture
def way(kith_database: None) -> Way:
    return Way()


def test_each_review_asks_whether_the_child_could_go_home_and_keeps_the_answer(kith_database: None) -> None:
    home = Home()
    review = home.does(reviewing.plan_review, person=home.child.id, planned_for=today())
    held: dict[str, Any] = {
        "review": review,
        "held_on": today(),
        "participation": "PN1",
        "decided": "x",
        "for_child": "x",
    }
    with pytest.raises(CannotBeError) as refused:
        home.does(reviewing.hold_review, **held, home_answer="not_now")
    assert refused.value.field == "home_words"
    page = f"/people/{home.child.id}/in-care/hold/{review}/"
    client = signed_in(home.lead)
    assert "Could they go home again?" in words_of(client.get(page))
    day = {f"held_on_{part}": str(getattr(today(), part)) for part in ("day", "month", "year")}
    sent = {"participation": "PN1", "decided": "Weekly calls.", "for_child": "You ring her.", **day}
    # The form does not let a review be written down without the answer.
    assert client.post(page, sent).status_code == 200
    told = {"home_answer": "not_now", "home_words": "Mum finishes her course, and Rhys has moved out."}
    assert client.post(page, sent | told).status_code == 302
    shown = words_of(client.get(f"/people/{home.child.id}/going-home/"))
    assert "Mum finishes her course" in shown
    # A review in care is no look at living at home again.
    from kith.care.models import CareFact

    assert not CareFact.objects.using(make.OWNER).filter(kind="return_home_looked_at").exists()


def test_it_is_agreed_only_once_child_and_parent_were_asked_and_a_no_is_kept(kith_database: None) -> None:
    home = Way()
    HomeSay.objects.using(make.OWNER).filter(person=home.child).update(says="", said_on=None)
    agrees: dict[str, Any] = {"way": home.way, "agreed_on": ago(90), "agreed_by": "Ruth Hart"}
    with pytest.raises(CannotBeError, match="Ask the child first"):
        home.does(actions.agree_home, **agrees)
    home.asks(home.child, "no", "Not while Rhys has a key.")
    HomeSay.objects.using(make.OWNER).filter(person=home.mum).update(says="", said_on=None)
    with pytest.raises(CannotBeError, match="Ask a parent, or whoever"):
        home.does(actions.agree_home, **agrees)
    home.asks(home.mum, "yes", "Yes.")
    home.does(actions.agree_home, **agrees)
    (one,) = home.read().ways
    assert next((each.says, each.words) for each in one.says) == ("No", "Not while Rhys has a key.")


def test_going_home_is_never_refused_and_says_what_was_not_in_place(way: Way) -> None:
    with pytest.raises(CannotBeError) as refused:
        way.does(actions.went_home, way=way.way, home_on=ago(1), route="p1")
    assert refused.value.field == "skipped"
    for missing in (
        "not agreed",
        "one thing that has to be in place",
        "no night at home",
        "nominated officer",
    ):
        assert missing in refused.value.message
    way.does(actions.went_home, way=way.way, home_on=ago(1), route="p1", skipped="The court said today.")
    (one,) = way.read().ways
    assert (one.home_on, one.skipped, one.stage) == (ago(1), "The court said today.", "at home again")


def test_prepared_it_needs_no_reason(way: Way) -> None:
    way.prepares()
    way.goes()
    (one,) = way.read().ways
    assert one.skipped == ""
    assert [each.went for each in one.nights] == ["Calm. She slept."]


@pytest.mark.parametrize("days", [0, 200, 364])
def test_support_is_never_closed_as_lasting_before_the_year_is_over(kith_database: None, days: int) -> None:
    home = Way(assessed=600)
    home.goes(500, skipped="Years ago.")
    with pytest.raises(CannotBeError, match="goes on for a year"):
        home.ends("lasted", ago(500) + timedelta(days=days))
    with pytest.raises(IntegrityError):
        GoingHome.objects.using(make.OWNER).filter(id=home.way).update(
            came_of_it="lasted", ended_on=ago(500) + timedelta(days=days), end_words="x"
        )
    home.ends("lasted", a_year_after(ago(500)))
    assert home.read().now is None


def test_a_year_after_leap_day_is_the_first_of_march() -> None:
    assert a_year_after(date(2028, 2, 29)) == date(2029, 3, 1)
    assert a_year_after(date(2027, 3, 1)) == date(2028, 3, 1)


@pytest.mark.parametrize(
    ("came", "field"), [("lasted", "came_of_it"), ("came_back", "came_of_it"), ("stopped", "")]
)
def test_before_they_went_home_it_can_only_be_stopped(way: Way, came: str, field: str) -> None:
    if not field:
        way.ends(came, today())
        return
    with pytest.raises(CannotBeError) as refused:
        way.ends(came, today())
    assert refused.value.field == field


def test_who_comes_into_care_again_is_seen_at_once_and_the_end_says_what_was_learnt(way: Way) -> None:
    sleeps(way.child, ago(400), ago(70), reason_new_episode="S", reason_ceased="E4A")
    way.goes(skipped="All at once.")
    assert way.read().ways[0].again_on is None
    sleeps(way.child, ago(9), reason_new_episode="S")
    assert way.read().ways[0].again_on == ago(9)
    assert "came into care again" in words_of(signed_in(way.lead).get(f"/people/{way.child.id}/going-home/"))
    with pytest.raises(CannotBeError, match="after they went home"):
        way.ends("came_back", ago(80))
    with pytest.raises(CannotBeError, match="what was learnt"):
        way.ends("came_back", ago(9), words=" ")
    way.ends("came_back", ago(9), "Help in the mornings ended too soon.")
    facts = BondFact.objects.using(make.OWNER).filter(person=way.child, kind="home_again")
    assert [(each.happened_on, each.until) for each in facts] == [(ago(70), ago(9))]


def test_at_risk_asks_for_more_help(way: Way) -> None:
    way.goes(skipped="x")
    with pytest.raises(CannotBeError) as refused:
        way.looks(2, "stuck")
    assert refused.value.field == "extra_help"
    way.looks(2, "stuck", extra_help="Marta comes each morning.")
    with pytest.raises(CannotBeError, match="not at home yet"):
        way.looks(80)


def due(way: Way) -> list[tuple[date, date | None, str]]:
    with acting(make.actor(way.lead)):
        found = [each for each in obligations([way.child.id]) if each.duty == "RU-01"]
    return [(each.due, each.met, each.state) for each in sorted(found, key=lambda each: each.due)]


def test_it_is_looked_at_after_two_weeks_then_four_then_every_three_months(kith_database: None) -> None:
    """Worked by hand: home 70 days ago, so due 56 days ago; the next is due four weeks on, and so forth."""
    home = Way()
    home.goes(70, skipped="x")
    assert due(home)[0] == (ago(56), None, "late")
    home.looks(58)
    first, second = due(home)[:2]
    assert first == (ago(56), ago(58), "met")
    assert (second[1], second[2]) == (None, "late")
    home.looks(31)
    met = [each for each in due(home) if each[2] == "met"]
    assert [each[1] for each in met] == [ago(58), ago(31)]
    waits = [each for each in due(home) if each[1] is None]
    assert len(waits) == 1
    assert waits[0][0] > today()


def test_no_look_is_owed_once_our_support_has_ended(way: Way) -> None:
    way.goes(70, skipped="x")
    way.ends("came_back", ago(60), "Too soon.")
    assert [each for each in due(way) if each[2] == "late"] == []


def test_child_and_parent_read_what_has_to_happen_and_nothing_of_what_was_found(way: Way) -> None:
    assert way.mine(way.young) == []
    way.shows(way.child)
    way.shows(way.mum)
    way.does(actions.home_nights, way=way.way, from_on=ahead(3), until=ahead(5))
    for account, heading in ((way.young, "Living with Mum again"), (way.mother, "Ada living at home again")):
        page = words_of(signed_in(account).get("/my/steps/"))
        for said in (heading, "A bed of her own", "We pay for it.", "Nights at home"):
            assert said in page
        for kept in ("Money.", "moved out", "medium", "Rosa"):
            assert kept not in page
    # Of the other's words nothing.
    assert "help in the mornings" not in words_of(signed_in(way.young).get("/my/steps/"))
    assert "my own bed" not in words_of(signed_in(way.mother).get("/my/steps/"))
    for other in (way.father, way.sibling):
        assert way.mine(other) == []
        with acting(make.actor(other)):
            assert not GoingHome.objects.exists()
    with acting(make.actor(way.young)):
        assert not GoingHome.objects.exists()


def test_what_somebody_says_on_their_own_page_stands_before_the_worker(way: Way) -> None:
    way.shows(way.mum)
    mother = signed_in(way.mother)
    sent = {"says": "unsure", "words": "I am scared of failing her."}
    assert mother.post(f"/my/steps/{way.way}/", sent).status_code == 302
    assert "scared of failing" in words_of(signed_in(way.lead).get(f"/people/{way.child.id}/going-home/"))
    assert signed_in(way.father).post(f"/my/steps/{way.way}/", sent).status_code == 404
    assert signed_in(way.father).get(f"/my/steps/{way.way}/").status_code == 404


def test_it_is_shown_to_no_stranger_and_to_nobody_who_is_kept_apart(way: Way) -> None:
    stranger = make.person("Gus")
    make.involved(way.lead, stranger)
    with pytest.raises(CannotBeError, match="none of them"):
        way.shows(stranger)
    way.shows(way.mum)
    MayKnow.objects.using(make.OWNER).create(
        person=way.child, other=way.dad, may=False, reason="Order.", during=(today(), None)
    )
    with pytest.raises(CannotBeError, match="keeps them and the child apart"):
        way.shows(way.dad)


def test_nobody_reads_it_before_they_are_prepared(way: Way) -> None:
    with pytest.raises(CannotBeError, match="Prepare them first"):
        way.shows(way.mum, prepared=False)
    with pytest.raises(CannotBeError, match="how they were prepared"):
        way.shows(way.mum, how=" ")
    assert way.mine(way.mother) == []
    unprepared = "UPDATE bonds_homesay SET shown_on = now() WHERE way_id = %s"
    assert not tries(way.lead, unprepared, [way.way])


def test_a_parent_who_comes_to_be_kept_apart_reads_nothing_from_that_press(way: Way) -> None:
    way.shows(way.mum)
    assert len(way.mine(way.mother)) == 1
    way.does(
        actions.limit_time, child=way.child.id, other=way.mum.id, kind="bail", allows="nothing", words="Bail.",
        from_on=today(),
    )  # fmt: skip
    assert way.mine(way.mother) == []


def test_no_line_tells_a_parent_where_the_child_lives(way: Way) -> None:
    make.home(way.child, "7 Larch Close", "ZZ7 7ZZ")
    way.shows(way.mum)
    with pytest.raises(CannotBeError, match="learn where the child lives"):
        way.musts("Mum comes to 7 Larch Close for tea")
    way.does(actions.take_back_home, way=way.way, person=way.mum.id)
    assert way.mine(way.mother) == []
    way.musts("Mum comes to 7 Larch Close for tea")
    with pytest.raises(CannotBeError, match="where the child lives"):
        way.shows(way.mum)
    # By a fault it was shown all the same: the line is not there.
    HomeSay.objects.using(make.OWNER).filter(person=way.mum).update(
        shown_on=today(), how_prepared="By a fault."
    )
    (one,) = way.mine(way.mother)
    assert [each.what for each in one.musts] == ["A bed of her own"]


def test_only_their_workers_write_and_read_it(way: Way) -> None:
    other = make.account("social_worker")
    with acting(make.actor(other)):
        assert home_page([way.child.id]).ways == ()
    line = (
        "INSERT INTO bonds_homemust (id, recorded_at, recorded_by, source, way_id, child_id, what, who, help, by_when)"
        " VALUES (gen_random_uuid(), now(), %s, 'worker', %s, %s, 'x', 'y', '', now())"
    )
    assert tries(way.lead, line, [way.lead.id, way.way, way.child.id])
    assert not tries(way.lead, line, [way.lead.id, way.way, way.brother.id])
    assert not tries(other, line, [other.id, way.way, way.child.id])
    assert not tries(way.mother, line, [way.mother.id, way.way, way.child.id])


def test_the_pages_forms_work_and_ask_little(way: Way) -> None:
    client, page = signed_in(way.lead), f"/people/{way.child.id}/going-home/"

    def on(field: str, day: date) -> dict[str, str]:
        return {f"{field}_{part}": str(getattr(day, part)) for part in ("day", "month", "year")}

    steps: list[tuple[str, dict[str, Any]]] = [
        (f"must/{way.way}/", {"what": "School knows", "who": "Rosa", **on("by_when", ahead(5))}),
        (f"done/{way.must}/", on("done_on", today())),
        (
            f"said/{way.way}/",
            {"person": str(way.mum.id), "says": "yes", "words": "Yes!", **on("said_on", today())},
        ),
        (
            f"show/{way.way}/",
            {"person": str(way.mum.id), "prepared": "yes", "how_prepared": "We read it together."},
        ),
        (f"take-back/{way.way}/", {"person": str(way.mum.id)}),
        (f"agree/{way.way}/", {"agreed_by": "Ruth Hart", **on("agreed_on", today())}),
        (f"nights/{way.way}/", {**on("from_on", ago(3)), **on("until", ago(1))}),
        (f"home/{way.way}/", {"route": "s20", "skipped": "School waits.", **on("home_on", today())}),
        (f"looked/{way.way}/", {"goes": "some", "child_said": "OK", **on("on", today())}),
    ]
    for step, sent in steps:
        assert client.get(page + step).status_code == 200
        blank = dict.fromkeys(sent, "")
        assert client.post(page + step, blank).status_code == 200, step
        answer = client.post(page + step, sent)
        assert answer.status_code == 302, (step, words_of(answer))
    shown = words_of(client.get(page))
    for said in ("Not all was in place", "School waits.", "some of it is hard", "Support goes on until"):
        assert said in shown
    assert client.post(page + "look/", {"to_whom": "Dad"}).status_code == 200
    with acting(make.actor(way.lead)), CaptureQueriesContext(connection) as asked:
        home_page([way.child.id])
    assert len(asked) <= 4
    with acting(make.actor(way.mother)), CaptureQueriesContext(connection) as asked:
        my_ways()
    assert len(asked) <= 3
