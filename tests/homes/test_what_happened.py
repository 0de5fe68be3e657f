"""What had to be notified, papers for an independent review, the record kept: each time by hand, and on pages."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import override_settings

from kith.care.models import Stay, StayPlace
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.homes import actions
from kith.homes.models import Done, Happened, Home, HomeFact
from kith.homes.queries.kept import kept_of_applicants
from kith.homes.queries.road import road_due
from kith.law.due import rules_of
from kith.law.providers import coverage
from kith.law.waiting import waiting
from kith.people.models import Person
from tests.access.tries import reads
from tests.homes import register
from tests.homes.finding import today
from tests.homes.test_home_duties import Law
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def law(kith_database: None) -> Law:
    return Law()


def happens(law: Law, on: date, child: Person | None = None, what: str = "police") -> UUID:
    made: UUID = law.does(
        actions.note_happened, home=law.lindens.id, what=what, on=on, child=child.id if child else None
    )
    return made


def lives(law: Law, child: Person) -> None:
    stay = Stay.objects.using(make.OWNER).create(
        person=child, kind="U6", began_on=register.LONG_AGO, during=make.always()
    )
    StayPlace.objects.using(make.OWNER).create(stay=stay, person=child, home=law.lindens.id)


def test_an_event_is_notified_within_a_day_and_is_the_childs_whom_it_concerns(law: Law) -> None:
    # We knew on Monday 2 November 2026, at an hour nobody wrote: 24 hours are over at the end of Tuesday.
    one = happens(law, date(2026, 11, 2), law.child)
    assert law.rows("FO-15", date(2026, 11, 3), law.child) == [("2026-11-02", date(2026, 11, 3), "due")]
    assert law.rows("FO-15", date(2026, 11, 4), law.child)[0][2] == "late"
    law.does(actions.say_notified, happened=one, on=date(2026, 11, 3), told=["placing", "ofsted"])
    assert law.rows("FO-15", date(2026, 11, 4), law.child)[0][2] == "met"
    assert law.rows("FO-15", date(2026, 11, 4)) == [], "no event of the carer's"
    assert Happened.objects.using(make.OWNER).get().told == ["ofsted", "placing"]


def test_an_event_of_no_child_is_the_carers_and_two_events_are_each_answered_by_their_own(law: Law) -> None:
    one, two = (
        happens(law, date(2026, 11, 2), what="complaint"),
        happens(law, date(2026, 11, 2), what="infection"),
    )
    law.does(actions.say_notified, happened=two, on=date(2026, 11, 6), told=["ofsted"])
    assert sorted(row[2] for row in law.rows("FO-15", date(2026, 11, 9))) == ["late", "met_late"]
    law.does(actions.say_notified, happened=one, on=date(2026, 11, 3), told=["ofsted"])
    assert sorted(row[2] for row in law.rows("FO-15", date(2026, 11, 9))) == ["met", "met_late"]


def test_what_cannot_be_said_of_an_event_names_its_field(law: Law) -> None:
    one = happens(law, date(2026, 11, 2))
    for facts, says, field in (
        ({"on": date(2026, 11, 1), "told": ["ofsted"]}, "came to know of it on 2 November 2026", "on"),
        ({"on": today() + timedelta(days=1), "told": ["ofsted"]}, "still to come", "on"),
        ({"on": date(2026, 11, 3), "told": []}, "Choose who was told", "told"),
    ):
        with pytest.raises(CannotBeError, match=says) as refused:
            law.does(actions.say_notified, happened=one, **facts)
        assert refused.value.field == field
    law.does(actions.say_notified, happened=one, on=date(2026, 11, 3), told=["ofsted"])
    with pytest.raises(CannotBeError, match="written already"):
        law.does(actions.say_notified, happened=one, on=date(2026, 11, 3), told=["ofsted"])
    with pytest.raises(CannotBeError, match="notifies Ofsted itself"):
        law.does(
            actions.note_happened, home=register.a_home("residential").id, what="ill", on=date(2026, 11, 2)
        )


def test_an_event_of_a_child_is_read_with_their_record_and_by_nobody_else(law: Law) -> None:
    happens(law, date(2026, 11, 2), law.child)
    happens(law, date(2026, 11, 3), what="complaint")
    stranger, partner = make.account("social_worker"), make.account("partner")
    asked = 'SELECT what FROM homes_happened ORDER BY "on"'
    assert reads(law.worker, asked) == [("police",), ("complaint",)]
    assert reads(stranger, asked) == [("complaint",)]
    make.involved(partner, law.child)
    assert reads(partner, asked) == []
    with pytest.raises(NotPermittedError):
        law.does(
            actions.note_happened, stranger, home=law.lindens.id, what="ill", on=date(2026, 11, 2),
            child=law.child.id,
        )  # fmt: skip
    page = words_of(signed_in(stranger).get(f"/homes/{law.lindens.id}/"))
    assert "A serious complaint" in page
    assert "The police were called" not in page


def test_it_is_written_and_notified_on_the_homes_page(law: Law) -> None:
    lives(law, law.child)
    worker, home = signed_in(law.worker), f"/homes/{law.lindens.id}/"
    day = {"on_day": "2", "on_month": "11", "on_year": "2026"}
    form = words_of(worker.get(f"{home}happened/"))
    assert "Ada Quill" in form
    sent = worker.post(f"{home}happened/", {"what": "ran_away", "child": str(law.child.id)} | day)
    assert sent.status_code == 302
    page = words_of(worker.get(home))
    assert "We came to know of it on Monday 2 November 2026." in page
    assert "A child ran away" in page
    assert "Ada Quill" in page
    assert "Not notified yet" in page
    one = Happened.objects.using(make.OWNER).get()
    back = worker.post(f"{home}happened/{one.id}/", day)
    assert back.status_code == 200
    assert worker.post(f"{home}happened/{one.id}/", {"told": ["placing"]} | day).status_code == 302
    assert "Notified on Monday 2 November 2026: the council that looks after the child" in words_of(
        worker.get(home)
    )
    assert worker.get(f"{home}happened/{one.id}/").status_code == 404
    assert signed_in(make.account("lead")).get(f"{home}happened/").status_code == 404
    stranger = signed_in(make.account("social_worker"))
    assert "Ada Quill" not in words_of(stranger.get(f"{home}happened/"))


def test_papers_go_to_the_independent_review_within_ten_working_days(law: Law) -> None:
    # Told on Monday 5 October 2026: ten working days are over on Monday 19 October. Another on 2 November: by the 16th.
    for what, on in (
        ("irm_asked", date(2026, 10, 5)), ("irm_papers", date(2026, 10, 19)), ("irm_asked", date(2026, 11, 2)),
    ):  # fmt: skip
        law.does(actions.say_done, home=law.lindens.id, what=what, on=on)
    assert law.rows("FO-14", date(2026, 11, 10)) == [
        ("2026-10-05", date(2026, 10, 19), "met"),
        ("2026-11-02", date(2026, 11, 16), "due"),
    ]
    assert law.rows("FO-14", date(2026, 11, 17))[1][2] == "late"
    # Of somebody who was refused on the way and is in no register, by the page of the road.
    asked = law.does(actions.enquire, name="Noor and Tom", on=date(2026, 1, 5))
    for what, on in (("answered", date(2026, 1, 5)), ("irm_asked", date(2026, 10, 5))):
        law.does(actions.say_done, enquiry=asked, what=what, on=on)
    with acting(make.actor(law.worker)):
        due = road_due([asked], date(2026, 10, 6))[asked]
    assert [(each.duty, each.due) for each in due] == [("FO-14", date(2026, 10, 19))]


def test_the_record_of_carers_is_kept_ten_years_from_the_end_of_their_approval(law: Law) -> None:
    # Approved on 3 November 2024 and again from 1 February 2025 until 1 March 2026: kept until 1 March 2036.
    law.approves(date(2025, 2, 1), places=1, ends_on=date(2026, 3, 1))
    assert law.rows("FO-13", date(2026, 2, 28)) == []
    assert law.rows("FO-13", date(2026, 3, 1)) == [("2026-03-01", date(2036, 3, 1), "due")]
    page = words_of(signed_in(law.worker).get(f"/homes/{law.lindens.id}/"))
    assert "Closed on Sunday 1 March 2026. It is kept until Saturday 1 March 2036 at least" in page
    with pytest.raises(CannotBeError, match="kept until 1 March 2036 at least") as refused:
        law.does(actions.say_done, home=law.lindens.id, what="destroyed", on=date(2026, 11, 2))
    assert refused.value.field == "said"
    law.does(
        actions.say_done,
        home=law.lindens.id,
        what="destroyed",
        on=date(2026, 11, 2),
        said="A fire in the store.",
    )
    facts = HomeFact.objects.using(make.OWNER).filter(kind="foster_record_destroyed", person=law.grace)
    assert [each.happened_on for each in facts] == [date(2026, 11, 2)]


def test_the_record_of_those_who_foster_is_not_destroyed_and_a_new_approval_opens_it_again(law: Law) -> None:
    with pytest.raises(CannotBeError, match="has not ended by that day"):
        law.does(
            actions.say_done, home=law.lindens.id, what="destroyed", on=date(2026, 11, 2), said="Why not."
        )
    assert not Done.objects.using(make.OWNER).exists()
    law.approves(date(2025, 2, 1), places=1, ends_on=date(2026, 3, 1))
    law.approves(date(2026, 6, 1), places=1)
    assert law.rows("FO-13", date(2026, 11, 2)) == []


def applied(law: Law, name: str, *, stopped: date | None, stages: tuple[str, ...] = ("applied",)) -> UUID:
    asked: UUID = law.does(actions.enquire, name=name, on=date(2023, 1, 5))
    for number, stage in enumerate(stages):
        law.does(actions.move_on, enquiry=asked, stage=stage, on=date(2023, 2, 1) + timedelta(days=number))
    if stopped:
        law.does(actions.move_on, enquiry=asked, stage="stopped", on=stopped, why="they")
    return asked


def test_of_those_who_applied_and_do_not_foster_the_record_is_kept_three_years(law: Law) -> None:
    # Withdrew on 1 March 2023: kept until 1 March 2026. Refused on 20 November 2025: until 20 November 2028.
    over = applied(law, "Bea and Lou", stopped=date(2023, 3, 1))
    runs = applied(law, "Sam Ode", stopped=date(2025, 11, 20), stages=("applied", "checks"))
    applied(law, "Only Asked", stopped=date(2023, 3, 1), stages=())
    applied(law, "Still Here", stopped=None)
    with acting(make.actor(law.worker)):
        lines = kept_of_applicants(date(2026, 11, 2))
    assert [(each.id, each.until, each.over) for each in lines] == [
        (over, date(2026, 3, 1), True),
        (runs, date(2028, 11, 20), False),
    ]
    page = words_of(signed_in(law.worker).get("/homes/carers/"))
    assert "Was the record of Bea and Lou destroyed?" in page
    assert "Was the record of Sam Ode destroyed?" not in page
    assert "20 November 2028" in page
    gone = {"what": "destroyed", "on": date(2026, 11, 2)}
    law.does(actions.say_done, enquiry=over, **gone)
    with pytest.raises(CannotBeError, match="kept until 20 November 2028 at least") as refused:
        law.does(actions.say_done, enquiry=runs, **gone)
    assert refused.value.field == "said"
    law.does(actions.say_done, enquiry=runs, **gone, said="They asked us to, and our lawyer agreed.")
    with acting(make.actor(law.worker)):
        assert kept_of_applicants(date(2026, 11, 2)) == []


def test_the_record_of_somebody_on_the_way_is_not_destroyed(law: Law) -> None:
    asked = applied(law, "Still Here", stopped=None)
    with pytest.raises(CannotBeError, match="had not stopped by that day"):
        law.does(actions.say_done, enquiry=asked, what="destroyed", on=date(2026, 11, 2), said="Why not.")


def test_whose_home_stands_in_the_register_already_the_time_is_theirs_by_the_law(law: Law) -> None:
    asked = applied(law, "The Lindens", stopped=None)
    law.does(actions.tie_enquiry, enquiry=asked, home=law.lindens.id)
    law.does(actions.move_on, enquiry=asked, stage="stopped", on=date(2024, 3, 1), why="not")
    assert law.rows("FO-17", date(2026, 11, 2)) == [("2024-03-01", date(2027, 3, 1), "due")]
    assert law.rows("FO-17", date(2027, 3, 2))[0][2] == "excused"


@pytest.mark.parametrize("duty", ["FO-10", "FO-13", "FO-14", "FO-15", "FO-17"])
def test_the_duty_waits_for_no_fact(law: Law, duty: str) -> None:
    with override_settings(LIVE_FROM=date(2026, 1, 5)), acting(make.actor(law.worker)):
        held = coverage(today())
    assert list(waiting(rules_of(today(), duty), held)) == []


def test_no_more_than_three_are_kept_to_when_a_home_is_chosen_and_a_home_within_it_is_a_fact(
    law: Law,
) -> None:
    # FO-10 has no time that could run out: what keeps it is that a home beyond the limit cannot be chosen.
    law.approves(date(2025, 2, 1), places=6)
    Home.objects.using(make.OWNER).filter(id=law.lindens.id).update(places=6, free=3)
    search = law.looks()
    law.among(search, "2_own")
    with pytest.raises(CannotBeError, match="More than three"):
        law.lists(search, law.lindens)
    Home.objects.using(make.OWNER).filter(id=law.lindens.id).update(free=4)
    choice = law.lists(search, law.lindens)
    law.hears(choice)
    law.agrees(choice)
    facts = HomeFact.objects.using(make.OWNER).filter(kind="foster_home_within_limit", person=law.child)
    assert [(each.matter, each.happened_on) for each in facts] == [(search, today())]
