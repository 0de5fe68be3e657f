"""What the finance system says became of the payments of a run: a file, taken in whole or not at all, and once.

CSV, first row `run,payee,pence,on,outcome`, outcome `paid` or `returned`; last row `T,rows,pence`.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NoReturn
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.money.models import PaymentResult, PaymentRun, RunState
from kith.money.queries.runs import run_lines
from kith.money.references import payee_reference

HEAD = ["run", "payee", "pence", "on", "outcome"]
LONGEST = 50_000


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many rows were new, and how many were known already."""

    new: int
    known: int


@action("money.take_in_results")
def take_in_results(*, by: Actor, run: UUID, text: str) -> TakenIn:
    """Read what became of a run's payments. The same file again changes nothing.

    A payment that came back is paid again by the next run, by itself. Raises NotPermittedError; CannotBeError with the
    row and what would mend it, and takes in nothing then.
    """
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    found = PaymentRun.objects.filter(id=run, state=RunState.EXPORTED).first()
    if found is None:
        raise CannotBeError("This run was not given to the finance system, so nothing can have become of it.")
    sums: dict[UUID, int] = defaultdict(int)
    for each in run_lines(found.id):
        if each.counts:
            sums[each.payee] += each.pence
    payees = {payee_reference(each): each for each in sums}
    rows = _rows(text, found.id)
    made = []
    for number, (payee, pence, on, outcome) in enumerate(rows, start=1):
        if payee not in payees:
            _wrong(
                f"Row {number}: payee {payee[:20]} is not paid by this run. Check that it is the file of this run."
            )
        if pence != sums[payees[payee]]:
            _wrong(f"Row {number}: pence is {pence}, and this run pays {payee} {sums[payees[payee]]}.")
        made.append((payees[payee], outcome == "paid", on, pence))
    known = set(PaymentResult.objects.filter(run=found).values_list("payee_id", "paid", "on"))
    new = [each for each in dict.fromkeys(made) if each[:3] not in known]
    PaymentResult.objects.bulk_create(
        PaymentResult(run=found, payee_id=payee, paid=paid, on=on, pence=pence, recorded_by=by.id)
        for payee, paid, on, pence in new
    )
    concerns({each[0] for each in new}, run=found.id, new=len(new))
    nothing_to_tell("each carer reads their own payment behind their own door")
    return TakenIn(len(new), len(rows) - len(new))


def _rows(text: str, run: UUID) -> list[tuple[str, int, date, str]]:
    rows = [row for row in csv.reader(io.StringIO(text.lstrip("\ufeff"))) if row]
    if not rows or [each.strip().lower() for each in rows[0]] != HEAD:
        _wrong("The first row has to be: " + ",".join(HEAD))
    if len(rows) > LONGEST:
        _wrong(f"The file has more than {LONGEST} rows. Check that it is the right one.")
    if rows[-1][0].strip() != "T" or len(rows[-1]) != 3:
        _wrong("The last row has to be T, with the number of rows and their pence: the file may be cut off.")
    made = [_row(number, row, run) for number, row in enumerate(rows[1:-1], start=1)]
    told = [each.strip() for each in rows[-1][1:]]
    sums = [str(len(made)), str(sum(each[1] for each in made))]
    if told != sums:
        _wrong(f"The totals differ: the last row says {', '.join(told)} and the rows are {', '.join(sums)}.")
    return made


def _row(number: int, row: list[str], run: UUID) -> tuple[str, int, date, str]:
    if len(row) != len(HEAD):
        _wrong(f"Row {number}: there are {len(row)} fields, and there have to be {len(HEAD)}.")
    of, payee, pence, on, outcome = (each.strip() for each in row)
    if of != str(run):
        _wrong(f"Row {number}: run is another. Take the file in on the page of its own run.")
    if not (pence.isascii() and pence.isdigit()) or len(pence) > 12:
        _wrong(f"Row {number}: pence has to be a whole number, such as 40010.")
    try:
        day = date.fromisoformat(on)
    except ValueError:
        _wrong(f"Row {number}: on has to be a day such as 2026-11-20.")
    if outcome not in {"paid", "returned"}:
        _wrong(f"Row {number}: outcome has to be paid or returned.")
    return payee, int(pence), day, outcome


def _wrong(says: str) -> NoReturn:
    raise CannotBeError(f"{says} Nothing was taken in.", field="file")
