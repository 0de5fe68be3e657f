"""Laws overlap, homes do not; the one status and home that a return reports for a night follow from them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connections
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg.types.range import DateRange

from kith.care import actions
from kith.care.models import Episode, EpisodePlace, LegalBasis, Stay, StayPlace
from kith.care.models.kinds import RANK
from kith.care.queries.where import where_on
from kith.core.acting import acting
from kith.core.action import CannotBeError
from tests.care.looked_after import came, child_and_worker, days_ago, doing, nights_of
from tests.support import make

pytestmark = pytest.mark.database


def test_a_remand_beside_a_care_order_is_reported_as_the_care_order_and_nights_follow() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(100))
    doing(worker, actions.begin_law, person=child.id, kind="C2", began_on=days_ago(80), court="Family Court")
    first = LegalBasis.objects.using(make.OWNER).get(person=child, kind="V2")
    doing(worker, actions.end_law, law=first.id, ended_on=days_ago(80), why="The court made an order.")
    remand = doing(worker, actions.begin_law, person=child.id, kind="J1", began_on=days_ago(40))
    doing(worker, actions.move, person=child.id, on=days_ago(40), kind="R5", why_moved="CUSTOD")
    assert nights_of(child) == [
        (days_ago(100), days_ago(80), "S", "V2", "U6", "X1"),
        (days_ago(80), days_ago(40), "L", "C2", "U6", "X1"),
        (days_ago(40), None, "P", "C2", "R5", ""),
    ]
    doing(worker, actions.end_law, law=remand, ended_on=days_ago(10), why="The remand ended.")
    assert nights_of(child)[-1] == (days_ago(40), None, "P", "C2", "R5", "")
    reasons = Episode.objects.using(make.OWNER).filter(person=child).order_by("started_on")
    assert [each.reason_place_change for each in reasons] == ["", "CUSTOD", ""]
    assert [each.same_home_as_before for each in reasons] == [None, True, False]


def test_no_hand_changes_what_follows_from_homes_and_laws() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(30))
    with acting(make.actor(worker)):
        assert Episode.objects.filter(person=child).update(legal_status="J1") == 0
        with pytest.raises(Exception, match="row-level security"):
            Episode.objects.create(
                person=child, started_on=date(2020, 1, 1), ceased_on=date(2020, 2, 1), derived=True,
                during=DateRange(date(2020, 1, 1), date(2020, 2, 1), "[)"),
            )  # fmt: skip
    assert nights_of(child) == [(days_ago(30), None, "S", "V2", "U6", "")]


def test_two_homes_on_one_night_are_refused_by_name_of_the_other_and_by_the_database() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(60))
    doing(worker, actions.move, person=child.id, on=days_ago(20), kind="U3")
    with pytest.raises(CannotBeError, match="correct it first") as refused:
        doing(worker, actions.move, person=child.id, on=days_ago(40), kind="K2")
    assert refused.value.field == "on"
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT set_config('kith.migrating', 'on', false)")
    nights = DateRange(days_ago(10), None, "[)")
    with pytest.raises(Exception, match="stay_one_home_a_night"):
        Stay.objects.using(make.OWNER).create(person=child, kind="K2", began_on=days_ago(10), during=nights)
    assert len(nights_of(child)) == 2


def test_an_order_that_ends_before_it_starts_is_refused_with_the_field_and_what_would_mend_it() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(60))
    law = LegalBasis.objects.using(make.OWNER).get(person=child)
    with pytest.raises(CannotBeError, match="cannot end before it begins") as refused:
        doing(worker, actions.end_law, law=law.id, ended_on=days_ago(61), why="A mistake.")
    assert refused.value.field == "ended_on"
    with pytest.raises(CannotBeError, match="cannot end before it begins") as refused:
        doing(
            worker, actions.begin_law, person=child.id, kind="C1", began_on=days_ago(5), ends_by=days_ago(6)
        )
    assert refused.value.field == "ends_by"


def test_a_time_in_care_that_a_return_told_goes_on_as_homes_and_laws_without_a_change() -> None:
    child, worker = child_and_worker()
    told = [
        (date(2024, 1, 3), date(2024, 3, 1), "S", "C1", "U6", None, "X1", "KH1 1AD"),
        (date(2024, 3, 1), date(2024, 9, 9), "L", "C2", "U6", True, "X1", "KH1 1AD"),
        (date(2024, 9, 9), None, "P", "C2", "K2", False, "", "KH2 2AD"),
    ]
    for first, last, new, law, kind, same, ceased, postcode in told:
        stay = Episode.objects.using(make.OWNER).create(
            person=child, started_on=first, ceased_on=last, during=DateRange(first, last, "[)"), legal_status=law,
            need="N1", placement_type=kind, reason_new_episode=new, reason_ceased=ceased,
            same_home_as_before=same, source="ssda903",
            reason_place_change="CARPL" if last == date(2024, 9, 9) else "", provider="PR1",
        )  # fmt: skip
        EpisodePlace.objects.using(make.OWNER).create(
            episode=stay, person=child, placement_postcode=postcode, source="ssda903"
        )
    before = nights_of(child)
    ids = set(Episode.objects.using(make.OWNER).filter(person=child).values_list("id", flat=True))
    doing(worker, actions.move, person=child.id, on=days_ago(9), kind="U4", why_moved="CHILD", provider="PR1")
    after = nights_of(child)
    assert after[:2] == before[:2]
    assert after[2] == (date(2024, 9, 9), days_ago(9), "P", "C2", "K2", "X1")
    assert after[3] == (days_ago(9), None, "P", "C2", "U4", "")
    now = Episode.objects.using(make.OWNER).filter(person=child)
    assert ids < set(now.values_list("id", flat=True))
    assert set(now.values_list("need", flat=True)) == {"N1"}
    homes = Stay.objects.using(make.OWNER).filter(person=child).order_by("began_on")
    assert [each.kind for each in homes] == ["U6", "K2", "U4"]
    assert StayPlace.objects.using(make.OWNER).filter(person=child, postcode="KH1 1AD").count() == 1


def test_where_a_child_lives_tonight_is_told_with_whom_only_to_those_who_may_know() -> None:
    child, worker = child_and_worker()
    nan = make.person("Nan")
    place = actions.Place(
        called="Nan’s", carer=nan.id, lines="2 Elm Row", postcode="kh3 3ad", came_from="KH9 9AD"
    )
    came(worker, child, days_ago(50), kind="U3", place=place)
    doing(worker, actions.begin_law, person=child.id, kind="C1", began_on=days_ago(20))
    with acting(make.actor(worker)):
        here = where_on([child.id], days_ago(0))[child.id]
    assert (here.kind, here.law, here.since, here.called, here.carer) == (
        "U3",
        "C1",
        days_ago(50),
        "Nan’s",
        nan.id,
    )
    assert here.postcode == "KH3 3AD"
    blind = make.account("lead")
    make.involved(blind, child, label_mask=1)
    with acting(make.actor(blind)):
        there = where_on([child.id], days_ago(0))[child.id]
    assert (there.kind, there.since) == ("U3", days_ago(50))
    assert (there.called, there.carer, there.postcode) == ("", None, "")
    kept = EpisodePlace.objects.using(make.OWNER).filter(person=child).order_by("episode__started_on")
    assert [(each.placement_postcode, each.home_postcode) for each in kept] == [("KH3 3AD", "KH9 9AD")] * 2


PIECE = st.tuples(st.integers(0, 60), st.integers(1, 40), st.sampled_from(["V2", "C1", "C2", "J1", "L1"]))


@settings(max_examples=12)
@given(laws=st.lists(PIECE, min_size=1, max_size=5), moves=st.sets(st.integers(1, 90), max_size=4))
def test_whatever_overlaps_each_night_has_the_strongest_law_and_the_home_of_that_night(
    laws: list[tuple[int, int, str]], moves: set[int]
) -> None:
    child, worker = child_and_worker()
    first = days_ago(100)
    came(worker, child, first, law="V2")
    for number, day in enumerate(sorted(moves, reverse=True)):
        doing(worker, actions.move, person=child.id, on=days_ago(day), kind=("U3", "K2")[number % 2])
    for start, length, kind in laws:
        made = doing(worker, actions.begin_law, person=child.id, kind=kind, began_on=days_ago(90 - start))
        if start + length < 90:
            doing(worker, actions.end_law, law=made, ended_on=days_ago(90 - start - length), why="It ended.")
    held = list(LegalBasis.objects.using(make.OWNER).filter(person=child))
    homes = list(Stay.objects.using(make.OWNER).filter(person=child))
    rows = nights_of(child)
    for back in range(100, -1, -1):
        night = days_ago(back)
        strongest = min(
            (
                each.kind
                for each in held
                if each.began_on <= night and (each.ended_on is None or each.ended_on > night)
            ),
            key=RANK.index,
        )
        (home,) = [
            each.kind
            for each in homes
            if each.began_on <= night and (each.ended_on is None or each.ended_on > night)
        ]
        told = [(row[3], row[4]) for row in rows if row[0] <= night and (row[1] is None or row[1] > night)]
        assert told == [(strongest, home)]


@pytest.mark.parametrize(
    ("kind", "laws", "told"),
    [
        ("A6", ("C2", "E1"), "E1"),  # rule 408: placed for adoption by an order is told as E1 alone
        ("P1", ("V2", "C2"), "C2"),  # rule 378: nobody lives with parents by agreement
        ("U6", ("J1", "C2"), "C2"),  # a care order is not changed by custody
    ],
)
def test_where_a_rule_of_the_return_says_which_of_two_laws_is_told_it_is_that_one(
    kind: str, laws: tuple[str, str], told: str
) -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(40), law=laws[0], kind=kind)
    doing(
        worker, actions.begin_law, person=child.id, kind=laws[1], began_on=days_ago(40), court="Family Court"
    )
    assert [row[3] for row in nights_of(child)] == [told]
