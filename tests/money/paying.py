"""A grandmother who fosters two children of the council's own, the rates, and two who pay."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.care.models import Episode
from kith.core.acting import acting
from kith.money.actions.people import check_bank_details, give_bank_details
from kith.money.actions.rates import set_rates
from kith.money.actions.running import approve_run, export_run, hand_over_run
from kith.people.models import Person, Relationship
from tests.support import make

MONDAY = date(2026, 11, 2)
WEEKS = MONDAY + timedelta(days=14)
BANDS = {0: 175_00, 2: 181_20, 5: 200_05, 11: 227_00, 16: 266_66}
BEGAN = date(2026, 1, 5)


class Paying:
    def __init__(self) -> None:
        self.officer, self.second = make.account("payments"), make.account("payments")
        self.director = make.account("director")
        self.nan = make.person("Maureen", "Thorn", born=date(1966, 3, 3))
        self.alfie = make.person("Alfie", "Thorn", born=date(2018, 5, 5))
        self.evie = make.person("Evie", "Thorn", born=date(2021, 2, 2))
        self.carer = make.account("carer")
        make.door(self.carer, self.nan)
        self.stays = {each.id: self.lives(each, self.nan) for each in (self.alfie, self.evie)}
        self.does(set_rates, self.officer, kind="fostering", name="2026-27", from_on=date(2025, 4, 1),
                  published="Made up.", bands=BANDS, made_up=True)  # fmt: skip
        self.banked(self.nan)

    def does(self, what: Any, by: Account, **facts: Any) -> Any:
        actor = make.actor(by)
        with acting(actor):
            return what(by=actor, **facts)

    def lives(
        self, child: Person, carer: Person, first: date = BEGAN, until: date | None = None, kind: str = "U3"
    ) -> Episode:
        nights = DateRange(first, until, "[)")
        Relationship.objects.using(make.OWNER).create(
            person=child, other=carer, kind="foster_carer", during=nights
        )
        return Episode.objects.using(make.OWNER).create(
            person=child, started_on=first, ceased_on=until, during=nights, placement_type=kind, provider="PR1",
            legal_status="C2",
        )  # fmt: skip

    def ends(self, child: Person, on: date) -> None:
        """The child left on that day, as a worker wrote it down."""
        stay = self.stays[child.id]
        nights = DateRange(stay.started_on, on, "[)")
        Episode.objects.using(make.OWNER).filter(id=stay.id).update(ceased_on=on, during=nights)
        tie = Relationship.objects.using(make.OWNER).filter(
            person=child, kind="foster_carer", during__contains=stay.started_on
        )
        tie.update(during=nights)

    def banked(self, person: Person, number: str = "12345678") -> UUID:
        bank: UUID = self.does(
            give_bank_details,
            self.officer,
            person=person.id,
            name="M Thorn",
            sort_code="01-02-03",
            number=number,
        )
        self.does(
            check_bank_details, self.second, bank=bank, agreed=True, how="Rang her on the number we had."
        )
        return bank

    def hands_over(self, first: date = MONDAY, until: date = WEEKS) -> UUID:
        run: UUID = self.does(hand_over_run, self.officer, first=first, until=until, pay_on=until)
        return run

    def pays(self, first: date = MONDAY, until: date = WEEKS) -> UUID:
        run = self.hands_over(first, until)
        self.does(approve_run, self.director, run=run)
        self.does(export_run, self.officer, run=run)
        return run
