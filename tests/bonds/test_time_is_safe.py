"""A parent who may not see a child never learns where or when; nobody is found by a place; nothing untold shows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from kith.access.models import Account, DoorAccess, NotYetTold
from kith.bonds import actions
from kith.bonds.models import Meet, TimeAsk, TimeLimit, TimePlan, TimeWith
from kith.bonds.queries.mine import MyTimes, my_times
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.people.models import MayKnow
from tests.access.tries import tries
from tests.bonds.home import Home, ago, ahead, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
PLAN: dict[str, Any] = {
    "tie": "parent", "how": "together", "times": 2, "every": "month", "agreed_with": "Ada", "orders_checked_on": today(),
}  # fmt: skip
SHOWN: dict[str, Any] = {"prepared": True, "how_prepared": "At home."}


class Times(Home):
    """Ada sees her father twice a month at the Gallery, and both were shown it."""

    def __init__(self) -> None:
        super().__init__()
        self.dads = self.plans(self.dad.id, "Dad")
        self.meet = self.meets(self.dads, "The Gallery café")
        for reader in (self.child.id, self.dad.id):
            self.shows(self.dads, reader)

    def plans(self, person: UUID | None, name: str, **facts: Any) -> UUID:
        told = PLAN | {"child": self.child.id, "people": [(person, name)]} | facts
        made: UUID = self.does(actions.plan_time, **told)
        return made

    def meets(self, plan: UUID, place: str, days: int = 5) -> UUID:
        made: UUID = self.does(
            actions.set_meet, plan=plan, at=timezone.now() + timedelta(days=days), place=place
        )
        return made

    def shows(self, plan: UUID, reader: UUID) -> None:
        self.does(actions.show_time, plan=plan, reader=reader, **SHOWN)

    def limits(self, **facts: Any) -> UUID:
        told: dict[str, Any] = {
            "child": self.child.id, "other": self.dad.id, "kind": "forbidden", "allows": "nothing",
            "words": "Order of 3 May, read in full.", "from_on": today(),
        }  # fmt: skip
        made: UUID = self.does(actions.limit_time, **(told | facts))
        return made

    def seen(self, by: Account) -> MyTimes:
        with acting(make.actor(by)):
            return my_times(by.id)

    def page_of(self, by: Account) -> bytes:
        return bytes(signed_in(by).get("/my/time/").content)


@pytest.fixture
def times(kith_database: None) -> Times:
    return Times()


def places(seen: MyTimes) -> list[str]:
    return [meet.place for each in seen.times for meet in each.meets]


def test_each_reads_only_their_own_times_and_a_parent_nothing_of_who_else_comes(times: Times) -> None:
    with_nan = times.plans(None, "Nan Nora", tie="grandparent", travel="Sandra drives you.")
    times.meets(with_nan, "The swimming pool")
    times.shows(with_nan, times.child.id)
    assert places(times.seen(times.young)) == ["The Gallery café", "The swimming pool"]
    father = words_of(signed_in(times.father).get("/my/time/"))
    assert "The Gallery café" in father
    assert "With Ada" in father
    for word in ("Nora", "swimming", "Sandra", "Rhys"):
        assert word not in father
    for other in (times.mother, times.sibling):
        assert times.seen(other).times == ()


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ({}, []),
        ({"kind": "bail"}, []),
        ({"kind": "urgent"}, []),
        ({"allows": "letters"}, []),
        ({"allows": "supervised"}, []),
        ({"from_on": ahead(2)}, ["The Gallery café"]),
        ({"from_on": ago(9), "until": ago(1)}, ["The Gallery café"]),
    ],
)
def test_a_parent_who_may_not_see_the_child_reads_neither_where_nor_when(
    times: Times, facts: dict[str, Any], left: list[str]
) -> None:
    times.limits(**facts)
    assert places(times.seen(times.father)) == left
    # Nor does the child's own page send her there.
    assert places(times.seen(times.young)) == left
    assert (b"Gallery" in times.page_of(times.father)) is bool(left)


def test_what_is_supervised_may_be_where_only_being_alone_together_may_not(times: Times) -> None:
    plan = times.plans(times.dad.id, "Dad", how="supervised")
    times.meets(plan, "The family centre")
    times.shows(plan, times.dad.id)
    times.limits(allows="supervised")
    assert places(times.seen(times.father)) == ["The family centre"]


def test_an_order_on_the_other_record_of_the_same_man_holds_as_well(times: Times) -> None:
    from psycopg.types.range import TimestamptzRange

    from kith.people.models import PersonIdentity

    again = make.person("Rhys", "Returned", born=None)
    now = timezone.now() - timedelta(seconds=5)
    PersonIdentity.objects.using(make.OWNER).create(
        person=again, canonical=times.dad, reason="Same.", during=TimestamptzRange(now, None, "[)")
    )
    TimeLimit.objects.using(make.OWNER).create(
        child=times.child, other=again, kind="forbidden", allows="nothing", words="x", from_on=today()
    )
    assert times.seen(times.father).times == ()


def test_nothing_is_planned_set_or_shown_against_an_order(times: Times) -> None:
    times.limits()
    with pytest.raises(CannotBeError, match="stands in the way"):
        times.plans(times.dad.id, "Dad")
    with pytest.raises(CannotBeError, match="stands in the way"):
        times.meets(times.dads, "The park")
    times.does(actions.take_back_time, plan=times.dads, reader=times.dad.id)
    with pytest.raises(NotPermittedError, match="stands in the way"):
        times.shows(times.dads, times.dad.id)


def test_an_urgent_refusal_ends_after_seven_days_whatever_is_typed(times: Times) -> None:
    limit = times.limits(kind="urgent", until=ahead(40))
    assert TimeLimit.objects.using(make.OWNER).get(id=limit).until == ahead(7)


@pytest.mark.parametrize("where", ["12 Larch Close, side door", "near zz33zz", "Larch Primary"])
def test_a_place_that_tells_where_she_lives_or_learns_is_refused_and_never_read(
    times: Times, where: str
) -> None:
    make.home(times.child, lines="12 Larch Close, Town", postcode="ZZ3 3ZZ")
    from kith.people.models import Address

    Address.objects.using(make.OWNER).create(
        person=times.child, kind="school", lines="Larch Primary, Town", during=make.always()
    )
    with pytest.raises(CannotBeError) as refused:
        times.meets(times.dads, where)
    assert refused.value.field == "place"
    # Written by a fault all the same, it is not on his page; on hers it is.
    Meet.objects.using(make.OWNER).create(
        plan_id=times.dads, at=timezone.now() + timedelta(days=3), place=where
    )
    assert places(times.seen(times.father)) == ["The Gallery café"]
    assert where in places(times.seen(times.young))


def test_whoever_was_ruled_to_know_where_she_lives_reads_that_place(times: Times) -> None:
    make.home(times.child, lines="12 Larch Close, Town", postcode="ZZ3 3ZZ")
    MayKnow.objects.using(make.OWNER).create(
        person=times.child,
        other=times.dad,
        may=True,
        reason="He lives round the corner.",
        during=make.always(),
    )
    times.meets(times.dads, "12 Larch Close, side door")
    assert "12 Larch Close, side door" in places(times.seen(times.father))


def test_a_ruling_made_later_takes_a_place_from_his_page_at_once(times: Times) -> None:
    make.home(times.child, lines="4 Gallery Yard, Town", postcode="ZZ3 3ZZ")
    Meet.objects.using(make.OWNER).filter(id=times.meet).update(place="4 Gallery Yard")
    assert times.seen(times.father).times[0].meets == ()


def test_a_concern_not_yet_told_changes_no_page_by_a_byte(times: Times) -> None:
    pages = {who: times.page_of(who) for who in (times.father, times.mother, times.young, times.sibling)}
    concern = times.concern()
    times.limits(covert=concern)
    hidden = times.does(
        actions.plan_time, child=times.child.id, people=[(times.mum.id, "Mum")], covert=concern, **PLAN
    )
    times.meets(hidden, "The station")
    with pytest.raises(NotPermittedError, match="not told"):
        times.shows(hidden, times.mum.id)
    make_release(hidden, times.mum.id)
    for who, before in pages.items():
        assert strip(times.page_of(who)) == strip(before)
    # The worker is told that he still sees it; and once it is told, it is gone from his page.
    staff = words_of(signed_in(times.lead).get(times.page()))
    assert "They are not told of it yet" in staff
    assert "was shown the plan" in staff
    NotYetTold.objects.using(make.OWNER).filter(id=concern).update(
        ended_at=timezone.now(), ended_by=times.lead.id, who_was_told_what="Rhys, today."
    )
    assert times.seen(times.father).times == ()


def make_release(item: UUID, reader: UUID) -> None:
    from kith.access.models import Release

    Release.objects.using(make.OWNER).create(
        reader_id=reader, kind="time", item=item, prepared=True, how_prepared="x", released_at=timezone.now()
    )


def strip(page: bytes) -> bytes:
    import re

    return re.sub(rb'name="(csrfmiddlewaretoken|sending)" value="[^"]*"|nonce="[^"]*"', b"", page)


def test_nobody_is_shown_a_plan_who_is_neither_of_it_nor_cares(times: Times) -> None:
    with pytest.raises(NotPermittedError):
        times.shows(times.dads, times.mum.id)
    sql = (
        "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared, how_prepared,"
        " released_at) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 'time', %s, true, 'x', now())"
    )
    assert not tries(times.lead, sql, [times.lead.id, times.mum.id, times.dads])
    make_release(times.dads, times.mum.id)
    assert times.seen(times.mother).times == ()


def test_a_carer_by_a_door_of_their_own_reads_where_when_and_how_they_travel(times: Times) -> None:
    gran = make.person("Nora", born=None)
    make.tied(times.child, gran, "grandparent")
    make.involved(times.lead, gran)
    carer = make.account("carer")
    make.door(carer, gran)
    make.door(carer, times.child, "carer")
    plan = times.plans(times.dad.id, "Dad", travel="You take the 9 bus.")
    times.meets(plan, "The library")
    times.shows(plan, gran.id)
    page = words_of(signed_in(carer).get("/my/time/"))
    assert "The library" in page
    assert "You take the 9 bus." in page
    DoorAccess.objects.using(make.OWNER).filter(account=carer, capacity="carer").delete()
    assert times.seen(carer).times == ()


@pytest.mark.parametrize("model", [TimePlan, TimeWith, Meet, TimeLimit])
def test_no_row_is_read_behind_the_door_nor_by_a_stranger_or_a_charity(times: Times, model: Any) -> None:
    times.limits(from_on=ahead(9))
    with acting(make.actor(times.lead)):
        assert model.objects.exists()
    charity = times.outside("partner")
    for one in (times.father, times.mother, times.young, times.sibling, make.account("lead"), charity):
        with acting(make.actor(one)):
            assert not model.objects.exists()


def test_what_one_asks_another_of_the_family_does_not_read(times: Times) -> None:
    with acting(by := make.actor(times.young)):
        actions.ask_for_time(
            by=by, child=times.child.id, asker=times.child.id, whom="Ben", words="I miss him."
        )
    for one in (times.father, times.mother, times.sibling):
        with acting(make.actor(one)):
            assert not TimeAsk.objects.exists()
    assert [each.whom for each in times.seen(times.young).asks] == ["Ben"]


def test_nobody_asks_in_anothers_name(times: Times) -> None:
    from django.db import DatabaseError

    with acting(by := make.actor(times.father)), pytest.raises(DatabaseError):
        actions.ask_for_time(by=by, child=times.child.id, asker=times.child.id, whom="Dad")
    stranger = make.person("Other")
    with acting(by), pytest.raises(DatabaseError):
        actions.ask_for_time(by=by, child=stranger.id, asker=times.dad.id, whom="Her")
