"""Brothers and sisters: together or apart each night, why, and the plan; who may know it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.test import override_settings
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.bonds import actions
from kith.bonds.models import ApartBecause, BondFact, SiblingNights
from kith.bonds.queries.siblings import Sibling, siblings_of
from kith.care.models import EpisodePlace
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.law.due import obligations
from kith.law.settings.actions import switch_promise
from kith.people.models import Person, PersonIdentity
from kith.returns.models import LoadedFile
from tests.bonds.home import Home, ago, ahead, sleeps, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
WHY: dict[str, Any] = {
    "reason": "no_home",
    "words": "Nobody could take two at once that night.",
    "reunite": "not_now",
    "look_again_on": ahead(60),
}


@pytest.fixture
def home(kith_database: None) -> Home:
    return Home()


def of(home: Home, by: Any = None) -> list[Sibling]:
    with acting(make.actor(by or home.lead)):
        return siblings_of(home.ids)


def nights(home: Home) -> list[tuple[Any, ...]]:
    rows = SiblingNights.objects.using(make.OWNER).filter(person=home.child).order_by("from_on")
    return [(row.from_on, row.until, row.together) for row in rows]


def facts(home: Home) -> list[tuple[Any, ...]]:
    rows = BondFact.objects.using(make.OWNER).filter(person=home.child, kind="apart").order_by("happened_on")
    return [(row.happened_on, row.until) for row in rows]


def test_each_night_says_whether_they_share_a_home_and_a_move_parts_them(home: Home) -> None:
    sleeps(home.child, ago(100))
    sleeps(home.brother, ago(90), ago(30))
    assert nights(home) == [(ago(90), ago(30), True)]
    sleeps(home.brother, ago(30), postcode="ZZ9 9ZZ")
    assert nights(home) == [(ago(90), ago(30), True), (ago(30), None, False)]
    assert facts(home) == [(ago(30), None)]
    (ben,) = of(home)
    assert ben.apart
    assert ben.owes_why
    assert ben.tonight is not None
    assert ben.tonight.nights == 30


def test_another_legal_status_in_the_same_home_is_one_run_of_nights(home: Home) -> None:
    sleeps(home.child, ago(100), ago(50), legal_status="C1")
    sleeps(home.child, ago(50))
    sleeps(home.brother, ago(100))
    assert nights(home) == [(ago(100), None, True)]


def test_homes_of_one_postcode_with_two_numbers_at_ofsted_are_two(home: Home) -> None:
    sleeps(home.child, ago(10), urn="1234567")
    sleeps(home.brother, ago(10), urn="7654321")
    assert nights(home) == [(ago(10), None, False)]


def test_where_a_postcode_is_missing_it_is_not_known_and_counts_as_neither(home: Home) -> None:
    sleeps(home.child, ago(10), postcode="")
    sleeps(home.brother, ago(10))
    assert nights(home) == [(ago(10), None, None)]
    assert facts(home) == []


def test_short_breaks_are_no_nights_in_care(home: Home) -> None:
    sleeps(home.child, ago(10), legal_status="V3")
    sleeps(home.brother, ago(10))
    assert nights(home) == []


def test_a_placement_corrected_two_years_later_corrects_the_nights(home: Home) -> None:
    sleeps(home.child, ago(800))
    wrong = sleeps(home.brother, ago(800), postcode="ZZ9 9ZZ")
    assert nights(home) == [(ago(800), None, False)]
    EpisodePlace.objects.using(make.OWNER).filter(episode=wrong).update(placement_postcode="zz11zz")
    assert nights(home) == [(ago(800), None, True)]
    assert facts(home) == []


def test_half_siblings_are_counted_by_pair_and_not_through_each_other(home: Home) -> None:
    half = make.person("Cal")
    make.involved(home.lead, half)
    make.tied(half, home.brother, "half_sibling")
    for each in (home.child, home.brother, half):
        sleeps(each, ago(5), postcode=f"ZZ1 {each.id.int % 10}AA")
    assert {each.person.id for each in of(home)} == {home.brother.id}
    with acting(make.actor(home.lead)):
        assert {each.person.id for each in siblings_of([home.brother.id])} == {home.child.id, half.id}


def test_linked_records_of_one_brother_are_one_brother(home: Home) -> None:
    again = make.person("Ben", "Returned")
    sleeps(home.child, ago(10))
    sleeps(again, ago(10))
    assert nights(home) == []
    now = timezone.now() - timedelta(seconds=5)
    PersonIdentity.objects.using(make.OWNER).create(
        person=again, canonical=home.brother, reason="Same.", during=TimestamptzRange(now, None, "[)")
    )
    assert nights(home) == [(ago(10), None, True)]


def test_a_brother_whom_another_council_looks_after_counts_as_apart(home: Home) -> None:
    sleeps(home.child, ago(40))
    facts_of: dict[str, Any] = {"child": home.child.id, "persons": home.ids, "sibling": home.brother.id}
    home.does(actions.looked_after_elsewhere, council="Farshire", since=ago(20), **facts_of)
    (ben,) = of(home)
    assert ben.apart
    assert ben.council == "Farshire"
    assert nights(home) == [(ago(20), None, False)]
    with pytest.raises(CannotBeError, match="already"):
        home.does(actions.looked_after_elsewhere, council="Farshire", since=ago(20), **facts_of)
    home.does(actions.end_elsewhere, sibling=home.brother.id, on=today())
    assert nights(home) == [(ago(20), today(), False)]
    home.does(actions.looked_after_elsewhere, council="Farshire", since=today(), shares_home=True, **facts_of)
    again = of(home)[0].tonight
    assert again is not None
    assert again.together


def test_all_at_once_is_what_it_is_change_by_change(home: Home) -> None:
    sleeps(home.child, ago(100), ago(60))
    sleeps(home.child, ago(60), postcode="ZZ9 9ZZ")
    sleeps(home.brother, ago(90))
    before, apart = nights(home), facts(home)
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT bonds_work_out_all()")
    assert (nights(home), facts(home)) == (before, apart)
    assert len(before) == 2


def why(home: Home, **facts: Any) -> Any:
    told = WHY | {"child": home.child.id, "persons": home.ids, "sibling": home.brother.id} | facts
    return home.does(actions.say_why_apart, **told)


@override_settings(LIVE_FROM=date(2026, 1, 1))
def test_apart_asks_for_the_reason_and_for_time_together_every_four_weeks(home: Home) -> None:
    """LA-38 and, where the council promises it, BL-01: from the first night apart."""
    LoadedFile.objects.using(make.OWNER).create(
        run=uuid4(), name="kith demo", kind="demo", collection_year="2025-26"
    )
    LoadedFile.objects.using(make.OWNER).update(loaded_at=timezone.now() - timedelta(days=400))
    director = make.account("director")
    on = {"on": True, "from_day": today(), "reason": "Voted in March."}
    home.does(switch_promise, by=director, duty="BL-01", **on)

    def of_duty(duty: str, person: Person) -> list[Any]:
        with acting(make.actor(home.lead)):
            return [each for each in obligations([person.id]) if each.duty == duty]

    sleeps(home.child, ago(10))
    sleeps(home.brother, ago(10))
    assert of_duty("BL-01", home.child) == []
    EpisodePlace.objects.using(make.OWNER).filter(person=home.brother).update(placement_postcode="ZZ9 9ZZ")
    told = BondFact.objects.using(make.OWNER).filter(kind="apart_why")
    assert not told.exists()
    (first, *_more) = of_duty("BL-01", home.child)
    assert (first.starts, first.due) == (today(), ahead(28))
    why(home)
    # The law sets no time for the reason: it is told of both from the day on which it is written down.
    assert {(each.person_id, each.happened_on) for each in told} == {
        (one.id, today()) for one in (home.child, home.brother)
    }


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"words": " "}, "words"),
        ({"words": "A bigger home would cost too much."}, "words"),
        ({"reunite": "plan", "by_when": ahead(30)}, "plan"),
        ({"reunite": "plan", "plan": "A home for both in May."}, "by_when"),
        ({"reunite": "plan", "plan": "A home for both.", "by_when": ago(3)}, "by_when"),
    ],
)
def test_what_cannot_be_said_of_living_apart_names_its_field(home: Home, facts: Any, field: str) -> None:
    with pytest.raises(CannotBeError) as refused:
        why(home, **facts)
    assert refused.value.field == field
    assert not ApartBecause.objects.using(make.OWNER).exists()


def test_living_apart_is_looked_at_again_on_a_day_to_come(home: Home) -> None:
    with pytest.raises(CannotBeError) as refused:
        why(home, look_again_on=today())
    assert refused.value.field == "look_again_on"


def test_why_and_the_plan_are_read_from_either_side_but_one_childs_words_stay_theirs(home: Home) -> None:
    sleeps(home.child, ago(10))
    sleeps(home.brother, ago(10), postcode="ZZ9 9ZZ")
    why(home, reunite="plan", plan="A home for both.", by_when=ahead(30), their_view="I miss him.")
    (ben,) = of(home)
    assert ben.because is not None
    assert not ben.owes_why
    assert ben.because.their_view == "I miss him."
    with acting(make.actor(home.lead)):
        (ada,) = siblings_of([home.brother.id])
    assert ada.because is not None
    assert ada.because.plan == "A home for both."
    assert ada.because.their_view == ""


def test_somebody_who_is_no_brother_is_refused(home: Home) -> None:
    with pytest.raises(NotPermittedError):
        why(home, sibling=home.mum.id)


@pytest.mark.parametrize("role", [each for each, of in ROLES.items() if not of.family])
def test_whoever_answers_for_the_record_reads_it_and_nobody_else(home: Home, role: str) -> None:
    sleeps(home.child, ago(10))
    sleeps(home.brother, ago(10), postcode="ZZ9 9ZZ")
    why(home)
    one = make.account(role)
    for each in (home.child, home.brother):
        make.involved(one, each)
    with acting(make.actor(one)):
        seen = (SiblingNights.objects.count(), ApartBecause.objects.count(), BondFact.objects.count())
    assert seen == ((2, 1, 4) if Permission.ANSWER_FOR in ROLES[role].may else (0, 0, 0))


def test_nobody_behind_the_familys_door_and_no_stranger_reads_a_row(home: Home) -> None:
    sleeps(home.child, ago(10))
    sleeps(home.brother, ago(10))
    why(home)
    for one in (home.mother, home.father, home.young, home.sibling, make.account("lead")):
        with acting(make.actor(one)):
            assert not SiblingNights.objects.exists()
            assert not ApartBecause.objects.exists()
    with acting(None), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bonds_siblingnights")
        assert cursor.fetchone() == (0,)


def test_a_brother_whom_the_worker_may_not_find_is_not_on_the_page(home: Home) -> None:
    sleeps(home.child, ago(10))
    hidden = make.person("Adopted")
    make.tied(home.child, hidden, "sibling")
    sleeps(hidden, ago(10))
    make.restricted(hidden, "sealed")
    assert {each.person.id for each in of(home)} == {home.brother.id}
    page = words_of(signed_in(home.lead).get(home.page("brothers-and-sisters/")))
    assert "Adopted" not in page
    assert "Ben" in page


def test_the_page_says_what_is_owed_and_the_form_writes_it(home: Home) -> None:
    sleeps(home.child, ago(10))
    sleeps(home.brother, ago(10), postcode="ZZ9 9ZZ")
    client = signed_in(home.lead)
    address = home.page("brothers-and-sisters/")
    assert "Nobody has written why" in words_of(client.get(address))
    day = ahead(60)
    sent = {"reason": "no_home", "words": "No home took both.", "reunite": "not_now"}
    sent |= {f"look_again_on_{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
    assert client.post(f"{address}{home.brother.id}/apart/", sent).status_code == 302
    page = words_of(client.get(address))
    assert "No home took both." in page
    assert "ZZ9" not in page
    assert "Nobody has written why" not in page
