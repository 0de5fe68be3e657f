"""The duties of fostering, and of a child's home, each worked out by hand: from what is written to what is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.homes import actions
from kith.homes.models import Choice, Enquiry, Home, HomeFact
from kith.homes.queries.road import road_due, road_facts
from kith.law.due import rules_of
from kith.law.engine import derive
from kith.law.recorded import facts_of
from kith.people.models import Person
from tests.homes import register
from tests.homes.finding import Finding, born, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


class Law(Finding):
    """Grace fosters; her home was approved on 3 November 2024."""

    def __init__(self) -> None:
        super().__init__(make.person("Ada", "Quill", born=born(9, -40)))
        self.grace = make.person("Grace", "Okafor", born=date(1980, 4, 2))
        for who in (self.worker, self.manager):
            make.involved(who, self.grace)
        self.lindens = register.a_home(name="The Lindens", lawful=False)
        register.carer(self.lindens, self.grace)
        self.approves(date(2024, 11, 3))

    def approves(self, on: date, **facts: Any) -> None:
        told = {"home": self.lindens.id, "starts_on": on, "places": 2, "why": "They are ready."} | facts
        self.does(actions.approve_carers, self.manager, **told)

    def rows(self, duty: str, day: date, person: Person | None = None) -> list[tuple[str, date, str]]:
        """The duty's obligations as at a day: when it began, when it is due, how it stands."""
        whose = person or self.grace
        with acting(make.actor(self.worker)):
            facts = facts_of([whose.id])
            found = derive(facts, rules_of(day, duty), as_at=day)
        return [(each.starts.isoformat(), each.due, each.state) for each in found]


@pytest.fixture
def law(kith_database: None) -> Law:
    return Law()


def test_approval_is_reviewed_within_a_year_and_then_each_year(law: Law) -> None:
    # Approved 3 November 2024: by 3 November 2025. Reviewed on 20 October 2025: in time, and again by 20 October 2026.
    law.does(
        actions.review_carers, home=law.lindens.id, on=date(2025, 10, 20), outcome="kept", carers_said="It goes well.",
        why="It does.",
    )  # fmt: skip
    assert law.rows("FO-07", date(2025, 10, 1)) == [("2024-11-03", date(2025, 11, 3), "due")]
    assert law.rows("FO-07", date(2026, 10, 20)) == [
        ("2024-11-03", date(2025, 11, 3), "met"),
        ("2025-10-20", date(2026, 10, 20), "due"),
    ]
    assert law.rows("FO-07", date(2026, 10, 21))[-1] == ("2025-10-20", date(2026, 10, 20), "late")


def test_new_terms_begin_no_new_year_and_a_time_without_approval_does(law: Law) -> None:
    law.approves(date(2025, 2, 3), places=3)
    assert law.rows("FO-07", date(2025, 6, 1)) == [("2024-11-03", date(2025, 11, 3), "due")]
    facts = HomeFact.objects.using(make.OWNER).filter(kind="foster_approval", person=law.grace)
    assert [(each.happened_on, each.until) for each in facts] == [(date(2024, 11, 3), None)]
    law.approves(date(2025, 7, 1), places=1, ends_on=date(2025, 9, 1))
    law.approves(date(2025, 12, 1), places=1)
    assert sorted((each.happened_on, each.until) for each in facts.all()) == [
        (date(2024, 11, 3), date(2025, 9, 1)),
        (date(2025, 12, 1), None),
    ]


def test_an_approval_for_a_time_starts_no_year(law: Law) -> None:
    nan = make.person("Nell", "Quill", born=date(1960, 4, 2))
    make.involved(law.worker, nan)
    house = register.a_home(name="Nan’s", lawful=False)
    register.carer(house, nan)
    law.does(
        actions.approve_carers, law.manager, home=house.id, starts_on=date(2026, 1, 5), places=1, temporary=True,
        why="Tonight.",
    )  # fmt: skip
    assert law.rows("FO-07", today(), nan) == []


