"""What the council must do, told by name to the families of the demo for whom it is safe to know.

Stricter than the law's own rule (docs/adr/0120): a family with anything that it is not told of, and one with
anybody whose record is sealed or who was moved to safety, is told of nothing here.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.care.short_breaks import SHORT_BREAKS
from kith.demo.loading.days import moment
from kith.demo.loading.door import OPENED, known_to
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoInvolvement

TELLING = frozenset({"self", "parent", "carer"})
TOLD = "We went through together what we must do, and by when."
WORKER = "social_worker"


def load_told(sheet: Sheet, concern: UUID | None, began: dict[UUID, tuple[UUID, date]]) -> None:
    """Tell whoever signs in of the care of each child whose door they have; `began` says when it did, and its id."""
    if concern is not None or any(each.sealed or each.relocated for each in sheet.family.people):
        return
    for reader in sheet.family.people:
        if not reader.sign_in or reader.harm_flag:
            continue
        for child, capacity in known_to(sheet, reader).items():
            worker = _worker(sheet, child)
            if capacity in TELLING and child in began and worker is not None:
                item, day = began[child]
                told = moment(min(max(day, worker.start, sheet.today - OPENED), sheet.today))
                sheet.add("access_release", worker.worker, reader.id, "duty", item, True, TOLD, told)


def care_began(sheet: Sheet, ids: list[UUID]) -> dict[UUID, tuple[UUID, date]]:
    """Of each child who is in care now, short breaks apart: id and day of the episode with which that began.

    `ids` are those of the family's episodes, in their order. Runs as in `kith.care.spans`.
    """
    began: dict[UUID, tuple[UUID, date]] = {}
    lasts: dict[UUID, date] = {}
    held = zip(sheet.family.episodes, ids, strict=True)
    for one, made in sorted(held, key=lambda each: (each[0].start, each[0].end or date.max, each[1])):
        if one.legal_status in SHORT_BREAKS:
            continue
        if one.person not in lasts or one.start > lasts[one.person]:
            began[one.person] = (made, one.start)
        lasts[one.person] = max(one.end or date.max, lasts.get(one.person, date.min))
    return {child: first for child, first in began.items() if lasts[child] == date.max}


def _worker(sheet: Sheet, child: UUID) -> DemoInvolvement | None:
    now = (one for one in sheet.family.involvements if one.person == child and one.end is None)
    return next((one for one in now if one.role == WORKER and not one.not_yet_told), None)
