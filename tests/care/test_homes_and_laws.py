"""Coming into care, agreement and its end, birthdays, twins, corrections, and nights where no child should sleep."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connections
from psycopg.types.range import DateRange

from kith.care import actions
from kith.care.actions import living
from kith.care.models import Agreement, Correction, Episode, LegalBasis, Slept, Stay
from kith.care.queries.where import where_on
from kith.care.tasks import KEEPER, birthdays
from kith.care.unlawful import birthday
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.design.dates import today
from tests.care.looked_after import came, child_and_worker, days_ago, doing, nights_of
from tests.support import make
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def aged(years: int, *, less: int = 0) -> date:
    """The day of birth of somebody who turns so old today, or in some days."""
    day = today() + timedelta(days=less)
    return date(day.year - years, day.month, day.day if (day.month, day.day) != (2, 29) else 28)


def test_tonight_needs_a_name_and_a_law_and_the_rest_is_written_later() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(0), law="L1", kind="U6", tonight=True, why="", decided_as="police")
    law = LegalBasis.objects.using(make.OWNER).get(person=child)
    assert law.ends_by == days_ago(-3)
    other, _ = child_and_worker()
    make.involved(worker, other, role="social_worker")
    with pytest.raises(CannotBeError, match="Say why") as refused:
        came(worker, other, days_ago(0), why="")
    assert refused.value.field == "why"
    assert not Stay.objects.using(make.OWNER).filter(person=other).exists()


def test_each_agreement_stands_and_one_taken_back_is_on_today_until_something_else_holds() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(30))
    law = LegalBasis.objects.using(make.OWNER).get(person=child)
    how = {
        "explained": "By Ruth, in Polish.", "capacity": True, "may_end_it": True, "in_writing": True, "on": days_ago(30),
        "law": law.id, "given_as": "parent",
    }  # fmt: skip
    mother = doing(worker, actions.agree, name="Ewa", agrees=True, **how)
    doing(worker, actions.agree, name="Jan", agrees=False, **how)
    with pytest.raises(CannotBeError, match="are 16 on"):
        doing(worker, actions.agree, name="Robin", agrees=True, **(how | {"given_as": "self"}))
    doing(worker, actions.take_back, agreement=mother, on=days_ago(1), said="I want him home.")
    assert Agreement.objects.using(make.OWNER).filter(person=child, taken_back_on=None).count() == 1
    client = signed_in(worker)
    assert "Ewa took back their yes to Robin" in words_of(client.get("/"))
    doing(worker, actions.begin_law, person=child.id, kind="C1", began_on=days_ago(0))
    assert "took back their yes" not in words_of(client.get("/"))
    with pytest.raises(CannotBeError, match="no yes"):
        doing(worker, actions.take_back, agreement=mother, on=days_ago(0))


def test_on_the_night_of_a_sixteenth_birthday_they_may_agree_and_live_where_sixteen_is_the_age() -> None:
    child, worker = child_and_worker(born=aged(16))
    came(worker, child, days_ago(1), kind="K3")
    doing(worker, actions.move, person=child.id, on=days_ago(0), kind="K3", why_moved="CARPL")
    homes = Stay.objects.using(make.OWNER).filter(person=child).order_by("began_on")
    assert [each.unlawful for each in homes] == [["under_16"], []]
    law = LegalBasis.objects.using(make.OWNER).get(person=child)
    doing(
        worker, actions.agree, law=law.id, name="Robin", given_as="self", agrees=True, on=days_ago(0),
        explained="By Ruth.", capacity=True, may_end_it=True, in_writing=True,
    )  # fmt: skip


def test_on_an_eighteenth_birthday_the_nights_end_though_nobody_pressed_anything() -> None:
    born = aged(18)
    child, worker = child_and_worker(born=born)
    came(worker, child, days_ago(400))
    # As it was written before the birthday, which came by itself.
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT set_config('kith.migrating', 'on', false)")
    still = DateRange(days_ago(400), None, "[)")
    Episode.objects.using(make.OWNER).filter(person=child).update(ceased_on=None, during=still)
    with worker_login(), acting(KEEPER):
        assert birthdays(by=KEEPER) >= 1
    assert [(row[0], row[1]) for row in nights_of(child)] == [(days_ago(400), birthday(born, 18))]
    with acting(make.actor(worker)):
        assert where_on([child.id], today()) == {}
        assert where_on([child.id], days_ago(1))[child.id].kind == "U6"
    with pytest.raises(CannotBeError, match="turned 18"):
        doing(worker, actions.begin_law, person=child.id, kind="C2", began_on=days_ago(0))


def test_twins_are_two_children_in_one_home_with_a_law_each() -> None:
    one, worker = child_and_worker()
    other = make.person("Ray", born=one.born_on)
    make.involved(worker, other, role="social_worker")
    for child in (one, other):
        came(worker, child, days_ago(20), place=actions.Place(called="The Marshes", postcode="KH1 1AD"))
    doing(worker, actions.move, person=other.id, on=days_ago(2), kind="K2")
    assert len(nights_of(one)) == 1
    assert len(nights_of(other)) == 2


def test_a_home_corrected_two_years_later_is_right_in_every_night_and_what_stood_before_is_kept() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(900))
    moved = doing(worker, actions.move, person=child.id, on=days_ago(800), kind="K2", why_moved="LAREQ")
    doing(worker, actions.move, person=child.id, on=days_ago(100), kind="U4", why_moved="CARPL")
    before = nights_of(child)
    doing(
        worker, actions.correct_stay, stay=moved, why="The foster carer’s diary says otherwise.", kind="K2",
        began_on=days_ago(770), ended_on=days_ago(90),
    )  # fmt: skip
    assert [(row[0], row[1], row[4]) for row in nights_of(child)] == [
        (days_ago(900), days_ago(770), "U6"), (days_ago(770), days_ago(90), "K2"), (days_ago(90), None, "U4"),
    ]  # fmt: skip
    assert [(row[2], row[5]) for row in nights_of(child)] == [(row[2], row[5]) for row in before]
    kept = Correction.objects.using(make.OWNER).get(person=child)
    assert kept.said.startswith("K2 from")
    assert kept.since == days_ago(800)
    history = Episode._meta.get_field("id").model.pgh_event_model.objects.using(make.OWNER)  # type: ignore[attr-defined]
    assert days_ago(800) in set(history.filter(person_id=child.id).values_list("started_on", flat=True))
    with pytest.raises(CannotBeError, match="no night of the home"):
        doing(
            worker, actions.correct_stay, stay=moved, why="Wrong.", kind="K2", began_on=days_ago(950),
            ended_on=days_ago(90),
        )  # fmt: skip


def test_a_night_where_no_child_should_sleep_is_written_down_and_the_director_is_told_at_once() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(10))
    director = make.account("director")
    assert "slept where no child should" not in words_of(signed_in(director).get("/"))
    slept = doing(
        worker, actions.slept_elsewhere, person=child.id, first_on=days_ago(1), unlawful=["no_home"],
        where="The office at Kith House, Low Lane", tried="Nine carers were rung.", child_says="It was cold.",
    )  # fmt: skip
    told = words_of(signed_in(director).get("/"))
    assert "A child slept where no child should" in told
    assert "no home at all" in told
    assert "Robin" not in told
    assert "Low Lane" not in told
    assert nights_of(child) == [(days_ago(10), None, "S", "V2", "U6", "")]
    with pytest.raises(CannotBeError, match="cannot end before"):
        doing(worker, actions.slept_no_more, slept=slept, last_on=days_ago(2))
    doing(worker, actions.slept_no_more, slept=slept, last_on=days_ago(0))
    assert Slept.objects.using(make.OWNER).get(id=slept).last_on == days_ago(0)
    stranger = make.account("social_worker")
    with pytest.raises(NotPermittedError):
        doing(
            stranger,
            actions.slept_elsewhere,
            person=child.id,
            first_on=days_ago(0),
            unlawful=["other"],
            where="x",
        )


def test_a_home_that_the_law_refuses_is_recorded_once_a_child_lives_there_and_marked() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(10), kind="K3", said_unlawful=["registered"])
    stay = Stay.objects.using(make.OWNER).get(person=child)
    assert stay.unlawful == ["under_16", "registered"]
    assert "not registered" in words_of(signed_in(make.account("director")).get("/"))


def test_leaving_care_ends_home_and_laws_together_with_its_reason() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(60))
    doing(worker, actions.begin_law, person=child.id, kind="C1", began_on=days_ago(50))
    leaving = doing(worker, actions.propose_leaving, person=child.id, on=days_ago(20))
    doing(worker, actions.approve_leaving, leaving=leaving, on=days_ago(10), approved_by="Ann Ward")
    doing(worker, actions.leave_care, leaving=leaving, on=days_ago(5), reason="E4A")
    assert nights_of(child) == [
        (days_ago(60), days_ago(50), "S", "V2", "U6", "X1"), (days_ago(50), days_ago(5), "L", "C1", "U6", "E4A"),
    ]  # fmt: skip
    assert not LegalBasis.objects.using(make.OWNER).filter(person=child, ended_on=None).exists()
    again = came(worker, child, days_ago(1), law="C2", kind="U3")
    assert again
    assert nights_of(child)[-1] == (days_ago(1), None, "S", "C2", "U3", "")


@pytest.mark.parametrize("role", ["partner", "school", "health", "coordinator"])
def test_no_other_service_reads_a_row_of_homes_and_laws(role: str) -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(60))
    other = make.account(role)
    make.involved(other, child, role="partner")
    with acting(make.actor(other)):
        assert not Stay.objects.exists()
        assert not LegalBasis.objects.exists()
    with acting(make.actor(worker)):
        assert Stay.objects.count() == 1


def test_hospital_a_break_and_being_missing_are_nights_within_a_home_and_change_no_row() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(60))
    before = nights_of(child)
    for kind, first, last in (("hospital", 40, 36), ("break", 30, 28), ("friends", 20, 19)):
        away = doing(worker, actions.go_away, person=child.id, kind=kind, began_on=days_ago(first))
        with pytest.raises(CannotBeError, match="cannot end before it begins"):
            doing(worker, actions.come_back, away=away, on=days_ago(first + 1))
        doing(worker, actions.come_back, away=away, on=days_ago(last))
    gone = doing(worker, living.go_missing, person=child.id, kind="M", began_on=days_ago(10))
    doing(worker, living.found, missing=gone, on=days_ago(9))
    assert nights_of(child) == before
    assert len(before) == 1