def test_a_visit_without_warning_each_year_and_training_within_the_first(law: Law) -> None:
    # Approved 3 November 2024: a visit by 3 November 2025. It was on 4 November: late. Training by 3 November 2025.
    for what, on in (("unannounced", date(2025, 11, 4)), ("standards", date(2025, 11, 3))):
        law.does(actions.say_done, home=law.lindens.id, what=what, on=on)
    assert law.rows("FO-08", date(2025, 12, 1))[0] == ("2024-11-03", date(2025, 11, 3), "met_late")
    assert law.rows("FO-08", date(2025, 12, 1))[1] == ("2025-11-04", date(2026, 11, 4), "due")
    assert law.rows("FO-09", date(2025, 12, 1)) == [("2024-11-03", date(2025, 11, 3), "met")]
    with pytest.raises(CannotBeError, match="written already"):
        law.does(actions.say_done, home=law.lindens.id, what="unannounced", on=date(2025, 11, 4))


def test_notice_takes_effect_28_days_after_it_came(law: Law) -> None:
    # It came on Monday 5 October 2026: it takes effect on 2 November, and the approval ends with the home.
    law.does(actions.carers_leave, home=law.lindens.id, told_on=date(2026, 10, 5), why="health")
    assert law.rows("FO-11", date(2026, 10, 20)) == [("2026-10-05", date(2026, 11, 2), "due")]
    assert law.rows("FO-11", date(2026, 11, 20)) == [("2026-10-05", date(2026, 11, 2), "met")]
    (approval,) = HomeFact.objects.using(make.OWNER).filter(kind="foster_approval")
    assert approval.until == date(2026, 11, 2)


