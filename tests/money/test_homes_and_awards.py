"""What is paid follows what is recorded: a home that changes, and an award to a special guardian."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kith.care import actions as care
from kith.care.actions.homes import Place
from kith.core.acting import acting
from kith.design.dates import today
from kith.kinship.models import Award, Caring
from kith.money.models import PaymentLine
from kith.money.queries.mine import my_money
from kith.people.models import Person
from tests.care.looked_after import came, doing
from tests.money.paying import BANDS, Paying
from tests.support import make

pytestmark = pytest.mark.database
FIRST = today() - timedelta(days=today().weekday() + 21)
UNTIL = FIRST + timedelta(days=14)


class Moves(Paying):
    """Robin lives with a foster carer, as a worker wrote it down."""

    def __init__(self) -> None:
        super().__init__()
        self.robin, self.bea = (
            make.person("Robin", born=date(2018, 3, 9)),
            make.person("Bea", born=date(1980, 1, 1)),
        )
        self.worker, self.hers = make.account("social_worker"), make.account("carer")
        make.involved(self.worker, self.robin, role="social_worker")
        for each in (self.nan, self.bea):
            make.involved(self.worker, each)
        make.door(self.hers, self.bea)
        self.banked(self.bea, "87654321")
        came(
            self.worker,
            self.robin,
            FIRST - timedelta(days=7),
            kind="U6",
            provider="PR1",
            place=Place(carer=self.nan.id),
        )

    def moves(self, on: date, **facts: Any) -> None:
        told: dict[str, Any] = {"kind": "U6", "provider": "PR1", "place": Place(carer=self.bea.id)} | facts
        doing(self.worker, care.move, person=self.robin.id, on=on, why_moved="CARPL", **told)

    def nights(self, run: UUID) -> list[tuple[UUID, str, int]]:
        rows = (
            PaymentLine.objects.using(make.OWNER).filter(run=run, child=self.robin).order_by("what", "nights")
        )
        return [
            (each.payee_id, each.what, (each.nights.upper - each.nights.lower).days)
            for each in rows
            if each.nights
        ]


@pytest.fixture
def moves(kith_database: None) -> Moves:
    return Moves()


def test_who_is_paid_changes_with_the_home_on_the_same_day_and_the_new_carer_sees_it(moves: Moves) -> None:
    with acting(make.actor(moves.hers)):
        assert my_money(moves.hers.id, today()).coming is None
    moves.moves(FIRST + timedelta(days=4))
    with acting(make.actor(moves.hers)):
        coming = my_money(moves.hers.id, today()).coming
    assert coming is not None
    assert coming.pence == 2 * BANDS[5]
    run = moves.pays(FIRST, UNTIL)
    assert moves.nights(run) == [(moves.nan.id, "regular", 4), (moves.bea.id, "regular", 10)]


def test_a_move_to_an_agency_or_a_home_of_no_carer_of_ours_ends_the_payment_that_day(moves: Moves) -> None:
    moves.moves(FIRST + timedelta(days=5), provider="PR4")
    assert moves.nights(moves.pays(FIRST, UNTIL)) == [(moves.nan.id, "regular", 5)]


def test_a_change_of_law_in_the_same_home_is_one_line(moves: Moves) -> None:
    doing(moves.worker, care.begin_law, person=moves.robin.id, kind="C1", began_on=FIRST + timedelta(days=3))
    assert moves.nights(moves.pays(FIRST, UNTIL)) == [(moves.nan.id, "regular", 14)]


def awarded(child: Person, carer: Person, kind: str, from_on: date, pence: int) -> None:
    caring = Caring.objects.using(make.OWNER).create(
        child=child, carer=carer, kind=kind, since=from_on, known_on=from_on
    )
    Award.objects.using(make.OWNER).create(
        caring=caring, weekly_pence=pence, from_on=from_on, rules="1",
        facts={}, lines=[], reason="As published.", review_on=from_on + timedelta(days=365),
    )  # fmt: skip


def test_an_award_to_a_special_guardian_is_paid_by_the_same_run_as_it_was_awarded(moves: Moves) -> None:
    tess = make.person("Tess", born=date(2012, 7, 1))
    awarded(tess, moves.bea, "sgo", FIRST + timedelta(days=2), 155_55)
    run = moves.pays(FIRST, UNTIL)
    (line,) = PaymentLine.objects.using(make.OWNER).filter(run=run, payee=moves.bea)
    assert (line.kind, line.weekly_pence) == ("special_guardianship", 155_55)
    assert line.pence == 155_55 * 2 - (155_55 * 2 // 7)


def test_who_becomes_a_special_guardian_goes_from_one_to_the_other_without_a_night_lost(moves: Moves) -> None:
    day = FIRST + timedelta(days=6)
    moves.ends(moves.alfie, day)
    awarded(moves.alfie, moves.nan, "sgo", day, 150_00)
    run = moves.pays(FIRST, UNTIL)
    rows = PaymentLine.objects.using(make.OWNER).filter(run=run, child=moves.alfie).order_by("nights")
    assert [(each.kind, each.nights and (each.nights.upper - each.nights.lower).days) for each in rows] == [
        ("kinship_fostering", 6), ("special_guardianship", 8),
    ]  # fmt: skip


def test_an_award_for_family_foster_care_is_not_paid_beside_the_fostering_allowance(moves: Moves) -> None:
    awarded(moves.alfie, moves.nan, "foster", FIRST, 999_00)
    run = moves.pays(FIRST, UNTIL)
    rows = PaymentLine.objects.using(make.OWNER).filter(run=run, child=moves.alfie)
    assert {(each.kind, each.held) for each in rows} == {("kinship_fostering", "")}
