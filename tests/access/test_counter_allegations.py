"""Each parent says that the other hurt them: two rulings, kept apart, and neither of their pages tells of the other's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.actions import look_again_at_ruling, rule_who_may_know
from kith.people.models import MayKnow, Person
from tests.access.test_kept_apart import _PASSING, PAGES
from tests.plan.street import Street
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
HERS = {"reason": "He struck her in March.", "came_from": "She told Rosa alone on 2 November."}
HIS = {"reason": "He says she locked him out.", "came_from": "His letter of 9 November."}


class Both(Street):
    """Rosa works with everybody; the father has a worker of his own, who holds him alone."""

    def __init__(self) -> None:
        super().__init__()
        self.his_worker = make.account("social_worker", display_name="Tarn Oakes", in_team=make.team("South"))
        make.involved(self.his_worker, self.dad)
        make.tied(self.mum, self.dad, "partner")
        for each in (self.mum, self.child):
            make.home(each, "4 Heron Close, Kithton", "ZZ9 9ZZ")
        make.home(self.dad, "9 Old Street", "ZZ1 1ZZ")
        plan = self.plan()
        for words, whose in (("Dad rings first.", self.dad), ("Mum rings first.", self.mum)):
            self.released_by_a_fault(self.goal(plan, words).id, whose)

    def rule(self, of: Person, other: Person, by: Account, *, may: bool = False, ago: int = 0, again: int = 90,
             **said: str) -> None:  # fmt: skip
        now = timezone.localdate()
        with acting(make.actor(by)):
            rule_who_may_know(
                by=make.actor(by), person=of.id, other=other.id, may=may, from_on=now - timedelta(days=ago),
                review_on=None if may else now + timedelta(days=again), **({"reason": "It is over."} | said),
            )  # fmt: skip

    def hers(self) -> None:
        self.rule(self.mum, self.dad, self.lead, ago=20, again=60, **HERS)

    def his(self) -> None:
        self.rule(self.dad, self.mum, self.his_worker, ago=10, again=120, **HIS)

    def pages(self) -> dict[tuple[str, str], bytes]:
        """Every page of both parents, without what differs each time that it is asked for."""
        found = {}
        for name, account in (("hers", self.mother), ("his", self.father)):
            client = signed_in(Account.objects.using(make.OWNER).get(id=account.id))
            found |= {(name, page): _PASSING.sub(b"", client.get(page).content) for page in PAGES}
        return found


@pytest.fixture
def both() -> Both:
    return Both()


def row(of: Person, other: Person) -> MayKnow:
    return MayKnow.objects.using(make.OWNER).get(
        person=of, other=other, during__contains=timezone.localdate()
    )


def said(ruling: MayKnow) -> tuple[object, ...]:
    return ruling.id, ruling.may, ruling.reason, ruling.came_from, ruling.recorded_by, ruling.review_on


def test_counter_allegations_are_two_rulings_each_with_its_own_source_author_and_review_day(
    both: Both,
) -> None:
    now = timezone.localdate()
    both.hers()
    first = said(row(both.mum, both.dad))
    both.his()
    assert said(row(both.mum, both.dad)) == first
    assert first[1:] == (False, *HERS.values(), both.lead.id, now + timedelta(days=60))
    second = said(row(both.dad, both.mum))
    assert second[1:] == (False, *HIS.values(), both.his_worker.id, now + timedelta(days=120))


def test_neither_parents_pages_differ_by_a_byte_from_those_of_parents_without_any_ruling(both: Both) -> None:
    without = both.pages()
    assert b"Dad rings first." in without["his", "/my/plan/"]
    assert b"Mum rings first." in without["hers", "/my/plan/"]
    both.hers()
    assert both.pages() == without
    both.his()
    assert both.pages() == without
    both.rule(both.mum, both.dad, both.lead, may=True)
    assert both.pages() == without


@pytest.mark.parametrize("ended", ["hers", "his"])
def test_ending_one_leaves_the_other_as_it_was(both: Both, ended: str) -> None:
    both.hers()
    both.his()
    pairs = {"hers": (both.mum, both.dad, both.lead), "his": (both.dad, both.mum, both.his_worker)}
    stays = pairs["his" if ended == "hers" else "hers"]
    before = said(row(*stays[:2]))
    both.rule(*pairs[ended], may=True)
    assert row(*pairs[ended][:2]).may
    assert said(row(*stays[:2])) == before
    # What was held before stays readable as what it was: ended, not overwritten.
    old = MayKnow.objects.using(make.OWNER).get(person=pairs[ended][0], may=False)
    assert (old.reason, old.came_from) == tuple((HERS if ended == "hers" else HIS).values())
    assert old.during.upper == timezone.localdate()


def test_looking_again_at_one_moves_no_day_of_the_other_and_each_reaches_its_own_worker(both: Both) -> None:
    both.hers()
    both.his()
    now = timezone.localdate()
    mine = row(both.dad, both.mum)
    MayKnow.objects.using(make.OWNER).filter(id=mine.id).update(review_on=now - timedelta(days=1))
    hers = said(row(both.mum, both.dad))
    for worker, due in ((both.his_worker, [both.dad.id]), (both.manager, [])):
        with acting(make.actor(worker)), connection.cursor() as cursor:
            cursor.execute("SELECT person FROM access_apart_reviews()")
            assert [each for (each,) in cursor.fetchall()] == due
    by = make.actor(both.his_worker)
    with acting(by):
        look_again_at_ruling(
            by=by, person=both.dad.id, ruling=mine.id, review_on=now + timedelta(days=30), said="I asked him."
        )
    assert said(row(both.mum, both.dad)) == hers


def test_the_worker_of_one_reads_nothing_of_what_the_other_says(both: Both) -> None:
    both.hers()
    both.his()
    his = signed_in(both.his_worker)
    of_him = f"/people/{both.dad.id}/"
    for page in (of_him, f"{of_him}about/", f"{of_him}kept-apart/", f"{of_him}story/"):
        words = words_of(his.get(page))
        assert HERS["reason"] not in words
        assert HERS["came_from"] not in words
    assert HIS["came_from"] in words_of(his.get(f"{of_him}kept-apart/"))
    # Of her he is asked for a reason, and told nothing.
    asked = words_of(his.get(f"/people/{both.mum.id}/kept-apart/"))
    assert "reason" in asked
    assert not [each for each in HERS.values() if each in asked]
    # Whoever holds both reads each on its own page, and neither on the other's.
    hers = words_of(signed_in(both.lead).get(f"/people/{both.mum.id}/kept-apart/"))
    assert HERS["came_from"] in hers
    assert HIS["came_from"] not in hers
    with acting(make.actor(both.his_worker)):
        assert [each.person_id for each in MayKnow.objects.all()] == [both.dad.id]
