"""Carrying a decision out, or undoing it: by the worker's login, in one transaction, told and kept in history."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone

from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.returns.models import Choice, Difference, Settling, Standing
from kith.returns.models.staged_row import Settlement
from kith.returns.settling.actions import CannotSettleError, permit_settling, refused
from kith.returns.settling.taking import Changes, take_row
from kith.returns.settling.undoing import put_back

TITLES = {
    Choice.RECORD: "A row of a return was set aside: the record stays as it is",
    Choice.FILE: "A row of a return was taken in place of what was recorded",
    Choice.BOTH: "A row of a return was taken beside what was recorded",
}
UNDONE = "A row of a return that was settled waits again"
CLASHES = (
    "The record cannot hold this beside what else it holds: another stay claims the same nights, or other facts"
    " belong to the one that would go. Correct that first, then choose again."
)


@action("returns.carry_out")
def carry_out(*, by: Actor, settling: UUID) -> None:
    """Do what was chosen, once. What cannot be done is noted on the decision, and nothing has changed."""
    with connection.cursor() as cursor:  # a load under way is waited for: both write the same facts
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('kith.returns.load'))")
    found = Settling.objects.select_for_update().select_related("staged_row").filter(id=settling).first()
    permit_settling(by=by, person=found.person_id if found else None)
    if found is None or found.standing not in (Standing.ASKED, Standing.UNDOING):
        nothing_to_tell("it had been carried out already")
        return
    concerns([found.person_id] if found.person_id else [], settling=found.id, choice=found.choice)
    undoing = found.standing == Standing.UNDOING
    try:
        with transaction.atomic():
            _undo(found) if undoing else _do(found, by)
            _hold_to_what_belongs_together()
    except CannotSettleError as why:
        refused(found, str(why))
        nothing_to_tell("it could not be carried out")
    except (IntegrityError, DataError):
        refused(found, CLASHES)
        nothing_to_tell("it could not be carried out")
    else:
        _tell(found, by, UNDONE if undoing else TITLES[Choice(found.choice)])


def _hold_to_what_belongs_together() -> None:
    """What still points at a fact that went is found here, where it can be told, and not when all is written."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _do(settling: Settling, by: Actor) -> None:
    row = settling.staged_row
    if row.settled_at is not None:
        raise CannotSettleError("A later file has settled this row already.")
    done = Changes()
    if settling.choice != Choice.RECORD:
        done = take_row(row, beside=settling.choice == Choice.BOTH)
    now = timezone.now()
    row.settled_at, row.settled_by = now, by.id
    row.settlement = Settlement.REJECTED if settling.choice == Choice.RECORD else Settlement.RECORDED
    row.save(update_fields=["settled_at", "settled_by", "settlement"])
    if row.row is not None:
        listed = Difference.objects.filter(person=row.person, file=row.file, table=row.table, row=row.row)
        listed.filter(settled_at=None).update(settled_at=now, settled_by=by.id)
    settling.put_in, settling.corrected, settling.taken_out = done.put_in, done.corrected, done.taken_out
    settling.standing, settling.said, settling.carried_out_at = Standing.DONE, "", _transaction_time()
    settling.save()


def _undo(settling: Settling) -> None:
    row = settling.staged_row
    put_back(settling)
    row.settled_at, row.settled_by, row.settlement = None, None, ""
    row.save(update_fields=["settled_at", "settled_by", "settlement"])
    settling.standing, settling.said, settling.undone_at = Standing.UNDONE, "", timezone.now()
    settling.save()


def _transaction_time() -> datetime:
    """The time that history gives to everything this transaction changes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        found: datetime = cursor.fetchone()[0]
        return found


def _tell(settling: Settling, by: Actor, title: str) -> None:
    if settling.person_id is None:
        nothing_to_tell("nobody could be told whom the row is about")
        return
    row = settling.staged_row
    facts = {"file": row.file, "table": row.table, "row": row.row}
    tell.tell(by=by, about=[settling.person_id], title=title, facts=facts)
