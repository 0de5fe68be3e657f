"""One Family Help lead at a time; a lead who came of a concern that has ended; an end of work that can be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.allocating import actions
from kith.access.models import Account, Grant, Involvement, NotYetTold, RestrictionAllows
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.models import FamilyMember
from tests.support import make
from tests.support.at_once import at_once
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def day(ahead: int = 0) -> date:
    return timezone.localdate() + timedelta(days=ahead)


class Household:
    """Ada and her mother, a family whom two managers may open, and two workers who could lead."""

    def __init__(self) -> None:
        self.child, self.mum = make.person("Ada", "Moss"), make.person("Mara", "Moss", born=None)
        self.family = make.family(self.child, self.mum)
        north = make.team("North")
        self.manager = make.account("manager", in_team=north, display_name="Mo Boss")
        self.second = make.account("manager", in_team=north, display_name="Olu Boss")
        helper = make.account("partner", in_team=north)
        for each in (self.child, self.mum):
            make.involved(helper, each, role="partner")
        self.rosa = make.account("lead", in_team=north, display_name="Rosa Lindqvist")
        self.sam = make.account("lead", in_team=north, display_name="Sam Hill")
        self.page = f"/families/{self.family.id}/workers/"

    def leads(self, who: Account, since: int = -100, until: int | None = None, **more: Any) -> Involvement:
        last = None if until is None else day(until)
        during = DateRange(day(since), last, "[)")
        return Involvement.objects.using(make.OWNER).create(
            account=who, family=self.family, role="lead_practitioner", label_mask=15, during=during, **more
        )

    def begins(self, who: Account, on: date, *, by: Account | None = None) -> None:
        actor = make.actor(by or self.manager)
        with acting(actor):
            actions.begin_work(
                by=actor,
                persons=[self.child.id, self.mum.id],
                family=self.family.id,
                account=who.id,
                role="lead_practitioner",
                on=on,
            )

    def ends(self, held: Involvement, on: date) -> None:
        actor = make.actor(self.manager)
        with acting(actor):
            actions.end_work(
                by=actor,
                persons=[self.child.id, self.mum.id],
                involvements=[held.id],
                on=on,
                reason="The plan is done",
            )

    def hands_over(self, held: Involvement, to: Account, on: date) -> None:
        actor = make.actor(self.manager)
        with acting(actor):
            actions.hand_over(
                by=actor,
                persons=[self.child.id, self.mum.id],
                family=self.family.id,
                involvements=[held.id],
                to=to.id,
                on=on,
                reason="Rosa moves",
            )


@pytest.fixture
def home() -> Household:
    return Household()


def leading() -> list[tuple[str, date | None, date | None]]:
    held = Involvement.objects.using(make.OWNER).filter(role="lead_practitioner").order_by("during")
    return [(each.account.display_name, each.during.lower, each.during.upper) for each in held]


def test_nobody_leads_beside_a_lead_who_begins_later(home: Household) -> None:
    home.begins(home.rosa, day(7))
    with pytest.raises(NotPermittedError, match="or soon will"):
        home.begins(home.sam, day())
    assert leading() == [("Rosa Lindqvist", day(7), None)]


def test_a_lead_may_follow_one_whose_end_is_known(home: Household) -> None:
    held = home.leads(home.rosa, until=7)
    home.begins(home.sam, day(7))
    with pytest.raises(NotPermittedError, match="from then on"):
        home.ends(held, day(8))
    with pytest.raises(NotPermittedError, match="from then on"):
        home.hands_over(held, make.account("lead"), day(3))
    assert leading() == [("Rosa Lindqvist", day(-100), day(7)), ("Sam Hill", day(7), None)]


@pytest.mark.parametrize("_turn", range(4))
def test_of_two_managers_who_add_a_lead_at_once_one_is_told(home: Household, _turn: int) -> None:
    def adding(worker: Account, by: Account) -> Callable[[], str]:
        def add() -> str:
            try:
                home.begins(worker, day(), by=by)
            except NotPermittedError as refused:
                return str(refused)
            return ""

        return add

    said = at_once(adding(home.rosa, home.manager), adding(home.sam, home.second))
    assert sorted(bool(each) for each in said) == [False, True]
    assert len(leading()) == 1


def test_two_who_lead_already_are_recorded_and_either_can_be_handed_over(home: Household) -> None:
    first = home.leads(home.rosa)
    home.leads(home.sam)
    home.hands_over(first, make.account("lead", display_name="Ida"), day())
    assert leading()[0][2] == day()


def test_a_lead_who_came_of_a_concern_is_handed_over_once_it_has_ended(home: Household) -> None:
    concern = NotYetTold.objects.using(make.OWNER).create(
        persons=[home.child.id], reason="Police ask", since=timezone.now()
    )
    held = home.leads(home.rosa, arises_from=concern)
    with pytest.raises(NotPermittedError, match="Only the lead"):
        home.hands_over(held, home.sam, day())
    NotYetTold.objects.using(make.OWNER).update(ended_at=timezone.now(), ended_by=home.manager.id)
    assert (
        f"/families/{home.family.id}/lead/{held.id}/"
        in signed_in(home.manager).get(home.page).content.decode()
    )
    home.hands_over(held, home.sam, day())
    assert [each[0] for each in leading() if each[2] is None] == ["Sam Hill"]


def test_an_end_that_has_not_come_is_put_right_on_the_page(home: Household) -> None:
    held = home.leads(home.rosa)
    home.ends(held, day(300))
    client = signed_in(home.manager)
    assert f"{home.page}{held.id}/end/" in client.get(home.page).content.decode()
    on = day(30)
    given = {"reason": "As agreed", "on_day": on.day, "on_month": on.month, "on_year": on.year}
    done = client.post(f"{home.page}{held.id}/end/", given, follow=True)
    assert "Rosa Lindqvist works with them until" in words_of(done)
    assert leading() == [("Rosa Lindqvist", day(-100), on)]
    home.ends(held, day(60))
    assert leading() == [("Rosa Lindqvist", day(-100), day(60))], "later again"


def test_one_who_ends_later_can_be_handed_over(home: Household) -> None:
    held = home.leads(home.rosa, until=90)
    home.hands_over(held, home.sam, day())
    assert leading() == [("Rosa Lindqvist", day(-100), day()), ("Sam Hill", day(), None)]


def test_what_ended_today_or_before_stays_ended(home: Household) -> None:
    held = home.leads(home.rosa, until=0)
    with pytest.raises(NotPermittedError, match="ended already"):
        home.ends(held, day(5))
    assert signed_in(home.manager).get(f"{home.page}{held.id}/end/").status_code == 404


def test_whoever_is_hidden_keeps_the_worker_when_the_end_is_put_right(home: Household) -> None:
    hidden, held = make.person("Hidden"), home.leads(home.rosa)
    limit = make.restricted(hidden)
    RestrictionAllows.objects.using(make.OWNER).create(restriction=limit, account=home.rosa)
    FamilyMember.objects.using(make.OWNER).create(family=home.family, person=hidden, during=make.always())
    home.ends(held, day(300))
    home.ends(held, day())
    kept = Involvement.objects.using(make.OWNER).filter(person=hidden).order_by("during")
    assert [(each.during.lower, each.during.upper) for each in kept] == [
        (day(), day(300)),
        (day(300), None),
    ]
    assert opened(home.rosa) == {hidden.id}


def opened(account: Account) -> set[UUID]:
    grants = Grant.objects.using(make.OWNER).filter(actor=account.id, level=2)
    return set(grants.filter(during__contains=timezone.now()).values_list("person", flat=True))
