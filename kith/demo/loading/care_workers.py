"""Social workers of children looked after, as the SSDA903 return tells of their changes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from uuid import UUID

from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoInvolvement

ROLE = "social_worker"
FIRST = "FCONTA"


def load_social_workers(sheet: Sheet) -> None:
    """A row for each worker of a time in care that lasted into last year, from the involvements.

    Why a worker began is why the one before stopped. That care ended is no change of worker, so the last
    row has no end (rules SW11bSTG2 and SW12STG2). Of earlier times in care nothing was asked for.
    """
    since = _last_year(sheet.today)
    chains: dict[UUID, list[DemoInvolvement]] = {}
    for one in sheet.family.involvements:
        if one.role == ROLE:
            chains.setdefault(one.person, []).append(one)
    for person, chain in chains.items():
        chain.sort(key=lambda one: one.start)
        if chain[-1].end and chain[-1].end < since:
            continue
        reasons = [FIRST, *(one.reason_ended for one, _ in pairwise(chain))]
        ends = [*(one.end for one in chain[:-1]), None]
        for one, end, reason in zip(chain, ends, reasons, strict=True):
            sheet.add("care_socialworkerepisode", person, worker_number(one.worker), one.start, end, reason)


def worker_number(worker: UUID) -> str:
    """A number as Social Work England's are, of a length that it never gave: SW and ten digits."""
    return f"SW00{worker.int % 10**8:08d}"


def _last_year(today: date) -> date:
    """The first day of the collection year before this one."""
    return date(today.year - (1 if (today.month, today.day) >= (4, 1) else 2), 4, 1)
