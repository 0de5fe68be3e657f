"""One family on its way into the record: its facts, and where its rows go."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from kith.demo.dice import Dice
from kith.demo.loading.batch import Batch
from kith.demo.shapes import DemoFamily, DemoPerson, DemoWorker


class Sheet:
    """A family's rows. Ids come from the seed and the family's index, so the same demo has the same ids."""

    __slots__ = ("_batch", "family", "new_id", "people", "seed", "today", "workers")

    def __init__(
        self, family: DemoFamily, batch: Batch, *, seed: int, today: date, workers: dict[UUID, DemoWorker]
    ) -> None:
        self.family, self._batch, self.seed, self.today, self.workers = family, batch, seed, today, workers
        self.new_id = Dice(seed, "record", family.index).new_id
        self.people: dict[UUID, DemoPerson] = {person.id: person for person in family.people}

    def add(self, table: str, *columns: Any) -> UUID:
        """A row with an id of its own, which is returned."""
        made = self.new_id()
        self._batch.add(table, made, *columns)
        return made

    def put(self, table: str, row: UUID, *columns: Any) -> None:
        """A row whose id the family already has."""
        self._batch.add(table, row, *columns)

    def account_of(self, person: UUID) -> UUID:
        """The account of somebody in the family: the same id for the same person."""
        return Dice(self.seed, "account", person.int % 2**63).new_id()
