"""One family as rows, and slices of families, made a slice ahead of the database."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from uuid import UUID

from kith.demo.generate import generate
from kith.demo.loading.asking import load_requests
from kith.demo.loading.batch import Batch
from kith.demo.loading.bonds import load_bonds
from kith.demo.loading.care import load_care
from kith.demo.loading.door import load_door
from kith.demo.loading.family import load_family
from kith.demo.loading.helping import load_help, load_money
from kith.demo.loading.homecoming import load_homecoming
from kith.demo.loading.homes import load_homes
from kith.demo.loading.in_care import load_in_care
from kith.demo.loading.kinship import load_kinship
from kith.demo.loading.links import load_links
from kith.demo.loading.lives import load_life
from kith.demo.loading.meeting import load_meetings
from kith.demo.loading.people import load_people
from kith.demo.loading.plan import load_plans
from kith.demo.loading.refusal import Plan
from kith.demo.loading.returned import load_contradictions, load_kept_live
from kith.demo.loading.schools import load_schools
from kith.demo.loading.sheet import Sheet
from kith.demo.loading.story import load_story
from kith.demo.loading.telling import care_began, load_told
from kith.demo.loading.workforce import load_organisations, load_workforce
from kith.demo.loading.working import load_concern, load_involvements, load_restrictions
from kith.demo.shapes import DemoFamily, DemoWorker
from kith.demo.workers import FAMILIES_A_BLOCK, workforce

FAMILIES_A_SLICE = 300


@dataclass(frozen=True, slots=True)
class Maker:
    """What is the same for every family: the plan, the service that writes, the hash of the demo password."""

    plan: Plan
    service: UUID
    password: str

    def add_family(self, family: DemoFamily, batch: Batch) -> None:
        """The family's rows, in an order in which each finds what it points at."""
        plan = self.plan
        workers = _workers(plan.seed, family.index // FAMILIES_A_BLOCK, plan.today)
        sheet = Sheet(family, batch, seed=plan.seed, today=plan.today, workers=workers)
        if family.index == 0:
            load_organisations(sheet)
            load_money(sheet, plan.children)
        if family.joining:
            load_workforce(sheet, self.password)
        load_people(sheet)
        load_homes(sheet)
        load_family(sheet)
        concern = load_concern(sheet)
        involvements = load_involvements(sheet, concern)
        load_door(sheet, self.password, involvements)
        load_restrictions(sheet)
        referrals = load_help(sheet)
        episodes = load_care(sheet)
        load_in_care(sheet, involvements)
        load_story(sheet, concern, self.service)
        load_plans(sheet)
        load_meetings(sheet)
        load_requests(sheet, referrals, concern)
        load_life(sheet, involvements)
        load_kinship(sheet, involvements)
        load_contradictions(sheet)
        load_told(sheet, concern, care_began(sheet, episodes))
        load_schools(sheet)
        load_bonds(sheet)
        load_links(sheet)
        load_homecoming(sheet)
        if family.index == 0:
            load_kept_live(sheet)

    def slices(self, skip: int = 0) -> Iterator[tuple[Batch, int]]:
        """Batches of families after the first `skip`, each with how many children have come by then."""
        families = generate(self.plan.children, self.plan.seed, today=self.plan.today)
        children = sum(len(family.children) for family in islice(families, skip))
        while taken := list(islice(families, FAMILIES_A_SLICE)):
            batch = Batch()
            for family in taken:
                self.add_family(family, batch)
            children += sum(len(family.children) for family in taken)
            yield batch, children


def ahead(slices: Iterator[tuple[Batch, int]]) -> Iterator[tuple[Batch, int]]:
    """The same, with the next slice made by another thread while the database writes this one."""
    with ThreadPoolExecutor(1, thread_name_prefix="demo") as pool:
        coming = pool.submit(next, slices, None)
        while (ready := coming.result()) is not None:
            coming = pool.submit(next, slices, None)
            yield ready


@lru_cache(maxsize=2)
def _workers(seed: int, block: int, today: date) -> dict[UUID, DemoWorker]:
    return {worker.id: worker for worker in workforce(seed, block, today).everybody()}