class Road:
    """Noor asks on Monday 5 January 2026, and what is written of her."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.id: UUID = law.does(actions.enquire, name="Noor and Tom", on=date(2026, 1, 5))

    def done(self, what: str, on: date) -> None:
        self.law.does(actions.say_done, enquiry=self.id, what=what, on=on)

    def stage(self, stage: str, on: date) -> None:
        self.law.does(actions.move_on, enquiry=self.id, stage=stage, on=on)

    def due(self, day: date) -> list[tuple[str, date, bool]]:
        with acting(make.actor(self.law.worker)):
            return [(each.duty, each.due, each.late) for each in road_due([self.id], day).get(self.id, ())]


def test_each_time_of_the_road_by_hand(law: Law) -> None:
    road = Road(law)
    # Asked on a Monday: answered by Tuesday (one working day, a council's own).
    assert road.due(date(2026, 1, 5)) == [("FO-12", date(2026, 1, 6), False)]
    assert road.due(date(2026, 1, 7)) == [("FO-12", date(2026, 1, 6), True)]
    road.done("answered", date(2026, 1, 6))
    assert road.due(date(2026, 1, 7)) == []
    # All of stage one in on Tuesday 20 January: decided within ten working days, by Tuesday 3 February.
    road.done("checks_in", date(2026, 1, 20))
    assert road.due(date(2026, 1, 21)) == [("FO-01", date(2026, 2, 3), False)]
    road.done("stage_one", date(2026, 2, 2))
    # Applied on 4 February: a recommendation within eight months, by 4 October.
    road.stage("applied", date(2026, 2, 4))
    assert road.due(date(2026, 2, 5)) == [("FO-02", date(2026, 10, 4), False)]
    # A panel on Thursday 17 September: its papers go out five working days before, by Thursday 10 September.
    road.done("panel_on", date(2026, 9, 17))
    assert ("FO-16", date(2026, 9, 10), False) in road.due(date(2026, 9, 1))
    road.done("papers", date(2026, 9, 9))
    road.stage("panel", date(2026, 9, 17))
    # Its minutes on Monday 21 September: decided within seven working days, by Wednesday 30 September.
    road.done("minutes", date(2026, 9, 21))
    assert road.due(date(2026, 9, 22)) == [("FO-03", date(2026, 9, 30), False)]
    # Decided on Friday 25 September: told by Tuesday 29 September (two), in writing by Friday 2 October (five).
    road.done("decided", date(2026, 9, 25))
    assert road.due(date(2026, 9, 26)) == [
        ("FO-04", date(2026, 9, 29), False),
        ("FO-05", date(2026, 10, 2), False),
    ]
    road.done("told", date(2026, 9, 25))
    road.done("written", date(2026, 10, 5))
    assert road.due(date(2026, 10, 6)) == []
    page = words_of(signed_in(law.worker).get("/homes/carers/"))
    assert "Noor and Tom" in page


def test_the_page_of_the_road_says_what_is_due_and_by_when(law: Law) -> None:
    road = Road(law)
    page = words_of(signed_in(law.worker).get("/homes/carers/"))
    assert "Question about fostering answered: was due by 6 January 2026" in page
    told = {"what": "answered", "on_day": "6", "on_month": "1", "on_year": "2026"}
    assert signed_in(law.worker).post(f"/homes/carers/{road.id}/done/", told).status_code == 302
    assert "Question about fostering answered" not in words_of(signed_in(law.worker).get("/homes/carers/"))
    early = told | {"what": "checks_in", "on_year": "2025"}
    back = signed_in(law.worker).post(f"/homes/carers/{road.id}/done/", early)
    assert "They asked on 5 January 2026: write that day or a later one." in words_of(back)


def test_what_is_due_on_the_road_becomes_theirs_once_they_are_in_the_register(law: Law) -> None:
    road = Road(law)
    road.done("checks_in", date(2026, 1, 20))
    other = Home.objects.using(make.OWNER).get(name="The Lindens")
    sent = signed_in(law.worker).post(f"/homes/carers/{road.id}/home/", {"home": other.reference})
    assert sent.status_code == 302
    assert law.rows("FO-01", date(2026, 2, 4)) == [("2026-01-20", date(2026, 2, 3), "late")]
    with acting(make.actor(law.worker)):
        kinds = {each.kind for each in road_facts([road.id])}
    assert kinds == set(
        HomeFact.objects.using(make.OWNER).filter(matter=road.id).values_list("kind", flat=True)
    )
    assert Enquiry.objects.using(make.OWNER).get().home_id == other.id


def test_outside_their_terms_is_six_working_days_and_ends_when_it_is_made_right(law: Law) -> None:
    # She came on Monday 16 November 2026: six working days are over on Tuesday 24 November.
    search = law.looks(tonight=True)
    law.among(search, "2_own")
    choice = law.lists(search, law.lindens, emergency=True)
    law.agrees(choice)
    Choice.objects.using(make.OWNER).filter(id=choice).update(on=date(2026, 11, 16))
    assert law.rows("LA-34", date(2026, 11, 20), law.child) == [("2026-11-16", date(2026, 11, 24), "due")]
    assert law.rows("LA-34", date(2026, 11, 25), law.child)[0][2] == "late"
    law.does(actions.end_outside, choice=choice, on=date(2026, 11, 23))
    assert law.rows("LA-34", date(2026, 11, 25), law.child)[0][2] == "met"
    with pytest.raises(CannotBeError, match="written already"):
        law.does(actions.end_outside, choice=choice, on=date(2026, 11, 24))


def test_a_home_is_sought_and_found_within_the_law(law: Law) -> None:
    def kinds() -> set[str]:
        return set(HomeFact.objects.using(make.OWNER).filter(person=law.child).values_list("kind", flat=True))

    search = law.looks()
    assert kinds() == {"home_search_started"}
    law.among(search, "2_own")
    choice = law.lists(search, law.lindens)
    law.hears(choice)
    law.agrees(choice)
    assert kinds() == {"home_search_started", "home_is_allowed", "foster_home_within_limit"}
    law.does(actions.answer_choice, choice=choice, state="said_no", why="They moved.", why_no="other")
    assert kinds() == {"home_search_started"}, "what is none any more goes"
    law.does(actions.close_search, search=search, why="She stays with Nan.")
    assert kinds() == set()


def test_facts_go_by_the_person_and_are_written_by_nobody(law: Law) -> None:
    stranger = make.account("social_worker")
    with acting(make.actor(stranger)):
        assert HomeFact.objects.count() == 0
    with acting(make.actor(law.worker)):
        assert HomeFact.objects.count() >= 1
        with pytest.raises(Exception, match="permission denied"):
            HomeFact.objects.update(happened_on=today() - timedelta(days=1))
